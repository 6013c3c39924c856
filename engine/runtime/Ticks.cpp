#include "engine/runtime/Ticks.h"

#include <utility>

#include "engine/Isolate.h"
#include "engine/Observer.h"
#include "engine/runtime/Program.h"

namespace vmscope::runtime {

Ticks::~Ticks() = default;

void Ticks::add(Lock& lock, v8::Local<v8::Function> callback, std::vector<v8::Local<v8::Value>> arguments) {
  auto tick = std::make_unique<Tick>();
  tick->callback.Reset(lock.v8(), callback);
  for (const auto& argument : arguments) tick->arguments.emplace_back(lock.v8(), argument);
  for (Observer* observer : lock.isolate().observers())
    observer->asyncTaskScheduled("process.nextTick", tick.get(), false);
  ticks_.push_back(std::move(tick));
}

Ran Ticks::run(Lock& lock) {
  if (std::exchange(jobsGoFirst_, false) || ticks_.empty()) return Ran::Nothing;
  while (!ticks_.empty() && !program_.isExiting()) {
    const auto tick = std::move(ticks_.front());
    ticks_.pop_front();
    for (Observer* observer : lock.isolate().observers()) observer->asyncTaskStarted(tick.get());
    const Ran ran = run(lock, *tick);
    for (Observer* observer : lock.isolate().observers()) observer->asyncTaskFinished(tick.get());
    if (ran == Ran::Threw) return Ran::Threw;
  }
  return Ran::Through;
}

Ran Ticks::run(Lock& lock, Tick& tick) {
  const v8::HandleScope handles(lock.v8());
  std::vector<v8::Local<v8::Value>> arguments;
  for (const auto& argument : tick.arguments) arguments.push_back(argument.Get(lock.v8()));
  return program_.call(lock, tick.callback.Get(lock.v8()), v8::Undefined(lock.v8()), arguments);
}

void Ticks::clear() {
  ticks_.clear();
}

}  // namespace vmscope::runtime
