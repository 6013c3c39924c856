#include "ui/client/EngineSession.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <ranges>

#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/HeapProfilerClient.h"
#include "ui/client/MicrotasksClient.h"
#include "ui/client/ModulesClient.h"
#include "ui/client/ProfilerClient.h"
#include "ui/client/ProtocolClient.h"
#include "ui/client/ProtocolTransport.h"
#include "ui/client/RuntimeClient.h"
#include "ui/client/TraceClient.h"
#include "ui/client/VmClient.h"

namespace vmscope::ui {

namespace {

constexpr int kAsyncStackDepth = 32;

protocol::vm::CreateContextParams paramsOf(const ContextRecipe& recipe) {
  protocol::vm::CreateContextParams params;
  params.name = recipe.name.toStdString();
  params.origin = recipe.origin.toStdString();
  params.contextify = recipe.globals == ContextRecipe::Globals::Contextified;
  params.codeGeneration = protocol::vm::CodeGeneration{recipe.allowsStrings, recipe.allowsWasm};
  if (recipe.queue == ContextRecipe::Queue::Own) params.microtaskMode = protocol::vm::MicrotaskMode::AfterEvaluate;
  if (!recipe.contextObject.isEmpty()) params.contextObject = recipe.contextObject.toStdString();
  return params;
}

EngineSession::State stateFor(protocol::vm::EngineActivity activity) {
  using protocol::vm::EngineActivity;
  switch (activity) {
    case EngineActivity::Running:
      return EngineSession::State::Running;
    case EngineActivity::Paused:
      return EngineSession::State::Paused;
    case EngineActivity::Held:
      return EngineSession::State::Held;
    default:
      return EngineSession::State::Idle;
  }
}

}  // namespace

EngineSession::EngineSession(std::unique_ptr<ProtocolTransport> transport, QObject* parent)
    : QObject(parent),
      transport_(std::move(transport)),
      protocol_(std::make_unique<ProtocolClient>(*transport_)),
      contexts_(std::make_unique<EngineContexts>()),
      runtime_(std::make_unique<RuntimeClient>(*protocol_)),
      debugger_(std::make_unique<DebuggerClient>(*protocol_)),
      heapProfiler_(std::make_unique<HeapProfilerClient>(*protocol_)),
      profiler_(std::make_unique<ProfilerClient>(*protocol_)),
      vm_(std::make_unique<VmClient>(*protocol_)),
      modules_(std::make_unique<ModulesClient>(*protocol_)),
      microtasks_(std::make_unique<MicrotasksClient>(*protocol_)),
      trace_(std::make_unique<TraceClient>(*protocol_)) {
  connectEngine();
  connectContexts();
}

EngineSession::~EngineSession() {
  disconnect(transport_.get(), nullptr, this, nullptr);
}

void EngineSession::connectEngine() {
  connect(transport_.get(), &ProtocolTransport::opened, this, &EngineSession::introduce);
  connect(transport_.get(), &ProtocolTransport::closed, this, &EngineSession::lose);
  connect(transport_.get(), &ProtocolTransport::errorLine, this, &EngineSession::errorLine);
  connect(protocol_.get(), &ProtocolClient::malformed, this, &EngineSession::errorLine);
  connect(debugger_.get(), &DebuggerClient::paused, this, [this] { setState(State::Paused); });
  connect(debugger_.get(), &DebuggerClient::resumed, this, [this] {
    if (isUsable()) setState(State::Running);
  });
  connect(vm_.get(), &VmClient::engineState, this, &EngineSession::follow);
}

void EngineSession::connectContexts() {
  connect(vm_.get(), &VmClient::contextCreated, this,
          [this](const protocol::vm::ContextCreatedEvent& event) { remember(event.context); });
  connect(vm_.get(), &VmClient::contextDisposed, this, [this](const protocol::vm::ContextDisposedEvent& event) {
    contexts_->setLife(static_cast<int>(event.executionContextId), EngineContext::Life::Disposed);
  });
  connect(vm_.get(), &VmClient::contextCollected, this, [this](const protocol::vm::ContextCollectedEvent& event) {
    contexts_->setLife(static_cast<int>(event.executionContextId), EngineContext::Life::Collected);
  });
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
  const std::vector<ContextRecipe> before = std::exchange(recipes_, std::move(recipes));
  for (const ContextRecipe& recipe : recipes_) contexts_->reserveColour(recipe.key);
  if (!isUsable()) return;  // introduce() makes them
  for (const ContextRecipe& old : before) {
    if (std::ranges::find(recipes_, old) == recipes_.end()) disposeOf(old.key);
  }
  for (const ContextRecipe& recipe : recipes_) {
    if (std::ranges::find(before, recipe) == before.end()) create(recipe);
  }
}

void EngineSession::setWorkingFolder(const QString& folder) {
  if (workingFolder_ == folder) return;
  workingFolder_ = folder;
  if (isUsable()) enterWorkingFolder();
}

void EngineSession::enterWorkingFolder() {
  if (workingFolder_.isEmpty()) return;
  EvaluateOptions options;
  options.silent = true;
  const QByteArray folder = QJsonDocument(QJsonArray{workingFolder_}).toJson(QJsonDocument::Compact);
  runtime_->evaluate(QStringLiteral("process.chdir(...%1)").arg(QString::fromUtf8(folder)), options);
}

void EngineSession::introduce() {
  // All of it is sent at once; answers come in this order.
  vm_->enable();
  runtime_->enable();
  debugger_->setAsyncCallStackDepth(kAsyncStackDepth);
  modules_->enable();
  askForFacts();
  debugger_->enable().then(this, [this](const Done&) {
    enterWorkingFolder();
    setState(State::Idle);
    emit ready();
    for (const ContextRecipe& recipe : recipes_) create(recipe);
  });
}

void EngineSession::askForFacts() {
  vm_->getEngineInfo().then(this, [this](const protocol::vm::GetEngineInfoResult& info) {
    facts_.version = QString::fromStdString(info.version);
    facts_.v8Version = QString::fromStdString(info.v8Version);
    facts_.processId = info.pid;
    facts_.heapLimitBytes = static_cast<qint64>(info.heapLimitBytes);
    emit factsChanged();
  });
  vm_->listContexts().then(this, [this](const protocol::vm::ListContextsResult& list) {
    for (const auto& description : list.contexts) remember(description);
  });
}

void EngineSession::create(const ContextRecipe& recipe) {
  failures_.remove(recipe.key);
  vm_->createContext(paramsOf(recipe))
      .then(this,
            [this, key = recipe.key](const protocol::vm::CreateContextResult& created) {
              keys_.insert(static_cast<int>(created.context.executionContextId), key);
              remember(created.context);
            })
      .otherwise(this, [this, key = recipe.key](const ProtocolError& error) { fail(key, error.message); });
}

void EngineSession::fail(const QString& key, const QString& reason) {
  failures_.insert(key, reason);
  emit contextFailed(key, reason);
}

void EngineSession::disposeOf(const QString& key) {
  if (const EngineContext* context = contexts_->findByKey(key)) disposeContext(context->id);
}

void EngineSession::disposeContext(int executionContextId) {
  vm_->disposeContext({executionContextId});
}

void EngineSession::remember(const protocol::vm::ContextDescription& description) {
  EngineContext context;
  context.id = static_cast<int>(description.executionContextId);
  if (const EngineContext* known = contexts_->find(context.id)) context.life = known->life;
  context.uniqueId = QString::fromStdString(description.uniqueId);
  context.name = QString::fromStdString(description.name);
  context.origin = QString::fromStdString(description.origin);
  context.queueId = static_cast<int>(description.queueId);
  context.isMain = description.isMain;
  context.hasOwnQueue = description.microtaskMode.has_value();
  context.isContextified = description.contextified;
  context.key = keys_.value(context.id);
  contexts_->put(std::move(context));
}

void EngineSession::follow(const protocol::vm::EngineStateEvent& event) {
  facts_.usedHeapBytes = static_cast<qint64>(event.usedHeapBytes);
  emit factsChanged();
  if (isUsable()) setState(stateFor(event.activity));
}

void EngineSession::lose(const EngineEnd& end) {
  debugger_->reset();
  contexts_->clear();
  keys_.clear();
  failures_.clear();
  facts_ = {};
  emit factsChanged();
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
