#include "ui/client/MicrotasksClient.h"

#include "ui/client/ProtocolClient.h"

namespace vmscope::ui {

namespace microtasks = protocol::microtasks;

MicrotasksClient::MicrotasksClient(ProtocolClient& protocol, QObject* parent) : QObject(parent), protocol_(protocol) {
  protocol_.on<microtasks::QueueChangedEvent>(
      [this](const microtasks::QueueChangedEvent& event) { emit queueChanged(event); });
  protocol_.on<microtasks::JobStartedEvent>(
      [this](const microtasks::JobStartedEvent& event) { emit jobStarted(event); });
  protocol_.on<microtasks::JobFinishedEvent>(
      [this](const microtasks::JobFinishedEvent& event) { emit jobFinished(event); });
  protocol_.on<microtasks::CheckpointEvent>(
      [this](const microtasks::CheckpointEvent& event) { emit checkpoint(event); });
  protocol_.on<microtasks::TimersChangedEvent>(
      [this](const microtasks::TimersChangedEvent& event) { emit timersChanged(event); });
}

Reply<microtasks::EnableResult> MicrotasksClient::enable(const microtasks::EnableParams& params) {
  return protocol_.send(params);
}

Reply<microtasks::DisableResult> MicrotasksClient::disable() {
  return protocol_.send(microtasks::DisableParams{});
}

Reply<microtasks::GetQueuesResult> MicrotasksClient::getQueues() {
  return protocol_.send(microtasks::GetQueuesParams{});
}

Reply<microtasks::GetJobsResult> MicrotasksClient::getJobs(const microtasks::GetJobsParams& params) {
  return protocol_.send(params);
}

Reply<microtasks::GetJobObjectsResult> MicrotasksClient::getJobObjects(const microtasks::GetJobObjectsParams& params) {
  return protocol_.send(params);
}

Reply<microtasks::HoldResult> MicrotasksClient::hold(const microtasks::HoldParams& params) {
  return protocol_.send(params);
}

Reply<microtasks::StepResult> MicrotasksClient::step(const microtasks::StepParams& params) {
  return protocol_.send(params);
}

Reply<microtasks::RunToResult> MicrotasksClient::runTo(const microtasks::RunToParams& params) {
  return protocol_.send(params);
}

Reply<microtasks::DrainResult> MicrotasksClient::drain(const microtasks::DrainParams& params) {
  return protocol_.send(params);
}

Reply<microtasks::GetStuckResult> MicrotasksClient::getStuck() {
  return protocol_.send(microtasks::GetStuckParams{});
}

Reply<microtasks::GetTimersResult> MicrotasksClient::getTimers() {
  return protocol_.send(microtasks::GetTimersParams{});
}

}  // namespace vmscope::ui
