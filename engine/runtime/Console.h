#pragma once

#include <v8.h>

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/Lock.h"
#include "engine/runtime/Bindings.h"
#include "engine/runtime/Streams.h"

namespace vmscope::runtime {

class Program;

/// The console of the main context: prints as Node's does, and hands each call to V8's own console too, from which an
/// inspector hears of it.
///
/// On the isolate's thread; owned by the program.
class Console {
 public:
  /// Replaces the methods of the context's console object; V8's are kept and called.
  Console(Program& program, Lock& lock, v8::Local<v8::Context> context);

  using Values = std::vector<v8::Local<v8::Value>>;
  void print(Lock& lock, v8::Local<v8::Context> context, Stream stream, const Values& values);
  void write(Stream stream, std::string_view text) const;

  void enterGroup() { indentation_ += kGroupIndentation; }
  void leaveGroup() { indentation_ = indentation_ < kGroupIndentation ? 0 : indentation_ - kGroupIndentation; }

  using Clock = std::chrono::steady_clock;
  std::map<std::string, Clock::time_point> timers;
  std::map<std::string, int> counts;

 private:
  static constexpr std::size_t kGroupIndentation = 2;

  Program& program_;
  std::size_t indentation_ = 0;
};

/// console.table's drawing of `value`, or nothing where it is not tabular.
std::string tableOf(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Value> value,
                    v8::Local<v8::Value> columns);

/// How console.time shows a duration.
std::string durationText(double milliseconds);

}  // namespace vmscope::runtime
