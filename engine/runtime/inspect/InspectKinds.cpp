#include <algorithm>
#include <cmath>

#include "engine/runtime/inspect/Inspection.h"
#include "engine/runtime/inspect/Text.h"

namespace vmscope::runtime {

namespace {

std::string sizeText(std::size_t size) {
  return "(" + std::to_string(size) + ")";
}

std::string iteratorOpen(std::string_view type, const std::string& tag) {
  const std::string own = std::string(type) + " Iterator";
  return "[" + (tag == own || tag.empty() ? own : tag + "] [" + own) + "] {";
}

std::string typedArrayName(v8::Local<v8::TypedArray> array) {
  if (array->IsUint8Array()) return "Uint8Array";
  if (array->IsUint8ClampedArray()) return "Uint8ClampedArray";
  if (array->IsInt8Array()) return "Int8Array";
  if (array->IsUint16Array()) return "Uint16Array";
  if (array->IsInt16Array()) return "Int16Array";
  if (array->IsUint32Array()) return "Uint32Array";
  if (array->IsInt32Array()) return "Int32Array";
  if (array->IsFloat32Array()) return "Float32Array";
  if (array->IsFloat64Array()) return "Float64Array";
  return array->IsBigInt64Array() ? "BigInt64Array" : "BigUint64Array";
}

}  // namespace

bool Inspection::iterableShape(Object object, Shape& shape, ViewDepth) {
  const int filter = options_.showHidden ? v8::ALL_PROPERTIES : v8::ONLY_ENUMERABLE;
  const auto finishWhenEmpty = [&](std::size_t size, std::string text) {
    if (size == 0 && shape.isBare()) shape.finished = std::move(text);
  };
  if (object->IsArray()) {
    const auto elements = object.As<v8::Array>();
    const bool isOrdinary = shape.constructor == "Array" && shape.tag.empty();
    shape.open = (isOrdinary ? "" : prefix(shape, "Array", sizeText(elements->Length()))) + "[";
    shape.close = "]";
    shape.keys = namesOf(object, filter, v8::IndexFilter::kSkipIndices);
    shape.kind = Kind::ArrayExtra;
    shape.formatter = [this, elements](int depth) { return array(elements, depth); };
    finishWhenEmpty(elements->Length(), shape.open + "]");
    return true;
  }
  if (object->IsSet() || object->IsMap()) {
    const bool isMap = object->IsMap();
    const std::size_t size = isMap ? object.As<v8::Map>()->Size() : object.As<v8::Set>()->Size();
    const std::string start = prefix(shape, isMap ? "Map" : "Set", sizeText(size));
    shape.keys = keysOf(object);
    shape.open = start + "{";
    shape.formatter = [this, object, isMap](int depth) {
      return isMap ? map(object.As<v8::Map>()->AsArray(), depth) : set(object.As<v8::Set>()->AsArray(), depth);
    };
    finishWhenEmpty(size, start + "{}");
    return true;
  }
  if (object->IsTypedArray()) {
    const auto elements = object.As<v8::TypedArray>();
    const std::string fallback = shape.constructor ? "" : typedArrayName(elements);
    shape.open = prefix(shape, fallback, sizeText(elements->Length())) + "[";
    shape.close = "]";
    shape.keys = namesOf(object, filter, v8::IndexFilter::kSkipIndices);
    shape.kind = Kind::ArrayExtra;
    shape.formatter = [this, elements](int) { return typedArray(elements); };
    if (options_.showHidden) {
      shape.extraKeys = {"BYTES_PER_ELEMENT", "length", "byteLength", "byteOffset", "buffer"};
      shape.hidesView = true;
    }
    if (elements->Length() == 0 && shape.keys.empty() && !options_.showHidden) shape.finished = shape.open + "]";
    return true;
  }
  if (object->IsMapIterator() || object->IsSetIterator()) {
    shape.keys = keysOf(object);
    shape.open = iteratorOpen(object->IsMapIterator() ? "Map" : "Set", shape.tag);
    shape.formatter = [this, object, &shape](int depth) { return iterator(object, depth, shape); };
    return true;
  }
  return false;
}

void Inspection::plainShape(Object object, int depth, Shape& shape, ViewDepth view) {
  shape.keys = keysOf(object);
  if (hasFailed_) return;
  if (object->IsFunction()) {
    shape.base = functionBase(object.As<v8::Function>(), shape, depth);
    if (shape.isBare()) shape.finished = style(shape.base, "special");
    return;
  }
  if (shape.constructor == "Object") {
    if (object->IsArgumentsObject()) {
      shape.open = "[Arguments] {";
    } else if (!shape.tag.empty()) {
      shape.open = prefix(shape, "Object") + "{";
    }
    if (shape.isBare()) shape.finished = shape.open + "}";
    return;
  }
  if (valueShape(object, depth, shape) || bufferShape(object, shape, view) || stateShape(object, shape)) return;
  if (object->IsExternal() && shape.isBare()) {
    shape.finished = style("[External: 0]", "special");
    return;
  }
  const std::string start = plainPrefix(object, shape);
  shape.open = start + "{";
  if (shape.isBare()) shape.finished = start + "{}";
}

bool Inspection::valueShape(Object object, int depth, Shape& shape) {
  if (object->IsRegExp()) {
    shape.base = regExp(object, shape);
    if (shape.isBare() || isTooDeep(depth)) shape.finished = style(shape.base, "regexp");
    return true;
  }
  if (object->IsDate()) {
    shape.base = date(object, shape);
    if (shape.isBare()) shape.finished = style(shape.base, "date");
    return true;
  }
  if (isError(object)) {
    shape.base = error(object, shape, depth);
    if (shape.isBare()) shape.finished = shape.base;
    return true;
  }
  if (object->IsNumberObject() || object->IsStringObject() || object->IsBooleanObject() || object->IsBigIntObject() ||
      object->IsSymbolObject()) {
    shape.base = boxed(object, shape);
    if (shape.isBare()) shape.finished = shape.base;
    return true;
  }
  return false;
}

std::string Inspection::regExp(Object object, const Shape& shape) {
  const auto pattern = object.As<v8::RegExp>();
  constexpr std::pair<int, char> kFlags[] = {
      {v8::RegExp::kHasIndices, 'd'},  {v8::RegExp::kGlobal, 'g'}, {v8::RegExp::kIgnoreCase, 'i'},
      {v8::RegExp::kMultiline, 'm'},   {v8::RegExp::kDotAll, 's'}, {v8::RegExp::kUnicode, 'u'},
      {v8::RegExp::kUnicodeSets, 'v'}, {v8::RegExp::kSticky, 'y'},
  };
  std::string text = "/" + lock_.text(pattern->GetSource()) + "/";
  for (const auto& [flag, letter] : kFlags)
    if ((pattern->GetFlags() & flag) != 0) text += letter;
  const std::string start = prefix(shape, "RegExp");
  return start == "RegExp " ? text : start + text;
}

std::string Inspection::date(Object object, const Shape& shape) {
  const auto time = object.As<v8::Date>();
  const std::string text = std::isnan(time->ValueOf()) ? "Invalid Date" : lock_.text(time->ToISOString());
  const std::string start = prefix(shape, "Date");
  return start == "Date " ? text : start + text;
}

std::string Inspection::boxed(Object object, Shape& shape) {
  v8::Isolate* isolate = lock_.v8();
  v8::Local<v8::Value> value;
  std::string type;
  if (object->IsNumberObject()) {
    type = "Number";
    value = v8::Number::New(isolate, object.As<v8::NumberObject>()->ValueOf());
  } else if (object->IsStringObject()) {
    type = "String";
    const auto text = object.As<v8::StringObject>()->ValueOf();
    value = text;
    const auto shown = std::min(shape.keys.size(), static_cast<std::size_t>(text->Length()));
    shape.keys.erase(shape.keys.begin(), shape.keys.begin() + static_cast<std::ptrdiff_t>(shown));
  } else if (object->IsBooleanObject()) {
    type = "Boolean";
    value = v8::Boolean::New(isolate, object.As<v8::BooleanObject>()->ValueOf());
  } else if (object->IsBigIntObject()) {
    type = "BigInt";
    value = object.As<v8::BigIntObject>()->ValueOf();
  } else {
    type = "Symbol";
    value = object.As<v8::SymbolObject>()->ValueOf();
  }
  std::string base = "[" + type;
  if (shape.constructor != type) base += shape.constructor ? " (" + *shape.constructor + ")" : " (null prototype)";
  base += ": " + formatPrimitive(value, false) + "]";
  if (!shape.tag.empty() && shape.constructor != shape.tag) base += " [" + shape.tag + "]";
  if (!shape.keys.empty() || !options_.colors) return base;
  std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) { return std::tolower(c); });
  return style(base, type);
}

