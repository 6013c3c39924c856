#pragma once

#include <cstdint>
#include <functional>
#include <memory>

struct uv_loop_s;

namespace vmscope {

/// What came of running a callback of the program, or all that wait.
enum class Ran {
  Nothing,  ///< none waited
  Through,  ///< to the end
  Threw,    ///< nobody caught what it threw, and the program goes on all the same
};

/// What a timer or an immediate does, and keeps alive until then. Made and run on the isolate's thread.
class TimerWork {
 public:
  virtual ~TimerWork() = default;
  virtual Ran run() = 0;
};

enum class TimerKind { Timeout, Interval, Immediate };
enum class LoopHold { KeepsAlive, LetsEnd };

/// A timer as others see it.
struct TimerView {
  std::uint64_t id;
  TimerKind kind;
  std::uint64_t delay;  ///< milliseconds; 0 for an immediate
  std::uint64_t dueIn;  ///< milliseconds from now, 0 when due
  const TimerWork* work;
};

/// Timeouts, intervals and immediates in exactly Node's order: timers of one duration fire in the order they were set,
/// and between durations the list that is due first goes first, even when a single later one is due earlier.
///
/// On the isolate's thread; owned by the event loop.
class Timers {
 public:
  explicit Timers(uv_loop_s* loop);
  ~Timers();
  Timers(const Timers&) = delete;
  Timers& operator=(const Timers&) = delete;

  /// Runs `work` after `delay` milliseconds (at least 1), once or for an interval again and again. Ids are never
  /// reused.
  std::uint64_t start(TimerKind kind, std::uint64_t delay, std::shared_ptr<TimerWork> work);
  /// Runs `work` after this turn's input and output.
  std::uint64_t startImmediate(std::shared_ptr<TimerWork> work);
  /// An immediate that does nothing and that `forEach` leaves out, for the checkpoint that comes with it.
  void startEmptyImmediate();
  /// What is pending under the id; null where it is unknown or has fired.
  std::shared_ptr<TimerWork> find(std::uint64_t id) const;
  /// No effect for an id that is unknown or has fired.
  void cancel(std::uint64_t id);
  /// Starts the delay of a timer anew; false where it is unknown or has fired.
  bool refresh(std::uint64_t id);
  void hold(std::uint64_t id, LoopHold hold);
  bool isHolding(std::uint64_t id) const;

  /// The checkpoint between one timer or immediate and the next that is due, and after the last of them. None follows
  /// one that threw: the next one, or what has come meanwhile, goes first.
  void settleWith(std::function<Ran()> settle);

  /// Until `resume` nothing fires; a callback may pause its own phase of the loop. `resume` goes on with that phase at
  /// once; then come immediates, then what has become due meanwhile.
  void pause();
  void resume();

  /// All that are pending, timers by due time, then immediates in order.
  void forEach(const std::function<void(const TimerView&)>& visit) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace vmscope
