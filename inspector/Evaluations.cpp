#include "inspector/Evaluations.h"

#include <set>
#include <vector>

#include "engine/EventLoop.h"
#include "engine/Isolate.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/vm/Contexts.h"
#include "inspector/InspectorClient.h"
#include "inspector/Session.h"
#include "inspector/Target.h"

namespace vmscope {
namespace {

constexpr int kNoContext = 0;

const std::set<std::string_view> kEvaluatingMethods = {"Runtime.evaluate", "Runtime.callFunctionOn",
                                                       "Runtime.awaitPromise", "Runtime.runScript"};

// V8 writes the ids of remote objects as isolate.context.object.
int contextOfObject(const std::string& objectId) {
  const size_t first = objectId.find('.');
  return first == std::string::npos ? kNoContext : std::atoi(objectId.c_str() + first + 1);
}

bool anyContextHasOwnQueue(Isolate& isolate) {
  bool found = false;
  isolate.contexts().forEach([&found](Context& context) { found = found || context.hasOwnQueue(); });
  return found;
}

}  // namespace

Evaluations::Evaluations(Target& target) : target_(target), isolate_(target.isolate()) {
  isolate_.observe(*this);
}

Evaluations::~Evaluations() {
  isolate_.unobserve(*this);
}

void Evaluations::begin(const Session& session, const std::string& text) {
  lastContext_ = kNoContext;
  if (kEvaluatingMethods.count(protocol::peekMethod(text)) == 0 || !anyContextHasOwnQueue(isolate_)) return;
  int callId = 0;
  lastContext_ = contextOf(text, callId);
  if (lastContext_ != kNoContext) outstanding_[{session.id(), callId}] = lastContext_;
}

int Evaluations::contextOf(const std::string& text, int& callId) const {
  const auto read = protocol::readRequest(text);
  const auto* request = std::get_if<protocol::Request>(&read);
  if (request == nullptr) return kNoContext;
  callId = static_cast<int>(request->id);
  const protocol::Json& params = request->params;
  const InspectorClient& client = target_.client();
  for (const char* name : {"contextId", "executionContextId"}) {
    if (params.contains(name) && params[name].is_number_integer()) return client.engineId(params[name].get<int>());
  }
  for (const char* name : {"objectId", "promiseObjectId"}) {
    if (params.contains(name) && params[name].is_string()) {
      return client.engineId(contextOfObject(params[name].get<std::string>()));
    }
  }
  if (params.contains("uniqueContextId") && params["uniqueContextId"].is_string()) {
    return client.engineIdOfUnique(params["uniqueContextId"].get<std::string>());
  }
  return kNoContext;
}

void Evaluations::end(const Session& session, int callId) {
  outstanding_.erase({session.id(), callId});
}

void Evaluations::forget(const Session& session) {
  std::erase_if(outstanding_, [&session](const auto& entry) { return entry.first.first == session.id(); });
}

void Evaluations::stopDraining(int contextId) {
  const auto found = kept_.find(contextId);
  if (found != kept_.end() && --found->second == 0) kept_.erase(found);
}

void Evaluations::checkpoint(Lock& lock) {
  std::set<int> contexts = {lastContext_};
  for (const auto& [call, context] : outstanding_) contexts.insert(context);
  for (const auto& [context, count] : kept_) contexts.insert(context);
  lastContext_ = kNoContext;
  for (const int context : contexts) drain(lock, context);
}

void Evaluations::drain(Lock& lock, int contextId) {
  Context* context = isolate_.contexts().find(contextId);
  if (context != nullptr && context->hasOwnQueue()) context->queue().checkpoint(lock);
}

// What an awaited promise depends on may be settled by any turn: a timer, another context.
void Evaluations::turnEnded() {
  if ((outstanding_.empty() && kept_.empty()) || isScheduled_) return;
  isScheduled_ = true;
  isolate_.loop().post([this] {
    Lock lock(isolate_);
    {
      const Isolate::Turn turn(isolate_);
      checkpoint(lock);
    }
    isScheduled_ = false;
  });
}

}  // namespace vmscope
