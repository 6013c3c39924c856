#pragma once

#include <v8.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/Lock.h"
#include "engine/vm/ErrorDecoration.h"

namespace vmscope::runtime {

/// Gives V8 the built-in modules that are written in JavaScript, as an extension that `IsolateOptions` can name. Once
/// per process, before the first isolate.
///
/// V8 takes an extension's code for its own: it appears in no stack, and no debugger lists or enters it; but V8 reads
/// all of it while it makes the main context. Without the extension each module is compiled when it is first required,
/// as a script of the same name.
void registerBuiltinScripts();
/// The extension's name, and the resource name of each script of ours.
inline constexpr const char* kBuiltinsName = kOwnScripts;

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
  /// Whether somebody has required the module; `name` without `node:`.
  bool isLoaded(std::string_view name) const;

 private:
  v8::MaybeLocal<v8::Value> runScript(Lock& lock, v8::Local<v8::Context> context, const std::string& name,
                                      const std::string& file);
  v8::MaybeLocal<v8::Function> functionOf(Lock& lock, v8::Local<v8::Context> context, const std::string& file);
  v8::Local<v8::Function> requireFunction(Lock& lock, v8::Local<v8::Context> context);
  v8::Local<v8::Object> natives(Lock& lock, v8::Local<v8::Context> context);

  std::map<std::string, Make, std::less<>> made_;                // in C++
  std::map<std::string, std::string, std::less<>> scriptNames_;  // in JavaScript, with the file's name
  std::map<std::string, v8::Global<v8::Value>, std::less<>> loaded_;
  v8::Global<v8::Object> scripts_;  // what the extension left, or empty
  v8::Global<v8::Object> natives_;
  v8::Global<v8::Function> require_;
};

}  // namespace vmscope::runtime
