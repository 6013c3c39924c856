#include "engine/module/ModuleUrl.h"

#include <ada.h>

#include <array>
#include <cctype>

namespace vmscope::moduleUrl {

namespace {

std::string decodePercent(std::string_view text) {
  return ada::unicode::percent_decode(text, text.find('%'));
}

std::string decodeBase64(std::string_view text) {
  static constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string decoded;
  unsigned bits = 0;
  int count = 0;
  for (const char each : text) {
    const auto digit = kDigits.find(each == '-' ? '+' : each == '_' ? '/' : each);
    if (digit == kDigits.npos) continue;
    bits = (bits << 6U) | static_cast<unsigned>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    decoded += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
  }
  return decoded;
}

}  // namespace

std::optional<std::string> resolve(std::string_view specifier, std::string_view base) {
  const auto parsedBase = ada::parse<ada::url_aggregator>(base);
  if (!parsedBase) return {};
  const auto parsed = ada::parse<ada::url_aggregator>(specifier, &*parsedBase);
  if (!parsed) return {};
  return std::string(parsed->get_href());
}

std::optional<std::string> parse(std::string_view text) {
  const auto parsed = ada::parse<ada::url_aggregator>(text);
  if (!parsed) return {};
  return std::string(parsed->get_href());
}

std::string protocol(std::string_view url) {
  const auto parsed = ada::parse<ada::url_aggregator>(url);
  return parsed ? std::string(parsed->get_protocol()) : std::string();
}

std::string fromPath(std::string_view path) {
  // Characters that a URL would take for something else.
  std::string escaped;
  for (const char each : path) {
    if (each == '%' || each == '?' || each == '#' || each == '\\' || each == '\n' || each == '\r' || each == '\t') {
      static constexpr std::string_view kHex = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(each);
      escaped += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    } else {
      escaped += each;
    }
  }
  const auto parsed = ada::parse<ada::url_aggregator>("file://" + escaped);
  return parsed ? std::string(parsed->get_href()) : "file://" + escaped;
}

std::optional<std::string> toPath(std::string_view url) {
  const auto parsed = ada::parse<ada::url_aggregator>(url);
  if (!parsed || parsed->get_protocol() != "file:") return {};
  return decodePercent(parsed->get_pathname());
}

std::string afterPath(std::string_view url) {
  const auto parsed = ada::parse<ada::url_aggregator>(url);
  return parsed ? std::string(parsed->get_search()) + std::string(parsed->get_hash()) : std::string();
}

std::optional<DataUrl> parseData(std::string_view url) {
  const auto comma = url.find(',');
  if (!url.starts_with("data:") || comma == url.npos) return {};
  const std::string_view header = url.substr(5, comma - 5);
  const bool isBase64 = header.ends_with(";base64");
  const std::string body = decodePercent(url.substr(comma + 1));
  return DataUrl{std::string(header.substr(0, header.find(';'))), isBase64 ? decodeBase64(body) : body};
}

}  // namespace vmscope::moduleUrl
