#include "engine/runtime/timers/CallbackTimer.h"

#include <vector>

#include "engine/Isolate.h"
#include "engine/Observer.h"
#include "engine/microtask/CallStacks.h"
#include "engine/runtime/Bindings.h"
#include "engine/runtime/Program.h"
#include "engine/runtime/timers/TimerObjects.h"
#include "engine/vm/Context.h"

namespace vmscope::runtime {

CallbackTimer::CallbackTimer(Program& program, Lock& lock, TimerKind kind, v8::Local<v8::Object> object)
    : program_(program), kind_(kind), object_(lock.v8(), object), origin_(program.callStacks().now()) {
  for (Observer* observer : lock.isolate().observers())
    observer->asyncTaskScheduled(name(), this, kind == TimerKind::Interval);
}

CallbackTimer::~CallbackTimer() = default;

const char* CallbackTimer::name() const {
  switch (kind_) {
    case TimerKind::Timeout:
      return "setTimeout";
    case TimerKind::Interval:
      return "setInterval";
    default:
      return "setImmediate";
  }
}

Ran CallbackTimer::run() {
  Lock lock(program_.isolate());
  const auto main = program_.context(lock);
  const v8::Context::Scope scope(main);
  const auto object = object_.Get(lock.v8());
  const auto callback = function(lock);
  if (!callback->IsFunction()) return Ran::Through;
  std::vector<v8::Local<v8::Value>> arguments = timerArguments(lock, main, object);
  const Isolate::Turn turn(lock.isolate(), Isolate::Turn::End::Leave);  // its jobs come between timers
  for (Observer* observer : lock.isolate().observers()) observer->asyncTaskStarted(this);
  const Ran ran = program_.call(lock, callback.As<v8::Function>(), object, arguments);
  for (Observer* observer : lock.isolate().observers()) observer->asyncTaskFinished(this);
  if (kind_ != TimerKind::Interval) markDestroyed(lock, main, object);
  return ran;
}

void CallbackTimer::cancelled() {
  for (Observer* observer : program_.isolate().observers()) observer->asyncTaskCanceled(this);
}

v8::Local<v8::Value> CallbackTimer::function(Lock& lock) const {
  const char* property = kind_ == TimerKind::Immediate ? "_onImmediate" : "_onTimeout";
  return get(lock, program_.context(lock), object_.Get(lock.v8()), property);
}

int CallbackTimer::contextId(Lock& lock) const {
  v8::Local<v8::Context> context;
  const auto callback = function(lock);
  if (!callback->IsObject() || !callback.As<v8::Object>()->GetCreationContext(lock.v8()).ToLocal(&context)) return 0;
  const Context* known = Context::from(context);
  return known == nullptr ? 0 : known->id();
}

}  // namespace vmscope::runtime
