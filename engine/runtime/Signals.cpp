#include "engine/runtime/Signals.h"

#include <uv.h>

#include "engine/EventLoop.h"
#include "engine/Isolate.h"
#include "engine/runtime/Program.h"

namespace vmscope::runtime {

struct Signals::Watch {
  uv_signal_t handle{};
  Program* program = nullptr;
  std::uint32_t id = 0;
  v8::Global<v8::Function> listener;
};

Signals::Signals(Program& program) : program_(program) {}

Signals::~Signals() {
  while (!watches_.empty()) unwatch(watches_.begin()->first);
}

std::uint32_t Signals::watch(Lock& lock, int number, v8::Local<v8::Function> listener) {
  auto* watch = new Watch;
  watch->program = &program_;
  watch->id = ++lastId_;
  watch->listener.Reset(lock.v8(), listener);
  watch->handle.data = watch;
  uv_signal_init(program_.isolate().loop().uv(), &watch->handle);
  uv_unref(reinterpret_cast<uv_handle_t*>(&watch->handle));
  uv_signal_start(
      &watch->handle,
      [](uv_signal_t* handle, int) {
        const auto& fired = *static_cast<Watch*>(handle->data);
        fired.program->deliver(
            "signal", [&signals = fired.program->signals(), id = fired.id](Lock& inner) { signals.tell(inner, id); });
      },
      number);
  watches_.emplace(lastId_, watch);
  return lastId_;
}

// It may have been unwatched while the program was paused.
void Signals::tell(Lock& lock, std::uint32_t id) {
  const auto it = watches_.find(id);
  if (it != watches_.end()) program_.call(lock, it->second->listener.Get(lock.v8()), v8::Undefined(lock.v8()), {});
}

void Signals::unwatch(std::uint32_t id) {
  const auto it = watches_.find(id);
  if (it == watches_.end()) return;
  it->second->listener.Reset();
  uv_close(reinterpret_cast<uv_handle_t*>(&it->second->handle),
           [](uv_handle_t* handle) { delete static_cast<Watch*>(handle->data); });
  watches_.erase(it);
}

}  // namespace vmscope::runtime
