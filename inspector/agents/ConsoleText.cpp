#include "inspector/agents/ConsoleText.h"

#include <string_view>

namespace vmscope {
namespace {

using protocol::Json;

std::string firstLine(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

std::string valueInside(const Json& property) {
  const std::string value = property.value("value", "");
  return property.value("type", "") == "string" ? "'" + value + "'" : value;
}

// An entry of a map has a key, one of a set has none.
std::string entryText(const Json& entry);

std::string previewText(const Json& preview) {
  const bool isList = preview.value("subtype", "") == "array" || preview.value("subtype", "") == "typedarray";
  std::string inside;
  const auto add = [&](const std::string& text) { inside += (inside.empty() ? "" : ", ") + text; };
  const bool hasEntries = preview.contains("entries");  // then the only property is their number
  for (const Json& property : hasEntries ? Json::array() : preview.value("properties", Json::array()))
    add(isList ? valueInside(property) : property.value("name", "") + ": " + valueInside(property));
  for (const Json& entry : preview.value("entries", Json::array())) add(entryText(entry));
  if (preview.value("overflow", false)) add("…");
  if (isList) return "[" + inside + "]";
  const std::string name = preview.value("description", "");
  if (inside.empty() && name != "Object") return name;
  return (name == "Object" ? "" : name + " ") + "{" + inside + "}";
}

std::string entryValue(const Json& preview) {
  const std::string type = preview.value("type", "");
  if (type == "string") return "'" + preview.value("description", "") + "'";
  return type == "object" ? previewText(preview) : preview.value("description", "");
}

std::string entryText(const Json& entry) {
  const std::string value = entryValue(entry.value("value", Json::object()));
  return entry.contains("key") ? entryValue(entry["key"]) + " => " + value : value;
}

std::string argumentText(const Json& argument) {
  if (argument.contains("unserializableValue")) return argument.value("unserializableValue", "");
  if (const auto value = argument.find("value"); value != argument.end())
    return value->is_string() ? value->get<std::string>() : value->dump();
  if (argument.value("type", "") == "undefined") return "undefined";
  const bool isError = argument.value("subtype", "") == "error";
  if (argument.contains("preview") && !isError) return previewText(argument["preview"]);
  return firstLine(argument.value("description", ""));
}

// The console specification's formatter: how many arguments the text of the first one has used up goes into `used`.
std::string formatted(const std::string& format, const Json& arguments, std::size_t& used) {
  constexpr std::string_view kSpecifiers = "sdifoO";
  std::string text;
  for (std::size_t at = 0; at < format.size(); ++at) {
    const char next = at + 1 < format.size() ? format[at + 1] : '\0';
    const bool isSpecifier =
        format[at] == '%' && next != '\0' && (kSpecifiers.find(next) != kSpecifiers.npos || next == 'c');
    if (isSpecifier && used < arguments.size()) {
      if (next != 'c') text += argumentText(arguments[used]);  // a style is no text
      ++used;
      ++at;
    } else {
      text += format[at];
      if (format[at] == '%' && next == '%') ++at;
    }
  }
  return text;
}

}  // namespace

std::string consoleText(const Json& arguments) {
  std::string text;
  std::size_t used = 0;
  if (!arguments.empty() && arguments[0].value("type", "") == "string" && arguments.size() > 1)
    text = formatted(argumentText(arguments[used++]), arguments, used);
  for (bool isFirst = used == 0; used < arguments.size(); isFirst = false)
    text += (isFirst ? "" : " ") + argumentText(arguments[used++]);
  return text;
}

}  // namespace vmscope
