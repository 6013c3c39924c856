#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>

#include "inspector/Answer.h"
#include "inspector/agents/Agent.h"
#include "inspector/protocol/Microtasks.h"

namespace vmscope {

class Isolate;
class MicrotaskQueue;
class QueueReporter;

/// The Microtasks domain: what waits in the queues, who put it there, and running it job by job. What one session holds
/// is released when it leaves, so that no queue stays held by nobody.
class MicrotasksAgent : public Agent {
 public:
  explicit MicrotasksAgent(Target& target);
  ~MicrotasksAgent() override;

  void sessionLeft(Session& session) override;

 private:
  template <class Params>
  using Answered = Answer<typename Params::Result>;

  Answered<protocol::microtasks::EnableParams> enableEvents(Session& session,
                                                            const protocol::microtasks::EnableParams& params);
  Answered<protocol::microtasks::DisableParams> disableEvents(Session& session,
                                                              const protocol::microtasks::DisableParams& params);
  Answered<protocol::microtasks::GetQueuesParams> queues(Session& session,
                                                         const protocol::microtasks::GetQueuesParams& params);
  Answered<protocol::microtasks::GetJobsParams> jobs(Session& session,
                                                     const protocol::microtasks::GetJobsParams& params);
  Answered<protocol::microtasks::GetJobObjectsParams> jobObjects(
      Session& session, const protocol::microtasks::GetJobObjectsParams& params);
  Answered<protocol::microtasks::HoldParams> hold(Session& session, const protocol::microtasks::HoldParams& params);
  Answered<protocol::microtasks::StepParams> step(Session& session, const protocol::microtasks::StepParams& params);
  Answered<protocol::microtasks::RunToParams> runTo(Session& session, const protocol::microtasks::RunToParams& params);
  Answered<protocol::microtasks::DrainParams> drain(Session& session, const protocol::microtasks::DrainParams& params);
  Answered<protocol::microtasks::GetStuckParams> stuck(Session& session,
                                                       const protocol::microtasks::GetStuckParams& params);
  Answered<protocol::microtasks::GetTimersParams> timers(Session& session,
                                                         const protocol::microtasks::GetTimersParams& params);

  MicrotaskQueue* findQueue(std::int64_t queueId) const;
  void watch();
  void release(int queueId);

  Target& target_;
  Isolate& isolate_;
  std::unique_ptr<QueueReporter> reporter_;  // while somebody watches
  std::map<Session*, protocol::microtasks::EnableParams> wanted_;
  std::map<int, Session*> holders_;
};

}  // namespace vmscope
