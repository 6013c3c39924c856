#pragma once

#include <functional>
#include <variant>

#include "inspector/protocol/Message.h"

namespace vmscope {

/// What an agent answers to a call: the result that the protocol describes, or why there is none.
template <class Result>
using Answer = std::variant<Result, protocol::Error>;

/// How a call is answered that cannot be answered at once. It may outlive the session, and then says nothing.
template <class Result>
using AnswerLater = std::function<void(Answer<Result>)>;

}  // namespace vmscope
