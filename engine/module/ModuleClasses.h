#pragma once

#include <v8.h>

#include "engine/Lock.h"
#include "engine/module/ModuleGraph.h"

namespace vmscope {

/// The classes `Module`, `SourceTextModule` and `SyntheticModule` of `node:vm`, in the main context.
///
/// On the isolate's thread; owned by `Modules`.
class ModuleClasses {
 public:
  explicit ModuleClasses(Lock& lock);

  /// Adds the three classes to the object that `require('node:vm')` gives. False, with an exception pending, only near
  /// the stack's limit.
  bool addTo(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> vm) const;

  bool isModule(const Lock& lock, v8::Local<v8::Value> value) const;
  bool isOfKind(const Lock& lock, v8::Local<v8::Value> value, ModuleKind kind) const;
  /// An object of the class for a module that was not made by `new`.
  v8::Local<v8::Object> newObject(const Lock& lock, ModuleKind kind) const;

 private:
  v8::Global<v8::FunctionTemplate> module_;
  v8::Global<v8::FunctionTemplate> sourceText_;
  v8::Global<v8::FunctionTemplate> synthetic_;
};

}  // namespace vmscope
