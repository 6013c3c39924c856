#pragma once

#include <v8.h>

#include <span>

/// What `ModuleClasses` are made of: the constructors, methods and getters of `node:vm`'s module classes, as tables.
namespace vmscope::moduleMethods {

using Info = v8::FunctionCallbackInfo<v8::Value>;

struct Row {
  const char* name;
  v8::FunctionCallback call;
  int length = 0;
};

struct Class {
  const char* name;
  v8::FunctionCallback construct;
  int length;
  std::span<const Row> methods;
  std::span<const Row> getters;
};

Class moduleClass();
Class sourceTextClass();
Class syntheticClass();

/// Getters that both `Module` and `SourceTextModule` have of their own, as in Node.
void status(const Info& info);
void error(const Info& info);

/// `[Symbol.for('nodejs.util.inspect.custom')](depth, options, inspect)`.
void inspect(const Info& info);

}  // namespace vmscope::moduleMethods
