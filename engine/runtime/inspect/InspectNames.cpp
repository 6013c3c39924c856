#include <algorithm>
#include <array>

#include "engine/runtime/inspect/Inspection.h"
#include "engine/runtime/inspect/Text.h"
#include "engine/vm/NativeClass.h"

namespace vmscope::runtime {

namespace {

constexpr auto kBuiltinNames = std::to_array<std::string_view>({
    "AggregateError",
    "Array",
    "ArrayBuffer",
    "AsyncDisposableStack",
    "Atomics",
    "BigInt",
    "BigInt64Array",
    "BigUint64Array",
    "Boolean",
    "DataView",
    "Date",
    "DisposableStack",
    "Error",
    "EvalError",
    "FinalizationRegistry",
    "Float16Array",
    "Float32Array",
    "Float64Array",
    "Function",
    "Infinity",
    "Int16Array",
    "Int32Array",
    "Int8Array",
    "Intl",
    "Iterator",
    "JSON",
    "Map",
    "Math",
    "NaN",
    "Number",
    "Object",
    "Promise",
    "Proxy",
    "RangeError",
    "ReferenceError",
    "Reflect",
    "RegExp",
    "Set",
    "String",
    "SuppressedError",
    "Symbol",
    "SyntaxError",
    "TypeError",
    "URIError",
    "Uint16Array",
    "Uint32Array",
    "Uint8Array",
    "Uint8ClampedArray",
    "WeakMap",
    "WeakRef",
    "WeakSet",
    "WebAssembly",
});

// How far up user-defined prototypes are listed with showHidden.
constexpr int kPrototypeLayers = 3;

bool isLowerOrCaseless(char character) {
  return character < 'A' || character > 'Z';
}

}  // namespace

bool isBuiltinName(std::string_view name) {
  return std::binary_search(kBuiltinNames.begin(), kBuiltinNames.end(), name);
}

std::optional<std::string> Inspection::constructorName(Object object, int depth, Entries* prototypeEntries) {
  v8::Local<v8::Value> first;
  for (v8::Local<v8::Value> at = object; at->IsObject();) {
    const auto current = at.As<v8::Object>();
    const auto found = descriptor(current, lock_.name("constructor"));
    if (hasFailed_) return std::nullopt;
    const auto maker = found.IsEmpty() ? v8::Local<v8::Value>() : read(found, "value");
    if (!maker.IsEmpty() && maker->IsFunction()) {
      const std::string name = lock_.text(read(maker.As<v8::Object>(), "name"));
      const v8::TryCatch quiet(lock_.v8());
      if (!name.empty() && object->InstanceOf(context_, maker.As<v8::Object>()).FromMaybe(false)) {
        if (prototypeEntries != nullptr && (first != current || !isBuiltinName(name)))
          addPrototypeEntries(object, first.IsEmpty() ? object : first.As<v8::Object>(), depth, *prototypeEntries);
        return name;
      }
    }
    at = current->GetPrototypeV2();
    if (first.IsEmpty()) first = at;
  }
  if (first->IsNull()) return std::nullopt;

  const std::string own = lock_.text(object->GetConstructorName());
  if (isTooDeep(depth)) return own + " <Complex prototype>";
  const auto inherited = constructorName(first.As<v8::Object>(), depth + 1, prototypeEntries);
  if (inherited) return own + " <" + *inherited + ">";
  InspectOptions shallow = options_;
  shallow.customInspect = false;
  shallow.depth = -1;
  Inspection inner(lock_, context_, shallow);
  return own + " <" + inner.format(first) + ">";
}

void Inspection::addPrototypeEntries(Object main, Object first, int depth, Entries& entries) {
  Names nearer;
  Object object = first;
  for (int layer = 0; layer < kPrototypeLayers; ++layer) {
    if (layer > 0 || main == object) {
      const auto next = object->GetPrototypeV2();
      if (!next->IsObject()) return;
      object = next.As<v8::Object>();
      const auto found = descriptor(object, lock_.name("constructor"));
      const auto maker = found.IsEmpty() ? v8::Local<v8::Value>() : read(found, "value");
      if (!maker.IsEmpty() && maker->IsFunction() && isBuiltinName(lock_.text(read(maker.As<v8::Object>(), "name"))))
        return;
    }
    seen_.push_back(main);
    Names here = namesOf(object, v8::ALL_PROPERTIES);
    for (const auto& key : here) {
      const auto isKey = [&](const v8::Local<v8::Name>& each) { return each->StrictEquals(key); };
      if (key->StrictEquals(lock_.name("constructor")) || hasOwn(main, key)) continue;
      if (std::any_of(nearer.begin(), nearer.end(), isKey)) continue;
      const auto found = descriptor(object, key);
      if (found.IsEmpty() || read(found, "value")->IsFunction()) continue;
      const std::string text = property(object, depth, key, Kind::Object, main);
      entries.push_back(options_.colors ? "\x1B[2m" + text + "\x1B[22m" : text);
    }
    seen_.pop_back();
    nearer.insert(nearer.end(), here.begin(), here.end());
  }
}

std::string Inspection::prefix(const Shape& shape, std::string_view fallback, std::string_view size) const {
  const std::string suffix(size);
  if (!shape.constructor) {
    const std::string tag = !shape.tag.empty() && shape.tag != fallback ? "[" + shape.tag + "] " : "";
    return "[" + std::string(fallback) + suffix + ": null prototype] " + tag;
  }
  const std::string& name = *shape.constructor;
  std::string result = name + suffix + " ";
  if (shape.tag.empty()) return result;
  const auto at = name.find(shape.tag);
  const auto end = at + shape.tag.size();
  const bool isNamed = at != std::string::npos && (end == name.size() || !isLowerOrCaseless(name[end]));
  return isNamed ? result : result + "[" + shape.tag + "] ";
}

std::string Inspection::plainPrefix(Object object, const Shape& shape) const {
  if (shape.constructor) return prefix(shape, "");
  const std::string fallback = lock_.text(object->GetConstructorName());
  return prefix(shape, fallback == shape.tag ? "Object" : fallback);
}

Inspection::Names Inspection::namesOf(Object object, int filter, v8::IndexFilter indices) {
  v8::Local<v8::Array> found;
  Names names;
  if (!object
           ->GetPropertyNames(context_, v8::KeyCollectionMode::kOwnOnly, static_cast<v8::PropertyFilter>(filter),
                              indices, v8::KeyConversionMode::kConvertToString)
           .ToLocal(&found)) {
    hasFailed_ = true;
    return names;
  }
  for (std::uint32_t at = 0; at < found->Length(); ++at)
    names.push_back(found->Get(context_, at).ToLocalChecked().As<v8::Name>());
  // Of objects with many properties V8 gives them all by age.
  std::stable_partition(names.begin(), names.end(), [](v8::Local<v8::Name> name) { return !name->IsSymbol(); });
  return names;
}

Inspection::Names Inspection::keysOf(Object object) {
  if (options_.showHidden) return namesOf(object, v8::ALL_PROPERTIES);
  if (object->IsModuleNamespaceObject()) {  // asking which are enumerable throws where an export is uninitialized
    return namesOf(object, v8::ALL_PROPERTIES | v8::SKIP_SYMBOLS);
  }
  return namesOf(object, v8::ONLY_ENUMERABLE);
}

std::string Inspection::functionBase(v8::Local<v8::Function> function, const Shape& shape, int depth) {
  if (isNativeClass(lock_, context_, function)) return classBase(function, shape);
  const std::string source = lock_.text(function->FunctionProtoToString(context_).ToLocalChecked());
  if (source.starts_with("class") && source.ends_with('}')) {
    const auto brace = source.find('{');
    const auto head = source.substr(5, brace == std::string::npos ? 0 : brace - 5);
    // A function may be called class_(); a class's heritage may hold parentheses, but then it says extends.
    const bool isClass = brace != std::string::npos && (head.empty() || head[0] == ' ' || head[0] == '\n') &&
                         (head.find('(') == std::string::npos || head.find("extends") != std::string::npos);
    if (isClass || head.empty()) return classBase(function, shape);
  }
  std::string type = "Function";
  if (function->IsGeneratorFunction()) type = "Generator" + type;
  if (function->IsAsyncFunction()) type = "Async" + type;
  std::string base = "[" + type + (shape.constructor ? "" : " (null prototype)");
  const auto name = readOrFail(function, lock_.name("name"));
  if (hasFailed_) return {};
  const bool isNamed = !(name->IsString() && name.As<v8::String>()->Length() == 0);
  base += !isNamed ? " (anonymous)" : ": " + (name->IsString() ? lock_.text(name) : value_(name, depth));
  base += "]";
  if (shape.constructor && *shape.constructor != type) base += " " + *shape.constructor;
  if (!shape.tag.empty() && shape.constructor != shape.tag) base += " [" + shape.tag + "]";
  return base;
}

std::string Inspection::classBase(v8::Local<v8::Function> function, const Shape& shape) {
  const std::string name = hasOwn(function, lock_.name("name")) ? lock_.text(read(function, "name")) : "";
  std::string base = "class " + (name.empty() ? "(anonymous)" : name);
  if (shape.constructor && *shape.constructor != "Function") base += " [" + *shape.constructor + "]";
  if (!shape.tag.empty() && shape.constructor != shape.tag) base += " [" + shape.tag + "]";
  if (!shape.constructor) return "[" + base + " extends [null prototype]]";
  const auto super = function->GetPrototypeV2();
  const std::string superName = super->IsObject() ? lock_.text(read(super.As<v8::Object>(), "name")) : "";
  return "[" + base + (superName.empty() ? "" : " extends " + superName) + "]";
}

}  // namespace vmscope::runtime
