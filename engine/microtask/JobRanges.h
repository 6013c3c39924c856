#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <memory>
#include <utility>

namespace vmscope {

/// What many jobs of one queue have in common, by their numbers: one entry for each run of jobs that share it.
template <class T>
class JobRanges {
 public:
  /// `first` is not below the end of any range so far.
  void add(std::int64_t first, std::int64_t end, T value) {
    if (first >= end) return;
    if (!ranges_.empty() && ranges_.back().end == first && ranges_.back().value == value) {
      ranges_.back().end = end;
    } else {
      ranges_.push_back({first, end, std::move(value)});
    }
  }

  /// Null where nothing is known of `number`.
  const T* find(std::int64_t number) const {
    const auto after = std::upper_bound(ranges_.begin(), ranges_.end(), number,
                                        [](std::int64_t wanted, const Range& range) { return wanted < range.end; });
    return after != ranges_.end() && after->first <= number ? &after->value : nullptr;
  }

  /// Forgets what is known of jobs below `number`.
  void forgetBelow(std::int64_t number) {
    while (!ranges_.empty() && ranges_.front().end <= number) ranges_.pop_front();
  }
  void clear() { ranges_.clear(); }
  std::size_t size() const { return ranges_.size(); }

 private:
  struct Range {
    std::int64_t first;
    std::int64_t end;
    T value;
  };
  std::deque<Range> ranges_;
};

}  // namespace vmscope
