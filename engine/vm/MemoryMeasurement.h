#pragma once

#include <v8.h>

namespace vmscope {

/// `vm.measureMemory`: a promise of what each context's objects take, once a garbage collection has counted them.
void measureMemory(const v8::FunctionCallbackInfo<v8::Value>& info);

}  // namespace vmscope
