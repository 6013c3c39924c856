#include "ui/window/WorkspaceRun.h"

#include <algorithm>

#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/client/MicrotasksClient.h"
#include "ui/client/ModulesClient.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

namespace microtasks = protocol::microtasks;
namespace modules = protocol::modules;

namespace {

constexpr int kLongestWaitMilliseconds = 10'000;  // for an engine, and again for timers: an interval never ends
constexpr int kRunTimeoutMilliseconds = 5'000;
constexpr int kAfterATimerMilliseconds = 20;

bool canRun(const QString& document) {
  return document.endsWith(QLatin1String(".js")) || document.endsWith(QLatin1String(".mjs"));
}

}  // namespace

WorkspaceRun::WorkspaceRun(EngineSession& session, Workspace& workspace, RunControl& runs, QObject* parent)
    : QObject(parent), session_(session), workspace_(workspace), runs_(runs) {
  deadline_.setSingleShot(true);
  deadline_.setInterval(kLongestWaitMilliseconds);
  connect(&deadline_, &QTimer::timeout, this, &WorkspaceRun::settle);
}

void WorkspaceRun::start(StartOptions::Runs what) {
  for (const WorkspaceContext& context : workspace_.contexts()) {
    awaitedContexts_ << context.name;
    if (what == StartOptions::Runs::None) continue;
    for (const QString& document : context.documents) {
      if (canRun(document)) steps_.push_back({context.name, document});
    }
  }
  connect(&session_.contexts(), &EngineContexts::changed, this, &WorkspaceRun::begin);
  connect(&session_.contexts(), &EngineContexts::added, this, &WorkspaceRun::begin);
  connect(&session_, &EngineSession::ready, this, &WorkspaceRun::begin);
  connect(&session_, &EngineSession::contextFailed, this, [this](const QString& context, const QString& reason) {
    emit failed(tr("The context %1 could not be made: %2").arg(context, reason));
    awaitedContexts_.removeAll(context);
    std::erase_if(steps_, [&](const Step& step) { return step.context == context; });
    begin();
  });
  connect(&session_, &EngineSession::ended, this, [this](const EngineEnd& end) {
    emit failed(end.explanation);
    settle();
  });
  deadline_.start();
  begin();
}

void WorkspaceRun::begin() {
  if (begun_ || !hasAllContexts()) return;
  begun_ = true;
  deadline_.stop();
  connect(&runs_, &RunControl::finished, this, [this](const RunReport& report) {
    emit documentFinished(report);
    next();
  });
  emit begun();
  next();
}

bool WorkspaceRun::hasAllContexts() const {
  return session_.isUsable() && std::ranges::all_of(awaitedContexts_, [this](const QString& name) {
           return session_.contexts().findByKey(name) != nullptr;
         });
}

void WorkspaceRun::next() {
  if (nextStep_ == steps_.size()) return awaitTimers();
  const Step step = steps_[nextStep_++];
  if (step.document.endsWith(QLatin1String(".mjs"))) {
    runUnlessImported(step);
  } else {
    run(step);
  }
}

void WorkspaceRun::runUnlessImported(const Step& step) {
  const std::string url = sourceNameOf(workspace_.urlOf(step.document)).toStdString();
  session_.modules()
      .getGraph()
      .then(this,
            [this, step, url](const modules::GetGraphResult& graph) {
              const bool isThere = std::ranges::any_of(
                  graph.modules, [&](const modules::Module& module) { return module.identifier == url; });
              isThere ? next() : run(step);
            })
      .otherwise(this, [this, step](const ProtocolError&) { run(step); });
}

void WorkspaceRun::run(const Step& step) {
  const EngineContext* context = session_.contexts().findByKey(step.context);
  auto opened = workspace_.openDocument(step.document);
  if (const auto* problem = std::get_if<FileProblem>(&opened)) {
    emit failed(problem->message);
    return next();
  }
  if (!context) return next();
  RunRequest request = requestFor(*std::get<Document*>(opened), step.document);
  request.executionContextId = context->id;
  request.timeoutMilliseconds = kRunTimeoutMilliseconds;
  runs_.run(request);
}

void WorkspaceRun::awaitTimers() {
  deadline_.start();
  askForTimers();
}

// Nobody may be watching the queues, so no event tells when the last timer has fired: ask again when the next is due.
void WorkspaceRun::askForTimers() {
  session_.microtasks()
      .getTimers()
      .then(this,
            [this](const microtasks::GetTimersResult& answer) {
              if (answer.timers.empty()) return settle();
              const auto soonest = std::ranges::min_element(answer.timers, {}, &microtasks::Timer::dueInMillis);
              const int due = static_cast<int>(std::clamp(soonest->dueInMillis, 0.0, 1.0 * kLongestWaitMilliseconds));
              QTimer::singleShot(due + kAfterATimerMilliseconds, this, [this] {
                if (!settled_) askForTimers();
              });
            })
      .otherwise(this, [this](const ProtocolError&) { settle(); });
}

void WorkspaceRun::settle() {
  if (std::exchange(settled_, true)) return;
  deadline_.stop();
  if (!begun_) emit failed(tr("The engine did not make the workspace's contexts."));
  emit settled();
}

}  // namespace vmscope::ui
