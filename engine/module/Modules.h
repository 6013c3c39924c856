#pragma once

#include <v8.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "engine/Observer.h"
#include "engine/module/ModuleClasses.h"
#include "engine/module/Promises.h"
#include "engine/module/SourceTextModule.h"
#include "engine/module/SyntheticModule.h"

namespace vmscope {

class Isolate;

/// The modules of an isolate: those that programs made, that a loader made, that the protocol made.
///
/// On the isolate's thread; owned by the isolate.
class Modules : private Observer {
 public:
  explicit Modules(Isolate& isolate);
  ~Modules() override;

  /// Parses `text` in `context`, whose SyntaxError it is when it does not parse. `object` is the JavaScript object it
  /// belongs to; without one, a fresh `vm.SourceTextModule` is made, and the module is pinned until `release`.
  std::variant<SourceTextModule*, Thrown> createSourceText(Lock& lock, Context& context, v8::Local<v8::String> text,
                                                           const SourceTextOptions& options,
                                                           v8::Local<v8::Object> object = {});
  /// `steps` is a JavaScript function, called with the module's object as `this`.
  SyntheticModule& createSynthetic(Lock& lock, Context& context, std::string identifier,
                                   std::span<const v8::Local<v8::String>> exports, v8::Local<v8::Function> steps,
                                   v8::Local<v8::Object> object);
  /// Pinned until `release`.
  SyntheticModule& createSynthetic(Lock& lock, Context& context, std::string identifier,
                                   std::span<const v8::Local<v8::String>> exports, SyntheticModule::Steps steps);
  /// Lets a pinned module live only as long as something in JavaScript refers to it.
  void release(Lock& lock, Module& module);

  Module* find(int id) const;
  Module* find(const Lock& lock, v8::Local<v8::Module> record) const;
  /// The module of an object that programs see, or null.
  Module* of(const Lock& lock, v8::Local<v8::Value> object) const;
  /// The newest module of that name in the context, or null.
  Module* find(const Context& context, std::string_view identifier) const;
  void forEach(const std::function<void(Module&)>& visit) const;
  /// `root` and all that it is linked to, directly or not, each once.
  static void forEachReachable(Module& root, const std::function<void(Module&)>& visit);
  /// "vm:module(N)", N counting per context.
  std::string nextIdentifier(const Context& context);

  ModuleClasses& classes() { return *classes_; }
  Reactions& reactions() { return *reactions_; }

  ModuleNode describe(const Lock& lock, Module& module) const;
  ModuleGraph graph(Lock& lock);
  /// The awaits that evaluations which have not settled wait for.
  std::vector<StalledAwait> stalledAwaits(const Lock& lock) const;

  void observe(ModuleObserver& observer) { observers_.push_back(&observer); }
  void unobserve(ModuleObserver& observer) { std::erase(observers_, &observer); }
  bool isObserved() const { return !observers_.empty(); }
  /// Tells observers what has happened since to modules whose top-level await continued; at the end of each turn and
  /// after each stepped job. Cheap where none awaits.
  void refresh(Lock& lock);
  /// Numbers the bodies that waited for others and have begun. After each job that is watched: bodies that begin
  /// between two calls are numbered in the order in which they were visited.
  void noteBegun(const Lock& lock);
  /// The body of `module` runs now: it calls import().
  void noteRuns(const Lock& lock, Module& module);

 private:
  friend class Module;
  friend class SourceTextModule;
  friend class ModuleEvaluation;
  friend class ModuleLink;

  static void initializeImportMeta(v8::Local<v8::Context> context, v8::Local<v8::Module> record,
                                   v8::Local<v8::Object> meta);
  /// Takes the evaluation steps before V8 asks for them, which is then told how it went. Says whether to go on.
  static bool takeSteps(Lock& lock, SyntheticModule& module);
  static v8::MaybeLocal<v8::Value> evaluateSynthetic(v8::Local<v8::Context> context, v8::Local<v8::Module> record);

  void adopt(Lock& lock, std::unique_ptr<Module> module, v8::Local<v8::Module> record, v8::Local<v8::Object> object);
  SyntheticModule& makeSynthetic(Lock& lock, Context& context, std::string identifier,
                                 std::span<const v8::Local<v8::String>> exports, v8::Local<v8::Object> object);
  void bindImports(Lock& lock, SourceTextModule& module, v8::Local<v8::PrimitiveArray> importOptions,
                   const SourceTextOptions& options);
  void watchCollection(Module& module);
  void forget(Module& module);

  void turnEnded() override;
  void announce(Lock& lock, Module& module);
  void lookAtAwaits(Lock& lock);
  int errorOrigin(const Lock& lock, Module& module) const;
  void statusMayHaveChanged(Lock& lock, Module& module);
  void statusesMayHaveChanged(Lock& lock, Module& root);
  void wasLinked(Lock& lock, Module& module);
  void numberBody(const Lock& lock, Module& module);
  void tellFinished(const Lock& lock);
  void tellAgain(const Lock& lock, Module& module);
  static bool isUnfinished(const Lock& lock, const Module& module);
  void remember(Lock& lock, Module& module, v8::Local<v8::Promise> evaluation);

  struct Pending {
    int moduleId;
    v8::Global<v8::Promise> evaluation;
  };

  Isolate& isolate_;
  std::unique_ptr<ModuleClasses> classes_;
  std::unique_ptr<Reactions> reactions_;
  std::map<int, std::unique_ptr<Module>> byId_;
  std::unordered_multimap<int, Module*> byHash_;  // of V8's records
  std::map<int, int> unnamed_;                    // how many modules a context has named itself, by context
  std::vector<Pending> pending_;                  // evaluations with a top-level await that has not continued
  std::vector<ModuleObserver*> observers_;
  std::vector<int> waiting_;  // modules whose bodies have not begun, since what they import has not finished
  int lastId_ = 0;
  int bodiesRun_ = 0;
};

}  // namespace vmscope
