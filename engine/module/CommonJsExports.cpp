#include "engine/module/CommonJsExports.h"

#include <cctype>
#include <set>

namespace vmscope {

namespace {

/// Reads words of JavaScript from a place in a text, spaces skipped.
class Words {
 public:
  Words(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  bool take(std::string_view word) {
    skipSpace();
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  std::string identifier() {
    skipSpace();
    const std::size_t begin = at_;
    while (at_ < text_.size() && isIdentifier(text_[at_])) ++at_;
    const bool isName = at_ > begin && std::isdigit(static_cast<unsigned char>(text_[begin])) == 0;
    return isName ? std::string(text_.substr(begin, at_ - begin)) : std::string();
  }

  std::string quoted() {
    skipSpace();
    if (at_ >= text_.size() || (text_[at_] != '\'' && text_[at_] != '"')) return {};
    const auto end = text_.find(text_[at_], at_ + 1);
    if (end == text_.npos) return {};
    const std::string inside(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    return inside;
  }

  static bool isIdentifier(char each) {
    return std::isalnum(static_cast<unsigned char>(each)) != 0 || each == '_' || each == '$';
  }

 private:
  void skipSpace() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
  }

  std::string_view text_;
  std::size_t at_;
};

// `{ name, other: value, 'quoted': value`: as far as each value is a plain word.
void readObject(Words words, std::set<std::string>& names) {
  do {
    std::string name = words.quoted();
    if (name.empty()) name = words.identifier();
    if (name.empty()) return;
    names.insert(name);
    if (words.take(":") && words.identifier().empty() && words.quoted().empty()) return;
  } while (words.take(","));
}

void readAssignment(std::string_view text, std::size_t afterExports, std::set<std::string>& names) {
  Words words(text, afterExports);
  std::string name;
  if (words.take(".")) {
    name = words.identifier();
  } else if (words.take("[")) {
    name = words.quoted();
    if (!words.take("]")) return;
  } else if (words.take("=")) {
    if (words.take("{")) readObject(words, names);
    return;
  } else if (words.take(",")) {
    name = words.quoted();  // Object.defineProperty(exports, 'name'
    if (!name.empty()) names.insert(name);
    return;
  }
  if (!name.empty() && words.take("=") && !words.take("=")) names.insert(name);
}

}  // namespace

std::vector<std::string> assignedExports(std::string_view text) {
  static constexpr std::string_view kExports = "exports";
  std::set<std::string> names;
  for (auto at = text.find(kExports); at != text.npos; at = text.find(kExports, at + 1)) {
    if (at > 0 && Words::isIdentifier(text[at - 1])) continue;
    readAssignment(text, at + kExports.size(), names);
  }
  names.erase("default");
  return {names.begin(), names.end()};
}

}  // namespace vmscope
