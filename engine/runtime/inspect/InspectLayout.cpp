#include <algorithm>
#include <cmath>

#include "engine/runtime/inspect/Colors.h"
#include "engine/runtime/inspect/Inspection.h"
#include "engine/runtime/inspect/Text.h"

namespace vmscope::runtime {

namespace {

constexpr int kMinLineLength = 16;
constexpr std::size_t kSeparatorSpace = 2;

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    if (at > 0) text += separator;
    text += parts[at];
  }
  return text;
}

// From the right for an integer, from the left for a fraction.
std::string grouped(std::string_view digits, std::size_t firstGroup) {
  std::string result(digits.substr(0, firstGroup));
  for (std::size_t at = firstGroup; at < digits.size(); at += 3) {
    result += '_';
    result += digits.substr(at, 3);
  }
  return result;
}

std::string withSeparators(std::string_view integer) {
  const std::string_view sign = integer.substr(0, integer.starts_with('-') ? 1 : 0);
  const std::string_view digits = integer.substr(sign.size());
  const std::size_t first = digits.size() % 3;
  return std::string(sign) + grouped(digits, first == 0 ? 3 : first);
}

std::string fractionWithSeparators(std::string_view fraction) {
  return grouped(fraction, 3);
}

}  // namespace

std::string separated(const std::string& number) {
  if (number.find_first_of("eNI") != std::string::npos) return number;
  const auto point = number.find('.');
  if (point == std::string::npos) return withSeparators(number);
  return withSeparators(number.substr(0, point)) + "." + fractionWithSeparators(number.substr(point + 1));
}

std::string Inspection::style(std::string_view text, std::string_view kind) const {
  return options_.colors ? colored(text, kind) : std::string(text);
}

std::string Inspection::number(v8::Local<v8::Value> value, bool styled) const {
  const bool isBigInt = value->IsBigInt();
  std::string text = lock_.text(value);
  if (!isBigInt && text == "0" && std::signbit(value.As<v8::Number>()->Value())) text = "-0";
  if (options_.numericSeparator) text = separated(text);
  if (isBigInt) text += 'n';
  return styled ? style(text, isBigInt ? "bigint" : "number") : text;
}

std::string Inspection::stringLiteral(v8::Local<v8::String> text, bool styled) const {
  v8::Isolate* isolate = lock_.v8();
  std::string trailer;
  const auto cut = [&](int from, int to) {
    std::vector<std::uint16_t> units(static_cast<std::size_t>(to - from));
    text->WriteV2(isolate, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(units.size()), units.data());
    return v8::String::NewFromTwoByte(isolate, units.data(), v8::NewStringType::kNormal, to - from).ToLocalChecked();
  };
  if (text->Length() > options_.maxStringLength) {
    const int kept = std::max(0, static_cast<int>(options_.maxStringLength));
    const int remaining = text->Length() - kept;
    text = cut(0, kept);
    trailer = "... " + std::to_string(remaining) + " more character" + (remaining > 1 ? "s" : "");
  }
  const auto literal = [&](v8::Local<v8::String> part) {
    return styled ? style(quoted(isolate, part), "string") : quoted(isolate, part);
  };
  const int length = text->Length();
  const bool isLong = options_.compact != InspectOptions::kCompactAlways && length > kMinLineLength &&
                      length > options_.breakLength - indentation_ - 4;
  if (!isLong) return literal(text) + trailer;

  std::vector<std::uint16_t> units(static_cast<std::size_t>(length));
  text->WriteV2(isolate, 0, static_cast<std::uint32_t>(length), units.data());
  std::vector<std::string> lines;
  int start = 0;
  for (int at = 0; at < length; ++at) {
    if (units[static_cast<std::size_t>(at)] != '\n' && at + 1 < length) continue;
    lines.push_back(literal(cut(start, at + 1)));
    start = at + 1;
  }
  return join(lines, " +\n" + indent() + "  ") + trailer;
}

std::string Inspection::formatPrimitive(v8::Local<v8::Value> value, bool styled) {
  const auto styledAs = [&](std::string_view text, std::string_view kind) {
    return styled ? style(text, kind) : std::string(text);
  };
  if (value->IsString()) return stringLiteral(value.As<v8::String>(), styled);
  if (value->IsNumber() || value->IsBigInt()) return number(value, styled);
  if (value->IsNull()) return styledAs("null", "null");
  if (value->IsBoolean()) return styledAs(value->IsTrue() ? "true" : "false", "boolean");
  if (!value->IsSymbol()) return styledAs("undefined", "undefined");
  const auto description = value.As<v8::Symbol>()->Description(lock_.v8());
  return styledAs("Symbol(" + (description->IsString() ? lock_.text(description) : "") + ")", "symbol");
}

std::string Inspection::moreItems(double count, std::string_view noun) {
  return "... " + std::to_string(static_cast<long long>(count)) + " more " + std::string(noun) + (count > 1 ? "s" : "");
}

std::string Inspection::pair(v8::Local<v8::Value> key, v8::Local<v8::Value> value, int depth) {
  const std::string first = value_(key, depth);
  return first + " => " + value_(value, depth);
}

