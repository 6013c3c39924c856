#include "engine/vm/NodeError.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <vector>

#include "engine/Isolate.h"

namespace vmscope {

namespace {

v8::Local<v8::Value> makeNative(ErrorClass type, v8::Local<v8::String> message) {
  switch (type) {
    case ErrorClass::TypeError:
      return v8::Exception::TypeError(message);
    case ErrorClass::RangeError:
      return v8::Exception::RangeError(message);
    case ErrorClass::ReferenceError:
      return v8::Exception::ReferenceError(message);
    case ErrorClass::SyntaxError:
      return v8::Exception::SyntaxError(message);
    case ErrorClass::Error:
      break;
  }
  return v8::Exception::Error(message);
}

void codedToString(const v8::FunctionCallbackInfo<v8::Value>& info) {
  v8::Isolate* isolate = info.GetIsolate();
  const auto context = isolate->GetCurrentContext();
  v8::Local<v8::String> text = v8::String::Empty(isolate);
  const auto append = [&](const char* before, const char* property) {
    v8::Local<v8::Value> value;
    v8::Local<v8::String> part;
    if (!info.This()->Get(context, v8::String::NewFromUtf8(isolate, property).ToLocalChecked()).ToLocal(&value) ||
        !value->ToString(context).ToLocal(&part)) {
      return false;
    }
    text = v8::String::Concat(isolate, text, v8::String::NewFromUtf8(isolate, before).ToLocalChecked());
    text = v8::String::Concat(isolate, text, part);
    return true;
  };
  if (append("", "name") && append(" [", "code") && append("]: ", "message")) info.GetReturnValue().Set(text);
}

// The object between a coded error and its native prototype, one per native prototype and so per realm.
v8::Local<v8::Object> codedPrototype(const Lock& lock, v8::Local<v8::Object> native) {
  const auto context = lock.v8()->GetCurrentContext();
  const auto key = v8::Private::ForApi(lock.v8(), lock.name("vmscope.codedPrototype"));
  v8::Local<v8::Value> known;
  if (native->GetPrivate(context, key).ToLocal(&known) && known->IsObject()) return known.As<v8::Object>();
  const auto made = v8::Object::New(lock.v8(), native, nullptr, nullptr, 0);
  v8::Local<v8::Function> toString;
  if (v8::Function::New(context, &codedToString, {}, 0, v8::ConstructorBehavior::kThrow).ToLocal(&toString)) {
    made->DefineOwnProperty(context, lock.name("toString"), toString, v8::DontEnum).Check();
  }
  native->SetPrivate(context, key, made).Check();
  return made;
}

// The header of a stack is made where `stack` is first read, from `name`; hence a name that lasts until then.
void freezeStackHeader(const Lock& lock, v8::Local<v8::Object> error, std::string_view code) {
  const auto context = lock.v8()->GetCurrentContext();
  const v8::TryCatch quiet(lock.v8());
  v8::Local<v8::Value> name;
  if (!error->Get(context, lock.name("name")).ToLocal(&name)) return;
  const std::string coded = lock.text(name) + " [" + std::string(code) + "]";
  if (error->CreateDataProperty(context, lock.name("name"), lock.string(coded)).IsNothing()) return;
  v8::Local<v8::Value> stack;
  if (error->Get(context, lock.name("stack")).IsEmpty()) return;
  error->Delete(context, lock.name("name")).FromMaybe(false);
}

bool isTypeName(std::string_view word) {
  static constexpr std::array kTypes{"string", "function", "number", "object", "boolean", "bigint", "symbol"};
  return std::find(kTypes.begin(), kTypes.end(), word) != kTypes.end();
}

bool isClassName(std::string_view word) {
  return std::isupper(static_cast<unsigned char>(word.front())) != 0 &&
         std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
}

std::string joinWithOr(const std::vector<std::string_view>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += words.size() > 2 ? ", " : " ";
    if (i > 0 && i + 1 == words.size()) text += "or ";
    text += words[i];
  }
  return text;
}

std::string describeExpected(std::initializer_list<std::string_view> expected) {
  std::vector<std::string_view> types, classes, others;
  for (const std::string_view word : expected) {
    (isTypeName(word) ? types : isClassName(word) ? classes : others).push_back(word);
  }
  if (const auto object = std::find(types.begin(), types.end(), "object"); !classes.empty() && object != types.end()) {
    types.erase(object);
    classes.push_back("Object");
  }
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " or ") + part; };
  if (!types.empty()) add((types.size() > 1 ? "one of type " : "of type ") + joinWithOr(types));
  if (!classes.empty()) add("an instance of " + joinWithOr(classes));
  if (others.size() > 1) add("one of " + joinWithOr(others));
  if (others.size() == 1) {
    const bool hasUpper =
        std::any_of(others[0].begin(), others[0].end(), [](unsigned char c) { return std::isupper(c) != 0; });
    add((hasUpper ? "an " : "") + std::string(others[0]));
  }
  return text;
}

