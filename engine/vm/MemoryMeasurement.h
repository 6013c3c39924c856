#pragma once

#include <v8.h>

#include <memory>

namespace vmscope {

class Lock;

/// `vm.measureMemory`: a promise of what each context's objects take.
void measureMemory(const v8::FunctionCallbackInfo<v8::Value>& info);

/// Collects garbage at once and tells `delegate`, in a coming turn, what the contexts hold that it wants measured.
///
/// V8 13.6 never ends a collection that measures one context and comes upon objects of another that is not measured, or
/// that was made meanwhile: Node's `measureMemory` can hang so. Here all contexts are measured, while none can be made.
/// What `delegate` does not want counts as shared.
void measureMemory(Lock& lock, std::unique_ptr<v8::MeasureMemoryDelegate> delegate);

}  // namespace vmscope
