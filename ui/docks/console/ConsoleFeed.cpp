#include "ui/docks/console/ConsoleFeed.h"

#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/client/RuntimeClient.h"
#include "ui/docks/console/ConsoleFormat.h"
#include "ui/docks/console/ConsoleModel.h"
#include "ui/docks/timeline/PastMoment.h"
#include "ui/docks/values/ValueChildren.h"
#include "ui/docks/values/ValueText.h"

namespace vmscope::ui {

ConsoleFeed& ConsoleFeed::of(EngineSession& session) {
  auto* feed = session.findChild<ConsoleFeed*>(QString(), Qt::FindDirectChildrenOnly);
  return feed ? *feed : *new ConsoleFeed(session);
}

ConsoleFeed::ConsoleFeed(EngineSession& session)
    : QObject(&session), session_(session), model_(new ConsoleModel(ConsoleModel::Options(), this)) {
  model_->setContextNames([this](int id) { return session_.contexts().nameOf(id); });
  connectArrivals();
  connectEngine();
  connectTrees();
}

void ConsoleFeed::connectArrivals() {
  RuntimeClient& runtime = session_.runtime();
  connect(&runtime, &RuntimeClient::consoleCalled, this, [this](const ConsoleCall& call) {
    model_->countCall();
    if (call.type == u"endGroup") return model_->endGroup(call.executionContextId);
    if (call.type == u"clear") model_->clearContext(call.executionContextId);
    if (call.type != u"clear") return model_->append(consoleEntry(call));
    ConsoleEntry note = noteEntry(tr("Console was cleared"), ConsoleLevel::Info);
    note.executionContextId = call.executionContextId;
    model_->append(std::move(note));
  });
  connect(&runtime, &RuntimeClient::exceptionThrown, this, [this](double timestamp, const ExceptionDetails& details) {
    model_->append(consoleEntry(timestamp, details));
  });
  connect(&runtime, &RuntimeClient::exceptionRevoked, this, [this](int id) { model_->revoke(id); });
}

void ConsoleFeed::connectEngine() {
  connect(&session_, &EngineSession::ended, this, [this](const EngineEnd& end) {
    model_->append(noteEntry(end.explanation, ConsoleLevel::Warning));
    model_->forgetObjects();
  });
  PastMoment& past = PastMoment::of(session_);
  connect(&past, &PastMoment::changed, model_,
          [this, &past] { model_->setPresent(past.scene() ? past.scene()->consoleCalls : std::nullopt); });
  connect(&session_, &EngineSession::contextFailed, this, [this](const QString& key, const QString& reason) {
    model_->append(noteEntry(tr("Context %1 could not be made: %2").arg(key, reason), ConsoleLevel::Error));
  });
}

void ConsoleFeed::connectTrees() {
  RuntimeClient& runtime = session_.runtime();
  connect(model_, &ConsoleModel::childrenWanted, this, [this, &runtime](quint64 request) {
    if (const ValueNode* node = model_->wished(request))
      loadChildren(runtime, *node, this,
                   [this, request](auto children) { model_->addChildren(request, std::move(children)); });
  });
  connect(model_, &ConsoleModel::getterWanted, this,
          [this, &runtime](quint64 request, const QString& objectId, const QString& name) {
            runtime.callFunctionOn(objectId, QStringLiteral("function() { return this[%1]; }").arg(quoted(name)))
                .then(this, [this, request](const Evaluation& got) { model_->setValue(request, got.result); });
          });
  connect(model_, &ConsoleModel::objectsDropped, this, [&runtime](const QStringList& objectIds) {
    for (const QString& objectId : objectIds) runtime.releaseObject(objectId);
  });
}

}  // namespace vmscope::ui
