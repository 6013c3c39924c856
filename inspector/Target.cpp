#include "inspector/Target.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <limits>
#include <string_view>
#include <utility>

#include "engine/EventLoop.h"
#include "engine/Interrupts.h"
#include "engine/Isolate.h"
#include "engine/vm/Contexts.h"
#include "inspector/Evaluations.h"
#include "inspector/InspectorClient.h"
#include "inspector/InspectorPort.h"
#include "inspector/LateWake.h"
#include "inspector/LazyGlobals.h"
#include "inspector/Session.h"
#include "inspector/V8Text.h"
#include "inspector/agents/Agent.h"

namespace vmscope {
namespace {

// How long what came together with a message that runs code waits for its end.
constexpr std::chrono::milliseconds kPatience{250};

}  // namespace

Target::Target(Isolate& isolate, TargetOptions options)
    : isolate_(isolate),
      options_(std::move(options)),
      inbox_(options_.limits.inboundQueue),
      client_(std::make_unique<InspectorClient>(isolate)),
      evaluations_(std::make_unique<Evaluations>(*this)),
      port_(std::make_unique<InspectorPort>(*this)),
      agents_(makeAgents(*this)),
      self_(std::make_shared<Target*>(this)) {
  client_->onCommandLine(options_.commandLineRequire);
  client_->onPauseWish([this] { return mayPause(); });
  client_->onPauseChange([this] { pauseChanged(); });
  client_->onRunIfWaiting([this] { isWaiting_ = false; });
  wake_ = [&isolate, self = std::weak_ptr(self_)] {
    isolate.interrupt([self] {
      if (const auto target = self.lock()) (*target)->takeArrivals();
    });
  };
  lateWake_ = std::make_unique<LateWake>(kPatience, wake_);
  inbox_.setWake(wake_);
  isolate_.observe(*this);
}

Target::~Target() {
  inbox_.setWake(nullptr);
  lateWake_.reset();
  isolate_.unobserve(*this);
  self_.reset();
  port_->close();
  Lock lock(isolate_);
  arrivals_.clear();
  left_.clear();
  agents_.clear();
  sessions_.clear();
  evaluations_.reset();
}

v8_inspector::V8Inspector& Target::inspector() const {
  return client_->inspector();
}

Moment Target::moment() const {
  if (client_->isPaused()) return Moment::Paused;
  if (isProgramOver_) return Moment::Idle;  // it may have ended itself, and so still be on the stack
  return isolate_.isInTurn() ? Moment::Running : Moment::Idle;
}

int Target::executionContextId(const Context& context) const {
  return client_->executionContextId(context);
}

Context* Target::findContext(std::int64_t executionContextId) const {
  if (executionContextId <= 0 || executionContextId > std::numeric_limits<int>::max()) return nullptr;
  const int id = client_->engineId(static_cast<int>(executionContextId));
  return id == 0 ? nullptr : isolate_.contexts().find(id);
}

Session* Target::findSession(ConnectionId id) const {
  const auto found =
      std::find_if(sessions_.begin(), sessions_.end(), [id](const auto& session) { return session->id() == id; });
  return found == sessions_.end() ? nullptr : found->get();
}

void Target::forEachSession(const std::function<void(Session&)>& visit) const {
  for (const auto& session : sessions_) visit(*session);
}

// While arrivals are being taken; nested, too.
class Target::Taking {
 public:
  explicit Taking(Target& target) : target_(target) { ++target_.taking_; }
  ~Taking() { --target_.taking_; }
  Taking(const Taking&) = delete;

