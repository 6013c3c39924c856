#pragma once

#include <v8.h>

#include <variant>

namespace vmscope {

enum class TerminationReason {
  None,
  Timeout,    ///< a deadline of the watchdog
  User,       ///< somebody asked: the window's Stop, Vm.terminate, Runtime.terminateExecution
  HeapLimit,  ///< the heap was about to exceed its limit
  Signal,     ///< SIGINT, where a run asked for it
};

/// A throw completion: what was thrown, with V8's message for it (its place and stack). Lives as its handles do.
struct Thrown {
  v8::Local<v8::Value> value;
  v8::Local<v8::Message> message;  ///< empty for a termination
  TerminationReason termination = TerminationReason::None;
  v8::Local<v8::Promise> promise = {};  ///< what was rejected with the value and has no handler; empty for a throw

  bool isTermination() const { return termination != TerminationReason::None; }
};

/// What a call into JavaScript ended with (ECMA-262's Completion Record): a value, or what was thrown.
class Completion {
 public:
  Completion(v8::Local<v8::Value> value) : outcome_(value) {}  // implicit: callers return the value itself
  Completion(Thrown thrown) : outcome_(thrown) {}

  bool isNormal() const { return std::holds_alternative<v8::Local<v8::Value>>(outcome_); }
  v8::Local<v8::Value> value() const { return std::get<v8::Local<v8::Value>>(outcome_); }
  const Thrown& thrown() const { return std::get<Thrown>(outcome_); }

 private:
  std::variant<v8::Local<v8::Value>, Thrown> outcome_;
};

}  // namespace vmscope
