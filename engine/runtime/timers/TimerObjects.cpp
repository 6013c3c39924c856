#include "engine/runtime/timers/TimerObjects.h"

#include <cmath>
#include <memory>
#include <string>

#include "engine/EventLoop.h"
#include "engine/Isolate.h"
#include "engine/Timers.h"
#include "engine/runtime/Bindings.h"
#include "engine/runtime/Builtins.h"
#include "engine/runtime/Program.h"
#include "engine/runtime/timers/CallbackTimer.h"
#include "engine/vm/Arguments.h"

namespace vmscope::runtime {

namespace {

constexpr double kLongestDelay = 2147483647;
enum Field : int { kId, kArguments, kFieldCount };

Timers& timersOf(const Call& call) {
  return call.lock.isolate().loop().timers();
}

std::uint64_t idOf(v8::Local<v8::Object> object) {
  const auto id = object->GetInternalField(kId).As<v8::Value>();
  return id->IsNumber() ? static_cast<std::uint64_t>(id.As<v8::Number>()->Value()) : 0;
}

bool isTimer(const Call& call, v8::Local<v8::Value> value) {
  const auto& classes = Program::from(call.lock.v8()).timerClasses();
  return value->IsObject() && (classes.timeout.Get(call.lock.v8())->HasInstance(value) ||
                               classes.immediate.Get(call.lock.v8())->HasInstance(value));
}

void schedule(Call& call, TimerKind kind, v8::Local<v8::Object> object, double delay) {
  auto work = std::make_shared<CallbackTimer>(Program::from(call.lock.v8()), call.lock, kind, object);
  Timers& timers = timersOf(call);
  const std::uint64_t id = kind == TimerKind::Immediate
                               ? timers.startImmediate(std::move(work))
                               : timers.start(kind, static_cast<std::uint64_t>(delay), std::move(work));
  object->SetInternalField(kId, v8::Number::New(call.lock.v8(), static_cast<double>(id)));
}

double delayOf(const Call& call) {
  double delay = 1;
  if (!call[1]->IsUndefined() && !call[1]->NumberValue(call.context).To(&delay)) return NAN;
  return delay >= 1 && delay <= kLongestDelay ? std::trunc(delay) : 1;
}

void keepArguments(Call& call, v8::Local<v8::Object> object, int first) {
  if (call.count() <= first) return;
  std::vector<v8::Local<v8::Value>> values;
  for (int index = first; index < call.count(); ++index) values.push_back(call[index]);
  const auto list = v8::Array::New(call.lock.v8(), values.data(), values.size());
  object->SetInternalField(kArguments, list);
}

v8::Local<v8::Object> newObject(Call& call, const v8::Global<v8::FunctionTemplate>& type) {
  return type.Get(call.lock.v8())->InstanceTemplate()->NewInstance(call.context).ToLocalChecked();
}

template <TimerKind kind>
void start(const Info& info) {
  Call call(info);
  if (!requireFunction(call.lock, call[0], "callback")) return;
  const double delay = delayOf(call);
  if (std::isnan(delay)) return;  // its conversion threw
  const auto object = newObject(call, Program::from(call.lock.v8()).timerClasses().timeout);
  const auto number = v8::Number::New(call.lock.v8(), delay);
  set(call.lock, call.context, object, "_idleTimeout", number);
  set(call.lock, call.context, object, "_onTimeout", call[0]);
  set(call.lock, call.context, object, "_repeat",
      kind == TimerKind::Interval ? number.As<v8::Value>() : v8::Null(call.lock.v8()).As<v8::Value>());
  set(call.lock, call.context, object, "_destroyed", v8::False(call.lock.v8()));
  keepArguments(call, object, 2);
  schedule(call, kind, object, delay);
  call.returns(object.As<v8::Value>());
}

void startImmediate(const Info& info) {
  Call call(info);
  if (!requireFunction(call.lock, call[0], "callback")) return;
  const auto object = newObject(call, Program::from(call.lock.v8()).timerClasses().immediate);
  set(call.lock, call.context, object, "_onImmediate", call[0]);
  set(call.lock, call.context, object, "_destroyed", v8::False(call.lock.v8()));
  keepArguments(call, object, 1);
  schedule(call, TimerKind::Immediate, object, 0);
  call.returns(object.As<v8::Value>());
}

void cancel(Call& call, std::uint64_t id) {
  std::shared_ptr<TimerWork> work = timersOf(call).find(id);
  if (auto* timer = dynamic_cast<CallbackTimer*>(work.get())) timer->cancelled();
  timersOf(call).cancel(id);
}

// Takes what a timer function returned, or for timeouts its number.
void clear(const Info& info) {
  Call call(info);
  if (isTimer(call, call[0])) {
    cancel(call, idOf(call[0].As<v8::Object>()));
    return markDestroyed(call.lock, call.context, call[0].As<v8::Object>());
  }
  if (!call[0]->IsNumber() && !call[0]->IsString()) return;
  const double id = call.number(0);
  if (id >= 1 && std::trunc(id) == id) cancel(call, static_cast<std::uint64_t>(id));
}

void close(const Info& info) {
  Call call(info);
  if (!isTimer(call, call.self())) return;
  cancel(call, idOf(call.self()));
  markDestroyed(call.lock, call.context, call.self());
  call.returns(call.self().As<v8::Value>());
}

template <LoopHold hold>
void setHold(const Info& info) {
  Call call(info);
  if (!isTimer(call, call.self())) return;
  timersOf(call).hold(idOf(call.self()), hold);
  call.returns(call.self().As<v8::Value>());
}

void hasRef(const Info& info) {
  const Call call(info);
  call.returnsFlag(isTimer(call, call.self()) && timersOf(call).isHolding(idOf(call.self())));
}

void refresh(const Info& info) {
  Call call(info);
  if (!isTimer(call, call.self())) return;
  call.returns(call.self().As<v8::Value>());
  if (timersOf(call).refresh(idOf(call.self()))) return;
  const auto callback = get(call.lock, call.context, call.self(), "_onTimeout");
  if (!callback->IsFunction()) return;  // cleared
  const auto repeat = get(call.lock, call.context, call.self(), "_repeat");
  const auto delay = get(call.lock, call.context, call.self(), "_idleTimeout")->NumberValue(call.context).FromMaybe(1);
  set(call.lock, call.context, call.self(), "_destroyed", v8::False(call.lock.v8()));
  schedule(call, repeat->IsNumber() ? TimerKind::Interval : TimerKind::Timeout, call.self(), delay);
}

void toPrimitive(const Info& info) {
  const Call call(info);
  if (isTimer(call, call.self())) call.returns(static_cast<double>(idOf(call.self())));
}

constexpr Method kHoldMethods[] = {
    {"ref", &setHold<LoopHold::KeepsAlive>}, {"unref", &setHold<LoopHold::LetsEnd>}, {"hasRef", &hasRef}};
constexpr Method kTimeoutMethods[] = {{"refresh", &refresh}, {"close", &close}};
constexpr Method kFunctions[] = {
    {"setTimeout", &start<TimerKind::Timeout>, 2},
    {"clearTimeout", &clear, 1},
    {"setImmediate", &startImmediate, 1},
    {"clearImmediate", &clear, 1},
    {"setInterval", &start<TimerKind::Interval>, 2},
    {"clearInterval", &clear, 1},
};

v8::Local<v8::FunctionTemplate> makeClass(Lock& lock, std::string_view name) {
  auto type = v8::FunctionTemplate::New(lock.v8());
  type->SetClassName(lock.name(name));
  type->InstanceTemplate()->SetInternalFieldCount(kFieldCount);
  return type;
}

void addMethod(Lock& lock, v8::Local<v8::FunctionTemplate> type, v8::Local<v8::Name> name, const Method& method) {
  const auto function = v8::FunctionTemplate::New(lock.v8(), method.callback);
  function->SetClassName(lock.name(method.name));
  type->PrototypeTemplate()->Set(name, function, v8::DontEnum);
}

// `util.promisify(setTimeout)` and its like are what node:timers/promises exports under the same name.
void promisified(const Info& info) {
  Call call(info);
  Program& program = Program::from(call.lock.v8());
  v8::Local<v8::Value> promises;
  if (!program.builtins().require(call.lock, program.context(call.lock), "timers/promises").ToLocal(&promises)) return;
  call.returns(get(call.lock, call.context, promises.As<v8::Object>(), call.lock.text(call.bound())));
}

void definePromisified(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> module, const char* name) {
  const auto symbol = v8::Symbol::For(lock.v8(), lock.name("nodejs.util.promisify.custom"));
  const auto getter = makeFunction(lock, context, {"get", &promisified}, lock.name(name));
  get(lock, context, module, name).As<v8::Object>()->SetAccessorProperty(symbol, getter, {}, v8::DontDelete);
}

}  // namespace

TimerClasses::TimerClasses(Lock& lock) {
  const auto timeoutClass = makeClass(lock, "Timeout");
  const auto immediateClass = makeClass(lock, "Immediate");
  for (const Method& method : kHoldMethods) {
    addMethod(lock, timeoutClass, lock.name(method.name), method);
    addMethod(lock, immediateClass, lock.name(method.name), method);
  }
  for (const Method& method : kTimeoutMethods) addMethod(lock, timeoutClass, lock.name(method.name), method);
  addMethod(lock, timeoutClass, v8::Symbol::GetToPrimitive(lock.v8()), {"[Symbol.toPrimitive]", &toPrimitive});
  addMethod(lock, timeoutClass, v8::Symbol::GetDispose(lock.v8()), {"[Symbol.dispose]", &close});
  addMethod(lock, immediateClass, v8::Symbol::GetDispose(lock.v8()), {"[Symbol.dispose]", &close});
  timeout.Reset(lock.v8(), timeoutClass);
  immediate.Reset(lock.v8(), immediateClass);
}

v8::Local<v8::Object> makeTimersModule(Lock& lock, v8::Local<v8::Context> context) {
  const auto module = v8::Object::New(lock.v8());
  define(lock, context, module, kFunctions);
  definePromisified(lock, context, module, "setTimeout");
  definePromisified(lock, context, module, "setImmediate");
  const auto promises = [](v8::Local<v8::Name>, const v8::PropertyCallbackInfo<v8::Value>& info) {
    Lock inner(Isolate::from(info.GetIsolate()));
    Program& program = Program::from(inner.v8());
    v8::Local<v8::Value> value;
    if (program.builtins().require(inner, program.context(inner), "timers/promises").ToLocal(&value))
      info.GetReturnValue().Set(value);
  };
  module->SetLazyDataProperty(context, lock.name("promises"), promises).Check();
  return module;
}

std::vector<v8::Local<v8::Value>> timerArguments(Lock& lock, v8::Local<v8::Context> context,
                                                 v8::Local<v8::Object> object) {
  std::vector<v8::Local<v8::Value>> values;
  const auto kept = object->GetInternalField(kArguments).As<v8::Value>();
  if (!kept->IsArray()) return values;
  const auto list = kept.As<v8::Array>();
  for (std::uint32_t at = 0; at < list->Length(); ++at) values.push_back(list->Get(context, at).ToLocalChecked());
  return values;
}

void markDestroyed(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> object) {
  set(lock, context, object, "_destroyed", v8::True(lock.v8()));
}

}  // namespace vmscope::runtime