 private:
  Target& target_;
};

Target::Waiting::Waiting(Arrival arrived) : arrival(std::move(arrived)) {
  if (arrival.kind != Arrival::Kind::Message) return;
  arrival.text = protocol::plainRequest(std::move(arrival.text));
  const std::string_view method = protocol::peekMethod(arrival.text);
  endsCode = method == "Vm.terminate" || method == "Runtime.terminateExecution";
  isForRunningCode = endsCode || method == "Debugger.pause";
}

// One at a time: a message may stop at a breakpoint, where a nested loop has to see the messages behind it. What is
// carried out may have been interrupted by such a loop, too, which then has taken all of them. What came behind the
// wish to end running code waits for the end of the turn: V8 would end the JavaScript of that message instead.
void Target::takeArrivals() {
  const Taking taking(*this);
  for (Arrival& arrival : inbox_.take()) {
    arrivals_.emplace_back(std::move(arrival));
    if (arrivals_.back().isForRunningCode) ++arrivalsForRunningCode_;
  }
  // A message for running code runs code of its own, where a wish to end must not be carried out: the loop goes on.
  if (isServingRunningCode_ && moment() == Moment::Running) return;
  for (;;) {
    if (moment() == Moment::Idle && privacies_ == 0) carryOutWaiting();
    const auto next = nextArrival();
    if (next == arrivals_.end()) return lateWake_->callOff();
    Waiting taken = std::move(*next);
    arrivals_.erase(next);
    if (taken.isForRunningCode) --arrivalsForRunningCode_;
    wakeForArrivals();
    const bool isServing = moment() == Moment::Running;
    isEndingCode_ |= isServing && taken.endsCode;
    const bool wasServing = std::exchange(isServingRunningCode_, isServing);
    handle(std::move(taken.arrival));
    isServingRunningCode_ = wasServing;
  }
}

std::deque<Target::Waiting>::iterator Target::nextArrival() {
  if (privacies_ > 0) return std::ranges::find_if(arrivals_, &Waiting::endsCode);
  const bool isEnding = isEndingCode_ && moment() == Moment::Running;
  return isEnding ? std::ranges::find_if(arrivals_, &Waiting::isForRunningCode) : arrivals_.begin();
}

Target::Privacy::~Privacy() {
  if (--target_.privacies_ > 0) return;
  if (std::exchange(target_.hasMissedPause_, false)) target_.pauseAtNextStatement("other");  // as Debugger.pause does
  if (!target_.arrivals_.empty()) target_.wake_();
}

void Target::prepareForPureEvaluation(Lock& lock) {
  const Privacy privacy(*this);
  if (std::exchange(hasLazyGlobals_, false)) makeLazyGlobals(lock, isolate_.contexts().main());
}

// What came together with a message that runs code has to be seen while it runs: at once where it is meant for that.
// The rest keeps its place for a while, since a resume behind an evaluation waits for its pause, and a client's leaving
// for its answer; but code that runs for ever keeps nobody waiting.
void Target::wakeForArrivals() {
  if (arrivalsForRunningCode_ > 0) {
    wake_();
  } else if (!arrivals_.empty()) {
    lateWake_->arm();
  }
}

// What is carried out may be interrupted by what comes meanwhile, which then waits for its end and for nobody else's.
void Target::carryOutWaiting() {
  const auto hasWaiting = [](const auto& session) { return session->hasWaiting(); };
  do {
    for (size_t i = 0; i < sessions_.size(); ++i) {
      if (!sessions_[i]->hasWaiting()) continue;
      wakeForArrivals();
      sessions_[i]->carryOutWaiting();
    }
  } while (moment() == Moment::Idle && std::ranges::any_of(sessions_, hasWaiting));
  bury();
}

void Target::handle(Arrival arrival) {
  switch (arrival.kind) {
    case Arrival::Kind::Opened:
      return open(std::move(arrival));
    case Arrival::Kind::Closed:
      return close(arrival.connection);
    case Arrival::Kind::Message:
      if (Session* session = findSession(arrival.connection)) session->receive(std::move(arrival.text));
  }
}

void Target::open(Arrival arrival) {
  if (arrival.via == Arrival::Via::WebSocket) std::fputs("Debugger attached.\n", stderr);
  sessions_.push_back(std::make_unique<Session>(*this, std::move(arrival)));
  for (const auto& changed : sessionsChanged_) changed();
}

void Target::close(ConnectionId id) {
  const auto found =
      std::find_if(sessions_.begin(), sessions_.end(), [id](const auto& session) { return session->id() == id; });
  if (found == sessions_.end()) return;
  std::unique_ptr<Session> session = std::move(*found);
  sessions_.erase(found);
  Lock lock(isolate_);
  for (const auto& agent : agents_) agent->sessionLeft(*session);
  evaluations_->forget(*session);
  session->leave();
  const bool wasPipe = session->via() == Arrival::Via::Pipe;
  left_.push_back(std::move(session));
  bury();
  for (const auto& changed : sessionsChanged_) changed();
  if (wasPipe && pipeClosed_) pipeClosed_();
}

// A client may leave while JavaScript that it called is paused: its session is still on the stack then.
void Target::bury() {
  if (left_.empty()) return;
  Lock lock(isolate_);
  std::erase_if(left_, [](const auto& session) { return !session->isOnStack(); });
}

// Where arrivals are being taken, waiting calls are carried out between them anyway.
void Target::turnEnded() {
  const bool endedCode = std::exchange(isEndingCode_, false);
  if (taking_ > 0) return;
  if (endedCode) wake_();
  isolate_.loop().post([self = std::weak_ptr(self_)] {
    const auto target = self.lock();
    if (target && (*target)->moment() == Moment::Idle) (*target)->carryOutWaiting();
  });
}

bool Target::mayPause() {
  hasMissedPause_ = privacies_ > 0;
  return !hasMissedPause_;
}

void Target::pauseChanged() {
  for (const auto& changed : pauseChanged_) changed();
  if (!client_->isPaused()) return;
  carryOutWaiting();
  takeArrivals();
}

void Target::waitForDebugger(Start start) {
  isWaiting_ = true;
  while (isWaiting_) isolate_.interrupts().waitAndDrain();
  if (start == Start::Waiting) return;
  pauseAtNextStatement("Break on start");
}

void Target::pauseAtNextStatement(std::string_view reason) {
  const V8Text text(reason);
  forEachSession([&text](Session& session) { session.v8().schedulePauseOnNextStatement(text.view(), text.view()); });
}

bool Target::hasWebSocketClients() const {
  return std::any_of(sessions_.begin(), sessions_.end(),
                     [](const auto& session) { return session->via() == Arrival::Via::WebSocket; });
}

void Target::waitForDisconnect() {
  takeArrivals();
  if (!hasWebSocketClients()) return;
  isProgramOver_ = true;
  for (const auto& agent : agents_) agent->programEnded();
  std::fputs("Waiting for the debugger to disconnect...\n", stderr);
  while (hasWebSocketClients()) isolate_.interrupts().waitAndDrain();
}

}  // namespace vmscope
