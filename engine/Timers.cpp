#include "engine/Timers.h"

#include <uv.h>

#include <algorithm>
#include <list>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vmscope {

namespace {

struct Timer;
using TimerList = std::list<std::shared_ptr<Timer>>;

struct Timer {
  std::uint64_t id;
  TimerKind kind;
  std::uint64_t delay;
  std::uint64_t start;
  std::shared_ptr<TimerWork> work;
  LoopHold hold = LoopHold::KeepsAlive;
  TimerList::iterator place{};
  bool isListed = false;
  bool isCancelled = false;
};

/// Timers of one duration, in the order they were started.
struct DurationList {
  TimerList timers;
  std::uint64_t expiry;
  std::uint64_t order;  // of lists that expire together the older one goes first
};

using Lists = std::unordered_map<std::uint64_t, DurationList>;

/// A list's place among the lists: expiry, order, duration.
using Turn = std::tuple<std::uint64_t, std::uint64_t, std::uint64_t>;

}  // namespace

struct Timers::Impl {
  uv_loop_t* loop;
  uv_timer_t timer{};
  uv_check_t check{};
  uv_idle_t idle{};  // active while immediates wait, so that the loop does not sleep

  Lists lists;
  std::set<Turn> turns;
  std::unordered_map<std::uint64_t, std::shared_ptr<Timer>> byId;
  TimerList immediates;
  TimerList currentImmediates;  // of the phase that runs, or that a pause cut short
  std::uint64_t lastId = 0;
  std::uint64_t lastOrder = 0;
  int holdingTimers = 0;
  int holdingImmediates = 0;
  bool isPaused = false;
  bool areTimersLast = false;               // after a pause: as long as immediates wait
  std::optional<std::uint64_t> cutShortAt;  // the time of a phase of timers that a pause cut short
  std::function<Ran()> settle = [] { return Ran::Through; };

  std::uint64_t freshNow() const {
    uv_update_time(loop);
    return uv_now(loop);
  }

  void insert(const std::shared_ptr<Timer>& added, std::uint64_t start) {
    added->start = start;
    auto [it, isNew] = lists.try_emplace(added->delay);
    if (isNew) putInTurn(it->first, it->second, start + added->delay);
    added->place = it->second.timers.insert(it->second.timers.end(), added);
    added->isListed = true;
    schedule();
  }

  void remove(Timer& removed) {
    if (!removed.isListed) return;
    takeOut(removed);
    const auto it = lists.find(removed.delay);
    if (it->second.timers.empty()) drop(it);
  }

  void takeOut(Timer& taken) {
    lists.find(taken.delay)->second.timers.erase(taken.place);
    taken.isListed = false;
  }

  void drop(Lists::iterator list) {
    turns.erase({list->second.expiry, list->second.order, list->first});
    lists.erase(list);
  }

  void putInTurn(std::uint64_t duration, DurationList& list, std::uint64_t expiry) {
    list.expiry = expiry;
    list.order = ++lastOrder;
    turns.insert({list.expiry, list.order, duration});
  }

  void schedule() {
    if (turns.empty() || isPaused || areTimersLast) {
      uv_timer_stop(&timer);
      return;
    }
    const std::uint64_t now = uv_now(loop);
    const std::uint64_t expiry = std::get<0>(*turns.begin());
    const std::uint64_t due = expiry > now ? expiry - now : 1;
    uv_timer_start(
        &timer, [](uv_timer_t* fired) { static_cast<Impl*>(fired->data)->fire(); }, due, 0);
    refHandles();
  }

  void refHandles() {
    const auto set = [](auto* handle, bool on) {
      on ? uv_ref(reinterpret_cast<uv_handle_t*>(handle)) : uv_unref(reinterpret_cast<uv_handle_t*>(handle));
    };
    set(&timer, holdingTimers > 0);
    if (holdingImmediates > 0 && !isPaused) {
      uv_idle_start(&idle, [](uv_idle_t*) {});
    } else {
      uv_idle_stop(&idle);
    }
  }

  void count(const Timer& counted, int change) {
    if (counted.hold == LoopHold::LetsEnd) return;
    (counted.kind == TimerKind::Immediate ? holdingImmediates : holdingTimers) += change;
    if (holdingImmediates == 0 && std::exchange(areTimersLast, false)) schedule();
    refHandles();
  }

