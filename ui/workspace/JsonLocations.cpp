#include "ui/workspace/JsonLocations.h"

#include <algorithm>
#include <iterator>

namespace vmscope::ui {

namespace {

using Json = nlohmann::ordered_json;
using Pointer = nlohmann::json_pointer<std::string>;

constexpr std::size_t kDeepestNesting = 64;

TextPosition positionOf(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto lineStart = before.rfind('\n');
  return {1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
          1 + static_cast<int>(lineStart == before.npos ? before.size() : before.size() - lineStart - 1)};
}

// Tells where offsets stand that come in order, and looks at each line once.
class PositionCount {
 public:
  explicit PositionCount(std::string_view text) : text_(text) {}

  TextPosition at(std::size_t offset) {
    for (; read_ < offset; ++read_) {
      if (text_[read_] != '\n') continue;
      ++line_;
      lineStart_ = read_ + 1;
    }
    return {line_, 1 + static_cast<int>(offset - lineStart_)};
  }

 private:
  std::string_view text_;
  std::size_t read_ = 0;
  std::size_t lineStart_ = 0;
  int line_ = 1;
};

// An iterator that tells how far the parser has read; the parser copies it, so the count lives outside.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(std::string_view text, std::size_t offset, std::size_t* furthest)
      : text_(text), offset_(offset), furthest_(furthest) {}
  reference operator*() const { return text_[offset_]; }
  CountingIterator& operator++() {
    *furthest_ = ++offset_;
    return *this;
  }
  CountingIterator operator++(int) {
    const CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return offset_ == other.offset_; }
  bool operator!=(const CountingIterator& other) const { return offset_ != other.offset_; }

 private:
  std::string_view text_;
  std::size_t offset_;
  std::size_t* furthest_;
};

// Builds the value from the parser's events and notes where each value starts.
class LocatingBuilder : public nlohmann::json_sax<Json> {
 public:
  LocatingBuilder(std::string_view text, const std::size_t& furthest)
      : text_(text), furthest_(furthest), count_(text) {}

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(value); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (containers_.back()->contains(name)) report(tokenStart(), "the key \"" + name + "\" is given twice");
    pendingKey_ = name;
    tokenEnd_ = furthest_;
    return true;
  }

  bool parse_error(std::size_t offset, const std::string&, const nlohmann::detail::exception& error) override {
    const std::string message = error.what();
    const auto start = message.find(": ");
    const std::size_t place = offset == 0 ? 0 : offset - 1;
    report(place, start == message.npos ? message : message.substr(start + 2));
    return false;
  }

  LocatedJson take() { return std::move(result_); }

 private:
  template <typename Value>
  bool add(Value&& value) {
    result_.positions[path_.to_string().append(childName())] = count_.at(tokenStart());
    place(std::forward<Value>(value));
    tokenEnd_ = furthest_;
    return true;
  }

  bool open(Json&& container) {
    if (containers_.size() == kDeepestNesting) {
      report(tokenStart(), "nested deeper than " + std::to_string(kDeepestNesting) + " levels");
      return false;
    }
    const std::string name = childName();
    result_.positions[path_.to_string().append(name)] = count_.at(tokenStart());
    if (!containers_.empty()) appendToPath();
    containers_.push_back(place(std::move(container)));
    tokenEnd_ = furthest_;
    return true;
  }

  bool close() {
    containers_.pop_back();
    if (!path_.empty()) path_.pop_back();
    tokenEnd_ = furthest_;
    return true;
  }

  template <typename Value>
  Json* place(Value&& value) {
    if (containers_.empty()) return &(result_.value = std::forward<Value>(value));
    Json& parent = *containers_.back();
    if (parent.is_array()) return &parent.emplace_back(std::forward<Value>(value));
    return &(parent[pendingKey_] = std::forward<Value>(value));
  }

  void appendToPath() {
    const Json& parent = *containers_.back();
    if (parent.is_array()) {
      path_.push_back(std::to_string(parent.size()));
    } else {
      path_.push_back(pendingKey_);
    }
  }

  std::string childName() const {
    if (containers_.empty()) return {};
    const Json& parent = *containers_.back();
    Pointer child;
    child.push_back(parent.is_array() ? std::to_string(parent.size()) : pendingKey_);
    return child.to_string();
  }

  // Between two tokens stand white space, a colon or a comma; the parser has read on past the token it reports.
  std::size_t tokenStart() const {
    const auto start = text_.find_first_not_of(" \t\r\n:,", tokenEnd_);
    return start == text_.npos ? text_.size() : start;
  }

  void report(std::size_t offset, std::string reason) {
    result_.problems.push_back({positionOf(text_, offset), std::move(reason)});
  }

  std::string_view text_;
  const std::size_t& furthest_;
  std::size_t tokenEnd_ = 0;
  PositionCount count_;
  LocatedJson result_;
  std::vector<Json*> containers_;
  Pointer path_;
  std::string pendingKey_;
};

}  // namespace

TextPosition LocatedJson::at(const Pointer& pointer) const {
  for (Pointer place = pointer;; place.pop_back()) {
    if (const auto found = positions.find(place.to_string()); found != positions.end()) return found->second;
    if (place.empty()) return {};
  }
}

LocatedJson parseLocated(std::string_view text) {
  std::size_t furthest = 0;
  LocatingBuilder builder(text, furthest);
  Json::sax_parse(CountingIterator(text, 0, &furthest), CountingIterator(text, text.size(), &furthest), &builder);
  return builder.take();
}

}  // namespace vmscope::ui
