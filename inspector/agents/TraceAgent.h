#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/microtask/TraceRecorder.h"
#include "engine/module/ModuleGraph.h"
#include "inspector/Answer.h"
#include "inspector/agents/Agent.h"
#include "inspector/protocol/Trace.h"

namespace vmscope {

/// The Trace domain: one recording for all sessions, and rows of it as they are asked for. Sessions that record or read
/// are told of new rows; a recording that nobody listens to any more goes on.
class TraceAgent : public Agent, private ModuleObserver {
 public:
  explicit TraceAgent(Target& target);
  ~TraceAgent() override;

 private:
  template <class Params>
  using Answered = Answer<typename Params::Result>;

  Answered<protocol::trace::StartParams> start(Session& session, const protocol::trace::StartParams& params);
  Answered<protocol::trace::StopParams> stop(Session& session, const protocol::trace::StopParams& params);
  Answered<protocol::trace::GetParams> get(Session& session, const protocol::trace::GetParams& params);
  Answered<protocol::trace::ExportParams> exportText(Session& session, const protocol::trace::ExportParams& params);

  void moduleStatusChanged(const ModuleNode& module, const ModuleTransition& transition) override;
  void nameArguments(const std::string& event);
  void tellOfNewRows();
  protocol::trace::Row describe(const TraceRow& row) const;

  Target& target_;
  TraceRecorder recorder_;
  std::uint64_t timer_ = 0;
  std::int64_t toldNext_ = 0;
  std::int64_t toldDropped_ = 0;
  struct UntoldLine {
    std::int64_t row;
    double time;
  };
  std::optional<UntoldLine> untold_;  // the newest console line, until a client is told of it
};

}  // namespace vmscope