bool Inspection::bufferShape(Object object, Shape& shape, ViewDepth view) {
  if (object->IsArrayBuffer() || object->IsSharedArrayBuffer()) {
    const std::string start = prefix(shape, object->IsArrayBuffer() ? "ArrayBuffer" : "SharedArrayBuffer");
    if (view == ViewDepth::Normal) {
      shape.formatter = [this, object](int) { return arrayBuffer(object); };
    } else if (shape.isBare()) {
      const std::string length = style(lock_.text(read(object, "byteLength")), "number");
      shape.finished = start + "{ [byteLength]: " + length + " }";
    }
    shape.open = start + "{";
    shape.extraKeys = {"byteLength"};
    return true;
  }
  if (!object->IsDataView()) return false;
  shape.open = prefix(shape, "DataView") + "{";
  shape.extraKeys = {"byteLength", "byteOffset", "buffer"};
  return true;
}

bool Inspection::stateShape(Object object, Shape& shape) {
  if (object->IsPromise()) {
    shape.open = prefix(shape, "Promise") + "{";
    shape.formatter = [this, object](int depth) { return promise(object.As<v8::Promise>(), depth); };
    return true;
  }
  if (object->IsWeakSet() || object->IsWeakMap()) {
    shape.open = prefix(shape, object->IsWeakSet() ? "WeakSet" : "WeakMap") + "{";
    shape.formatter = [this, object](int depth) {
      return options_.showHidden ? weakEntries(object, depth) : Entries{style("<items unknown>", "special")};
    };
    return true;
  }
  if (object->IsModuleNamespaceObject()) {
    shape.open = prefix(shape, "Module") + "{";
    Names keys;
    keys.swap(shape.keys);
    shape.formatter = [this, object, keys](int depth) { return moduleNamespace(object, depth, keys); };
    return true;
  }
  return false;
}

}  // namespace vmscope::runtime
