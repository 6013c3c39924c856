#include "engine/vm/Arguments.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/vm/NodeError.h"

namespace vmscope {

namespace {

bool requireInteger(const Lock& lock, v8::Local<v8::Value> value, std::string_view name, double low, double high,
                    std::string_view range) {
  if (!value->IsNumber()) {
    throwInvalidArgType(lock, name, {"number"}, value);
    return false;
  }
  const double number = value.As<v8::Number>()->Value();
  if (!std::isfinite(number) || std::trunc(number) != number) {
    throwOutOfRange(lock, name, "an integer", value);
    return false;
  }
  if (number >= low && number <= high) return true;
  throwOutOfRange(lock, name, range, value);
  return false;
}

bool refuse(const Lock& lock, v8::Local<v8::Value> value, std::string_view name,
            std::initializer_list<std::string_view> expected) {
  throwInvalidArgType(lock, name, expected, value);
  return false;
}

}  // namespace

Options::Options(const Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Value> value, std::string_view name)
    : lock_(lock), context_(context), name_(name) {
  if (value->IsUndefined()) return;
  hasFailed_ = !requireObject(lock, value, name);
  if (!hasFailed_) object_ = value.As<v8::Object>();
}

v8::Local<v8::Value> Options::object() const {
  return object_.IsEmpty() ? v8::Undefined(lock_.v8()).As<v8::Value>() : object_.As<v8::Value>();
}

std::optional<v8::Local<v8::Value>> Options::value(std::string_view key) {
  if (hasFailed_ || object_.IsEmpty()) return {};
  v8::Local<v8::Value> found;
  hasFailed_ = !object_->Get(context_, lock_.name(key)).ToLocal(&found);
  if (hasFailed_ || found->IsUndefined()) return {};
  return found;
}

void Options::reject(std::string_view key, std::initializer_list<std::string_view> expected,
                     v8::Local<v8::Value> received) {
  hasFailed_ = true;
  throwInvalidArgType(lock_, path(key), expected, received);
}

std::optional<v8::Local<v8::String>> Options::string(std::string_view key) {
  const auto found = value(key);
  if (!found) return {};
  if ((*found)->IsString()) return found->As<v8::String>();
  reject(key, {"string"}, *found);
  return {};
}

std::optional<std::string> Options::text(std::string_view key) {
  const auto found = string(key);
  return found ? std::optional(lock_.text(*found)) : std::nullopt;
}

std::optional<bool> Options::boolean(std::string_view key) {
  const auto found = value(key);
  if (!found) return {};
  if ((*found)->IsBoolean()) return (*found)->IsTrue();
  reject(key, {"boolean"}, *found);
  return {};
}

std::optional<std::int32_t> Options::int32(std::string_view key) {
  const auto found = value(key);
  if (!found) return {};
  hasFailed_ = !requireInt32(lock_, *found, path(key));
  if (hasFailed_) return {};
  return static_cast<std::int32_t>(found->As<v8::Number>()->Value());
}

std::optional<std::uint32_t> Options::positiveUint32(std::string_view key) {
  const auto found = value(key);
  if (!found) return {};
  hasFailed_ = !requirePositiveUint32(lock_, *found, path(key));
  if (hasFailed_) return {};
  return static_cast<std::uint32_t>(found->As<v8::Number>()->Value());
}

std::optional<v8::Local<v8::Function>> Options::function(std::string_view key) {
  const auto found = value(key);
  if (!found) return {};
  if ((*found)->IsFunction()) return found->As<v8::Function>();
  reject(key, {"function"}, *found);
  return {};
}

std::optional<v8::Local<v8::ArrayBufferView>> Options::bytes(std::string_view key) {
  const auto found = value(key);
  if (!found) return {};
  if ((*found)->IsArrayBufferView()) return found->As<v8::ArrayBufferView>();
  reject(key, {"Buffer", "TypedArray", "DataView"}, *found);
  return {};
}

std::optional<v8::Local<v8::Array>> Options::array(std::string_view key) {
  const auto found = value(key);
  if (!found) return {};
  hasFailed_ = !requireArray(lock_, *found, path(key));
  if (hasFailed_) return {};
  return found->As<v8::Array>();
}

std::optional<v8::Local<v8::Object>> Options::plainObject(std::string_view key) {
  const auto found = value(key);
  if (!found) return {};
  hasFailed_ = !requireObject(lock_, *found, path(key));
  if (hasFailed_) return {};
  return found->As<v8::Object>();
}

std::optional<std::string> Options::oneOf(std::string_view key, std::initializer_list<std::string_view> values,
                                          Absence absence) {
  const auto found = value(key);
  if (!found) return {};
  std::string text = (*found)->IsString() ? lock_.text(*found) : std::string();
  if ((*found)->IsString() && std::find(values.begin(), values.end(), text) != values.end()) return text;
  std::string reason = "must be one of: ";
  for (const std::string_view value : values) {
    reason += (value == *values.begin() ? "'" : ", '") + std::string(value) + "'";
  }
  if (absence == Absence::Named) reason += ", undefined";
  hasFailed_ = true;
  throwInvalidArgValue(lock_, path(key), *found, reason);
  return {};
}

bool requireString(const Lock& lock, v8::Local<v8::Value> value, std::string_view name) {
  return value->IsString() || refuse(lock, value, name, {"string"});
}

bool requireFunction(const Lock& lock, v8::Local<v8::Value> value, std::string_view name) {
  return value->IsFunction() || refuse(lock, value, name, {"function"});
}

bool requireArray(const Lock& lock, v8::Local<v8::Value> value, std::string_view name) {
  return value->IsArray() || refuse(lock, value, name, {"Array"});
}

bool requireObject(const Lock& lock, v8::Local<v8::Value> value, std::string_view name, Arrays arrays) {
  const bool isRight = value->IsObject() && !value->IsFunction() && (arrays == Arrays::Allowed || !value->IsArray());
  return isRight || refuse(lock, value, name, {"object"});
}

bool requireInt32(const Lock& lock, v8::Local<v8::Value> value, std::string_view name) {
  using Limits = std::numeric_limits<std::int32_t>;
  return requireInteger(lock, value, name, Limits::min(), Limits::max(), ">= -2147483648 && <= 2147483647");
}

bool requirePositiveUint32(const Lock& lock, v8::Local<v8::Value> value, std::string_view name) {
  return requireInteger(lock, value, name, 1, std::numeric_limits<std::uint32_t>::max(), ">= 1 && <= 4294967295");
}

}  // namespace vmscope
