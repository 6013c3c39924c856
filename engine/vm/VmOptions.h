#pragma once

#include <v8.h>

#include <optional>
#include <string_view>

#include "engine/Lock.h"
#include "engine/vm/Arguments.h"
#include "engine/vm/ContextOptions.h"
#include "engine/vm/RunLimits.h"
#include "engine/vm/Script.h"

namespace vmscope {

class Context;

/// `options.importModuleDynamically` as given: nothing, a function, or USE_MAIN_CONTEXT_DEFAULT_LOADER.
class ImportOption {
 public:
  ImportOption() = default;
  /// Reads and checks it.
  ImportOption(const Lock& lock, Options& options);

  bool hasCallback() const { return !callback_.IsEmpty(); }
  bool usesLoader() const { return usesLoader_; }
  /// What a piece of code is compiled with; `bind` afterwards, once its referrer exists.
  v8::Local<v8::PrimitiveArray> hostDefinedOptions(const Lock& lock) const;
  void bind(Lock& lock, v8::Local<v8::PrimitiveArray> hostDefinedOptions, v8::Local<v8::Value> referrer) const;
  void bindContext(Lock& lock, Context& context, v8::Local<v8::Value> referrer) const;

 private:
  v8::Local<v8::Function> callback_;
  bool usesLoader_ = false;
};

/// How a Script is made from the options of `new Script` and of the run functions.
struct ScriptOptions {
  ScriptText text;
  bool producesCachedData = false;
  ImportOption import;
};

enum class StackDecoration { Shown, Hidden };

/// How a script is run: `timeout`, `breakOnSigint`, `displayErrors`.
struct ScriptRunOptions {
  RunOptions limits;
  StackDecoration decoration = StackDecoration::Shown;
};

/// An options argument of a function of the module, where a string stands for `{ filename }` and, for the functions
/// that copy their options, anything but an object for none.
enum class OptionsForm { Object, ObjectOrFileName, Anything };

/// Each reads, converts and checks in Node's order; nothing where an exception is pending.
std::optional<ScriptOptions> readScriptOptions(const Lock& lock, v8::Local<v8::Context> context,
                                               v8::Local<v8::Value> code, v8::Local<v8::Value> options,
                                               OptionsForm form);
std::optional<ScriptRunOptions> readRunOptions(const Lock& lock, v8::Local<v8::Context> context,
                                               v8::Local<v8::Value> options, OptionsForm form);
struct NewContextOptions {
  ContextOptions context;
  ImportOption import;
};
std::optional<NewContextOptions> readContextOptions(const Lock& lock, v8::Local<v8::Context> context,
                                                    v8::Local<v8::Value> options);
/// Those of `runInNewContext`, which go by the names contextName, contextOrigin and contextCodeGeneration.
std::optional<NewContextOptions> readContextOptionsOfRun(const Lock& lock, v8::Local<v8::Context> context,
                                                         v8::Local<v8::Value> options);

/// The symbols of `vm.constants`.
v8::Local<v8::Symbol> dontContextify(const Lock& lock);
v8::Local<v8::Symbol> mainContextDefaultLoader(const Lock& lock);

}  // namespace vmscope
