#pragma once

#include <v8.h>

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/runtime/inspect/Inspect.h"

namespace vmscope::runtime {

/// One run of util.inspect over a value: transcribes Node's algorithm, whose output it must match to the letter.
///
/// Lives on the stack. What it calls in JavaScript (getters, custom inspection) may throw: then `hasFailed`, the
/// exception is pending, and every text is of no use.
class Inspection {
 public:
  Inspection(Lock& lock, v8::Local<v8::Context> context, const InspectOptions& options);

  std::string format(v8::Local<v8::Value> value) { return value_(value, 0); }
  std::string formatPrimitive(v8::Local<v8::Value> value, bool styled = true);
  bool hasFailed() const { return hasFailed_; }

 private:
  enum class Kind { Object, ArrayElement, ArrayExtra };
  enum class ViewDepth { Normal, InTypedArray };
  using Entries = std::vector<std::string>;
  using Object = v8::Local<v8::Object>;
  using Names = std::vector<v8::Local<v8::Name>>;
  using Formatter = std::function<Entries(int depth)>;

  /// What formatting one object has found out so far.
  struct Shape {
    std::optional<std::string> constructor;  ///< nothing for a null prototype
    std::string tag;
    std::string base;  ///< what stands before the braces
    std::string open = "{";
    std::string close = "}";
    Kind kind = Kind::Object;
    Names keys;
    std::vector<std::string_view> extraKeys;
    Entries prototypeEntries;
    Formatter formatter;
    std::optional<std::string> finished;  ///< the whole text, where nothing is inside
    bool hidesView = false;

    bool isBare() const { return keys.empty() && prototypeEntries.empty(); }
  };

  // InspectValue.cpp
  std::string value_(v8::Local<v8::Value> value, int depth, ViewDepth view = ViewDepth::Normal);
  std::string raw(Object object, int depth, ViewDepth view);
  std::string body(Object object, int depth, Shape& shape, ViewDepth view);
  bool custom(Object object, Object receiver, int depth, std::string& text);
  std::string proxy(v8::Local<v8::Proxy> proxied, int depth);
  std::string circular(Object object);
  std::string property(Object object, int depth, v8::Local<v8::Name> key, Kind kind, Object original);
  std::string propertyValue(Object descriptor, int depth, Kind kind, Object original);
  std::string getter(Object descriptor, int depth, Object original, std::string_view label);
  std::string propertyName(v8::Local<v8::Name> key, bool isEnumerable);
  std::string extraProperty(Object object, int depth, std::string_view key, ViewDepth view);
  std::string tooDeep(Object object, const Shape& shape);
  void sort(Entries& entries, const Shape& shape);

  // InspectKinds.cpp: each recognises some kinds of object and fills the shape
  bool iterableShape(Object object, Shape& shape, ViewDepth view);
  void plainShape(Object object, int depth, Shape& shape, ViewDepth view);
  bool valueShape(Object object, int depth, Shape& shape);
  bool bufferShape(Object object, Shape& shape, ViewDepth view);
  bool stateShape(Object object, Shape& shape);
  std::string boxed(Object object, Shape& shape);
  std::string date(Object object, const Shape& shape);
  std::string regExp(Object object, const Shape& shape);

  // InspectCollections.cpp
  Entries array(v8::Local<v8::Array> array, int depth);
  Entries sparseArray(v8::Local<v8::Array> array, int depth, Entries entries, std::uint32_t index, std::uint32_t limit);
  Entries typedArray(v8::Local<v8::TypedArray> array);
  Entries set(v8::Local<v8::Array> values, int depth);
  Entries map(v8::Local<v8::Array> values, int depth);
  Entries iterator(Object object, int depth, Shape& shape);
  Entries weakEntries(Object object, int depth);
  Entries arrayBuffer(Object object);
  Entries promise(v8::Local<v8::Promise> promise, int depth);
  Entries moduleNamespace(Object object, int depth, const Names& keys);
  double limit(double count) const;

  // InspectNames.cpp
  std::optional<std::string> constructorName(Object object, int depth, Entries* prototypeEntries);
  void addPrototypeEntries(Object main, Object first, int depth, Entries& entries);
  std::string prefix(const Shape& shape, std::string_view fallback, std::string_view size = "") const;
  std::string plainPrefix(Object object, const Shape& shape) const;
  std::string functionBase(v8::Local<v8::Function> function, const Shape& shape, int depth);
  std::string classBase(v8::Local<v8::Function> function, const Shape& shape);
  Names keysOf(Object object);
  Names namesOf(Object object, int filter, v8::IndexFilter indices = v8::IndexFilter::kIncludeIndices);

  // InspectErrors.cpp
  std::string error(Object error, Shape& shape, int depth);
  bool isError(v8::Local<v8::Value> value);
  std::string stackOf(Object error);
  std::string improvedStack(std::string stack, const Shape& shape, const std::string& name) const;
  std::string framesOf(Object error, std::string_view frames);
  void hideKey(Names& keys, std::string_view key, Object error, std::string_view stack);

  // InspectLayout.cpp
  std::string reduce(Entries entries, const Shape& shape, int depth, Object value = {});
  Entries group(Entries entries, Object value) const;
  bool fitsOnOneLine(const Entries& entries, std::size_t start, std::string_view base) const;
  std::string style(std::string_view text, std::string_view kind) const;
  std::string indent() const { return std::string(static_cast<std::size_t>(indentation_), ' '); }
  std::string pair(v8::Local<v8::Value> key, v8::Local<v8::Value> value, int depth);
  static std::string moreItems(double count, std::string_view noun = "item");
  std::string number(v8::Local<v8::Value> value, bool styled) const;
  std::string stringLiteral(v8::Local<v8::String> text, bool styled) const;

  bool isTooDeep(int depth) const { return depth > options_.depth; }
  v8::Local<v8::Value> read(Object object, std::string_view name);  ///< undefined where it throws
  v8::Local<v8::Value> readOrFail(Object object, v8::Local<v8::Value> name);
  bool hasOwn(Object object, v8::Local<v8::Name> name) const;
  v8::Local<v8::Object> descriptor(Object object, v8::Local<v8::Name> name);

  Lock& lock_;
  v8::Local<v8::Context> context_;
  InspectOptions options_;
  int indentation_ = 0;
  int currentDepth_ = 0;
  std::vector<Object> seen_;
  std::vector<v8::Global<v8::Object>> circular_;  // by their index less one
  std::map<int, std::size_t> budget_;
  const char* stackStart_;
  bool hasFailed_ = false;
};

/// The names of ECMAScript's own constructors.
bool isBuiltinName(std::string_view name);

}  // namespace vmscope::runtime
