#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "inspector/Answer.h"

namespace vmscope {

class Session;

/// What the isolate's thread is doing when a message arrives.
enum class Moment {
  Idle,     // no JavaScript is on the stack
  Running,  // JavaScript was interrupted between two instructions
  Paused,   // JavaScript stands at a breakpoint
};

/// What a method needs. One that runs code of the program waits while other code runs, since JavaScript runs to
/// completion; all others are answered at once, also inside a busy loop.
enum class Needs { Nothing, IdleEngine };

/// The table of our own methods: a row for each, which reads the parameters, calls the agent and writes the answer.
/// V8's methods are not in it, except that it knows which of them run code. Isolate's thread; owned by the target.
class Dispatcher {
 public:
  template <class Agent, class Result, class Params>
  void on(Agent& agent, Answer<Result> (Agent::*method)(Session&, const Params&), Needs needs = Needs::Nothing) {
    add<Params>(needs, [&agent, method](Session& session, const Params& params, const AnswerLater<Result>& answer) {
      answer((agent.*method)(session, params));
    });
  }

  /// For a method that answers later.
  template <class Agent, class Result, class Params>
  void on(Agent& agent, void (Agent::*method)(Session&, const Params&, AnswerLater<Result>),
          Needs needs = Needs::Nothing) {
    add<Params>(needs, [&agent, method](Session& session, const Params& params, AnswerLater<Result> answer) {
      (agent.*method)(session, params, std::move(answer));
    });
  }

  bool knows(std::string_view method) const;
  Needs needs(std::string_view method) const;

  /// Answers a call through the session.
  void dispatch(Session& session, const protocol::Request& request) const;

 private:
  using Respond = std::function<void(std::string)>;
  struct Row {
    Needs needs = Needs::Nothing;
    std::function<void(Session&, const protocol::Request&, Respond)> handle;
  };

  template <class Params, class Handle>
  void add(Needs needs, Handle handle) {
    rows_[Params::method] = {
        needs, [handle](Session& session, const protocol::Request& request, Respond respond) {
          const auto params = protocol::parse<Params>(request.params);
          if (!params) return respond(protocol::errorText(request.id, protocol::invalidParams(params.problem)));
          handle(session, params.value, [id = request.id, respond](const Answer<typename Params::Result>& answer) {
            if (const auto* error = std::get_if<protocol::Error>(&answer))
              return respond(protocol::errorText(id, *error));
            respond(protocol::resultText(id, std::get<0>(answer)));
          });
        }};
  }

  static Respond responder(Session& session);

  std::unordered_map<std::string, Row> rows_;
};

}  // namespace vmscope
