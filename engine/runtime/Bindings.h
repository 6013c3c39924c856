#pragma once

#include <v8.h>

#include <span>
#include <string>
#include <string_view>

#include "engine/Lock.h"

namespace vmscope::runtime {

using Info = v8::FunctionCallbackInfo<v8::Value>;

/// A call from JavaScript into the runtime: its arguments, converted, and what it returns. Lives on the stack of the
/// callback.
class Call {
 public:
  explicit Call(const Info& info);

  Lock lock;  // first: what follows needs its handle scope
  v8::Local<v8::Context> context;

  int count() const { return info_.Length(); }
  v8::Local<v8::Value> operator[](int index) const { return info_[index]; }
  v8::Local<v8::Object> self() const { return info_.This(); }
  v8::Local<v8::Value> bound() const { return info_.Data(); }
  const Info& info() const { return info_; }

  std::string text(int index) const { return lock.text(info_[index]); }
  double number(int index) const;
  bool flag(int index) const { return info_[index]->BooleanValue(lock.v8()); }

  void returns(v8::Local<v8::Value> value) const { info_.GetReturnValue().Set(value); }
  void returns(v8::MaybeLocal<v8::Value> value) const;
  void returns(std::string_view utf8) const { returns(lock.string(utf8).As<v8::Value>()); }
  void returns(double number) const { info_.GetReturnValue().Set(number); }
  void returnsFlag(bool flag) const { info_.GetReturnValue().Set(flag); }

  void throws(v8::Local<v8::Value> error) const { lock.v8()->ThrowException(error); }
  void throwsTypeError(std::string_view message) const;

 private:
  const Info& info_;
};

/// A row of a table of functions that JavaScript calls.
struct Method {
  std::string_view name;
  void (*callback)(const Info&);
  int length = 0;
};

/// Defines the rows on `target` as writable, configurable functions; enumerable, as an object literal's are.
void define(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target, std::span<const Method> methods);
v8::Local<v8::Function> makeFunction(Lock& lock, v8::Local<v8::Context> context, const Method& method,
                                     v8::Local<v8::Value> bound = {});

/// `object[name]`, or undefined where reading it throws.
v8::Local<v8::Value> get(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> object,
                         std::string_view name);
void set(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> object, std::string_view name,
         v8::Local<v8::Value> value);

}  // namespace vmscope::runtime
