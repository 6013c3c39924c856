#include "engine/runtime/inspect/Format.h"

#include <cmath>

#include "engine/runtime/Bindings.h"
#include "engine/runtime/inspect/Inspection.h"

namespace vmscope::runtime {

namespace {

/// One call of util.format; lives on the stack.
class Formatting {
 public:
  Formatting(Lock& lock, v8::Local<v8::Context> context, const InspectOptions& options)
      : lock_(lock), context_(context), options_(options) {}

  std::optional<std::string> run(const std::vector<v8::Local<v8::Value>>& values);

 private:
  using Value = v8::Local<v8::Value>;

  bool isPlaceholder(char letter) const { return std::string_view("sjdOoific").find(letter) != std::string_view::npos; }
  std::string replacement(char letter, Value value);
  std::string asString(Value value);
  std::string asNumber(Value value);
  std::string parsed(Value value, std::string_view parser);
  std::string asJson(Value value);
  std::string shown(Value value, const InspectOptions& options);
  std::string plain(Value value, const InspectOptions& options);
  bool hasBuiltinToString(v8::Local<v8::Object> object);

  Lock& lock_;
  v8::Local<v8::Context> context_;
  const InspectOptions& options_;
  bool hasFailed_ = false;
};

std::string Formatting::shown(Value value, const InspectOptions& options) {
  Inspection inspection(lock_, context_, options);
  std::string text = inspection.format(value);
  hasFailed_ = hasFailed_ || inspection.hasFailed();
  return text;
}

std::string Formatting::plain(Value value, const InspectOptions& options) {
  InspectOptions uncolored = options;
  uncolored.colors = false;
  return Inspection(lock_, context_, uncolored).formatPrimitive(value, false);
}

std::string Formatting::asString(Value value) {
  if (value->IsNumber() || value->IsBigInt()) return plain(value, options_);
  if (value->IsObject() && !value->IsFunction() && hasBuiltinToString(value.As<v8::Object>())) {
    InspectOptions options = options_;
    options.compact = 3;
    options.colors = false;
    options.depth = 0;
    return shown(value, options);
  }
  if (value->IsSymbol()) return plain(value, options_);
  v8::Local<v8::String> text;
  if (value->ToString(context_).ToLocal(&text)) return lock_.text(text);
  hasFailed_ = true;
  return {};
}

std::string Formatting::asNumber(Value value) {
  if (value->IsBigInt()) return plain(value, options_);
  if (value->IsSymbol()) return "NaN";
  double number = 0;
  if (!value->NumberValue(context_).To(&number)) hasFailed_ = true;
  return plain(v8::Number::New(lock_.v8(), number), options_);
}

std::string Formatting::parsed(Value value, std::string_view parser) {
  if (value->IsSymbol()) return "NaN";
  if (value->IsBigInt() && parser == "parseInt") return plain(value, options_);
  const auto function = get(lock_, context_, context_->Global(), parser);
  Value result;
  if (!function->IsFunction() ||
      !function.As<v8::Function>()->Call(context_, v8::Undefined(lock_.v8()), 1, &value).ToLocal(&result)) {
    hasFailed_ = true;
    return {};
  }
  return plain(result, options_);
}

std::string Formatting::asJson(Value value) {
  v8::TryCatch caught(lock_.v8());
  v8::Local<v8::String> text;
  if (v8::JSON::Stringify(context_, value).ToLocal(&text)) return lock_.text(text);
  const std::string message = lock_.text(caught.Exception());
  if (message.starts_with("TypeError: Converting circular structure to JSON")) return "[Circular]";
  caught.ReThrow();
  hasFailed_ = true;
  return {};
}

// Whether an object's own text says less than inspecting it: its toString is one of ECMAScript's.
bool Formatting::hasBuiltinToString(v8::Local<v8::Object> object) {
  if (object->IsProxy()) {
    const auto target = object.As<v8::Proxy>()->GetTarget();
    if (!target->IsObject()) return true;
    object = target.As<v8::Object>();
  }
  const auto toString = lock_.name("toString");
  const auto toPrimitive = v8::Symbol::GetToPrimitive(lock_.v8());
  const v8::TryCatch quiet(lock_.v8());
  const auto isFunction = [&](v8::Local<v8::Name> name) {
    Value value;
    return object->Get(context_, name).ToLocal(&value) && value->IsFunction();
  };
  const bool hasToString = isFunction(toString);
  const bool hasToPrimitive = isFunction(toPrimitive);
  if (!hasToString && !hasToPrimitive) return true;
  const auto owns = [&](v8::Local<v8::Object> holder) {
    return (hasToString && holder->HasOwnProperty(context_, toString).FromMaybe(false)) ||
           (hasToPrimitive && holder->HasOwnProperty(context_, toPrimitive).FromMaybe(false));
  };
  if (owns(object)) return false;
  v8::Local<v8::Object> holder = object;
  do {
    const auto next = holder->GetPrototypeV2();
    if (!next->IsObject()) return true;
    holder = next.As<v8::Object>();
  } while (!owns(holder));
  Value found;
  if (!holder->GetOwnPropertyDescriptor(context_, lock_.name("constructor")).ToLocal(&found) || !found->IsObject())
    return false;
  const auto maker = get(lock_, context_, found.As<v8::Object>(), "value");
  return maker->IsFunction() && isBuiltinName(lock_.text(get(lock_, context_, maker.As<v8::Object>(), "name")));
}

std::string Formatting::replacement(char letter, Value value) {
  switch (letter) {
    case 's':
      return asString(value);
    case 'j':
      return asJson(value);
    case 'd':
      return asNumber(value);
    case 'i':
      return parsed(value, "parseInt");
    case 'f':
      return parsed(value, "parseFloat");
    case 'O':
      return shown(value, options_);
    case 'o': {
      InspectOptions options = options_;
      options.showHidden = true;
      options.showProxy = true;
      options.depth = 4;
      return shown(value, options);
    }
    default:  // %c takes a style and shows nothing
      return {};
  }
}

std::optional<std::string> Formatting::run(const std::vector<v8::Local<v8::Value>>& values) {
  std::string text;
  std::size_t next = 0;
  if (!values.empty() && values[0]->IsString()) {
    const std::string pattern = lock_.text(values[0]);
    if (values.size() == 1) return pattern;
    next = 1;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
      const char letter = pattern[at] == '%' && at + 1 < pattern.size() ? pattern[at + 1] : '\0';
      if (letter == '%') {
        text += '%';
        ++at;
      } else if (letter != '\0' && isPlaceholder(letter) && next < values.size()) {
        text += replacement(letter, values[next++]);
        ++at;
      } else {
        text += pattern[at];
      }
      if (hasFailed_) return std::nullopt;
    }
  }
  for (; next < values.size(); ++next) {
    if (next > 0) text += ' ';
    text += values[next]->IsString() ? lock_.text(values[next]) : shown(values[next], options_);
    if (hasFailed_) return std::nullopt;
  }
  return text;
}

}  // namespace

std::optional<std::string> format(Lock& lock, v8::Local<v8::Context> context,
                                  const std::vector<v8::Local<v8::Value>>& values, const InspectOptions& options) {
  return Formatting(lock, context, options).run(values);
}

}  // namespace vmscope::runtime
