#pragma once

#include <v8.h>

#include <optional>
#include <string>
#include <string_view>

#include "engine/Lock.h"

namespace vmscope {

/// What a package.json's "exports" or "imports" maps `key` ("." or "./lib/x" or "#name") to, for an import: a path
/// relative to the package's folder, or a bare specifier; nothing where it is not mapped.
std::optional<std::string> mappedTarget(const Lock& lock, v8::Local<v8::Value> table, std::string_view key);

/// The own property `name` of an object as text, where it is a string.
std::optional<std::string> textProperty(const Lock& lock, v8::Local<v8::Object> object, std::string_view name);
/// The own property `name` of an object, or undefined.
v8::Local<v8::Value> ownProperty(const Lock& lock, v8::Local<v8::Object> object, std::string_view name);

}  // namespace vmscope
