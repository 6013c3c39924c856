#include "inspector/protocol/Reader.h"

#include <cmath>

namespace vmscope::protocol {
namespace {

// What a double holds exactly: JavaScript writes every number as one.
constexpr double kLargestInteger = 9007199254740991.0;

}  // namespace

bool Reader::isObject(const Json& value) {
  if (value.is_object()) return true;
  expected("an object");
  return false;
}

void Reader::expected(std::string_view what) {
  if (ok()) problem_ = where() + ": " + std::string(what) + " is expected";
}

void Reader::missing() {
  if (ok()) problem_ = where() + " is missing";
}

std::string Reader::where() const {
  if (path_.empty()) return "params";
  std::string text = path_.front();
  for (size_t i = 1; i < path_.size(); ++i) text += "." + path_[i];
  return text;
}

void read(Reader& reader, const Json& json, std::string& value) {
  if (!json.is_string()) return reader.expected("a string");
  value = json.get<std::string>();
}

void read(Reader& reader, const Json& json, std::int64_t& value) {
  double number = 0.5;
  if (json.is_number()) number = json.get<double>();
  if (std::trunc(number) != number || std::abs(number) > kLargestInteger) return reader.expected("an integer");
  value = static_cast<std::int64_t>(number);
}

void read(Reader& reader, const Json& json, double& value) {
  if (!json.is_number()) return reader.expected("a number");
  value = json.get<double>();
}

void read(Reader& reader, const Json& json, bool& value) {
  if (!json.is_boolean()) return reader.expected("a boolean");
  value = json.get<bool>();
}

void read(Reader&, const Json& json, Json& value) {
  value = json;
}

std::optional<size_t> wordIndex(const Json& json, const char* const* words, size_t count) {
  if (!json.is_string()) return std::nullopt;
  const auto& word = json.get_ref<const std::string&>();
  for (size_t i = 0; i < count; ++i) {
    if (word == words[i]) return i;
  }
  return std::nullopt;
}

std::string expectedWords(const char* const* words, size_t count) {
  std::string text = count > 1 ? "one of " : "";
  for (size_t i = 0; i < count; ++i) text += (i == 0 ? "" : ", ") + std::string(words[i]);
  return text;
}

}  // namespace vmscope::protocol
