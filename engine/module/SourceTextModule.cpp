#include "engine/module/SourceTextModule.h"

#include <memory>
#include <string>

#include "engine/Isolate.h"
#include "engine/module/DynamicImport.h"
#include "engine/module/ModuleErrors.h"
#include "engine/module/Modules.h"
#include "engine/vm/Contexts.h"

namespace vmscope {

namespace {

// V8's attributes of a request are [key, value, offset, ...].
constexpr int kAttributeEntry = 3;

ImportPhase phaseOf(v8::Local<v8::ModuleRequest> request) {
  return request->GetPhase() == v8::ModuleImportPhase::kSource ? ImportPhase::Source : ImportPhase::Evaluation;
}

// What two requests must agree in to mean the same module; the phase does not count.
std::string keyOf(const ModuleRequest& request) {
  std::string key = request.specifier;
  for (const auto& [name, value] : request.attributes) key += '\0' + name + '\0' + value;
  return key;
}

}  // namespace

int SourceTextModule::requestCount(const Lock& lock) const {
  return record(lock)->GetModuleRequests()->Length();
}

v8::Local<v8::ModuleRequest> SourceTextModule::request(const Lock& lock, int index) const {
  return record(lock)->GetModuleRequests()->Get(context().v8(lock), index).As<v8::ModuleRequest>();
}

std::vector<ModuleRequest> SourceTextModule::requests(const Lock& lock) const {
  std::vector<ModuleRequest> all;
  const auto realm = context().v8(lock);
  for (int i = 0; i < requestCount(lock); ++i) {
    const v8::HandleScope handles(lock.v8());
    const auto from = request(lock, i);
    v8::Location place = record(lock)->SourceOffsetToLocation(from->GetSourceOffset());
    ModuleRequest to{
        lock.text(from->GetSpecifier()), {}, phaseOf(from), place.GetLineNumber(), place.GetColumnNumber()};
    const auto attributes = from->GetImportAttributes();
    for (int entry = 0; entry < attributes->Length(); entry += kAttributeEntry) {
      to.attributes.emplace_back(lock.text(attributes->Get(realm, entry).As<v8::Value>()),
                                 lock.text(attributes->Get(realm, entry + 1).As<v8::Value>()));
    }
    all.push_back(std::move(to));
  }
  return all;
}

Completion SourceTextModule::link(Lock& lock, std::span<Module* const> modules) {
  const auto count = static_cast<std::size_t>(requestCount(lock));
  if (modules.size() != count) {
    return moduleError::thrown(
        lock, moduleError::linkMismatch(
                  lock, "Expected " + std::to_string(count) + " modules, got " + std::to_string(modules.size())));
  }
  if (const std::string clash = findClash(lock, modules); !clash.empty())
    return moduleError::thrown(lock, moduleError::linkMismatch(lock, clash));

  const v8::Context::Scope scope(lock.isolate().contexts().main().v8(lock));
  std::vector<v8::Local<v8::Value>> objects;
  for (const Module* module : modules) objects.push_back(module->object(lock));
  setField(lock, kLinked, v8::Array::New(lock.v8(), objects.data(), objects.size()));
  linked_.assign(modules.begin(), modules.end());
  isLinked_ = true;
  lock.isolate().modules().wasLinked(lock, *this);
  return v8::Undefined(lock.v8()).As<v8::Value>();
}

// V8 itself merges requests that agree in everything; those that differ in the phase alone are left to compare.
std::string SourceTextModule::findClash(const Lock& lock, std::span<Module* const> modules) const {
  if (modules.size() < 2) return {};
  const auto realm = context().v8(lock);
  const auto requested = record(lock)->GetModuleRequests();
  bool hasSource = false;
  for (int i = 0; i < requested->Length() && !hasSource; ++i)
    hasSource = phaseOf(requested->Get(realm, i).As<v8::ModuleRequest>()) == ImportPhase::Source;
  if (!hasSource) return {};

  const auto all = requests(lock);
  for (std::size_t second = 0; second < all.size(); ++second) {
    for (std::size_t first = 0; first < second; ++first) {
      if (modules[first] == modules[second] || keyOf(all[first]) != keyOf(all[second])) continue;
      return "Module request 'ModuleCacheKey(\"" + all[first].specifier + "\")' at index " + std::to_string(first) +
             " must be linked to the same module requested at index " + std::to_string(second);
    }
  }
  return {};
}

Module* SourceTextModule::resolve(Lock& lock, v8::Local<v8::String> specifier, v8::Local<v8::FixedArray> attributes,
                                  ImportPhase phase) {
  if (!isLinked_) {
    lock.v8()->ThrowException(moduleError::unlinkedRequest(lock, specifier, *this));
    return nullptr;
  }
  const auto realm = context().v8(lock);
  const auto requested = record(lock)->GetModuleRequests();
  for (std::size_t tried = 0; tried < linked_.size(); ++tried) {
    const std::size_t index = (nextRequest_ + tried) % linked_.size();
    const auto asked = requested->Get(realm, static_cast<int>(index)).As<v8::ModuleRequest>();
    if (asked->GetSpecifier() != specifier || asked->GetImportAttributes() != attributes || phaseOf(asked) != phase)
      continue;
    nextRequest_ = index + 1;
    return linked_[index];
  }
  lock.v8()->ThrowException(moduleError::unlinkedRequest(lock, specifier, *this));
  return nullptr;
}

v8::Local<v8::Value> SourceTextModule::frozenArray(Lock& lock, Field cache, MakeEntry make) {
  const auto known = field(lock, cache);
  if (known->IsArray()) return known;
  const auto main = lock.isolate().contexts().main().v8(lock);
  const v8::Context::Scope scope(main);
  std::vector<v8::Local<v8::Value>> entries;
  for (int i = 0; i < requestCount(lock); ++i) entries.push_back(make(lock, request(lock, i)));
  const auto array = v8::Array::New(lock.v8(), entries.data(), entries.size());
  array->SetIntegrityLevel(main, v8::IntegrityLevel::kFrozen).Check();
  setField(lock, cache, array);
  return array;
}

v8::Local<v8::Value> SourceTextModule::moduleRequests(Lock& lock) {
  return frozenArray(lock, kRequests, [](const Lock& at, v8::Local<v8::ModuleRequest> from) -> v8::Local<v8::Value> {
    const auto main = at.v8()->GetCurrentContext();
    v8::Local<v8::Name> names[] = {at.name("specifier"), at.name("attributes"), at.name("phase")};
    v8::Local<v8::Value> values[] = {
        from->GetSpecifier(), at.isolate().imports().attributesObject(at, from->GetImportAttributes(), kAttributeEntry),
        at.name(nameOf(phaseOf(from)))};
    const auto entry = v8::Object::New(at.v8(), v8::Null(at.v8()), names, values, 3);
    entry->SetIntegrityLevel(main, v8::IntegrityLevel::kFrozen).Check();
    return entry;
  });
}

v8::Local<v8::Value> SourceTextModule::dependencySpecifiers(Lock& lock) {
  return frozenArray(lock, kSpecifiers, [](const Lock&, v8::Local<v8::ModuleRequest> from) -> v8::Local<v8::Value> {
    return from->GetSpecifier();
  });
}

std::unique_ptr<v8::ScriptCompiler::CachedData> SourceTextModule::createCachedData(Lock& lock) const {
  return std::unique_ptr<v8::ScriptCompiler::CachedData>(
      v8::ScriptCompiler::CreateCodeCache(record(lock)->GetUnboundModuleScript()));
}

}  // namespace vmscope
