#include "ui/client/VmClient.h"

#include "ui/client/ProtocolClient.h"

namespace vmscope::ui {

namespace vm = protocol::vm;

VmClient::VmClient(ProtocolClient& protocol, QObject* parent) : QObject(parent), protocol_(protocol) {
  protocol_.on<vm::ContextCreatedEvent>([this](const vm::ContextCreatedEvent& event) { emit contextCreated(event); });
  protocol_.on<vm::ContextDisposedEvent>(
      [this](const vm::ContextDisposedEvent& event) { emit contextDisposed(event); });
  protocol_.on<vm::ContextCollectedEvent>(
      [this](const vm::ContextCollectedEvent& event) { emit contextCollected(event); });
  protocol_.on<vm::EngineStateEvent>([this](const vm::EngineStateEvent& event) { emit engineState(event); });
  protocol_.on<vm::HeapLimitReachedEvent>(
      [this](const vm::HeapLimitReachedEvent& event) { emit heapLimitReached(event); });
  protocol_.on<vm::InspectorChangedEvent>(
      [this](const vm::InspectorChangedEvent& event) { emit inspectorChanged(event); });
}

Reply<vm::EnableResult> VmClient::enable() {
  return protocol_.send(vm::EnableParams{});
}

Reply<vm::DisableResult> VmClient::disable() {
  return protocol_.send(vm::DisableParams{});
}

Reply<vm::GetEngineInfoResult> VmClient::getEngineInfo() {
  return protocol_.send(vm::GetEngineInfoParams{});
}

Reply<vm::CreateContextResult> VmClient::createContext(const vm::CreateContextParams& params) {
  return protocol_.send(params);
}

Reply<vm::ListContextsResult> VmClient::listContexts() {
  return protocol_.send(vm::ListContextsParams{});
}

Reply<vm::DisposeContextResult> VmClient::disposeContext(const vm::DisposeContextParams& params) {
  return protocol_.send(params);
}

Reply<vm::FindRetainersResult> VmClient::findRetainers(const vm::FindRetainersParams& params) {
  return protocol_.send(params);
}

Reply<vm::RunScriptResult> VmClient::runScript(const vm::RunScriptParams& params) {
  return protocol_.send(params);
}

Reply<vm::CompileCheckResult> VmClient::compileCheck(const vm::CompileCheckParams& params) {
  return protocol_.send(params);
}

Reply<vm::FindStopLinesResult> VmClient::findStopLines(const vm::FindStopLinesParams& params) {
  return protocol_.send(params);
}

Reply<vm::TerminateResult> VmClient::terminate() {
  return protocol_.send(vm::TerminateParams{});
}

Reply<vm::MeasureMemoryResult> VmClient::measureMemory() {
  return protocol_.send(vm::MeasureMemoryParams{});
}

Reply<vm::GetEngineStateResult> VmClient::getEngineState() {
  return protocol_.send(vm::GetEngineStateParams{});
}

Reply<vm::OpenInspectorResult> VmClient::openInspector(const vm::OpenInspectorParams& params) {
  return protocol_.send(params);
}

Reply<vm::CloseInspectorResult> VmClient::closeInspector() {
  return protocol_.send(vm::CloseInspectorParams{});
}

Reply<vm::GetInspectorResult> VmClient::getInspector() {
  return protocol_.send(vm::GetInspectorParams{});
}

}  // namespace vmscope::ui