bool Inspection::fitsOnOneLine(const Entries& entries, std::size_t start, std::string_view base) const {
  if (options_.breakLength == InspectOptions::kUnlimited) {
    const auto breaks = [](std::string_view text) { return text.find('\n') != std::string_view::npos; };
    return !breaks(base) && std::none_of(entries.begin(), entries.end(), breaks);
  }
  auto total = static_cast<double>(entries.size() + start);
  if (total + static_cast<double>(entries.size()) > options_.breakLength) return false;
  for (const auto& entry : entries) {
    total += static_cast<double>(utf16Length(options_.colors ? withoutColors(entry) : entry));
    if (total > options_.breakLength) return false;
  }
  return base.find('\n') == std::string_view::npos;
}

Inspection::Entries Inspection::group(Entries entries, Object value) const {
  const bool hasMore = options_.maxArrayLength < static_cast<double>(entries.size());
  const std::size_t count = entries.size() - (hasMore ? 1 : 0);
  std::vector<std::size_t> widths(count);
  std::size_t total = 0;
  std::size_t longest = 0;
  for (std::size_t at = 0; at < count; ++at) {
    widths[at] = displayWidth(entries[at]);
    total += widths[at] + kSeparatorSpace;
    longest = std::max(longest, widths[at]);
  }
  const auto actualMax = static_cast<double>(longest + kSeparatorSpace);
  const bool fits = actualMax * 3 + indentation_ < options_.breakLength;
  if (!fits || !(static_cast<double>(total) / actualMax > 5 || longest <= 6)) return entries;

  // As square as characters allow, which are about 2.5 times as high as wide; the bias favours short entries.
  const double averageBias = std::sqrt(actualMax - static_cast<double>(total) / static_cast<double>(entries.size()));
  const double biasedMax = std::max(actualMax - 3 - averageBias, 1.0);
  const double ideal = std::floor(std::sqrt(2.5 * biasedMax * static_cast<double>(count)) / biasedMax + 0.5);
  const double room = std::floor((options_.breakLength - indentation_) / actualMax);
  const double columns = std::min({ideal, room, options_.compact * 4.0, 15.0});
  if (columns <= 1) return entries;

  const auto perLine = static_cast<std::size_t>(columns);
  std::vector<std::size_t> columnWidths;
  for (std::size_t column = 0; column < perLine; ++column) {
    std::size_t widest = 0;
    for (std::size_t at = column; at < count; at += perLine) widest = std::max(widest, widths[at]);
    columnWidths.push_back(widest + kSeparatorSpace);
  }
  bool padsStart = true;
  for (std::uint32_t at = 0; !value.IsEmpty() && at < entries.size() && padsStart; ++at) {
    v8::Local<v8::Value> element;
    padsStart = value->Get(context_, at).ToLocal(&element) && (element->IsNumber() || element->IsBigInt());
  }
  Entries lines;
  for (std::size_t first = 0; first < count; first += perLine) {
    const std::size_t last = std::min(first + perLine, count) - 1;
    std::string line;
    for (std::size_t at = first; at <= last; ++at) {
      const std::string padding(columnWidths[at - first] - widths[at] - kSeparatorSpace, ' ');
      const std::string text = entries[at] + (at < last ? ", " : "");
      line += padsStart ? padding + text : at < last ? text + padding : text;
    }
    lines.push_back(std::move(line));
  }
  if (hasMore) lines.push_back(entries[count]);
  return lines;
}

std::string Inspection::reduce(Entries entries, const Shape& shape, int depth, Object value) {
  const std::string base = shape.base.empty() ? "" : shape.base + " ";
  if (options_.compact == InspectOptions::kCompactAlways) {
    const std::string inner = shape.base.empty() ? "" : " " + shape.base;
    if (fitsOnOneLine(entries, 0, shape.base))
      return shape.open + inner + " " + join(entries, ", ") + " " + shape.close;
    const std::string first = shape.base.empty() && shape.open.size() == 1 ? " " : inner + "\n" + indent() + "  ";
    return shape.open + first + join(entries, ",\n" + indent() + "  ") + " " + shape.close;
  }
  if (options_.compact >= 1) {
    const std::size_t count = entries.size();
    if (shape.kind == Kind::ArrayExtra && count > 6) entries = group(std::move(entries), value);
    if (currentDepth_ - depth < options_.compact && count == entries.size()) {
      const std::size_t start = entries.size() + static_cast<std::size_t>(indentation_) + utf16Length(shape.open) +
                                utf16Length(shape.base) + 10;
      if (fitsOnOneLine(entries, start, shape.base)) {
        const std::string joined = join(entries, ", ");
        if (joined.find('\n') == std::string::npos) return base + shape.open + " " + joined + " " + shape.close;
      }
    }
  }
  const std::string newLine = "\n" + indent();
  return base + shape.open + newLine + "  " + join(entries, "," + newLine + "  ") + newLine + shape.close;
}

}  // namespace vmscope::runtime
