#pragma once

#include <v8.h>

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "engine/vm/Context.h"

namespace vmscope {

enum class ContextLife {
  Pinned,     ///< until `dispose`: what a person created
  Reachable,  ///< as long as the program can reach it: what `vm.createContext` made
};

/// The contexts of an isolate, by id. On the isolate's thread; owned by the isolate.
class Contexts {
 public:
  explicit Contexts(Isolate& isolate);
  ~Contexts();

  /// The context that exists from the start and shares nothing with a sandbox.
  Context& main() { return *byId_.at(1); }
  /// Makes and announces a context. A contextified one has `sandbox`, or where that is absent a fresh `{}` of the main
  /// context. Fails, with an exception pending, only near the stack's limit.
  Context* create(Lock& lock, ContextOptions options, ContextLife life, v8::Local<v8::Object> sandbox = {});
  /// Announces the context's end and lets V8 free it once nothing refers to it. The main context cannot be disposed.
  void dispose(Lock& lock, Context& context);
  void disposeAll(Lock& lock);

  Context* find(int id) const;
  /// The context whose sandbox (or, for a vanilla one, whose global object) `object` is, or null.
  Context* ofSandbox(const Lock& lock, v8::Local<v8::Object> object) const;
  /// All that V8 has not freed yet, disposed ones included, by age.
  void forEach(const std::function<void(Context&)>& visit) const;
  /// The class `Script` of the vm module, one for the isolate; each realm has a constructor of its own.
  v8::Local<v8::FunctionTemplate> scriptClass(const Lock& lock);
  /// For the interceptors. While V8 makes a context, they leave its global alone.
  bool isMaking() const { return isMaking_; }
  /// Whether some context's global may have read-only properties of its own, beside the built-in ones.
  bool mayHaveReadOnlyGlobals() const { return mayHaveReadOnlyGlobals_; }
  void noteReadOnlyGlobal() { mayHaveReadOnlyGlobals_ = true; }
  /// Whether `key` names a property that every global has and none lets change: undefined, NaN, Infinity.
  bool isReadOnlyBuiltIn(v8::Local<v8::Name> key) const;
  MicrotaskQueue& defaultQueue() { return *defaultQueue_; }
  /// By id, own queues of live contexts included.
  MicrotaskQueue* findQueue(int queueId) const;

 private:
  v8::Local<v8::Context> makeV8Context(Lock& lock, Context& context, v8::MaybeLocal<v8::ObjectTemplate> global);
  bool makeVanilla(Lock& lock, Context& context);
  bool makeContextified(Lock& lock, Context& context, v8::Local<v8::Object> sandbox);
  bool standForContext(Lock& lock, v8::Local<v8::Object> object, v8::Local<v8::Context> context);
  void watchCollection(Context& context);
  void collected(int id);

  Isolate& isolate_;
  v8::Global<v8::Private> sandboxKey_;  // on a sandbox: its context's global object, which keeps the context alive
  std::array<v8::Global<v8::String>, 3> readOnlyBuiltIns_;
  v8::Global<v8::FunctionTemplate> scriptClass_;
  std::unique_ptr<MicrotaskQueue> defaultQueue_;
  std::map<int, std::unique_ptr<Context>> byId_;
  int lastId_ = 0;
  int lastQueueId_ = 1;
  int unnamed_ = 0;
  bool isMaking_ = false;
  bool mayHaveReadOnlyGlobals_ = false;
};

}  // namespace vmscope
