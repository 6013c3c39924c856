#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "inspector/protocol/Reader.h"

namespace vmscope::protocol {

/// The error codes of the protocol, as JSON-RPC and CDP number them.
enum class ErrorCode {
  Parse = -32700,
  InvalidRequest = -32600,
  MethodNotFound = -32601,
  InvalidParams = -32602,
  Refused = -32000,
};

/// Why a message was not carried out, in one line.
struct Error {
  ErrorCode code = ErrorCode::Refused;
  std::string message;
};

Error methodNotFound(std::string_view method);
Error invalidParams(std::string_view problem);
Error refused(std::string reason);

/// A call from a client.
struct Request {
  std::int64_t id = 0;
  std::string method;
  Json params = Json::object();
};

/// A text that is no request; the id is there when it could be read.
struct UnreadableRequest {
  std::optional<std::int64_t> id;
  Error error;
};

/// Objects and arrays may be nested this deep; a deeper message is refused before anything recurses into it.
constexpr int kDeepestNesting = 200;

std::variant<Request, UnreadableRequest> readRequest(std::string_view text);

/// The method of a call without reading all of it, to find out whose it is; empty when that takes a closer look: where
/// the way there is plain, V8 finds no other.
std::string_view peekMethod(std::string_view text);
/// The text, or, where `peekMethod` does not see the method of what it says, the same written anew. What is no request
/// stays as it is.
std::string plainRequest(std::string text);

std::string requestText(std::int64_t id, std::string_view method, const Json& params);
std::string resultText(std::int64_t id, const Json& result);
std::string errorText(std::optional<std::int64_t> id, const Error& error);
std::string eventText(std::string_view method, const Json& params);

template <class Event>
std::string eventText(const Event& event) {
  return eventText(Event::method, Json(event));
}

/// The answer to a call: a result or an error. The id is absent when the engine could not read the call.
struct Reply {
  std::optional<std::int64_t> id;
  Json result;
  std::optional<Error> error;
};

/// What the engine tells without being asked.
struct Notification {
  std::string method;
  Json params = Json::object();
};

/// A text from the engine that is neither a reply nor an event, and why.
struct UnreadableReply {
  std::string problem;
};

std::variant<Reply, Notification, UnreadableReply> readReply(std::string_view text);

}  // namespace vmscope::protocol
