#include "ui/editor/javascript/JavaScriptWords.h"

#include <unordered_map>

namespace vmscope::ui {

WordKind wordKind(std::string_view word) {
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
  const auto found = kinds.find(word);
  return found == kinds.end() ? Name : found->second;
}

}  // namespace vmscope::ui
