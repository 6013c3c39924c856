#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "inspector/protocol/Boxed.h"

namespace vmscope::protocol {

using Json = nlohmann::json;

/// Reads JSON into the protocol's structs and remembers the first thing that was wrong, and where. Any thread.
class Reader {
 public:
  bool ok() const { return problem_.empty(); }

  /// Such as "codeGeneration.strings: a boolean is expected", or "source is missing".
  const std::string& problem() const { return problem_; }

  template <class T>
  void required(const Json& object, const char* name, T& value);
  template <class Optional>
  void optional(const Json& object, const char* name, Optional& value);

  void element(size_t index) { path_.push_back(std::to_string(index)); }
  void leave() { path_.pop_back(); }

  /// False, and remembered as a problem, when the value is not an object.
  bool isObject(const Json& value);
  void expected(std::string_view what);

 private:
  void missing();
  std::string where() const;

  std::vector<std::string> path_;
  std::string problem_;
};

void read(Reader& reader, const Json& json, std::string& value);
void read(Reader& reader, const Json& json, std::int64_t& value);
void read(Reader& reader, const Json& json, double& value);
void read(Reader& reader, const Json& json, bool& value);
void read(Reader& reader, const Json& json, Json& value);

template <class T>
void read(Reader& reader, const Json& json, std::vector<T>& value) {
  if (!json.is_array()) return reader.expected("an array");
  value.clear();
  for (size_t i = 0; i < json.size() && reader.ok(); ++i) {
    reader.element(i);
    read(reader, json[i], value.emplace_back());
    reader.leave();
  }
}

/// The word of an enumeration; the position in the words is the enumerator's.
std::optional<size_t> wordIndex(const Json& json, const char* const* words, size_t count);
std::string expectedWords(const char* const* words, size_t count);

template <class T>
void Reader::required(const Json& object, const char* name, T& value) {
  if (!ok()) return;
  path_.emplace_back(name);
  if (const auto found = object.find(name); found != object.end()) {
    read(*this, *found, value);
  } else {
    missing();
  }
  path_.pop_back();
}

template <class Optional>
void Reader::optional(const Json& object, const char* name, Optional& value) {
  const auto found = ok() ? object.find(name) : object.end();
  if (found == object.end()) return;
  path_.emplace_back(name);
  read(*this, *found, value.emplace());
  path_.pop_back();
}

/// A struct read from JSON, or what was wrong with the JSON.
template <class T>
struct Parsed {
  T value;
  std::string problem;

  explicit operator bool() const { return problem.empty(); }
};

/// Reads parameters, results or events. What the struct does not name is ignored, so that clients may be newer.
template <class T>
Parsed<T> parse(const Json& json) {
  Reader reader;
  Parsed<T> parsed;
  read(reader, json, parsed.value);
  parsed.problem = reader.problem();
  return parsed;
}

template <class T>
void write(Json& object, const char* name, const T& value) {
  object[name] = value;
}
template <class T>
void write(Json& object, const char* name, const std::optional<T>& value) {
  if (value) object[name] = *value;
}
template <class T>
void write(Json& object, const char* name, const Boxed<T>& value) {
  if (value) object[name] = *value;
}

}  // namespace vmscope::protocol
