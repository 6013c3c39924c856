#pragma once

#include <v8.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/Completion.h"
#include "engine/Lock.h"
#include "engine/module/DynamicImport.h"
#include "engine/module/ModuleGraph.h"
#include "engine/module/ModuleResolver.h"

namespace vmscope {

class Context;
class Isolate;
class Module;
class SourceTextModule;

/// What the program around a loader gives to it.
class ModuleHost {
 public:
  virtual ~ModuleHost() = default;

  /// Whether `name`, with or without `node:`, is a built-in module.
  virtual bool hasBuiltin(std::string_view name) const = 0;
  /// The exports of a built-in. An exception is pending where it is empty.
  virtual v8::MaybeLocal<v8::Value> requireBuiltin(Lock& lock, std::string_view name) = 0;
  /// `module.exports` of the CommonJS module in a file.
  virtual v8::MaybeLocal<v8::Value> requireFile(Lock& lock, const std::string& path) = 0;
};

/// ECMAScript modules from files: for `run`, for import() of CommonJS, and for what the window opens.
///
/// A module is loaded once per URL and context, and stays. Reading and linking are synchronous; only evaluation may
/// wait. On the isolate's thread; made after the isolate, destroyed before it.
class ModuleLoader {
 public:
  ModuleLoader(Isolate& isolate, ModuleHost& host);
  ~ModuleLoader();
  ModuleLoader(const ModuleLoader&) = delete;
  ModuleLoader& operator=(const ModuleLoader&) = delete;

  /// Loads, links, instantiates and evaluates the program's main file. The promise is that of its evaluation.
  Completion importMain(Lock& lock, const std::string& path);
  /// Whether this is the promise that `importMain` gave.
  bool isOfMain(v8::Local<v8::Promise> promise) const { return main_ == promise; }
  /// import(): a promise of the namespace object.
  v8::MaybeLocal<v8::Promise> import(Lock& lock, const ImportCall& call);
  /// require() of an ECMAScript module: its namespace object. Throws where its graph awaits.
  v8::MaybeLocal<v8::Value> requireModule(Lock& lock, const std::string& path);
  /// Reads, parses and links a file and all that it imports, in `context`; nothing is instantiated. `text` replaces
  /// what the file holds.
  std::variant<Module*, Thrown> load(Lock& lock, Context& context, const std::string& url,
                                     std::optional<std::string> text = {});

  /// Whether the file is an ECMAScript module by its name or by its package.json.
  bool isModuleFile(Lock& lock, const std::string& path) const;

  /// Where the main file's evaluation is stuck, once nothing is left to do: a warning in Node's words for each await.
  /// Empty where it has settled. The process then ends with `kUnsettledAwaitStatus`.
  std::string unsettledWarning(Lock& lock);
  static constexpr int kUnsettledAwaitStatus = 13;

 private:
  enum class Import { First, Again };
  enum class Format { Module, CommonJs, Json, Wasm, Builtin };
  using Key = std::pair<int, std::string>;  // context, URL
  template <typename T>
  using OrError = std::variant<T, ModuleLoadError>;

  Module* open(Lock& lock, Context& context, const std::string& url, const ModuleRequest* request,
               std::vector<Module*>& opened);
  bool linkAll(Lock& lock, std::vector<Module*>& opened);
  bool linkOne(Lock& lock, SourceTextModule& module, std::vector<Module*>& opened);
  OrError<Format> formatOf(Lock& lock, const std::string& url) const;
  bool hasModuleSyntax(Lock& lock, const std::string& text) const;
  static std::optional<ModuleLoadError> checkAttributes(const ModuleRequest& request, const std::string& url,
                                                        Format format);
  Module* make(Lock& lock, Context& context, const std::string& url, Format format);
  Module* makeSourceText(Lock& lock, Context& context, const std::string& url, const std::string& text);
  Module* makeJson(Lock& lock, Context& context, const std::string& url, const std::string& text);
  Module* makeWasm(Lock& lock, Context& context, const std::string& url);
  v8::MaybeLocal<v8::Value> importForWasm(Lock& lock, Context& context, const std::string& specifier,
                                          const std::string& importer);
  Module* makeCommonJs(Lock& lock, Context& context, const std::string& url);
  Module* makeBuiltin(Lock& lock, Context& context, const std::string& url);
  void forgetOpened(Lock& lock, const std::vector<Module*>& opened);
  Completion instantiate(Lock& lock, Module& module) const;
  void explainMissingExport(Lock& lock, const Thrown& thrown) const;
  v8::MaybeLocal<v8::Promise> evaluatedLater(Lock& lock, Module& module, Import import) const;
  v8::MaybeLocal<v8::Promise> jobsLater(Lock& lock, v8::Local<v8::Promise> promise, int jobs) const;
  static v8::MaybeLocal<v8::Promise> evaluated(Lock& lock, Module& module);
  /// The namespace object of a module whose graph does not await.
  v8::MaybeLocal<v8::Value> evaluatedAtOnce(Lock& lock, Module& module);
  void raise(Lock& lock, const ModuleLoadError& error) const;
  static void raise(Lock& lock, const Thrown& thrown);
  static void nameImporter(Lock& lock, v8::Local<v8::Value> error, const Module& module, const ModuleRequest& request);
  static void initializeImportMeta(const v8::FunctionCallbackInfo<v8::Value>& info);
  static void resolveForImportMeta(const v8::FunctionCallbackInfo<v8::Value>& info);

  Isolate& isolate_;
  ModuleHost& host_;
  ModuleResolver resolver_;
  std::map<Key, Module*> modules_;
  std::map<std::string, std::string> texts_;  // by URL, instead of what is in the file; during one load
  v8::Global<v8::Function> initializeImportMeta_;
  v8::Global<v8::Promise> main_;
  int mainId_ = 0;
};

}  // namespace vmscope
