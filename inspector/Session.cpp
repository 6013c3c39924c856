#include "inspector/Session.h"

#include <chrono>
#include <utility>

#include "engine/Isolate.h"
#include "engine/vm/Contexts.h"
#include "inspector/CommandLineRemains.h"
#include "inspector/Dispatcher.h"
#include "inspector/Evaluations.h"
#include "inspector/FatalParameters.h"
#include "inspector/InspectorClient.h"
#include "inspector/Target.h"
#include "inspector/V8Text.h"

namespace vmscope {
namespace {

// The group of all contexts: every session sees each of them.
constexpr int kContextGroup = 1;

// The id of calls of the engine's own, which are answered before anything else is.
constexpr int kOwnCall = 0;

// V8 would end the next code to run when none runs; the agent of our own domain answers instead.
constexpr std::string_view kAnnouncement = R"({"method":"Runtime.executionContextCreated")";
constexpr std::string_view kTerminate = "Runtime.terminateExecution";

double millisSinceEpoch() {
  return std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count();
}

}  // namespace

Session::Session(Target& target, Arrival opened)
    : target_(target),
      id_(opened.connection),
      via_(opened.via),
      address_(std::move(opened.address)),
      attachedAt_(millisSinceEpoch()),
      channel_(std::move(opened.channel)),
      values_(*this) {
  using v8_inspector::V8Inspector;
  // "Waiting" would make a program that waits run when the last such session says so or has left; any one may say so.
  v8_ = target.inspector().connect(kContextGroup, this, {}, V8Inspector::kFullyTrusted,
                                   V8Inspector::kNotWaitingForDebugger);
}

Session::~Session() = default;

void Session::receive(std::string text) {
  if (mustWait(text)) {
    waiting_.push_back(std::move(text));
  } else {
    dispatch(text);
  }
}

bool Session::mustWait(std::string_view text) const {
  return target_.moment() == Moment::Running &&
         target_.dispatcher().needs(protocol::peekMethod(text)) == Needs::IdleEngine;
}

void Session::carryOutWaiting() {
  for (size_t count = waiting_.size(); count > 0 && !waiting_.empty(); --count) {
    std::string text = std::move(waiting_.front());
    waiting_.pop_front();
    // What came before the pause and is ours waits for its end; V8 runs code at a breakpoint, too.
    const bool isOurs = target_.dispatcher().knows(protocol::peekMethod(text));
    if (isOurs && target_.moment() == Moment::Paused) {
      waiting_.push_back(std::move(text));
    } else {
      receive(std::move(text));
    }
  }
}

void Session::leave() {
  channel_.reset();
  waiting_.clear();
  v8_->stop();
}

void Session::send(std::string text) {
  if (channel_) channel_->send(std::move(text));
}

void Session::dispatch(const std::string& text) {
  ++depth_;
  const std::string_view method = protocol::peekMethod(text);
  const bool isV8s = v8_inspector::V8InspectorSession::canDispatchMethod(V8Text(method).view());
  if (!isV8s || (method == kTerminate && target_.moment() == Moment::Idle)) {
    dispatchToAgents(text);
  } else if (hasFatalParameters(method)) {
    dispatchChecked(text);
  } else {
    dispatchToV8(text);
  }
  --depth_;
}

// V8 gets what was checked, written anew: its own reader takes texts that ours does not, or takes them otherwise.
void Session::dispatchChecked(const std::string& text) {
  const auto request = read(text);
  if (!request) return;
  if (const std::string problem = fatalParameter(*request); !problem.empty()) {
    return send(protocol::errorText(request->id, protocol::invalidParams(problem)));
  }
  dispatchToV8(protocol::requestText(request->id, request->method, request->params));
}

void Session::dispatchToV8(const std::string& text) {
  const V8Text message(text);
  if (!message.isValid()) return dispatchToAgents(text);  // where the error is written
  Lock lock(target_.isolate());
  if (text.find("throwOnSideEffect") != std::string::npos) target_.prepareForPureEvaluation(lock);
  const bool asksForCommandLine = text.find("includeCommandLineAPI") != std::string::npos;
  if (target_.moment() != Moment::Idle) {
    mayLeaveCommandLine_ = mayLeaveCommandLine_ || asksForCommandLine;
    return v8_->dispatchProtocolMessage(message.view());
  }
  target_.evaluations().begin(*this, text);
  const Isolate::Turn turn(target_.isolate());
  tidyUp(lock);
  mayLeaveCommandLine_ = asksForCommandLine;
  v8_->dispatchProtocolMessage(message.view());
  tidyUp(lock);
  target_.evaluations().checkpoint(lock);
}

void Session::tidyUp(Lock& lock) {
  if (!std::exchange(mayLeaveCommandLine_, false)) return;
  const auto names = target_.options().commandLineRequire ? CommandLineNames::AndRequire : CommandLineNames::OfV8;
  removeCommandLineRemains(lock, target_.isolate().contexts(), names);
}

void Session::dispatchToAgents(const std::string& text) {
  if (const auto request = read(text)) target_.dispatcher().dispatch(*this, *request);
}

std::optional<protocol::Request> Session::read(const std::string& text) {
  auto read = protocol::readRequest(text);
  if (auto* request = std::get_if<protocol::Request>(&read)) return std::move(*request);
  const auto& unreadable = std::get<protocol::UnreadableRequest>(read);
  send(protocol::errorText(unreadable.id, unreadable.error));
  return std::nullopt;
}

protocol::Reply Session::callV8(std::string_view method, const protocol::Json& params) {
  std::string answer;
  std::string* const outer = std::exchange(ownAnswer_, &answer);
  const Silence silence(*this);
  const std::string text = protocol::requestText(kOwnCall, method, params);
  v8_->dispatchProtocolMessage(V8Text(text).view());
  ownAnswer_ = outer;
  auto read = protocol::readReply(answer);
  if (auto* reply = std::get_if<protocol::Reply>(&read)) return std::move(*reply);
  return {std::nullopt, {}, protocol::refused("V8 did not answer " + std::string(method))};
}

void Session::sendResponse(int callId, std::unique_ptr<v8_inspector::StringBuffer> message) {
  std::string text = toUtf8(message->string());
  if (ownAnswer_ != nullptr && callId == kOwnCall) {
    *ownAnswer_ = std::move(text);
    return;
  }
  target_.evaluations().end(*this, callId);
  send(std::move(text));
}

void Session::sendNotification(std::unique_ptr<v8_inspector::StringBuffer> message) {
  if (silenced_ != 0 || !channel_) return;
  std::string text = toUtf8(message->string());
  target_.client().consoleCallers().correct(text);
  target_.client().tells(text);
  if (defaultContexts_ == DefaultContexts::Main) tellMainFromOthers(text);
  send(std::move(text));
}

void Session::tellMainFromOthers(std::string& text) const {
  if (!text.starts_with(kAnnouncement)) return;
  protocol::Json event = protocol::Json::parse(text);
  protocol::Json& context = event["params"]["context"];
  if (context["id"] == target_.executionContextId(target_.isolate().contexts().main())) return;
  context["auxData"]["isDefault"] = false;
  text = event.dump();
}

}  // namespace vmscope
