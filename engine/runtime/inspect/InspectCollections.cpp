#include <algorithm>
#include <cmath>

#include "engine/runtime/inspect/Inspection.h"
#include "engine/runtime/inspect/Text.h"

namespace vmscope::runtime {

namespace {

constexpr double kMaxArrayIndex = 4294967294.0;

std::optional<std::uint32_t> arrayIndex(const std::string& key) {
  if (key.empty() || key.size() > 10 || (key.size() > 1 && key[0] == '0')) return std::nullopt;
  std::uint64_t index = 0;
  for (const char digit : key) {
    if (digit < '0' || digit > '9') return std::nullopt;
    index = index * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  if (static_cast<double>(index) > kMaxArrayIndex) return std::nullopt;
  return static_cast<std::uint32_t>(index);
}

std::string emptyItems(std::uint32_t count) {
  return "<" + std::to_string(count) + " empty item" + (count > 1 ? "s" : "") + ">";
}

}  // namespace

double Inspection::limit(double count) const {
  return std::min(std::max(0.0, options_.maxArrayLength), count);
}

Inspection::Entries Inspection::array(v8::Local<v8::Array> elements, int depth) {
  const std::uint32_t length = elements->Length();
  const auto shown = static_cast<std::uint32_t>(limit(length));
  Entries entries;
  for (std::uint32_t index = 0; index < shown && !hasFailed_; ++index) {
    const v8::HandleScope handles(lock_.v8());
    if (!elements->HasRealIndexedProperty(context_, index).FromMaybe(false))
      return sparseArray(elements, depth, std::move(entries), index, shown);
    const auto key = lock_.name(std::to_string(index));
    entries.push_back(property(elements, depth, key, Kind::ArrayElement, elements));
  }
  if (length > shown) entries.push_back(moreItems(length - shown));
  return entries;
}

Inspection::Entries Inspection::sparseArray(v8::Local<v8::Array> elements, int depth, Entries entries,
                                            std::uint32_t index, std::uint32_t shown) {
  const Names keys = namesOf(elements, v8::ONLY_ENUMERABLE | v8::SKIP_SYMBOLS);
  for (std::size_t at = index; at < keys.size() && entries.size() < shown && !hasFailed_; ++at) {
    const auto key = arrayIndex(lock_.text(keys[at]));
    if (!key) break;
    if (*key != index) {
      entries.push_back(style(emptyItems(*key - index), "undefined"));
      index = *key;
      if (entries.size() == shown) break;
    }
    entries.push_back(property(elements, depth, keys[at], Kind::ArrayElement, elements));
    ++index;
  }
  const std::uint32_t remaining = elements->Length() - index;
  if (remaining == 0) return entries;
  entries.push_back(entries.size() != shown ? style(emptyItems(remaining), "undefined") : moreItems(remaining));
  return entries;
}

Inspection::Entries Inspection::typedArray(v8::Local<v8::TypedArray> elements) {
  const auto length = static_cast<double>(elements->Length());
  const double shown = limit(length);
  Entries entries;
  for (std::uint32_t index = 0; index < shown; ++index) {
    const v8::HandleScope handles(lock_.v8());
    entries.push_back(number(elements->Get(context_, index).ToLocalChecked(), true));
  }
  if (length > shown) entries.push_back(moreItems(length - shown));
  return entries;
}

Inspection::Entries Inspection::set(v8::Local<v8::Array> values, int depth) {
  const double length = values->Length();
  const double shown = limit(length);
  Entries entries;
  indentation_ += 2;
  for (std::uint32_t index = 0; index < shown; ++index)
    entries.push_back(value_(values->Get(context_, index).ToLocalChecked(), depth));
  indentation_ -= 2;
  if (length > shown) entries.push_back(moreItems(length - shown));
  return entries;
}

Inspection::Entries Inspection::map(v8::Local<v8::Array> values, int depth) {
  const double length = values->Length() / 2;
  const double shown = limit(length);
  Entries entries;
  indentation_ += 2;
  for (std::uint32_t index = 0; index < shown; ++index) {
    entries.push_back(pair(values->Get(context_, index * 2).ToLocalChecked(),
                           values->Get(context_, index * 2 + 1).ToLocalChecked(), depth));
  }
  indentation_ -= 2;
  if (length > shown) entries.push_back(moreItems(length - shown));
  return entries;
}

Inspection::Entries Inspection::iterator(Object object, int depth, Shape& shape) {
  bool isKeyValue = false;
  v8::Local<v8::Array> values;
  if (!object->PreviewEntries(&isKeyValue).ToLocal(&values)) return {};
  if (!isKeyValue) return set(values, depth);

  constexpr std::string_view kEnd = " Iterator] {";
  shape.open = shape.open.substr(0, shape.open.size() - kEnd.size()) + " Entries] {";
  const double length = values->Length() / 2;
  const double shown = limit(length);
  Shape entry;
  entry.open = "[";
  entry.close = "]";
  entry.kind = Kind::ArrayExtra;
  Entries entries;
  indentation_ += 2;
  for (std::uint32_t index = 0; index < shown; ++index) {
    Entries both{value_(values->Get(context_, index * 2).ToLocalChecked(), depth)};
    both.push_back(value_(values->Get(context_, index * 2 + 1).ToLocalChecked(), depth));
    entries.push_back(reduce(std::move(both), entry, depth));
  }
  indentation_ -= 2;
  if (length > shown) entries.push_back(moreItems(length - shown));
  return entries;
}

Inspection::Entries Inspection::weakEntries(Object object, int depth) {
  bool isKeyValue = false;
  v8::Local<v8::Array> values;
  if (!object->PreviewEntries(&isKeyValue).ToLocal(&values)) return {};
  Entries entries = isKeyValue ? map(values, depth) : set(values, depth);
  const double length = isKeyValue ? values->Length() / 2 : values->Length();
  // V8 gives them in no particular order.
  std::sort(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(limit(length)));
  return entries;
}

Inspection::Entries Inspection::arrayBuffer(Object object) {
  if (object->IsArrayBuffer() && object.As<v8::ArrayBuffer>()->WasDetached()) return {style("(detached)", "special")};
  const auto store = object->IsArrayBuffer() ? object.As<v8::ArrayBuffer>()->GetBackingStore()
                                             : object.As<v8::SharedArrayBuffer>()->GetBackingStore();
  const auto* bytes = static_cast<const unsigned char*>(store->Data());
  const auto length = static_cast<double>(store->ByteLength());
  const auto shown = static_cast<std::size_t>(limit(length));
  std::string text;
  for (std::size_t at = 0; at < shown; ++at) {
    constexpr const char* kDigits = "0123456789abcdef";
    if (at > 0) text += ' ';
    text += {kDigits[bytes[at] >> 4], kDigits[bytes[at] & 0xF]};
  }
  const double remaining = length - static_cast<double>(shown);
  if (remaining > 0) text += " " + moreItems(remaining, "byte");
  return {style("[Uint8Contents]", "special") + ": <" + text + ">"};
}

Inspection::Entries Inspection::promise(v8::Local<v8::Promise> promised, int depth) {
  if (promised->State() == v8::Promise::kPending) return {style("<pending>", "special")};
  indentation_ += 2;
  const std::string text = value_(promised->Result(), depth);
  indentation_ -= 2;
  const bool isRejected = promised->State() == v8::Promise::kRejected;
  return {isRejected ? style("<rejected>", "special") + " " + text : text};
}

Inspection::Entries Inspection::moduleNamespace(Object object, int depth, const Names& keys) {
  Entries entries;
  for (const auto& key : keys) {
    {
      const v8::TryCatch caught(lock_.v8());
      std::string text = property(object, depth, key, Kind::Object, object);
      if (!caught.HasCaught()) {
        entries.push_back(std::move(text));
        continue;
      }
      hasFailed_ = false;
    }
    entries.push_back(propertyName(key, true) + ": " + style("<uninitialized>", "special"));
  }
  return entries;
}

}  // namespace vmscope::runtime
