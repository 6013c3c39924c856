#pragma once

#include <cstdint>
#include <functional>
#include <memory>

struct uv_loop_s;

namespace vmscope {

class Timers;

/// The isolate's event loop, with Node's phases: timers, input and output, immediates; on libuv.
///
/// Lives on the isolate's thread and is owned by the isolate; only `post` may be called from other threads.
class EventLoop {
 public:
  using Task = std::function<void()>;

  EventLoop();
  ~EventLoop();
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;

  /// Runs `task` on the isolate's thread in a coming turn; from any thread. Does not keep the loop alive.
  void post(Task task);
  /// Asks for a turn in `delaySeconds`, for work kept elsewhere; from any thread. See `onWake`.
  void wakeIn(double delaySeconds);
  /// What each turn runs first: the isolate's interrupts and V8's foreground tasks. Returns whether anything ran.
  void onWake(std::function<bool()> work);

  /// Turns until nothing is left that keeps it alive (timers, sockets, `keepAlive`), or until `stop`.
  void run();
  /// One turn without waiting. Returns whether something is left that keeps the loop alive.
  bool turn();
  bool isAlive() const;
  void stop();

  /// While more have been kept than released, `run` waits instead of ending.
  void keepAlive();
  void release();

  /// Until `resumeProgram` nothing calls back into the program: no timer fires, nothing that is delivered runs. The
  /// loop stays alive meanwhile.
  void pauseProgram();
  /// Delivers what has come meanwhile, in a turn to come and before any timer or immediate.
  void resumeProgram();
  bool isProgramPaused() const;
  /// Runs `callBack`, which calls into the program because input or output is done: now or, where the program is
  /// paused, when it goes on, in the order of arrival.
  void deliver(Task callBack);

  Timers& timers();
  /// Timers of whoever embeds the engine: they run on while the program is paused.
  Timers& hostTimers();
  /// For sockets and files of the runtime; not for other threads.
  uv_loop_s* uv();
  /// Milliseconds since the loop began, as it was at the start of this turn.
  std::uint64_t now() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace vmscope
