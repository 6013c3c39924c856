#include <algorithm>

#include "engine/runtime/inspect/InspectFunction.h"
#include "engine/runtime/inspect/Inspection.h"
#include "engine/runtime/inspect/Text.h"

namespace vmscope::runtime {

namespace {

// V8 gives the main thread about a megabyte of stack; inspection leaves the rest to what it calls.
constexpr std::ptrdiff_t kStackRoom = 400 * 1024;
constexpr std::size_t kTextBudget = std::size_t{1} << 27;

}  // namespace

Inspection::Inspection(Lock& lock, v8::Local<v8::Context> context, const InspectOptions& options)
    : lock_(lock),
      context_(context),
      options_(options),
      stackStart_(static_cast<const char*>(__builtin_frame_address(0))) {}

std::string inspect(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Value> value,
                    const InspectOptions& options) {
  Inspection inspection(lock, context, options);
  return inspection.format(value);
}

v8::Local<v8::Value> Inspection::read(Object object, std::string_view name) {
  const v8::TryCatch quiet(lock_.v8());
  return object->Get(context_, lock_.name(name)).FromMaybe(v8::Undefined(lock_.v8()).As<v8::Value>());
}

v8::Local<v8::Value> Inspection::readOrFail(Object object, v8::Local<v8::Value> name) {
  v8::Local<v8::Value> value;
  if (object->Get(context_, name).ToLocal(&value)) return value;
  hasFailed_ = true;
  return v8::Undefined(lock_.v8());
}

bool Inspection::hasOwn(Object object, v8::Local<v8::Name> name) const {
  const v8::TryCatch quiet(lock_.v8());
  return object->HasOwnProperty(context_, name).FromMaybe(false);
}

v8::Local<v8::Object> Inspection::descriptor(Object object, v8::Local<v8::Name> name) {
  v8::Local<v8::Value> found;
  if (!object->GetOwnPropertyDescriptor(context_, name).ToLocal(&found)) hasFailed_ = true;
  return !found.IsEmpty() && found->IsObject() ? found.As<v8::Object>() : v8::Local<v8::Object>();
}

std::string Inspection::value_(v8::Local<v8::Value> value, int depth, ViewDepth view) {
  if (hasFailed_) return {};
  if (!value->IsObject()) return formatPrimitive(value);
  const v8::HandleScope handles(lock_.v8());
  const auto receiver = value.As<v8::Object>();
  const bool isProxy = value->IsProxy();
  if (isProxy) {
    const auto proxied = value.As<v8::Proxy>();
    if (proxied->IsRevoked()) return style("<Revoked Proxy>", "special");
    if (options_.showProxy) return proxy(proxied, depth);
    value = proxied->GetTarget();
  }
  const auto object = value.As<v8::Object>();
  std::string text;
  if (options_.customInspect && custom(object, receiver, depth, text)) return text;
  if (hasFailed_) return {};
  if (std::find(seen_.begin(), seen_.end(), object) != seen_.end()) return circular(object);
  return raw(object, depth, view);
}

std::string Inspection::proxy(v8::Local<v8::Proxy> proxied, int depth) {
  if (isTooDeep(depth)) return style("Proxy [Array]", "special");
  indentation_ += 2;
  Entries entries{value_(proxied->GetTarget(), depth + 1)};
  entries.push_back(value_(proxied->GetHandler(), depth + 1));
  indentation_ -= 2;
  Shape shape;
  shape.open = "Proxy [";
  shape.close = "]";
  shape.kind = Kind::ArrayExtra;
  return reduce(std::move(entries), shape, depth + 1);
}

bool Inspection::custom(Object object, Object receiver, int depth, std::string& text) {
  const auto maybe = readOrFail(object, customInspectSymbol(lock_.v8()));
  if (hasFailed_ || !maybe->IsFunction()) return false;
  const auto own = inspectFunction(lock_, context_);
  if (maybe == own) return false;
  const auto constructor = descriptor(object, lock_.name("constructor"));
  if (!constructor.IsEmpty()) {
    const auto made = read(constructor, "value");
    if (made->IsObject() && read(made.As<v8::Object>(), "prototype") == object) return false;  // a class's prototype
  }
  const auto depthLeft = options_.isDepthNull ? v8::Null(lock_.v8()).As<v8::Value>()
                                              : v8::Number::New(lock_.v8(), options_.depth - depth).As<v8::Value>();
  v8::Local<v8::Value> arguments[] = {depthLeft, optionsObject(lock_, context_, options_, depthLeft), own};
  v8::Local<v8::Value> result;
  if (!maybe.As<v8::Function>()->Call(context_, receiver, 3, arguments).ToLocal(&result)) {
    hasFailed_ = true;
    return true;
  }
  if (result == receiver) return false;
  text = result->IsString() ? replaceAll(lock_.text(result), "\n", "\n" + indent()) : value_(result, depth);
  return true;
}

std::string Inspection::circular(Object object) {
  auto it = std::find(circular_.begin(), circular_.end(), object);
  if (it == circular_.end()) it = circular_.emplace(circular_.end(), lock_.v8(), object);
  return style("[Circular *" + std::to_string(it - circular_.begin() + 1) + "]", "special");
}

std::string Inspection::raw(Object object, int depth, ViewDepth view) {
  Shape shape;
  shape.constructor =
      constructorName(object, depth, options_.showHidden && !isTooDeep(depth) ? &shape.prototypeEntries : nullptr);
  if (hasFailed_) return {};
  {
    const v8::TryCatch quiet(lock_.v8());
    const auto symbol = v8::Symbol::GetToStringTag(lock_.v8());
    v8::Local<v8::Value> tag;
    if (object->Get(context_, symbol).ToLocal(&tag) && tag->IsString()) shape.tag = lock_.text(tag);
    // An own tag is listed among the properties.
    const auto enumerable = object->GetPropertyAttributes(context_, symbol).FromMaybe(v8::None);
    if (!shape.tag.empty() && hasOwn(object, symbol) && (options_.showHidden || (enumerable & v8::DontEnum) == 0))
      shape.tag.clear();
  }
  const bool isIterable =
      !shape.constructor || object->Has(context_, v8::Symbol::GetIterator(lock_.v8())).FromMaybe(false);
  if (!isIterable || !iterableShape(object, shape, view)) plainShape(object, depth, shape, view);
  if (hasFailed_) return {};
  if (shape.finished) return *shape.finished;
  if (isTooDeep(depth)) return tooDeep(object, shape);
  return body(object, depth + 1, shape, view);
}

std::string Inspection::tooDeep(Object object, const Shape& shape) {
  std::string name = plainPrefix(object, shape);
  name.pop_back();
  return style(shape.constructor ? "[" + name + "]" : name, "special");
}

std::string Inspection::body(Object object, int depth, Shape& shape, ViewDepth view) {
  const auto* here = static_cast<const char*>(__builtin_frame_address(0));
  if (stackStart_ - here > kStackRoom) {
    std::string name = plainPrefix(object, shape);
    name.pop_back();
    return style("[" + name + ": Inspection interrupted prematurely. Maximum call stack size exceeded.]", "special");
  }
  seen_.push_back(object);
  currentDepth_ = depth;
  Entries entries = shape.formatter ? shape.formatter(depth) : Entries();
  const ViewDepth inner = shape.hidesView ? ViewDepth::InTypedArray : view;
  for (const auto key : shape.extraKeys) entries.push_back(extraProperty(object, depth, key, inner));
  for (const auto& key : shape.keys) {
    if (hasFailed_) break;
    entries.push_back(property(object, depth, key, shape.kind, object));
  }
  entries.insert(entries.end(), shape.prototypeEntries.begin(), shape.prototypeEntries.end());
  seen_.pop_back();
  if (hasFailed_) return {};

  if (const auto it = std::find(circular_.begin(), circular_.end(), object); it != circular_.end()) {
    const std::string reference = style("<ref *" + std::to_string(it - circular_.begin() + 1) + ">", "special");
    if (options_.compact == InspectOptions::kCompactAlways) {
      shape.open = reference + " " + shape.open;
    } else {
      shape.base = shape.base.empty() ? reference : reference + " " + shape.base;
    }
  }
  if (options_.sorted) sort(entries, shape);
  std::string text = reduce(std::move(entries), shape, depth, object);
  std::size_t& used = budget_[indentation_];
  used += text.size();
  if (used > kTextBudget) options_.depth = -1;
  return text;
}

void Inspection::sort(Entries& entries, const Shape& shape) {
  if (shape.kind == Kind::Object) return std::sort(entries.begin(), entries.end());
  if (shape.keys.size() > 1) std::sort(entries.end() - static_cast<std::ptrdiff_t>(shape.keys.size()), entries.end());
}

std::string Inspection::extraProperty(Object object, int depth, std::string_view key, ViewDepth view) {
  const v8::TryCatch quiet(lock_.v8());
  v8::Local<v8::Value> value = v8::Undefined(lock_.v8());
  if (!object->Get(context_, lock_.name(key)).ToLocal(&value)) {  // a detached view's
    const auto buffer = read(object, "buffer");
    if (buffer->IsObject()) value = read(buffer.As<v8::Object>(), key);
  }
  indentation_ += 2;
  const std::string text = value_(value, depth, view);
  indentation_ -= 2;
  return style("[" + std::string(key) + "]", "string") + ": " + text;
}

std::string Inspection::property(Object object, int depth, v8::Local<v8::Name> key, Kind kind, Object original) {
  const v8::HandleScope handles(lock_.v8());
  const auto found = descriptor(object, key);
  if (found.IsEmpty()) return {};
  const std::string text = propertyValue(found, depth, kind, original);
  if (kind == Kind::ArrayElement) return text;
  const std::string name = propertyName(key, read(found, "enumerable")->IsTrue());
  const bool isOwnLine = options_.compact == InspectOptions::kCompactAlways && kind == Kind::Object &&
                         options_.breakLength < static_cast<double>(displayWidth(text)) &&
                         !read(found, "value")->IsUndefined();
  return name + ":" + (isOwnLine ? "\n" + indent() + "   " : " ") + text;
}

std::string Inspection::propertyValue(Object found, int depth, Kind kind, Object original) {
  const auto value = read(found, "value");
  if (!value->IsUndefined()) {
    const int inner = options_.compact != InspectOptions::kCompactAlways || kind != Kind::Object ? 2 : 3;
    indentation_ += inner;
    std::string text = value_(value, depth);
    indentation_ -= inner;
    return text;
  }
  const bool hasGetter = read(found, "get")->IsFunction();
  const bool hasSetter = read(found, "set")->IsFunction();
  if (!hasGetter) return hasSetter ? style("[Setter]", "special") : style("undefined", "undefined");
  const std::string_view label = hasSetter ? "Getter/Setter" : "Getter";
  using Getters = InspectOptions::Getters;
  const bool calls = options_.getters == Getters::All || (options_.getters == Getters::WithoutSetter && !hasSetter) ||
                     (options_.getters == Getters::WithSetter && hasSetter);
  return calls ? getter(found, depth, original, label) : style("[" + std::string(label) + "]", "special");
}

std::string Inspection::getter(Object found, int depth, Object original, std::string_view label) {
  const std::string open = "[" + std::string(label);
  const auto function = read(found, "get").As<v8::Function>();
  v8::Local<v8::Value> value;
  v8::Local<v8::Value> thrown;
  {
    const v8::TryCatch caught(lock_.v8());
    if (!function->Call(context_, original, 0, nullptr).ToLocal(&value)) thrown = caught.Exception();
  }
  indentation_ += 2;
  std::string text;
  if (!thrown.IsEmpty()) {
    text = style(open + ":", "special") + " <Inspection threw (" + value_(thrown, depth) + ")>" + style("]", "special");
  } else if (value->IsObject()) {
    text = style(open + "]", "special") + " " + value_(value, depth);
  } else {
    text = style(open + ":", "special") + " " + formatPrimitive(value) + style("]", "special");
  }
  indentation_ -= 2;
  return text;
}

std::string Inspection::propertyName(v8::Local<v8::Name> key, bool isEnumerable) {
  std::string name;
  if (key->IsSymbol()) {
    const auto description = key.As<v8::Symbol>()->Description(lock_.v8());
    const std::string inner = description->IsString() ? escaped(lock_.v8(), description.As<v8::String>()) : "";
    name = style("Symbol(" + inner + ")", "symbol");
  } else if (const std::string text = lock_.text(key); text == "__proto__") {
    name = "['__proto__']";
  } else if (isIdentifier(text)) {
    name = style(text, "name");
  } else {
    name = style(quoted(lock_.v8(), key.As<v8::String>()), "string");
  }
  return isEnumerable ? name : "[" + name + "]";
}

}  // namespace vmscope::runtime
