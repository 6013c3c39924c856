#pragma once

#include <optional>
#include <string>
#include <string_view>

/// URLs of modules, by the WHATWG URL Standard. Plain text in and out.
namespace vmscope::moduleUrl {

/// `specifier` relative to `base`, a URL; nothing where it is no URL.
std::optional<std::string> resolve(std::string_view specifier, std::string_view base);
/// `text` as an absolute URL; nothing where it is none.
std::optional<std::string> parse(std::string_view text);
/// "file:", "node:", ...; empty where `url` is none.
std::string protocol(std::string_view url);

/// The file: URL of an absolute path.
std::string fromPath(std::string_view path);
/// The path of a file: URL; nothing for other URLs.
std::optional<std::string> toPath(std::string_view url);
/// What follows the path: "?query#fragment" or less.
std::string afterPath(std::string_view url);

struct DataUrl {
  std::string mediaType;  ///< without parameters: "text/javascript"
  std::string body;
};
std::optional<DataUrl> parseData(std::string_view url);

}  // namespace vmscope::moduleUrl