bool isProperty(std::string_view name) {
  return name.find('.') != std::string_view::npos;
}

// `{ depth: -1 }` of util.inspect, near enough for a message.
std::string inspectObject(const Lock& lock, v8::Local<v8::Object> object) {
  const auto context = lock.v8()->GetCurrentContext();
  v8::Local<v8::Array> keys;
  const bool isEmpty = !object->GetOwnPropertyNames(context).ToLocal(&keys) || keys->Length() == 0;
  if (object->GetPrototypeV2()->IsNull()) {
    if (object->IsArray()) return isEmpty ? "[Array(0): null prototype] []" : "[Array: null prototype]";
    return isEmpty ? "[Object: null prototype] {}" : "[Object: null prototype]";
  }
  if (object->IsArray()) return isEmpty ? "[]" : "[Array]";
  const std::string name = lock.text(object->GetConstructorName());
  if (!isEmpty) return "[" + name + "]";
  return name == "Object" ? "{}" : name + " {}";
}

std::string inspectFunction(const Lock& lock, v8::Local<v8::Function> function) {
  const std::string name = lock.text(function->GetName());
  v8::Local<v8::String> source;
  const auto context = lock.v8()->GetCurrentContext();
  if (function->FunctionProtoToString(context).ToLocal(&source) && lock.text(source).starts_with("class")) {
    return name.empty() ? "[class (anonymous)]" : "[class " + name + "]";
  }
  return name.empty() ? "[Function (anonymous)]" : "[Function: " + name + "]";
}

std::string quoted(const Lock& lock, v8::Local<v8::String> value) {
  std::string text = lock.text(value);
  if (text.find('\'') == std::string::npos) return "'" + text + "'";
  v8::Local<v8::String> json;
  return v8::JSON::Stringify(lock.v8()->GetCurrentContext(), value).ToLocal(&json) ? lock.text(json) : text;
}

// Constructor.name as a program would read it, or nothing where there is none.
std::string constructorName(const Lock& lock, v8::Local<v8::Object> object) {
  const auto context = lock.v8()->GetCurrentContext();
  v8::Local<v8::Value> constructor;
  if (!object->Get(context, lock.name("constructor")).ToLocal(&constructor) || !constructor->IsObject()) return {};
  v8::Local<v8::Value> name;
  if (!constructor.As<v8::Object>()->Get(context, lock.name("name")).ToLocal(&name)) return {};
  return lock.text(name);
}

std::string numberText(const Lock& lock, v8::Local<v8::Value> value) {
  const double number = value.As<v8::Number>()->Value();
  return number == 0 && std::signbit(number) ? "-0" : lock.text(value);
}

// 4294967296 becomes 4_294_967_296, in groups of three from the end.
std::string withSeparators(const std::string& digits) {
  std::size_t end = digits.size();
  const std::size_t start = digits.starts_with('-') ? 1 : 0;
  std::string grouped;
  for (; end >= start + 4; end -= 3) grouped.insert(0, "_" + digits.substr(end - 3, 3));
  return digits.substr(0, end) + grouped;
}

}  // namespace

v8::Local<v8::Object> makeNodeError(const Lock& lock, ErrorClass type, std::string_view code,
                                    std::string_view message) {
  const auto context = lock.v8()->GetCurrentContext();
  const auto error = makeNative(type, lock.string(message)).As<v8::Object>();
  if (const auto native = error->GetPrototypeV2(); native->IsObject()) {
    error->SetPrototypeV2(context, codedPrototype(lock, native.As<v8::Object>())).FromMaybe(false);
  }
  freezeStackHeader(lock, error, code);
  error->CreateDataProperty(context, lock.name("code"), lock.name(code)).FromMaybe(false);
  return error;
}

