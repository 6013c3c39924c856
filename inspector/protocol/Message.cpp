#include "inspector/protocol/Message.h"

#include <algorithm>
#include <limits>

namespace vmscope::protocol {
namespace {

// Counts brackets outside strings: no library is handed a text that would make it recurse too deep.
bool isTooDeep(std::string_view text) {
  int depth = 0;
  bool inString = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (inString) {
      if (c == '\\') ++i;
      if (c == '"') inString = false;
      continue;
    }
    if (c == '"') inString = true;
    if ((c == '{' || c == '[') && ++depth > kDeepestNesting) return true;
    if (c == '}' || c == ']') --depth;
  }
  return false;
}

// The library's text reads "[json.exception.parse_error.101] parse error at ...: reason"; the reason is for people.
std::string reasonOf(const Json::exception& problem) {
  const std::string text = problem.what();
  const size_t bracket = text.find("] ");
  return bracket == std::string::npos ? text : text.substr(bracket + 2);
}

struct ParsedText {
  Json json;
  std::string problem;
};

ParsedText parseText(std::string_view text) {
  if (isTooDeep(text)) return {{}, "it is nested deeper than " + std::to_string(kDeepestNesting)};
  try {
    return {Json::parse(text), {}};
  } catch (const Json::exception& problem) {  // a number too large is no parse error to the library
    return {{}, reasonOf(problem)};
  }
}

std::optional<std::int64_t> idOf(const Json& message) {
  const auto found = message.find("id");
  if (found == message.end() || !found->is_number_integer()) return std::nullopt;
  if (found->is_number_unsigned() && found->get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max()) {
    return std::nullopt;
  }
  return found->get<std::int64_t>();
}

UnreadableRequest invalidRequest(std::optional<std::int64_t> id, const std::string& problem) {
  return {id, {ErrorCode::InvalidRequest, "Invalid request: " + problem}};
}

// Text from scripts may hold lone surrogates or broken bytes; they are replaced rather than ending the session.
std::string toText(const Json& message) {
  return message.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Walks the members of the outermost object up to its method, and gives up where V8 may see others.
class Peek {
 public:
  explicit Peek(std::string_view text) : text_(text) {}

  std::string_view method() {
    if (!take('{')) return {};
    do {
      const std::string_view name = string();
      if (name.data() == nullptr || !take(':')) return {};
      if (name == "method") return string();
    } while (skipValue() && take(','));
    return {};
  }

 private:
  bool take(char wanted) {
    skipSpace();
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  void skipSpace() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t'))
      ++at_;
  }

  // One without escapes; null for any other.
  std::string_view string() {
    if (!take('"')) return {};
    const size_t start = at_;
    at_ = text_.find_first_of("\"\\", at_);
    if (at_ >= text_.size() || text_[at_] == '\\') return {};
    return text_.substr(start, at_++ - start);
  }

  bool skipValue() {
    for (int depth = 0; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '/') return false;  // V8 skips comments
      if (c == '"') skipString();
      if (c == '{' || c == '[') ++depth;
      if (depth == 0 && (c == ',' || c == '}')) return true;
      if (c == '}' || c == ']') --depth;
    }
    return false;
  }

  void skipString() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
  }

  std::string_view text_;
  size_t at_ = 0;
};

}  // namespace

std::string_view peekMethod(std::string_view text) {
  return Peek(text).method();
}

std::string plainRequest(std::string text) {
  if (!peekMethod(text).empty()) return text;
  const auto read = readRequest(text);
  const auto* request = std::get_if<Request>(&read);
  return request == nullptr ? std::move(text) : requestText(request->id, request->method, request->params);
}

Error methodNotFound(std::string_view method) {
  return {ErrorCode::MethodNotFound, "'" + std::string(method) + "' wasn't found"};
}

Error invalidParams(std::string_view problem) {
  return {ErrorCode::InvalidParams, "Invalid parameters: " + std::string(problem)};
}

Error refused(std::string reason) {
  return {ErrorCode::Refused, std::move(reason)};
}

std::variant<Request, UnreadableRequest> readRequest(std::string_view text) {
  ParsedText parsed = parseText(text);
  if (!parsed.problem.empty()) {
    return UnreadableRequest{std::nullopt, {ErrorCode::Parse, "Message is not JSON: " + parsed.problem}};
  }
  Json& message = parsed.json;
  if (!message.is_object()) return invalidRequest(std::nullopt, "an object is expected");
  const auto id = idOf(message);
  if (!id) return invalidRequest(id, "id: an integer is expected");
  const auto method = message.find("method");
  if (method == message.end() || !method->is_string()) return invalidRequest(id, "method: a string is expected");
  Request request{*id, method->get<std::string>(), Json::object()};
  if (const auto params = message.find("params"); params != message.end()) {
    if (!params->is_object()) return invalidRequest(id, "params: an object is expected");
    request.params = std::move(*params);
  }
  return request;
}

std::string requestText(std::int64_t id, std::string_view method, const Json& params) {
  return toText({{"id", id}, {"method", method}, {"params", params}});
}

std::string resultText(std::int64_t id, const Json& result) {
  return toText({{"id", id}, {"result", result}});
}

std::string errorText(std::optional<std::int64_t> id, const Error& error) {
  Json message = {{"error", {{"code", static_cast<int>(error.code)}, {"message", error.message}}}};
  if (id) message["id"] = *id;
  return toText(message);
}

std::string eventText(std::string_view method, const Json& params) {
  return toText({{"method", method}, {"params", params}});
}

std::variant<Reply, Notification, UnreadableReply> readReply(std::string_view text) {
  ParsedText parsed = parseText(text);
  if (!parsed.problem.empty()) return UnreadableReply{parsed.problem};
  Json& message = parsed.json;
  if (!message.is_object()) return UnreadableReply{"it is no object"};
  if (message.contains("method") && message["method"].is_string()) {
    return Notification{message["method"], message.value("params", Json::object())};
  }
  if (const auto found = message.find("error"); found != message.end() && found->is_object()) {
    const auto code = static_cast<ErrorCode>(found->value("code", static_cast<int>(ErrorCode::Refused)));
    return Reply{idOf(message), {}, Error{code, found->value("message", std::string("no reason given"))}};
  }
  if (!idOf(message) || !message.contains("result")) return UnreadableReply{"it is neither a reply nor an event"};
  return Reply{idOf(message), std::move(message["result"]), std::nullopt};
}

}  // namespace vmscope::protocol
