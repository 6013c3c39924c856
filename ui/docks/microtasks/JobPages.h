#pragma once

#include <deque>
#include <memory>
#include <vector>

#include <QtGlobal>

namespace vmscope::ui {

struct QueueJob;

// The jobs of a long queue that were read last, page by page, beyond those that the engine lists by itself. A page does
// not change once it is read, so that copies share it. A value.
class JobPages {
 public:
  static constexpr int kJobsInPage = 256;
  static constexpr size_t kMost = 40;  // pages; the one that was read first goes first

  // The jobs of a part of a queue, in its order.
  void put(std::vector<QueueJob> page);
  const QueueJob* find(qint64 jobId) const;
  // Jobs before this one have run.
  void forgetBefore(qint64 jobId);

 private:
  using Page = std::shared_ptr<const std::vector<QueueJob>>;

  std::deque<Page> pages_;
};

}  // namespace vmscope::ui
