#include "ui/window/RunControl.h"

#include <algorithm>

#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/client/ModulesClient.h"
#include "ui/client/VmClient.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {

namespace modules = protocol::modules;
namespace vm = protocol::vm;

namespace {

// The module and all that it imports, directly or not.
std::vector<std::string> reachedFrom(const std::string& module, const modules::GetGraphResult& graph) {
  std::vector<std::string> reached{module};
  for (std::size_t next = 0; next < reached.size(); ++next) {
    for (const modules::Edge& edge : graph.edges) {
      if (edge.from != reached[next] || !edge.to) continue;
      if (std::ranges::find(reached, *edge.to) == reached.end()) reached.push_back(*edge.to);
    }
  }
  return reached;
}

}  // namespace

RunRequest requestFor(const Document& document, const QString& name) {
  RunRequest request;
  request.name = name;
  request.url = document.url();
  request.source = document.text();
  request.kind = document.kind() == Document::Kind::Module ? RunRequest::Kind::Module : RunRequest::Kind::Script;
  return request;
}

RunControl::RunControl(EngineSession& session, QObject* parent) : QObject(parent), session_(session) {
  connect(&session_.modules(), &ModulesClient::statusChanged, this, &RunControl::lookAtPending);
  connect(&session_, &EngineSession::ended, this, [this] { pendingModule_.clear(); });
}

void RunControl::run(const RunRequest& request) {
  if (isRunning()) return;
  current_ = request;
  stopping_ = false;
  pendingModule_.clear();
  emit started();
  if (request.kind == RunRequest::Kind::Script) {
    runScript();
  } else {
    loadModule();
  }
}

void RunControl::stop() {
  stopping_ = isRunning();
  session_.vm().terminate();
  if (session_.debugger().isPaused()) session_.debugger().resume();
}

void RunControl::runScript() {
  vm::RunScriptParams params;
  params.executionContextId = current_->executionContextId;
  params.source = current_->source.toStdString();
  params.url = sourceNameOf(current_->url).toStdString();
  params.breakOnStart = current_->start == RunStart::PausedAtFirstStatement;
  params.generatePreview = true;
  if (current_->timeoutMilliseconds > 0) params.timeout = current_->timeoutMilliseconds;
  session_.vm()
      .runScript(params)
      .then(this,
            [this](const vm::RunScriptResult& answer) {
              RunReport report = begunReport();
              report.durationMicros = answer.durationMicros;
              report.jobsRun = static_cast<int>(answer.jobsRun);
              if (answer.timedOut.value_or(false)) report.outcome = RunReport::Outcome::TimedOut;
              if (answer.exceptionDetails) return fail(*answer.exceptionDetails, report);
              report.result = fromProtocol(answer.result);
              finish(report);
            })
      .otherwise(this, [this](const ProtocolError& error) { refuse(error); });
}

void RunControl::loadModule() {
  modules::LoadParams params;
  params.executionContextId = current_->executionContextId;
  params.url = sourceNameOf(current_->url).toStdString();
  params.source = current_->source.toStdString();
  session_.modules()
      .load(params)
      .then(this,
            [this](const modules::LoadResult& answer) {
              if (answer.exceptionDetails) return fail(*answer.exceptionDetails, begunReport());
              if (!answer.module) return refuse({0, tr("The engine loaded no module.")});
              link(*answer.module);
            })
      .otherwise(this, [this](const ProtocolError& error) { refuse(error); });
}

void RunControl::link(const modules::Module& module) {
  if (module.status != modules::Status::Unlinked) return instantiate(module);
  session_.modules()
      .link({module.moduleId, {}})
      .then(this,
            [this](const modules::LinkResult& answer) {
              if (answer.exceptionDetails) return fail(*answer.exceptionDetails, begunReport());
              instantiate(answer.module);
            })
      .otherwise(this, [this](const ProtocolError& error) { refuse(error); });
}

