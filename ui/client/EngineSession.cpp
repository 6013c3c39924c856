#include "ui/client/EngineSession.h"

#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/HeapProfilerClient.h"
#include "ui/client/ProfilerClient.h"
#include "ui/client/ProtocolClient.h"
#include "ui/client/ProtocolTransport.h"
#include "ui/client/RuntimeClient.h"

namespace vmscope::ui {

namespace {
constexpr int kAsyncStackDepth = 32;
}

EngineSession::EngineSession(std::unique_ptr<ProtocolTransport> transport, QObject* parent)
    : QObject(parent),
      transport_(std::move(transport)),
      protocol_(std::make_unique<ProtocolClient>(*transport_)),
      contexts_(std::make_unique<EngineContexts>()),
      runtime_(std::make_unique<RuntimeClient>(*protocol_)),
      debugger_(std::make_unique<DebuggerClient>(*protocol_)),
      heapProfiler_(std::make_unique<HeapProfilerClient>(*protocol_)),
      profiler_(std::make_unique<ProfilerClient>(*protocol_)) {
  connect(transport_.get(), &ProtocolTransport::opened, this, &EngineSession::introduce);
  connect(transport_.get(), &ProtocolTransport::closed, this, &EngineSession::lose);
  connect(transport_.get(), &ProtocolTransport::errorLine, this, &EngineSession::errorLine);
  connect(debugger_.get(), &DebuggerClient::paused, this, [this] { setState(State::Paused); });
  connect(debugger_.get(), &DebuggerClient::resumed, this, [this] { setState(State::Running); });
}

EngineSession::~EngineSession() {
  disconnect(transport_.get(), nullptr, this, nullptr);
}

void EngineSession::startFresh() {
  end_.reset();
  setState(State::Starting);
  if (!transport_->isOpen()) {
    transport_->open();
    return;
  }
  restarting_ = true;
  transport_->abort();
}

void EngineSession::setRecipes(std::vector<ContextRecipe> recipes) {
  recipes_ = std::move(recipes);
}

void EngineSession::introduce() {
  runtime_->enable();
  debugger_->setAsyncCallStackDepth(kAsyncStackDepth);
  debugger_->enable().then(this, [this](const Done&) {
    setState(State::Idle);
    emit ready();
  });
}

void EngineSession::lose(const EngineEnd& end) {
  debugger_->reset();
  contexts_->clear();
  if (std::exchange(restarting_, false)) {
    transport_->open();
    return;
  }
  end_ = end;
  setState(State::Crashed);
  emit ended(end);
}

void EngineSession::setState(State state) {
  if (state_ == state) return;
  state_ = state;
  emit stateChanged(state);
}

}  // namespace vmscope::ui
