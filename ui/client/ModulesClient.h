#pragma once

#include <QObject>

#include "inspector/protocol/Modules.h"
#include "ui/client/Reply.h"

namespace vmscope::ui {

class ProtocolClient;

// The Modules domain: making, linking and evaluating modules, and their graph.
// GUI thread; owned by the engine session. Texts are UTF-8; ids are the protocol's.
class ModulesClient : public QObject {
  Q_OBJECT

 public:
  explicit ModulesClient(ProtocolClient& protocol, QObject* parent = nullptr);

  Reply<protocol::modules::EnableResult> enable();
  Reply<protocol::modules::DisableResult> disable();
  Reply<protocol::modules::CreateResult> create(const protocol::modules::CreateParams& params);
  Reply<protocol::modules::LoadResult> load(const protocol::modules::LoadParams& params);
  Reply<protocol::modules::LinkResult> link(const protocol::modules::LinkParams& params);
  Reply<protocol::modules::InstantiateResult> instantiate(const protocol::modules::InstantiateParams& params);
  Reply<protocol::modules::EvaluateResult> evaluate(const protocol::modules::EvaluateParams& params);
  Reply<protocol::modules::RemoveResult> remove(const protocol::modules::RemoveParams& params);
  Reply<protocol::modules::GetGraphResult> getGraph(const protocol::modules::GetGraphParams& params = {});
  Reply<protocol::modules::GetNamespaceResult> getNamespace(const protocol::modules::GetNamespaceParams& params);
  Reply<protocol::modules::GetSourceResult> getSource(const protocol::modules::GetSourceParams& params);

 signals:
  void moduleAdded(const vmscope::protocol::modules::ModuleAddedEvent& event);
  void moduleLinked(const vmscope::protocol::modules::ModuleLinkedEvent& event);
  void statusChanged(const vmscope::protocol::modules::StatusChangedEvent& event);
  void moduleRemoved(const vmscope::protocol::modules::ModuleRemovedEvent& event);

 private:
  ProtocolClient& protocol_;
};

}  // namespace vmscope::ui
