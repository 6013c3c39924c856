#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QUrl>
#include <optional>

#include "inspector/protocol/Modules.h"
#include "ui/client/Reply.h"
#include "ui/client/RuntimeTypes.h"

namespace vmscope::ui {

class Document;
class EngineSession;

enum class RunStart { Free, PausedAtFirstStatement };

// What to run: a document's text as it stands in the editor, not as it was saved.
struct RunRequest {
  enum class Kind { Script, Module };

  QString name;  // as people know it: app.js
  QUrl url;
  QString source;
  Kind kind = Kind::Script;
  RunStart start = RunStart::Free;
  int executionContextId = 0;
  int timeoutMilliseconds = 0;  // 0: none
};

// The request for a document under the name that people know; context and timeout are the caller's.
RunRequest requestFor(const Document& document, const QString& name);

// How a run went, for people.
struct RunReport {
  enum class Outcome { Completed, Threw, TimedOut, Stopped, Refused, EngineLost };

  QString name;
  QUrl url;
  QString contextName;
  Outcome outcome = Outcome::Completed;
  std::optional<RemoteObject> result;  // of a script
  bool isPending = false;              // a module whose top-level await has not settled
  QString problem;                     // the error, or why the engine would not run it
  std::optional<int> problemLine;      // 0-based, in the document
  double durationMicros = 0;
  std::optional<int> jobsRun;  // of a script
};

// Runs a document in a context and stops what runs; one run at a time. A module is loaded, linked, instantiated and
// evaluated. GUI thread; owned by the main window; never waits.
class RunControl : public QObject {
  Q_OBJECT

 public:
  explicit RunControl(EngineSession& session, QObject* parent = nullptr);

  bool isRunning() const { return current_.has_value(); }
  void run(const RunRequest& request);
  // Ends what runs, also inside for(;;), and what is paused.
  void stop();

 signals:
  void started();
  void finished(const vmscope::ui::RunReport& report);
  // What a module that was pending when it finished came to, unless something else has been run since.
  void settled(const vmscope::ui::RunReport& report);

 private:
  void runScript();
  void loadModule();
  void link(const protocol::modules::Module& module);
  void instantiate(const protocol::modules::Module& module);
  void evaluate(const protocol::modules::Module& module);
  void stopAtModulesFirstStatement();
  void lookAtPending();
  void settle(const protocol::modules::GetGraphResult& graph);

  RunReport begunReport() const;
  void finish(const RunReport& report);
  void refuse(const ProtocolError& error);
  void fail(const protocol::runtime::ExceptionDetails& details, RunReport report);

  EngineSession& session_;
  std::optional<RunRequest> current_;
  bool stopping_ = false;
  // The module of the last run, while a top-level await that it reaches has not settled, and what was reported of it.
  std::string pendingModule_;
  RunReport pendingReport_;
  QElapsedTimer sinceEvaluation_;
};

}  // namespace vmscope::ui
