#pragma once

#include <v8.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/Lock.h"

namespace vmscope::runtime {

struct EmbeddedScript;

/// Gives V8 the built-in modules that are written in JavaScript, as an extension that `IsolateOptions` can name. Once
/// per process, before the first isolate.
/// The extension is named `kOwnScripts`.
///
/// V8 takes an extension's code for its own: it appears in no stack, and no debugger lists or enters it; but V8 reads
/// all of it while it makes the main context. Without the extension each module is compiled when it is first required,
/// as a script of the same name.
void registerBuiltinScripts();

/// The built-in modules of the main context, each made when it is first required.
///
/// On the isolate's thread; owned by the program.
class Builtins {
 public:
  using Make = std::function<v8::MaybeLocal<v8::Value>(Lock&, v8::Local<v8::Context>)>;

  explicit Builtins(Lock& lock);

  /// Whether `specifier` names a built-in, with or without `node:`.
  bool has(std::string_view specifier) const;
  std::vector<std::string> names() const;

  /// The module's exports; an exception is pending where it is empty: the name is unknown, or making it threw.
  v8::MaybeLocal<v8::Value> require(Lock& lock, v8::Local<v8::Context> context, std::string_view specifier);
  /// Adds a module that is made in C++, or replaces one.
  void add(std::string name, Make make);
  /// Whether V8 hides the scripts' frames from stacks, as it does where they are an extension.
  bool areHidden() const { return !scripts_.IsEmpty(); }
  /// Whether somebody has required the module; `name` without `node:`.
  bool isLoaded(std::string_view name) const;

 private:
  v8::MaybeLocal<v8::Value> runScript(Lock& lock, v8::Local<v8::Context> context, const std::string& name,
                                      const EmbeddedScript& script);
  v8::MaybeLocal<v8::Function> functionOf(Lock& lock, v8::Local<v8::Context> context, const EmbeddedScript& script);
  v8::Local<v8::Function> requireFunction(Lock& lock, v8::Local<v8::Context> context);
  v8::Local<v8::Object> natives(Lock& lock, v8::Local<v8::Context> context);

  std::map<std::string, Make, std::less<>> made_;                       // in C++
  std::map<std::string, const EmbeddedScript*, std::less<>> embedded_;  // in JavaScript
  std::map<std::string, v8::Global<v8::Value>, std::less<>> loaded_;
  v8::Global<v8::Object> scripts_;  // what the extension left, or empty
  v8::Global<v8::Object> natives_;
  v8::Global<v8::Function> require_;
};

}  // namespace vmscope::runtime
