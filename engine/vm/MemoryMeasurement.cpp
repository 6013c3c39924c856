#include "engine/vm/MemoryMeasurement.h"

#include <v8-statistics.h>

#include <utility>
#include <vector>

#include "engine/Isolate.h"
#include "engine/vm/Arguments.h"

namespace vmscope {

namespace {

// Has all contexts measured, and tells of those that were wished for.
class EveryContext : public v8::MeasureMemoryDelegate {
 public:
  explicit EveryContext(std::unique_ptr<v8::MeasureMemoryDelegate> wishes) : wishes_(std::move(wishes)) {}

  bool ShouldMeasure(v8::Local<v8::Context>) override { return true; }

  void MeasurementComplete(Result measured) override {
    std::vector<v8::Local<v8::Context>> contexts;
    std::vector<size_t> sizes;
    size_t shared = measured.unattributed_size_in_bytes;
    for (size_t i = 0; i < measured.contexts.size(); ++i) {
      if (!wishes_->ShouldMeasure(measured.contexts[i])) {
        shared += measured.sizes_in_bytes[i];
        continue;
      }
      contexts.push_back(measured.contexts[i]);
      sizes.push_back(measured.sizes_in_bytes[i]);
    }
    const v8::MemorySpan<const v8::Local<v8::Context>> wished(contexts.data(), contexts.size());
    const v8::MemorySpan<const size_t> theirs(sizes.data(), sizes.size());
    wishes_->MeasurementComplete(
        {wished, theirs, shared, measured.wasm_code_size_in_bytes, measured.wasm_metadata_size_in_bytes});
  }

 private:
  const std::unique_ptr<v8::MeasureMemoryDelegate> wishes_;
};

}  // namespace

void measureMemory(Lock& lock, std::unique_ptr<v8::MeasureMemoryDelegate> delegate) {
  lock.v8()->MeasureMemory(std::make_unique<EveryContext>(std::move(delegate)), v8::MeasureMemoryExecution::kLazy);
  lock.v8()->LowMemoryNotification();
}

// Both ways of execution measure now: "default" leaves to the engine when.
void measureMemory(const v8::FunctionCallbackInfo<v8::Value>& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  lock.isolate().warnOfExperiment(lock, "vm.measureMemory");
  const auto context = lock.v8()->GetCurrentContext();
  Options options(lock, context, info[0]);
  const auto mode = options.oneOf("mode", {"summary", "detailed"});
  options.oneOf("execution", {"default", "eager"});
  v8::Local<v8::Promise::Resolver> resolver;
  if (options.hasFailed() || !v8::Promise::Resolver::New(context).ToLocal(&resolver)) return;

  measureMemory(lock, v8::MeasureMemoryDelegate::Default(
                          lock.v8(), context, resolver,
                          mode == "detailed" ? v8::MeasureMemoryMode::kDetailed : v8::MeasureMemoryMode::kSummary));
  info.GetReturnValue().Set(resolver->GetPromise());
}

}  // namespace vmscope
