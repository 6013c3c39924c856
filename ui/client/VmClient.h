#pragma once

#include <QObject>

#include "inspector/protocol/Vm.h"
#include "ui/client/Reply.h"

namespace vmscope::ui {

class ProtocolClient;

// The Vm domain: contexts, running scripts in them, memory, and the inspector switch.
// GUI thread; owned by the engine session. Texts are UTF-8; ids are the protocol's.
class VmClient : public QObject {
  Q_OBJECT

 public:
  explicit VmClient(ProtocolClient& protocol, QObject* parent = nullptr);

  Reply<protocol::vm::EnableResult> enable();
  Reply<protocol::vm::DisableResult> disable();
  Reply<protocol::vm::GetEngineInfoResult> getEngineInfo();
  Reply<protocol::vm::CreateContextResult> createContext(const protocol::vm::CreateContextParams& params = {});
  Reply<protocol::vm::ListContextsResult> listContexts();
  Reply<protocol::vm::DisposeContextResult> disposeContext(const protocol::vm::DisposeContextParams& params);
  Reply<protocol::vm::FindRetainersResult> findRetainers(const protocol::vm::FindRetainersParams& params);
  Reply<protocol::vm::RunScriptResult> runScript(const protocol::vm::RunScriptParams& params);
  Reply<protocol::vm::CompileCheckResult> compileCheck(const protocol::vm::CompileCheckParams& params);
  Reply<protocol::vm::FindStopLinesResult> findStopLines(const protocol::vm::FindStopLinesParams& params);
  Reply<protocol::vm::TerminateResult> terminate();
  Reply<protocol::vm::MeasureMemoryResult> measureMemory();
  Reply<protocol::vm::GetEngineStateResult> getEngineState();
  Reply<protocol::vm::OpenInspectorResult> openInspector(const protocol::vm::OpenInspectorParams& params = {});
  Reply<protocol::vm::CloseInspectorResult> closeInspector();
  Reply<protocol::vm::GetInspectorResult> getInspector();

 signals:
  void contextCreated(const vmscope::protocol::vm::ContextCreatedEvent& event);
  void contextDisposed(const vmscope::protocol::vm::ContextDisposedEvent& event);
  void contextCollected(const vmscope::protocol::vm::ContextCollectedEvent& event);
  void engineState(const vmscope::protocol::vm::EngineStateEvent& event);
  void heapLimitReached(const vmscope::protocol::vm::HeapLimitReachedEvent& event);
  void inspectorChanged(const vmscope::protocol::vm::InspectorChangedEvent& event);

 private:
  ProtocolClient& protocol_;
};

}  // namespace vmscope::ui
