#pragma once

#include <v8.h>

#include <string>
#include <string_view>

namespace vmscope {

class Isolate;

/// Proof that the caller is on the isolate's thread, inside the isolate and a handle scope.
///
/// Functions that touch V8 take it as their first parameter; a `v8::Local` made under it dies with it. It lives on the
/// stack and is cheap enough to open per event, not per element of a loop.
class Lock {
 public:
  explicit Lock(Isolate& isolate);
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

  Isolate& isolate() const { return isolate_; }
  v8::Isolate* v8() const { return v8_; }

  /// An internalized string: for property names and other short texts that recur.
  v8::Local<v8::String> name(std::string_view text) const;
  /// A string of UTF-8 `text`; texts beyond V8's limit (about 512 million characters) become empty.
  v8::Local<v8::String> string(std::string_view text) const;
  /// UTF-8 of `value` converted with ToString; empty where that throws.
  std::string text(v8::Local<v8::Value> value) const;

 private:
  Isolate& isolate_;
  v8::Isolate* v8_;
  v8::Isolate::Scope isolateScope_;
  v8::HandleScope handles_;
};

}  // namespace vmscope
