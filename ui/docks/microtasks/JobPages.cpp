#include "ui/docks/microtasks/JobPages.h"

#include <algorithm>

#include "ui/docks/microtasks/QueueJob.h"

namespace vmscope::ui {

void JobPages::put(std::vector<QueueJob> page) {
  if (page.empty()) return;
  pages_.push_back(std::make_shared<const std::vector<QueueJob>>(std::move(page)));
  if (pages_.size() > kMost) pages_.pop_front();
}

const QueueJob* JobPages::find(qint64 jobId) const {
  for (auto page = pages_.rbegin(); page != pages_.rend(); ++page) {
    if (jobId < (*page)->front().id || jobId > (*page)->back().id) continue;
    const auto found = std::lower_bound((*page)->begin(), (*page)->end(), jobId,
                                        [](const QueueJob& job, qint64 id) { return job.id < id; });
    if (found != (*page)->end() && found->id == jobId) return &*found;
  }
  return nullptr;
}

void JobPages::forgetBefore(qint64 jobId) {
  std::erase_if(pages_, [&](const Page& page) { return page->back().id < jobId; });
}

}  // namespace vmscope::ui
