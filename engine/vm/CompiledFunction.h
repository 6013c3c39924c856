#pragma once

#include <v8.h>

namespace vmscope {

/// `vm.compileFunction`: an anonymous function from its body and the names of its parameters, with objects of the
/// caller's in its scope.
void compileFunction(const v8::FunctionCallbackInfo<v8::Value>& info);

}  // namespace vmscope
