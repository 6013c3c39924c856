#pragma once

#include <v8.h>

#include <chrono>
#include <memory>
#include <string>

#include "engine/Lock.h"
#include "engine/vm/ContextOptions.h"

namespace vmscope {

class Isolate;
class MicrotaskQueue;

/// A named V8 context with its origin and its microtask queue.
///
/// Lives on the isolate's thread, owned by `Contexts` until V8 has freed the context's memory. A pinned context is kept
/// alive by us; one that a program made lives as long as its sandbox or anything from it is reachable.
class Context {
 public:
  /// Slots of V8's embedder data that we use in every context of ours.
  enum EmbedderSlot : int { kSelf = 1, kSandbox = 2, kFirstFreeSlot = 3 };

  /// Ours for a V8 context, or null where it is none of ours (a ShadowRealm's).
  static Context* from(v8::Local<v8::Context> context);

  int id() const { return id_; }
  const std::string& name() const { return name_; }
  const std::string& origin() const { return options_.origin; }
  const ContextOptions& options() const { return options_; }
  std::chrono::system_clock::time_point createdAt() const { return createdAt_; }
  bool isMain() const { return id_ == 1; }
  void rename(std::string name) { name_ = std::move(name); }

  Isolate& isolate() const { return isolate_; }
  MicrotaskQueue& queue() const { return *queue_; }
  bool hasOwnQueue() const { return ownQueue_ != nullptr; }

  /// Empty once the context has been freed.
  v8::Local<v8::Context> v8(const Lock& lock) const { return context_.Get(lock.v8()); }
  /// The sandbox of a contextified context; the global object of a vanilla one.
  v8::Local<v8::Object> sandbox(const Lock& lock) const;

  /// `script` as a function of this context, which is the current one. Whoever runs the same script again and again
  /// gets the same function, as long as V8's collector leaves it.
  v8::Local<v8::Script> bind(const Lock& lock, v8::Local<v8::UnboundScript> script);

  bool isDisposed() const { return isDisposed_; }
  bool isPinned() const { return isPinned_; }

 private:
  friend class Contexts;
  Context(Isolate& isolate, int id, std::string name, ContextOptions options);

  Isolate& isolate_;
  int id_;
  std::string name_;
  ContextOptions options_;
  std::chrono::system_clock::time_point createdAt_;
  std::unique_ptr<MicrotaskQueue> ownQueue_;
  MicrotaskQueue* queue_ = nullptr;
  v8::Global<v8::Context> context_;
  int lastScriptId_ = 0;
  v8::Global<v8::Script> lastBound_;  // weak; of the last script, from its second run on
  bool isPinned_ = true;
  bool isDisposed_ = false;

 public:
  ~Context();
};

}  // namespace vmscope