  // Node looks at the clock once: what comes due while timers run waits for the next turn of the loop.
  void fire() {
    const std::uint64_t now = freshNow();
    firePhase(now);
    schedule();
  }

  void firePhase(std::uint64_t now) {
    while (fireLists(now) == Ran::Threw) continue;
    settle();
    if (isPaused) cutShortAt = now;
  }

  // What throws ends the round.
  Ran fireLists(std::uint64_t now) {
    for (bool isFirst = true; !turns.empty() && !isPaused; isFirst = false) {
      const auto [expiry, order, duration] = *turns.begin();
      if (expiry > now) break;
      if (!isFirst && settle() == Ran::Threw) return Ran::Threw;
      if (fireList(duration, now) == Ran::Threw) return Ran::Threw;
    }
    return Ran::Through;
  }

  // A timer that is not due yet puts its whole list back. The list stays, though empty, while its last timer runs: what
  // that starts waits its turn in it.
  Ran fireList(std::uint64_t duration, std::uint64_t now) {
    bool isFirst = true;
    for (auto it = lists.find(duration); it != lists.end() && !isPaused; it = lists.find(duration)) {
      if (it->second.timers.empty()) {
        drop(it);
        break;
      }
      const std::shared_ptr<Timer> due = it->second.timers.front();
      if (now < due->start + duration) {
        turns.erase({it->second.expiry, it->second.order, duration});
        putInTurn(duration, it->second, std::max(due->start + duration, now + 1));
        break;
      }
      if (!std::exchange(isFirst, false) && settle() == Ran::Threw) return Ran::Threw;
      if (due->isCancelled || isPaused) continue;
      takeOut(*due);
      if (fireOne(due) == Ran::Threw) return Ran::Threw;
    }
    return Ran::Through;
  }

  Ran fireOne(const std::shared_ptr<Timer>& due) {
    const std::uint64_t start = freshNow();
    const Ran ran = due->work->run();
    if (due->isCancelled || due->isListed) return ran;  // cleared or refreshed by its own callback
    if (due->kind == TimerKind::Interval) {
      insert(due, start);
      return ran;
    }
    count(*due, -1);
    byId.erase(due->id);
    return ran;
  }

  // What throws ends the round; the next takes what is left of it, or else what was started meanwhile.
  void runImmediates() {
    if (isPaused || (currentImmediates.empty() && immediates.empty())) return;
    settle();  // Node's own immediates come first, and with them a checkpoint
    if (isPaused) return;
    currentImmediates.splice(currentImmediates.end(), immediates);
    goOnWithImmediates();
  }

  void goOnWithImmediates() {
    if (currentImmediates.empty()) return;
    while (runRound() == Ran::Threw && !isPaused)
      if (currentImmediates.empty()) currentImmediates.swap(immediates);
    settle();
  }

  Ran runRound() {
    for (bool isFirst = true; !currentImmediates.empty() && !isPaused; isFirst = false) {
      if (!isFirst && settle() == Ran::Threw) return Ran::Threw;
      if (isPaused) break;
      const std::shared_ptr<Timer> due = currentImmediates.front();
      currentImmediates.pop_front();
      if (due->isCancelled) continue;
      byId.erase(due->id);
      count(*due, -1);
      if (due->work && due->work->run() == Ran::Threw) return Ran::Threw;
    }
    return Ran::Through;
  }
};

Timers::Timers(uv_loop_s* loop) : impl_(std::make_unique<Impl>()) {
  impl_->loop = loop;
  uv_timer_init(loop, &impl_->timer);
  uv_check_init(loop, &impl_->check);
  uv_idle_init(loop, &impl_->idle);
  impl_->timer.data = impl_.get();
  impl_->check.data = impl_.get();
  uv_check_start(&impl_->check, [](uv_check_t* check) { static_cast<Impl*>(check->data)->runImmediates(); });
  uv_unref(reinterpret_cast<uv_handle_t*>(&impl_->check));
}

