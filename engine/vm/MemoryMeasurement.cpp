#include "engine/vm/MemoryMeasurement.h"

#include <v8-statistics.h>

#include "engine/Isolate.h"
#include "engine/vm/Arguments.h"

namespace vmscope {

void measureMemory(const v8::FunctionCallbackInfo<v8::Value>& info) {
  const Lock lock(Isolate::from(info.GetIsolate()));
  const auto context = lock.v8()->GetCurrentContext();
  Options options(lock, context, info[0]);
  const auto mode = options.oneOf("mode", {"summary", "detailed"});
  const auto execution = options.oneOf("execution", {"default", "eager"});
  v8::Local<v8::Promise::Resolver> resolver;
  if (options.hasFailed() || !v8::Promise::Resolver::New(context).ToLocal(&resolver)) return;

  auto delegate = v8::MeasureMemoryDelegate::Default(
      lock.v8(), context, resolver,
      mode == "detailed" ? v8::MeasureMemoryMode::kDetailed : v8::MeasureMemoryMode::kSummary);
  lock.v8()->MeasureMemory(std::move(delegate), execution == "eager" ? v8::MeasureMemoryExecution::kEager
                                                                     : v8::MeasureMemoryExecution::kDefault);
  info.GetReturnValue().Set(resolver->GetPromise());
}

}  // namespace vmscope
