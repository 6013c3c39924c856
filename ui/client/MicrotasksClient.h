#pragma once

#include <QObject>

#include "inspector/protocol/Microtasks.h"
#include "ui/client/Reply.h"

namespace vmscope::ui {

class ProtocolClient;

// The Microtasks domain: the queues with their jobs, and holding and stepping them.
// GUI thread; owned by the engine session. Texts are UTF-8; ids are the protocol's.
class MicrotasksClient : public QObject {
  Q_OBJECT

 public:
  explicit MicrotasksClient(ProtocolClient& protocol, QObject* parent = nullptr);

  Reply<protocol::microtasks::EnableResult> enable(const protocol::microtasks::EnableParams& params = {});
  Reply<protocol::microtasks::DisableResult> disable();
  Reply<protocol::microtasks::GetQueuesResult> getQueues();
  Reply<protocol::microtasks::GetJobsResult> getJobs(const protocol::microtasks::GetJobsParams& params);
  Reply<protocol::microtasks::GetJobObjectsResult> getJobObjects(
      const protocol::microtasks::GetJobObjectsParams& params);
  Reply<protocol::microtasks::HoldResult> hold(const protocol::microtasks::HoldParams& params);
  Reply<protocol::microtasks::StepResult> step(const protocol::microtasks::StepParams& params = {});
  Reply<protocol::microtasks::RunToResult> runTo(const protocol::microtasks::RunToParams& params);
  Reply<protocol::microtasks::DrainResult> drain(const protocol::microtasks::DrainParams& params);
  Reply<protocol::microtasks::GetStuckResult> getStuck();
  Reply<protocol::microtasks::GetTimersResult> getTimers();

 signals:
  void queueChanged(const vmscope::protocol::microtasks::QueueChangedEvent& event);
  void jobStarted(const vmscope::protocol::microtasks::JobStartedEvent& event);
  void jobFinished(const vmscope::protocol::microtasks::JobFinishedEvent& event);
  void checkpoint(const vmscope::protocol::microtasks::CheckpointEvent& event);
  void timersChanged(const vmscope::protocol::microtasks::TimersChangedEvent& event);

 private:
  ProtocolClient& protocol_;
};

}  // namespace vmscope::ui
