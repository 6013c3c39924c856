#pragma once

#include <v8.h>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "engine/Lock.h"

namespace vmscope {

/// The options object of one call, read property by property with Node's checks, codes and messages.
///
/// The first thing that is wrong (or a getter that throws) leaves an exception pending and makes every later read
/// answer nothing, so that a caller reads all it wants and asks `hasFailed` once. An absent property reads as nothing.
/// Lives on the stack.
class Options {
 public:
  /// `value` is the argument as given: undefined stands for no options; what is not an object fails. `name` begins the
  /// messages: "options" gives `The "options.timeout" property ...`.
  Options(const Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Value> value,
          std::string_view name = "options");

  bool hasFailed() const { return hasFailed_; }
  bool areAbsent() const { return object_.IsEmpty(); }
  v8::Local<v8::Value> object() const;

  std::optional<v8::Local<v8::String>> string(std::string_view key);
  std::optional<std::string> text(std::string_view key);
  std::optional<bool> boolean(std::string_view key);
  std::optional<std::int32_t> int32(std::string_view key);
  /// At least 1, at most 4294967295.
  std::optional<std::uint32_t> positiveUint32(std::string_view key);
  std::optional<v8::Local<v8::Function>> function(std::string_view key);
  /// A Buffer, TypedArray or DataView.
  std::optional<v8::Local<v8::ArrayBufferView>> bytes(std::string_view key);
  std::optional<v8::Local<v8::Array>> array(std::string_view key);
  /// An object that is neither an array nor a function.
  std::optional<v8::Local<v8::Object>> plainObject(std::string_view key);
  /// One of `values`; `absence` says whether the message names `undefined` among them.
  enum class Absence { Silent, Named };
  std::optional<std::string> oneOf(std::string_view key, std::initializer_list<std::string_view> values,
                                   Absence absence = Absence::Silent);
  /// Unchecked; nothing for undefined.
  std::optional<v8::Local<v8::Value>> value(std::string_view key);

  /// Takes over the failure of an option's own options.
  void failWith(const Options& inner) { hasFailed_ = hasFailed_ || inner.hasFailed_; }
  /// Reports a value as the wrong type; for checks that are not above.
  void reject(std::string_view key, std::initializer_list<std::string_view> expected, v8::Local<v8::Value> received);

 private:
  std::string path(std::string_view key) const { return name_ + "." + std::string(key); }

  const Lock& lock_;
  v8::Local<v8::Context> context_;
  v8::Local<v8::Object> object_;
  std::string name_;
  bool hasFailed_ = false;
};

/// Checks on single arguments: each throws Node's error and answers false where `value` is something else.
bool requireString(const Lock& lock, v8::Local<v8::Value> value, std::string_view name);
bool requireFunction(const Lock& lock, v8::Local<v8::Value> value, std::string_view name);
bool requireArray(const Lock& lock, v8::Local<v8::Value> value, std::string_view name);
enum class Arrays { Refused, Allowed };
bool requireObject(const Lock& lock, v8::Local<v8::Value> value, std::string_view name,
                   Arrays arrays = Arrays::Refused);
bool requireInt32(const Lock& lock, v8::Local<v8::Value> value, std::string_view name);
bool requirePositiveUint32(const Lock& lock, v8::Local<v8::Value> value, std::string_view name);

}  // namespace vmscope
