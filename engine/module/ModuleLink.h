#pragma once

#include <v8.h>

#include "engine/Lock.h"

namespace vmscope {

class SourceTextModule;

/// `module.link(linker)`: asks the linker for each request, waits for what it promises, goes on with what is unlinked.
///
/// The state of a link under way is kept in JavaScript objects that only its reactions refer to, so that a link whose
/// linker never answers is collected. The steps and the jobs between them are Node's, so that programs see the same
/// order.
class ModuleLink {
 public:
  /// Links `module` and what it reaches; the promise settles when all are linked. Nothing is instantiated.
  static v8::MaybeLocal<v8::Promise> start(Lock& lock, SourceTextModule& module, v8::Local<v8::Function> linker);

 private:
  using Info = v8::FunctionCallbackInfo<v8::Value>;

  static bool ask(Lock& lock, SourceTextModule& module, v8::Local<v8::Array> state);
  static bool askFor(Lock& lock, SourceTextModule& module, v8::Local<v8::Array> state, int index);
  static void answered(const Info& info);
  static void settledOne(const Info& info);
  static void failedOne(const Info& info);
  static void settledAll(const Info& info);
  static void failed(const Info& info);
};

}  // namespace vmscope
