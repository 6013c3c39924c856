#include "inspector/agents/ActivityReporter.h"

#include <algorithm>

#include "engine/EventLoop.h"
#include "engine/Isolate.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "inspector/LoopTimer.h"
#include "inspector/Target.h"

namespace vmscope {
namespace {

using protocol::vm::EngineActivity;

// So many reports may follow one another at once; then one more for each interval.
constexpr int kBurst = 20;
constexpr std::chrono::milliseconds kInterval{100};

bool workIsHeldBack(Isolate& isolate) {
  const auto& queues = isolate.microtasks().queues();
  return std::any_of(queues.begin(), queues.end(),
                     [&](MicrotaskQueue* queue) { return isolate.microtasks().isHeldBack(*queue); });
}

}  // namespace

ActivityReporter::ActivityReporter(Target& target, Report report)
    : target_(target), isolate_(target.isolate()), report_(std::move(report)), reportsLeft_(kBurst) {
  isolate_.observe(*this);
  target.onPauseChange([this] { changed(); });
}

ActivityReporter::~ActivityReporter() {
  isolate_.unobserve(*this);
  if (timer_ != 0) isolate_.loop().hostTimers().cancel(timer_);
}

protocol::vm::GetEngineStateResult ActivityReporter::state() const {
  v8::HeapStatistics heap;
  isolate_.v8()->GetHeapStatistics(&heap);
  protocol::vm::GetEngineStateResult state;
  state.usedHeapBytes = static_cast<double>(heap.used_heap_size());
  state.totalHeapBytes = static_cast<double>(heap.total_heap_size());
  state.externalBytes = static_cast<double>(heap.external_memory());
  const Moment moment = target_.moment();
  const EngineActivity atRest = workIsHeldBack(isolate_) ? EngineActivity::Held : EngineActivity::Idle;
  state.activity = moment == Moment::Paused    ? EngineActivity::Paused
                   : moment == Moment::Running ? EngineActivity::Running
                                               : atRest;
  return state;
}

void ActivityReporter::turnStarted() {
  changed();
}

void ActivityReporter::turnEnded() {
  changed();
}

// That it falls idle may be told late. That it runs cannot wait: no timer of the loop fires while JavaScript runs.
void ActivityReporter::changed() {
  const Moment moment = target_.moment();
  if (moment == Moment::Running && reported_ == EngineActivity::Running) return;
  if (moment == Moment::Running || moment == Moment::Paused || mayReport()) {
    reportNow();
  } else {
    reportLater();
  }
}

void ActivityReporter::reportNow() {
  const auto now = state();
  if (now.activity == reported_ && now.activity != EngineActivity::Idle) return;
  reported_ = now.activity;
  if (now.activity == EngineActivity::Idle || now.activity == EngineActivity::Held) --reportsLeft_;
  report_({now.activity, now.usedHeapBytes, now.totalHeapBytes, now.externalBytes});
}

bool ActivityReporter::mayReport() {
  const auto now = std::chrono::steady_clock::now();
  const auto intervals = static_cast<int>(std::min<std::int64_t>((now - refilled_) / kInterval, kBurst));
  if (intervals > 0) {
    reportsLeft_ = std::min(kBurst, reportsLeft_ + intervals);
    refilled_ = now;
  }
  return reportsLeft_ > 0;
}

void ActivityReporter::reportLater() {
  if (timer_ != 0) return;
  timer_ = startLoopTimer(isolate_.loop(), kInterval, [this] {
    timer_ = 0;
    ++reportsLeft_;
    reportNow();
  });
}

}  // namespace vmscope
