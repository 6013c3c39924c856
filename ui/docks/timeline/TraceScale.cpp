#include "ui/docks/timeline/TraceScale.h"

#include <algorithm>

#include "ui/docks/timeline/TraceLog.h"

namespace vmscope::ui {
namespace {
constexpr double kPause = 20'000;       // microseconds without a row
constexpr double kShareOfPauses = 0.2;  // of the width, of all together
}  // namespace

void TraceScale::measure(const TraceLog& log) {
  const auto gapBefore = [&](int row) { return std::max(0.0, log.at(row).at - log.at(row - 1).at); };
  double busy = 0;
  double idle = 0;
  for (int row = 1; row < log.count(); ++row) (gapBefore(row) < kPause ? busy : idle) += gapBefore(row);
  // Nothing is drawn wider than it was.
  const double shrink = idle > 0 && busy > 0 ? std::min(1.0, busy * kShareOfPauses / (1 - kShareOfPauses) / idle) : 1;
  const double whole = std::max(1.0, busy + idle * shrink);
  shares_.assign(static_cast<size_t>(log.count()), 0);
  pauses_.clear();
  for (int row = 1; row < log.count(); ++row) {
    const double gap = gapBefore(row);
    const double before = shares_[static_cast<size_t>(row) - 1];
    const double after = before + gap * (gap < kPause ? 1 : shrink) / whole;
    if (gap >= kPause && shrink < 1) pauses_.push_back({before, after, gap});
    shares_[static_cast<size_t>(row)] = after;
  }
}

double TraceScale::shareOf(int row) const {
  return row < 0 || row >= static_cast<int>(shares_.size()) ? 0 : shares_[static_cast<size_t>(row)];
}

int TraceScale::rowAt(double share) const {
  return static_cast<int>(std::upper_bound(shares_.begin(), shares_.end(), share) - shares_.begin()) - 1;
}

}  // namespace vmscope::ui
