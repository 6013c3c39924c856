#pragma once

#include <memory>
#include <string>

#include "engine/Observer.h"
#include "inspector/Answer.h"
#include "inspector/agents/Agent.h"
#include "inspector/protocol/Vm.h"

namespace vmscope {

class ActivityReporter;
class Isolate;

/// The Vm domain: making, listing and disposing of contexts, running scripts in them, and the state of the engine.
class VmAgent : public Agent, private Observer {
 public:
  explicit VmAgent(Target& target);
  ~VmAgent() override;

 private:
  template <class Params>
  using Answered = Answer<typename Params::Result>;

  Answered<protocol::vm::EnableParams> enableEvents(Session& session, const protocol::vm::EnableParams& params);
  Answered<protocol::vm::DisableParams> disableEvents(Session& session, const protocol::vm::DisableParams& params);
  Answered<protocol::vm::GetEngineInfoParams> engineInfo(Session& session,
                                                         const protocol::vm::GetEngineInfoParams& params);
  Answered<protocol::vm::CreateContextParams> createContext(Session& session,
                                                            const protocol::vm::CreateContextParams& params);
  Answered<protocol::vm::ListContextsParams> listContexts(Session& session,
                                                          const protocol::vm::ListContextsParams& params);
  Answered<protocol::vm::DisposeContextParams> disposeContext(Session& session,
                                                              const protocol::vm::DisposeContextParams& params);
  Answered<protocol::vm::FindRetainersParams> retainers(Session& session,
                                                        const protocol::vm::FindRetainersParams& params);
  Answered<protocol::vm::RunScriptParams> runScript(Session& session, const protocol::vm::RunScriptParams& params);
  Answered<protocol::vm::CompileCheckParams> compileCheck(Session& session,
                                                          const protocol::vm::CompileCheckParams& params);
  Answered<protocol::vm::FindStopLinesParams> stopLines(Session& session,
                                                        const protocol::vm::FindStopLinesParams& params);
  Answered<protocol::vm::TerminateParams> terminate(Session& session, const protocol::vm::TerminateParams& params);
  Answered<protocol::runtime::TerminateExecutionParams> terminateIdle(
      Session& session, const protocol::runtime::TerminateExecutionParams& params);
  void measureMemory(Session& session, const protocol::vm::MeasureMemoryParams& params,
                     AnswerLater<protocol::vm::MeasureMemoryResult> answer);
  Answered<protocol::vm::GetEngineStateParams> engineState(Session& session,
                                                           const protocol::vm::GetEngineStateParams& params);
  Answered<protocol::vm::OpenInspectorParams> openInspector(Session& session,
                                                            const protocol::vm::OpenInspectorParams& params);
  Answered<protocol::vm::CloseInspectorParams> closeInspector(Session& session,
                                                              const protocol::vm::CloseInspectorParams& params);
  Answered<protocol::vm::GetInspectorParams> inspectorState(Session& session,
                                                            const protocol::vm::GetInspectorParams& params);

  void contextCreated(Lock& lock, Context& context) override;
  void contextDestroyed(Lock& lock, Context& context) override;
  void contextCollected(int contextId) override;
  void heapLimitReached(std::uint64_t limitBytes) override;

  protocol::vm::ContextDescription describe(const Context& context) const;

  Target& target_;
  Isolate& isolate_;
  std::unique_ptr<ActivityReporter> activity_;
};

}  // namespace vmscope
