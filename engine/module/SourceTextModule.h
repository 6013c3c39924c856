#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/module/Module.h"

namespace vmscope {

/// How a source text module is made.
struct SourceTextOptions {
  std::string identifier;
  int lineOffset = 0;
  int columnOffset = 0;
  v8::Local<v8::ArrayBufferView> cachedData;                            ///< refused data fails the parse
  v8::Local<v8::Function> initializeImportMeta;                         ///< may be empty
  v8::Local<v8::Function> importModuleDynamically;                      ///< may be empty
  enum class Imports { Callback, Loader } imports = Imports::Callback;  ///< Loader: import() loads files
};

/// ECMA-262 Source Text Module Record. Parse, link, instantiate and evaluate are separate calls.
class SourceTextModule : public Module {
 public:
  /// What it imports, in source order.
  std::vector<ModuleRequest> requests(const Lock& lock) const;
  int requestCount(const Lock& lock) const;
  v8::Local<v8::ModuleRequest> request(const Lock& lock, int index) const;

  /// Decides what each request means: `modules` has one module per request, in their order. Again as long as it is
  /// unlinked. Fails where the number differs, or where equal requests would get different modules.
  Completion link(Lock& lock, std::span<Module* const> modules);
  bool isLinked() const override { return isLinked_; }
  std::span<Module* const> linked() const override { return linked_; }

  /// What V8 asks while it instantiates. Null, with an exception pending, where the module is not linked.
  Module* resolve(Lock& lock, v8::Local<v8::String> specifier, v8::Local<v8::FixedArray> attributes, ImportPhase phase);

  /// What programs see as `moduleRequests` and `dependencySpecifiers`: frozen, and the same each time.
  v8::Local<v8::Value> moduleRequests(Lock& lock);
  v8::Local<v8::Value> dependencySpecifiers(Lock& lock);

  /// Code for `SourceTextOptions::cachedData`; before evaluation only.
  std::unique_ptr<v8::ScriptCompiler::CachedData> createCachedData(Lock& lock) const;

 private:
  friend class Modules;
  SourceTextModule(Context& context, std::string identifier)
      : Module(ModuleKind::SourceText, context, std::move(identifier)) {}

  using MakeEntry = v8::Local<v8::Value> (*)(const Lock& lock, v8::Local<v8::ModuleRequest> request);
  v8::Local<v8::Value> frozenArray(Lock& lock, Field field, MakeEntry make);

  std::string findClash(const Lock& lock, std::span<Module* const> modules) const;

  // The array in kLinked keeps them alive.
  std::vector<Module*> linked_;
  bool isLinked_ = false;
  std::size_t nextRequest_ = 0;  // V8 asks for requests in their order
};

}  // namespace vmscope
