#include "engine/module/PackageExports.h"

#include <array>
#include <vector>

#include "engine/Isolate.h"
#include "engine/vm/Contexts.h"

namespace vmscope {

namespace {

constexpr std::array<std::string_view, 5> kConditions{"node-addons", "node", "import", "module-sync", "default"};

v8::Local<v8::Context> mainOf(const Lock& lock) {
  return lock.isolate().contexts().main().v8(lock);
}

std::vector<std::string> keysOf(const Lock& lock, v8::Local<v8::Object> object) {
  std::vector<std::string> keys;
  v8::Local<v8::Array> names;
  if (!object->GetOwnPropertyNames(mainOf(lock)).ToLocal(&names)) return keys;
  for (std::uint32_t i = 0; i < names->Length(); ++i)
    keys.push_back(lock.text(names->Get(mainOf(lock), i).ToLocalChecked()));
  return keys;
}

bool holds(std::string_view condition) {
  for (const auto known : kConditions) {
    if (known == condition) return true;
  }
  return false;
}

// A target is a path, a list of targets to try, or an object of conditions in order of preference.
std::optional<std::string> targetOf(const Lock& lock, v8::Local<v8::Value> target, std::string_view star) {
  if (target->IsString()) {
    std::string path = lock.text(target);
    for (auto at = path.find('*'); at != path.npos; at = path.find('*', at + star.size())) path.replace(at, 1, star);
    return path;
  }
  if (!target->IsObject()) return {};
  const auto object = target.As<v8::Object>();
  for (const auto& key : keysOf(lock, object)) {
    if (!target->IsArray() && !holds(key)) continue;
    if (auto found = targetOf(lock, ownProperty(lock, object, key), star)) return found;
  }
  return {};
}

}  // namespace

v8::Local<v8::Value> ownProperty(const Lock& lock, v8::Local<v8::Object> object, std::string_view name) {
  const auto context = mainOf(lock);
  const auto key = lock.name(name);
  v8::Local<v8::Value> value;
  if (!object->HasOwnProperty(context, key).FromMaybe(false) || !object->Get(context, key).ToLocal(&value))
    return v8::Undefined(lock.v8());
  return value;
}

std::optional<std::string> textProperty(const Lock& lock, v8::Local<v8::Object> object, std::string_view name) {
  const auto value = ownProperty(lock, object, name);
  return value->IsString() ? std::optional(lock.text(value)) : std::nullopt;
}

std::optional<std::string> mappedTarget(const Lock& lock, v8::Local<v8::Value> table, std::string_view key) {
  const auto keys =
      table->IsObject() && !table->IsArray() ? keysOf(lock, table.As<v8::Object>()) : std::vector<std::string>();
  const bool hasSubpaths = !keys.empty() && (keys[0].starts_with('.') || keys[0].starts_with('#'));
  if (!hasSubpaths) return key == "." ? targetOf(lock, table, "") : std::nullopt;
  const auto object = table.As<v8::Object>();

  std::string best;
  for (const auto& pattern : keys) {
    if (pattern == key) return targetOf(lock, ownProperty(lock, object, pattern), "");
    const auto star = pattern.find('*');
    if (star == pattern.npos || key.size() < pattern.size() - 1) continue;
    const bool matches = key.starts_with(std::string_view(pattern).substr(0, star)) &&
                         key.ends_with(std::string_view(pattern).substr(star + 1));
    if (matches && (best.empty() || star > best.find('*'))) best = pattern;
  }
  if (best.empty()) return {};
  const auto star = best.find('*');
  const auto tail = best.size() - star - 1;
  return targetOf(lock, ownProperty(lock, object, best), key.substr(star, key.size() - star - tail));
}

}  // namespace vmscope
