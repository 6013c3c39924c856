#pragma once

#include <v8.h>

#include <cstdint>
#include <map>
#include <memory>

#include "engine/Lock.h"

namespace vmscope::runtime {

class Program;

/// Signals that the program listens to with process.on. They do not keep the loop alive.
///
/// On the isolate's thread; owned by the program.
class Signals {
 public:
  explicit Signals(Program& program);
  ~Signals();

  /// Calls `listener` at each `number`, until `unwatch` of the id it returns.
  std::uint32_t watch(Lock& lock, int number, v8::Local<v8::Function> listener);
  void unwatch(std::uint32_t id);

 private:
  struct Watch;

  void tell(Lock& lock, std::uint32_t id);

  Program& program_;
  std::map<std::uint32_t, Watch*> watches_;  // libuv frees them when they are closed
  std::uint32_t lastId_ = 0;
};

}  // namespace vmscope::runtime
