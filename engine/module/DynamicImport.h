#pragma once

#include <v8.h>

#include <functional>
#include <string>
#include <utility>

#include "engine/Lock.h"

namespace vmscope {

class Context;
class Isolate;

/// What answers the import() calls of a piece of code.
struct ImportBinding {
  v8::Local<v8::Function> callback;  ///< `importModuleDynamically`; may be empty
  v8::Local<v8::Value> referrer;     ///< its second argument: the Script, function, module or context object
};

/// One import() call that goes to the loader of files.
struct ImportCall {
  v8::Local<v8::String> specifier;
  v8::Local<v8::Object> attributes;
  v8::ModuleImportPhase phase;
  std::string referrer;  ///< the importing code's file name or URL
};

/// The host's side of import(): which callback belongs to which piece of code (ECMA-262 HostLoadImportedModule).
///
/// V8 keeps a piece of code's host-defined options as long as the code; they hold a symbol, and a WeakMap leads from it
/// to the binding. So callback and referrer live exactly as long as code that could import, even where they refer to
/// that code themselves. On the isolate's thread; owned by the isolate.
class DynamicImport {
 public:
  using Loader = std::function<v8::MaybeLocal<v8::Promise>(Lock&, const ImportCall&)>;

  explicit DynamicImport(Isolate& isolate);

  /// Options for code without a callback, one object for all of it so that V8's compilation cache serves it. Its
  /// import() rejects with ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING.
  v8::Local<v8::PrimitiveArray> withoutCallback(const Lock& lock) const { return without_.Get(lock.v8()); }
  /// Options for code whose import() loads files relative to its file name (USE_MAIN_CONTEXT_DEFAULT_LOADER, CommonJS).
  v8::Local<v8::PrimitiveArray> toLoader(const Lock& lock) const { return loaderOptions_.Get(lock.v8()); }
  /// Options of one piece of code: compile with them, then `bind` them.
  v8::Local<v8::PrimitiveArray> unique(const Lock& lock) const;
  void bind(Lock& lock, v8::Local<v8::PrimitiveArray> options, const ImportBinding& binding);
  /// As `bind`, but files are loaded; `referrer` is only kept alive.
  void bindToLoader(Lock& lock, v8::Local<v8::PrimitiveArray> options, v8::Local<v8::Object> referrer);

  /// What answers import() of code that has no options, such as an eval in a microtask: the context's own callback.
  void bindContext(Lock& lock, Context& context, const ImportBinding& binding);
  /// As `bindContext`, but files are loaded.
  void bindContextToLoader(Lock& lock, Context& context);

  void setLoader(Loader loader) { loader_ = std::move(loader); }

  /// A frozen object of the main realm, without prototype, from V8's [key, value, (offset)] list.
  v8::Local<v8::Object> attributesObject(const Lock& lock, v8::Local<v8::FixedArray> list, int entrySize) const;

 private:
  struct Target;

  static v8::MaybeLocal<v8::Promise> evaluationPhase(v8::Local<v8::Context> context, v8::Local<v8::Data> options,
                                                     v8::Local<v8::Value> referrer, v8::Local<v8::String> specifier,
                                                     v8::Local<v8::FixedArray> attributes);
  static v8::MaybeLocal<v8::Promise> anyPhase(v8::Local<v8::Context> context, v8::Local<v8::Data> options,
                                              v8::Local<v8::Value> referrer, v8::Local<v8::String> specifier,
                                              v8::ModuleImportPhase phase, v8::Local<v8::FixedArray> attributes);

  void setBinding(Lock& lock, v8::Local<v8::PrimitiveArray> options, v8::Local<v8::Value> binding);
  v8::Local<v8::Array> pairOf(const Lock& lock, v8::Local<v8::Value> callback, v8::Local<v8::Value> referrer) const;
  Target targetOf(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Data> options) const;
  Target targetOf(Lock& lock, v8::Local<v8::Value> binding) const;
  v8::MaybeLocal<v8::Value> start(Lock& lock, const Target& target, const ImportCall& call);
  v8::MaybeLocal<v8::Value> callBack(Lock& lock, const Target& target, const ImportCall& call);

  Isolate& isolate_;
  Loader loader_;
  v8::Global<v8::PrimitiveArray> without_;
  v8::Global<v8::PrimitiveArray> loaderOptions_;
  v8::Global<v8::Object> noAttributes_;  // frozen and empty, so one serves all
  v8::Global<v8::Private> contextBinding_;
  v8::Global<v8::Object> bindings_;  // a WeakMap of symbol → [callback, referrer]
  v8::Global<v8::Function> bindingsGet_;
  v8::Global<v8::Function> bindingsSet_;
};

}  // namespace vmscope