void RunControl::instantiate(const modules::Module& module) {
  if (module.status == modules::Status::Evaluated) return evaluate(module);
  session_.modules()
      .instantiate({module.moduleId})
      .then(this,
            [this](const modules::InstantiateResult& answer) {
              if (answer.exceptionDetails) return fail(*answer.exceptionDetails, begunReport());
              evaluate(answer.module);
            })
      .otherwise(this, [this](const ProtocolError& error) { refuse(error); });
}

void RunControl::evaluate(const modules::Module& module) {
  if (current_->start == RunStart::PausedAtFirstStatement) stopAtModulesFirstStatement();
  modules::EvaluateParams params;
  params.moduleId = module.moduleId;
  params.awaitPromise = false;
  if (current_->timeoutMilliseconds > 0) params.timeout = current_->timeoutMilliseconds;
  sinceEvaluation_.start();
  session_.modules()
      .evaluate(params)
      .then(this,
            [this](const modules::EvaluateResult& answer) {
              RunReport report = begunReport();
              report.durationMicros = answer.durationMicros;
              report.isPending = answer.pending;
              if (answer.exceptionDetails) return fail(*answer.exceptionDetails, report);
              if (answer.pending) {
                pendingModule_ = answer.module.moduleId;
                pendingReport_ = report;
              }
              finish(report);
            })
      .otherwise(this, [this](const ProtocolError& error) { refuse(error); });
}

void RunControl::lookAtPending() {
  if (pendingModule_.empty()) return;
  session_.modules().getGraph().then(this, [this](const modules::GetGraphResult& graph) { settle(graph); });
}

// A look at what the module reaches rather than a wait for its promise, which would be a job in the queue that people
// watch.
void RunControl::settle(const modules::GetGraphResult& graph) {
  const auto root = std::ranges::find(graph.modules, pendingModule_, &modules::Module::moduleId);
  if (root == graph.modules.end()) return;
  const std::vector<std::string> reached = reachedFrom(pendingModule_, graph);
  const auto isAwaited = [&](const modules::Module& module) {
    return module.awaiting && std::ranges::find(reached, module.moduleId) != reached.end();
  };
  if (std::ranges::any_of(graph.modules, isAwaited)) return;
  pendingModule_.clear();
  RunReport report = pendingReport_;
  report.isPending = false;
  report.durationMicros = static_cast<double>(sinceEvaluation_.nsecsElapsed()) / 1000;  // with what it waited for
  if (root->error) {
    report.outcome = RunReport::Outcome::Threw;
    report.problem = QString::fromStdString(root->error->message);
  }
  emit settled(report);
}

// A module has no break-on-start of its own; Debugger.pause takes effect at the next statement that runs.
void RunControl::stopAtModulesFirstStatement() {
  session_.debugger().pause();
}

RunReport RunControl::begunReport() const {
  RunReport report;
  report.name = current_->name;
  report.url = current_->url;
  report.contextName = session_.contexts().nameOf(current_->executionContextId);
  return report;
}

void RunControl::finish(const RunReport& report) {
  current_.reset();
  emit finished(report);
}

void RunControl::refuse(const ProtocolError& error) {
  RunReport report = begunReport();
  report.outcome = stopping_ ? RunReport::Outcome::Stopped : RunReport::Outcome::Refused;
  if (error.code == ProtocolError::kDisconnected) report.outcome = RunReport::Outcome::EngineLost;
  report.problem = error.message;
  finish(report);
}

void RunControl::fail(const protocol::runtime::ExceptionDetails& details, RunReport report) {
  const ExceptionDetails thrown = fromProtocol(details);
  report.problem = thrown.message();
  if (thrown.url == sourceNameOf(report.url)) report.problemLine = thrown.lineNumber;
  if (stopping_) {
    report.outcome = RunReport::Outcome::Stopped;
  } else if (report.outcome != RunReport::Outcome::TimedOut) {
    report.outcome = RunReport::Outcome::Threw;
  }
  finish(report);
}

}  // namespace vmscope::ui
