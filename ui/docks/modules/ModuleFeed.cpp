#include "ui/docks/modules/ModuleFeed.h"

#include "ui/client/EngineSession.h"
#include "ui/client/ModulesClient.h"
#include "ui/docks/modules/ModuleGraph.h"
#include "ui/docks/timeline/PastMoment.h"

namespace vmscope::ui {

using namespace protocol::modules;

namespace {
constexpr int kTogether = 30;  // milliseconds in which changes of shape are taken as one
}

ModuleFeed::ModuleFeed(EngineSession& session, ModuleGraph& graph, QObject* parent)
    : QObject(parent), session_(session), graph_(graph) {
  soon_.setSingleShot(true);
  soon_.setInterval(kTogether);
  connect(&soon_, &QTimer::timeout, this, &ModuleFeed::refresh);
  const auto reshape = [this] {
    if (!soon_.isActive()) soon_.start();
  };
  ModulesClient& client = session_.modules();
  connect(&client, &ModulesClient::moduleAdded, this, reshape);
  connect(&client, &ModulesClient::moduleLinked, this, reshape);
  connect(&client, &ModulesClient::moduleRemoved, this, reshape);
  connect(&client, &ModulesClient::statusChanged, this, [this, reshape](const StatusChangedEvent& event) {
    if (!graph_.update(event.module)) reshape();
  });
  PastMoment& past = PastMoment::of(session_);
  const auto showMoment = [this, &past] { past.scene() ? graph_.setPast(past.scene()->modules) : graph_.leavePast(); };
  connect(&past, &PastMoment::changed, this, showMoment);
  showMoment();
  connect(&session_, &EngineSession::ready, this, &ModuleFeed::refresh);
  connect(&session_, &EngineSession::ended, &graph_, &ModuleGraph::clear);
  refresh();
}

void ModuleFeed::refresh() {
  if (!session_.isUsable()) return;
  session_.modules().getGraph().then(this, [this](const GetGraphResult& graph) { graph_.setGraph(graph); });
}

}  // namespace vmscope::ui