void throwNodeError(const Lock& lock, ErrorClass type, std::string_view code, std::string_view message) {
  lock.v8()->ThrowException(makeNodeError(lock, type, code, message));
}

void throwCodedError(const Lock& lock, ErrorClass type, std::string_view code, std::string_view message) {
  const auto error = makeNative(type, lock.string(message)).As<v8::Object>();
  error->CreateDataProperty(lock.v8()->GetCurrentContext(), lock.name("code"), lock.name(code)).FromMaybe(false);
  lock.v8()->ThrowException(error);
}

void throwInvalidArgType(const Lock& lock, std::string_view name, std::initializer_list<std::string_view> expected,
                         v8::Local<v8::Value> received) {
  std::string message = "The ";
  if (name.ends_with(" argument")) {
    message += std::string(name) + " ";
  } else {
    message += "\"" + std::string(name) + "\" " + (isProperty(name) ? "property " : "argument ");
  }
  message += "must be " + describeExpected(expected) + ". Received " + describeReceived(lock, received);
  throwNodeError(lock, ErrorClass::TypeError, "ERR_INVALID_ARG_TYPE", message);
}

void throwInvalidArgValue(const Lock& lock, std::string_view name, v8::Local<v8::Value> received,
                          std::string_view reason) {
  std::string shown = inspectReceived(lock, received);
  if (shown.size() > 128) shown = shown.substr(0, 128) + "...";
  throwNodeError(lock, ErrorClass::TypeError, "ERR_INVALID_ARG_VALUE",
                 "The " + std::string(isProperty(name) ? "property" : "argument") + " '" + std::string(name) + "' " +
                     std::string(reason) + ". Received " + shown);
}

void throwOutOfRange(const Lock& lock, std::string_view name, std::string_view range, v8::Local<v8::Value> received) {
  std::string shown = inspectReceived(lock, received);
  if (received->IsNumber()) {
    const double number = received.As<v8::Number>()->Value();
    if (std::trunc(number) == number && std::isfinite(number) && std::abs(number) > 4294967296.0) {
      shown = withSeparators(shown);
    }
  }
  throwNodeError(lock, ErrorClass::RangeError, "ERR_OUT_OF_RANGE",
                 "The value of \"" + std::string(name) + "\" is out of range. It must be " + std::string(range) +
                     ". Received " + shown);
}

void throwInvalidThis(const Lock& lock, std::string_view className) {
  throwNodeError(lock, ErrorClass::TypeError, "ERR_INVALID_THIS",
                 "Value of \"this\" must be of type " + std::string(className));
}

std::string describeReceived(const Lock& lock, v8::Local<v8::Value> value) {
  const v8::TryCatch quiet(lock.v8());
  if (value->IsNullOrUndefined()) return value->IsNull() ? "null" : "undefined";
  if (value->IsFunction()) return "function " + lock.text(value.As<v8::Function>()->GetName());
  if (value->IsObject()) {
    const std::string name = constructorName(lock, value.As<v8::Object>());
    return name.empty() ? inspectObject(lock, value.As<v8::Object>()) : "an instance of " + name;
  }
  const std::string type = lock.text(value->TypeOf(lock.v8()));
  if (!value->IsString()) return "type " + type + " (" + inspectReceived(lock, value) + ")";
  const std::string text = lock.text(value);
  if (value.As<v8::String>()->Length() <= 28) return "type string (" + quoted(lock, value.As<v8::String>()) + ")";
  return "type string (" + quoted(lock, lock.string(text.substr(0, 25) + "...")) + ")";
}

std::string inspectReceived(const Lock& lock, v8::Local<v8::Value> value) {
  const v8::TryCatch quiet(lock.v8());
  if (value->IsString()) return quoted(lock, value.As<v8::String>());
  if (value->IsNumber()) return numberText(lock, value);
  if (value->IsBigInt()) return lock.text(value) + "n";
  if (value->IsSymbol()) return "Symbol(" + lock.text(value.As<v8::Symbol>()->Description(lock.v8())) + ")";
  const auto& describe = lock.isolate().describeObject();
  if (value->IsObject() && describe) return describe(value.As<v8::Object>());
  if (value->IsFunction()) return inspectFunction(lock, value.As<v8::Function>());
  if (value->IsObject()) return inspectObject(lock, value.As<v8::Object>());
  return lock.text(value);
}

}  // namespace vmscope
