#include "engine/module/WasmModule.h"

#include <cstring>

#include "engine/module/SyntheticModule.h"
#include "engine/vm/Context.h"

namespace vmscope {

namespace {

v8::Local<v8::Value> property(const Lock& lock, v8::Local<v8::Context> realm, v8::Local<v8::Value> object,
                              std::string_view name) {
  v8::Local<v8::Value> value = v8::Undefined(lock.v8());
  if (object->IsObject()) std::ignore = object.As<v8::Object>()->Get(realm, lock.name(name)).ToLocal(&value);
  return value;
}

v8::Local<v8::Value> webAssembly(const Lock& lock, v8::Local<v8::Context> realm, std::string_view name) {
  return property(lock, realm, property(lock, realm, realm->Global(), "WebAssembly"), name);
}

v8::MaybeLocal<v8::Object> construct(const Lock& lock, v8::Local<v8::Context> realm, std::string_view name,
                                     std::vector<v8::Local<v8::Value>> arguments) {
  const auto type = webAssembly(lock, realm, name);
  if (!type->IsFunction()) return {};
  return type.As<v8::Function>()->NewInstance(realm, static_cast<int>(arguments.size()), arguments.data());
}

// What WebAssembly.Module.exports() and .imports() tell, one property of each entry.
std::vector<v8::Local<v8::String>> listed(const Lock& lock, v8::Local<v8::Context> realm, v8::Local<v8::Object> source,
                                          std::string_view list, std::string_view name) {
  std::vector<v8::Local<v8::String>> texts;
  const auto function = property(lock, realm, webAssembly(lock, realm, "Module"), list);
  v8::Local<v8::Value> argument = source;
  v8::Local<v8::Value> entries;
  if (!function->IsFunction()) return texts;
  if (!function.As<v8::Function>()->Call(realm, v8::Undefined(lock.v8()), 1, &argument).ToLocal(&entries)) return texts;
  for (std::uint32_t i = 0; i < entries.As<v8::Array>()->Length(); ++i) {
    const auto entry = entries.As<v8::Array>()->Get(realm, i).ToLocalChecked();
    texts.push_back(property(lock, realm, entry, name).As<v8::String>());
  }
  return texts;
}

v8::MaybeLocal<v8::Object> importsOf(Lock& lock, v8::Local<v8::Context> realm, v8::Local<v8::Object> source,
                                     const WasmModule::Import& import) {
  const auto imports = v8::Object::New(lock.v8());
  for (const auto& specifier : listed(lock, realm, source, "imports", "module")) {
    v8::Local<v8::Value> found;
    if (imports->HasOwnProperty(realm, specifier).FromMaybe(false)) continue;
    if (!import(lock, lock.text(specifier)).ToLocal(&found)) return {};
    if (imports->CreateDataProperty(realm, specifier, found).IsNothing()) return {};
  }
  return imports;
}

// A global is exported as its value.
v8::Local<v8::Value> exported(const Lock& lock, v8::Local<v8::Context> realm, v8::Local<v8::Value> value) {
  const auto type = webAssembly(lock, realm, "Global");
  const bool isGlobal = type->IsObject() && value->InstanceOf(realm, type.As<v8::Object>()).FromMaybe(false);
  return isGlobal ? property(lock, realm, value, "value") : value;
}

}  // namespace

v8::MaybeLocal<v8::Object> WasmModule::compile(Lock& lock, Context& context, const std::string& bytes) {
  const auto realm = context.v8(lock);
  const v8::Context::Scope scope(realm);
  const auto buffer = v8::ArrayBuffer::New(lock.v8(), bytes.size());
  std::memcpy(buffer->Data(), bytes.data(), bytes.size());
  return construct(lock, realm, "Module", {buffer});
}

std::vector<v8::Local<v8::String>> WasmModule::exportNames(Lock& lock, v8::Local<v8::Context> realm,
                                                           v8::Local<v8::Object> source) {
  return listed(lock, realm, source, "exports", "name");
}

void WasmModule::evaluate(Lock& lock, SyntheticModule& module, v8::Local<v8::Object> source, const Import& import) {
  const auto realm = module.context().v8(lock);
  v8::Local<v8::Object> imports;
  v8::Local<v8::Object> instance;
  if (!importsOf(lock, realm, source, import).ToLocal(&imports)) return;
  if (!construct(lock, realm, "Instance", {source, imports}).ToLocal(&instance)) return;
  const auto exports = property(lock, realm, instance, "exports");
  for (const auto& name : exportNames(lock, realm, source)) {
    v8::Local<v8::Value> value;
    if (!exports.As<v8::Object>()->Get(realm, name).ToLocal(&value)) return;
    if (!module.setExport(lock, name, exported(lock, realm, value)).isNormal()) return;
  }
}

}  // namespace vmscope
