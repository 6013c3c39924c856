#include "ui/client/ModulesClient.h"

#include "ui/client/ProtocolClient.h"

namespace vmscope::ui {

namespace modules = protocol::modules;

ModulesClient::ModulesClient(ProtocolClient& protocol, QObject* parent) : QObject(parent), protocol_(protocol) {
  protocol_.on<modules::ModuleAddedEvent>([this](const modules::ModuleAddedEvent& event) { emit moduleAdded(event); });
  protocol_.on<modules::ModuleLinkedEvent>(
      [this](const modules::ModuleLinkedEvent& event) { emit moduleLinked(event); });
  protocol_.on<modules::StatusChangedEvent>(
      [this](const modules::StatusChangedEvent& event) { emit statusChanged(event); });
  protocol_.on<modules::ModuleRemovedEvent>(
      [this](const modules::ModuleRemovedEvent& event) { emit moduleRemoved(event); });
}

Reply<modules::EnableResult> ModulesClient::enable() {
  return protocol_.send(modules::EnableParams{});
}

Reply<modules::DisableResult> ModulesClient::disable() {
  return protocol_.send(modules::DisableParams{});
}

Reply<modules::CreateResult> ModulesClient::create(const modules::CreateParams& params) {
  return protocol_.send(params);
}

Reply<modules::LoadResult> ModulesClient::load(const modules::LoadParams& params) {
  return protocol_.send(params);
}

Reply<modules::LinkResult> ModulesClient::link(const modules::LinkParams& params) {
  return protocol_.send(params);
}

Reply<modules::InstantiateResult> ModulesClient::instantiate(const modules::InstantiateParams& params) {
  return protocol_.send(params);
}

Reply<modules::EvaluateResult> ModulesClient::evaluate(const modules::EvaluateParams& params) {
  return protocol_.send(params);
}

Reply<modules::RemoveResult> ModulesClient::remove(const modules::RemoveParams& params) {
  return protocol_.send(params);
}

Reply<modules::GetGraphResult> ModulesClient::getGraph(const modules::GetGraphParams& params) {
  return protocol_.send(params);
}

Reply<modules::GetNamespaceResult> ModulesClient::getNamespace(const modules::GetNamespaceParams& params) {
  return protocol_.send(params);
}

Reply<modules::GetSourceResult> ModulesClient::getSource(const modules::GetSourceParams& params) {
  return protocol_.send(params);
}

}  // namespace vmscope::ui
