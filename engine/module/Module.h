#pragma once

#include <v8.h>

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/Completion.h"
#include "engine/Lock.h"
#include "engine/module/ModuleGraph.h"
#include "engine/vm/RunLimits.h"

namespace vmscope {

class Context;

/// A module record of V8 with what the host knows about it.
///
/// It belongs to a JavaScript object, the one that programs see (`vm.Module`). That object holds V8's record and what
/// the module is linked to in internal fields, so V8's collector sees every reference, and cycles between modules and
/// their callbacks die with their last user. Lives on the isolate's thread; owned by `Modules`.
class Module {
 public:
  virtual ~Module() = default;
  Module(const Module&) = delete;
  Module& operator=(const Module&) = delete;

  int id() const { return id_; }
  ModuleKind kind() const { return kind_; }
  const std::string& identifier() const { return identifier_; }
  Context& context() const { return context_; }

  ModuleStatus status(const Lock& lock) const;
  /// Whether imports are connected with exports: linked, or past that.
  bool isInstantiated(const Lock& lock) const { return record(lock)->GetStatus() >= v8::Module::kInstantiated; }
  /// What an errored module threw, or what failed its linking.
  v8::Local<v8::Value> error(const Lock& lock) const;
  /// From linked on.
  v8::Local<v8::Value> namespaceObject(const Lock& lock) const;
  bool hasTopLevelAwait(const Lock& lock) const;
  /// From linked on.
  bool hasAsyncGraph(const Lock& lock) const;

  /// Connects imports with exports in the module and all it reaches; only when unlinked.
  Completion instantiate(Lock& lock);
  /// Runs the bodies of the module and of all it reaches; from linked on. The value is a promise, settled unless a body
  /// awaits; what a body throws rejects it. A throw completion is a termination: by the limits of `options`, which is
  /// ended here, or by another. A context with its own queue has that drained before this returns.
  Completion evaluate(Lock& lock, const RunOptions& options = {});

  /// Whether it is decided what its requests mean.
  virtual bool isLinked() const = 0;
  /// The modules that its requests are linked to, in their order; empty before that.
  virtual std::span<Module* const> linked() const = 0;

  v8::Local<v8::Module> record(const Lock& lock) const;
  /// The object that programs see.
  v8::Local<v8::Object> object(const Lock& lock) const { return object_.Get(lock.v8()); }
  /// What `import source` of it gives: an object, or undefined where there is none.
  v8::Local<v8::Value> source(const Lock& lock) const { return field(lock, kSource); }
  void setSource(const Lock& lock, v8::Local<v8::Object> source) const { setField(lock, kSource, source); }
  /// Its context as programs name it: the contextified object, or undefined for the main context.
  v8::Local<v8::Value> sandbox(const Lock& lock) const { return field(lock, kSandbox); }

 protected:
  /// Internal fields of the object.
  enum Field : int {
    kSelf,        // this
    kRecord,      // V8's module record
    kRealm,       // the global object of its context, which keeps that alive
    kSandbox,     // the context as the program named it; undefined for the main context
    kLinked,      // an array of the objects of the modules that its requests are linked to, in their order
    kHook,        // initializeImportMeta, or the evaluation steps of a synthetic module
    kError,       // what failed it where V8's record does not know
    kRequests,    // `moduleRequests`, made when it is first asked for
    kSpecifiers,  // `dependencySpecifiers`, likewise
    kSource,      // what its source phase gives: a WebAssembly.Module, or undefined
    kFieldCount
  };

  Module(ModuleKind kind, Context& context, std::string identifier)
      : kind_(kind), context_(context), identifier_(std::move(identifier)) {}

  v8::Local<v8::Value> field(const Lock& lock, Field field) const;
  void setField(const Lock& lock, Field field, v8::Local<v8::Data> value) const;

 private:
  friend class Modules;
  friend class ModuleClasses;
  friend class ModuleEvaluation;
  friend class ModuleLink;

  v8::MaybeLocal<v8::Promise> runBodies(Lock& lock);
  /// Fails it for good where V8's record does not know: a linker's failure, a termination.
  void fail(Lock& lock, v8::Local<v8::Value> error);
  void failTerminated(Lock& lock, v8::Local<v8::Value> error);

  int id_ = 0;
  int hash_ = 0;      // of V8's record
  int scriptId_ = 0;  // of a source text
  ModuleKind kind_;
  Context& context_;
  std::string identifier_;
  v8::Global<v8::Object> object_;  // weak unless pinned
  bool isPinned_ = false;
  std::optional<ModuleStatus> status_;  // where it is not what V8's record says

  ModuleStatus seen_ = ModuleStatus::Unlinked;  // the last status that observers were told
  std::vector<ModuleTransition> history_;
  std::optional<ModulePlace> awaiting_;
  bool isToldUnfinished_ = false;       // what observers were last told of its evaluation
  v8::Global<v8::Promise> evaluation_;  // while it, or the cycle it is in, waits for a top-level await
  std::optional<int> evaluationOrder_;
  std::optional<double> durationMicros_;
};

}  // namespace vmscope
