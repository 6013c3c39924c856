#pragma once

#include <v8.h>

#include <functional>
#include <string>
#include <vector>

#include "engine/Lock.h"

namespace vmscope {

class Context;
class SyntheticModule;

/// A WebAssembly module of a file, as the WebAssembly/ES Module Integration proposal sees it: its source phase gives
/// the `WebAssembly.Module`; evaluated, it is an instance whose exports are the module's. Made and gone on the stack.
class WasmModule {
 public:
  /// The namespace object of what the instance imports, evaluated. An exception is pending where it is empty.
  using Import = std::function<v8::MaybeLocal<v8::Value>(Lock& lock, const std::string& specifier)>;

  /// Compiles in `context`. Where the bytes are no module, a CompileError is pending and `source` is empty.
  static v8::MaybeLocal<v8::Object> compile(Lock& lock, Context& context, const std::string& bytes);
  static std::vector<v8::Local<v8::String>> exportNames(Lock& lock, v8::Local<v8::Context> realm,
                                                        v8::Local<v8::Object> source);
  /// Instantiates `source` with what `import` gives, and sets the exports. Leaves pending what is thrown.
  static void evaluate(Lock& lock, SyntheticModule& module, v8::Local<v8::Object> source, const Import& import);
};

}  // namespace vmscope
