#include "inspector/agents/MemoryMeasurement.h"

#include <v8-statistics.h>
#include <v8.h>

#include <memory>
#include <utility>

#include "engine/Isolate.h"
#include "engine/vm/Contexts.h"
#include "engine/vm/MemoryMeasurement.h"
#include "inspector/Target.h"

namespace vmscope {
namespace {

using protocol::vm::MeasureMemoryResult;

class Measurement : public v8::MeasureMemoryDelegate {
 public:
  Measurement(Target& target, AnswerLater<MeasureMemoryResult> answer) : target_(target), answer_(std::move(answer)) {}

  bool ShouldMeasure(v8::Local<v8::Context> context) override { return Context::from(context) != nullptr; }

  void MeasurementComplete(Result measured) override {
    MeasureMemoryResult result;
    for (size_t i = 0; i < measured.contexts.size(); ++i) {
      const Context* context = Context::from(measured.contexts[i]);
      if (context == nullptr) continue;
      result.contexts.push_back(
          {target_.executionContextId(*context), context->name(), static_cast<double>(measured.sizes_in_bytes[i])});
    }
    result.sharedBytes = static_cast<double>(measured.unattributed_size_in_bytes);
    answer_(std::move(result));
  }

 private:
  Target& target_;
  const AnswerLater<MeasureMemoryResult> answer_;
};

}  // namespace

void measureMemory(Target& target, AnswerLater<MeasureMemoryResult> answer) {
  Lock lock(target.isolate());
  measureMemory(lock, std::make_unique<Measurement>(target, std::move(answer)));
  target.isolate().runTasksSoon();  // a held queue does not keep the person's own question waiting
}

}  // namespace vmscope
