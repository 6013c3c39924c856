#pragma once

#include <v8.h>

#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace vmscope {

/// Who called console, where that is not the context that the console came from. V8 says that a line is of the context
/// whose console wrote it; clients are told the context that called it, also when lines are told again to one who
/// attaches later. V8 asks for the time of each line inside the call, so the time is what a line is known by.
/// Isolate's thread; owned by the inspector's client.
class ConsoleCallers {
 public:
  explicit ConsoleCallers(v8::Isolate* isolate) : isolate_(isolate) {}

  /// A time in milliseconds that no other line has, never before `now`; remembers who calls when it is a stranger.
  double stamp(double now);

  /// The time that the newest line has.
  double lastTime() const { return lastTime_; }
  /// The time of a line in the text of its event; absent for other events.
  static std::optional<double> timeOf(std::string_view event);

  /// The context whose code called what runs now; empty outside of any context.
  v8::Local<v8::Context> caller() const;

  /// Names the caller in the text of an event, if it is a line of a stranger.
  void correct(std::string& event) const;

  /// Runtime's id means nobody any more: V8 writes 0 for that.
  void contextDestroyed(int executionContextId);

 private:
  struct Line {
    double time = 0;
    int executionContextId = 0;
  };

  v8::Isolate* const isolate_;
  double lastTime_ = 0;
  std::deque<Line> lines_;  // in the order of their times, as many as V8 keeps of all
};

}  // namespace vmscope