Timers::~Timers() {
  impl_->turns.clear();
  impl_->lists.clear();
  impl_->immediates.clear();
  impl_->currentImmediates.clear();
  for (uv_handle_t* handle :
       {reinterpret_cast<uv_handle_t*>(&impl_->timer), reinterpret_cast<uv_handle_t*>(&impl_->check),
        reinterpret_cast<uv_handle_t*>(&impl_->idle)})
    uv_close(handle, nullptr);
  uv_run(impl_->loop, UV_RUN_NOWAIT);  // lets libuv forget the handles before their memory goes
}

std::uint64_t Timers::start(TimerKind kind, std::uint64_t delay, std::shared_ptr<TimerWork> work) {
  const auto timer =
      std::make_shared<Timer>(Timer{++impl_->lastId, kind, std::max<std::uint64_t>(delay, 1), 0, std::move(work)});
  impl_->byId.emplace(timer->id, timer);
  impl_->count(*timer, +1);
  impl_->insert(timer, impl_->freshNow());
  return timer->id;
}

std::uint64_t Timers::startImmediate(std::shared_ptr<TimerWork> work) {
  const auto timer = std::make_shared<Timer>(Timer{++impl_->lastId, TimerKind::Immediate, 0, 0, std::move(work)});
  impl_->byId.emplace(timer->id, timer);
  impl_->immediates.push_back(timer);
  impl_->count(*timer, +1);
  return timer->id;
}

void Timers::startEmptyImmediate() {
  startImmediate(nullptr);
}

void Timers::settleWith(std::function<Ran()> settle) {
  impl_->settle = std::move(settle);
}

std::shared_ptr<TimerWork> Timers::find(std::uint64_t id) const {
  const auto it = impl_->byId.find(id);
  return it == impl_->byId.end() ? nullptr : it->second->work;
}

void Timers::cancel(std::uint64_t id) {
  const auto it = impl_->byId.find(id);
  if (it == impl_->byId.end()) return;
  const std::shared_ptr<Timer> timer = it->second;
  impl_->byId.erase(it);
  timer->isCancelled = true;
  impl_->count(*timer, -1);
  if (timer->kind == TimerKind::Immediate) return;  // skipped when its turn comes
  impl_->remove(*timer);
  impl_->schedule();
}

bool Timers::refresh(std::uint64_t id) {
  const auto it = impl_->byId.find(id);
  if (it == impl_->byId.end() || it->second->kind == TimerKind::Immediate) return false;
  impl_->remove(*it->second);
  impl_->insert(it->second, impl_->freshNow());
  return true;
}

void Timers::hold(std::uint64_t id, LoopHold hold) {
  const auto it = impl_->byId.find(id);
  if (it == impl_->byId.end() || it->second->hold == hold) return;
  impl_->count(*it->second, -1);
  it->second->hold = hold;
  impl_->count(*it->second, +1);
}

bool Timers::isHolding(std::uint64_t id) const {
  const auto it = impl_->byId.find(id);
  return it != impl_->byId.end() && it->second->hold == LoopHold::KeepsAlive;
}

void Timers::pause() {
  impl_->isPaused = true;
  impl_->schedule();
  impl_->refHandles();
}

void Timers::resume() {
  impl_->isPaused = false;
  if (const auto at = std::exchange(impl_->cutShortAt, std::nullopt)) impl_->firePhase(*at);
  impl_->goOnWithImmediates();
  impl_->areTimersLast = impl_->holdingImmediates > 0;
  impl_->schedule();
  impl_->refHandles();
}

void Timers::forEach(const std::function<void(const TimerView&)>& visit) const {
  std::vector<const Timer*> timers;
  for (const auto& [duration, list] : impl_->lists)
    for (const auto& timer : list.timers) timers.push_back(timer.get());
  std::stable_sort(timers.begin(), timers.end(),
                   [](const Timer* a, const Timer* b) { return a->start + a->delay < b->start + b->delay; });
  const std::uint64_t now = impl_->freshNow();
  for (const Timer* timer : timers) {
    const std::uint64_t due = timer->start + timer->delay;
    visit({timer->id, timer->kind, timer->delay, due > now ? due - now : 0, timer->work.get()});
  }
  for (const TimerList* immediates : {&impl_->currentImmediates, &impl_->immediates}) {
    for (const auto& immediate : *immediates)
      if (!immediate->isCancelled && immediate->work)
        visit({immediate->id, TimerKind::Immediate, 0, 0, immediate->work.get()});
  }
}

}  // namespace vmscope
