#include "ui/editor/javascript/JavaScriptWords.h"

#include <algorithm>
#include <unordered_map>

namespace vmscope::ui {

namespace {

const std::unordered_map<std::string_view, WordKind>& words() {
  using enum WordKind;
  static const std::unordered_map<std::string_view, WordKind> kinds = {
      {"break", Keyword},          {"case", Keyword},
      {"catch", ConditionKeyword}, {"class", Keyword},
      {"const", Keyword},          {"continue", Keyword},
      {"debugger", Keyword},       {"default", Keyword},
      {"delete", Keyword},         {"do", Keyword},
      {"else", Keyword},           {"enum", Keyword},
      {"export", Keyword},         {"extends", Keyword},
      {"finally", Keyword},        {"function", Keyword},
      {"import", Keyword},         {"in", Keyword},
      {"instanceof", Keyword},     {"new", Keyword},
      {"return", Keyword},         {"switch", Keyword},
      {"throw", Keyword},          {"try", Keyword},
      {"typeof", Keyword},         {"var", Keyword},
      {"void", Keyword},           {"let", Keyword},
      {"await", Keyword},          {"yield", Keyword},
      {"if", ConditionKeyword},    {"while", ConditionKeyword},
      {"for", ConditionKeyword},   {"with", ConditionKeyword},
      {"true", Constant},          {"false", Constant},
      {"null", Constant},          {"undefined", Constant},
      {"NaN", Constant},           {"Infinity", Constant},
      {"this", Constant},          {"super", Constant},
      {"globalThis", Constant},    {"arguments", Constant},
      {"as", Contextual},          {"async", Contextual},
      {"from", Contextual},        {"get", Contextual},
      {"of", Contextual},          {"set", Contextual},
      {"static", Contextual},      {"accessor", Contextual},
      {"using", Contextual},       {"defer", Contextual},
  };
  return kinds;
}

}  // namespace

WordKind wordKind(std::string_view word) {
  const auto found = words().find(word);
  return found == words().end() ? WordKind::Name : found->second;
}

const std::vector<std::string_view>& keywords() {
  static const std::vector<std::string_view> sorted = [] {
    std::vector<std::string_view> found;
    for (const auto& [word, kind] : words()) found.push_back(word);
    std::sort(found.begin(), found.end());
    return found;
  }();
  return sorted;
}

}  // namespace vmscope::ui
