#include "ui/window/Unattended.h"

#include <QApplication>
#include <QFileInfo>
#include <QLayout>
#include <QTimer>

#include "ui/MainWindow.h"
#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/client/RuntimeClient.h"
#include "ui/client/VmClient.h"
#include "ui/docks/console/ConsoleFormat.h"
#include "ui/docks/values/StyledText.h"
#include "ui/window/Desktop.h"
#include "ui/window/RunStrip.h"
#include "ui/window/WorkspaceRun.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

namespace {

constexpr int kLastPaintMilliseconds = 250;  // docks batch what they show
constexpr auto kDefaultPicture = "vmscope.png";

QString placeOf(const std::optional<StackTrace>& trace) {
  if (!trace || trace->callFrames.empty()) return {};
  const StackFrame& frame = trace->callFrames.front();
  return shortText({frame.url, frame.lineNumber, frame.columnNumber, frame.scriptId});
}

}  // namespace

Unattended::Unattended(Desktop& desktop, const StartOptions& options, QObject* parent)
    : QObject(parent), desktop_(desktop), options_(options) {}

void Unattended::start() {
  // The picture has the size that was asked for; there is no window manager to tell of a smallest one.
  desktop_.window().layout()->setSizeConstraint(QLayout::SetNoConstraint);
  desktop_.window().resize(options_.size);
  if (options_.mode == StartOptions::Mode::Headless) printConsole();
  connect(&desktop_.session().debugger(), &DebuggerClient::paused, this, &Unattended::endWherePaused);
  connect(&desktop_, &Desktop::workspaceFailed, this, [this](const QString& reason) {
    complain(reason);
    QTimer::singleShot(0, this, &Unattended::finish);
  });
  connect(&desktop_, &Desktop::workspaceReady, this, [this] {
    auto* run = new WorkspaceRun(desktop_.session(), desktop_.workspace(), desktop_.window().runs(), this);
    connect(run, &WorkspaceRun::failed, this, &Unattended::complain);
    connect(run, &WorkspaceRun::settled, this, &Unattended::printInspector);
    if (options_.mode == StartOptions::Mode::Headless) {
      connect(run, &WorkspaceRun::begun, this, &Unattended::printContexts);
      connect(run, &WorkspaceRun::documentFinished, this, &Unattended::printReport);
    }
    run->start(options_.runs);
  });
}

void Unattended::print(const QString& line) {
  std::fprintf(stdout, "%s\n", line.toUtf8().constData());
  std::fflush(stdout);
}

void Unattended::complain(const QString& line) {
  std::fprintf(stderr, "vmscope: %s\n", line.toUtf8().constData());
  status_ = 1;
}

void Unattended::printConsole() {
  RuntimeClient& runtime = desktop_.session().runtime();
  const auto line = [this](int context, const QString& place, const QString& text) {
    print(
        QStringLiteral("%1  %2  %3").arg(desktop_.session().contexts().nameOf(context), -8).arg(place, -14).arg(text));
  };
  connect(&runtime, &RuntimeClient::consoleCalled, this, [line](const ConsoleCall& call) {
    line(call.executionContextId, placeOf(call.stackTrace), formattedArguments(call.args).text());
  });
  connect(&runtime, &RuntimeClient::exceptionThrown, this, [line](double, const ExceptionDetails& details) {
    line(details.executionContextId, placeOf(details.stackTrace), details.message());
  });
}

void Unattended::printContexts() {
  print(tr("Contexts:"));
  for (const EngineContext& context : desktop_.session().contexts().all()) {
    const QString origin = context.origin.isEmpty() ? tr("no origin") : context.origin;
    print(QStringLiteral("  %1  %2").arg(desktop_.session().contexts().nameOf(context.id), -8).arg(origin));
  }
}

void Unattended::printReport(const RunReport& report) {
  const QString figures = figuresOf(report);
  print(QStringLiteral("= %1%2").arg(sentenceOf(report),
                                     figures.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(figures)));
}

// Nobody is here to go on. The picture shows where it stopped, and why.
void Unattended::endWherePaused(const Paused& pause) {
  if (pause.callFrames.empty()) return;
  const CallFrame& frame = pause.callFrames.front();
  print(tr("Paused at %1, which ends the run here.").arg(shortText({frame.url, frame.location.lineNumber, 0, {}})));
  printInspector();
}

void Unattended::printInspector() {
  if (std::exchange(ending_, true)) return;
  const auto goOn = [this] { QTimer::singleShot(kLastPaintMilliseconds, this, &Unattended::takePicture); };
  if (options_.mode != StartOptions::Mode::Headless) return goOn();
  desktop_.session()
      .vm()
      .openInspector()
      .then(this,
            [this, goOn](const protocol::vm::OpenInspectorResult& opened) {
              print(tr("DevTools: %1").arg(QString::fromStdString(opened.inspector.url.value_or(std::string()))));
              goOn();
            })
      .otherwise(this, [this, goOn](const ProtocolError& error) {
        complain(tr("The inspector could not be switched on: %1").arg(error.message));
        goOn();
      });
}

void Unattended::takePicture() {
  const QString picture =
      QFileInfo(options_.picture.isEmpty() ? QLatin1String(kDefaultPicture) : options_.picture).absoluteFilePath();
  if (desktop_.window().grab().save(picture)) {
    print(tr("Picture: %1").arg(picture));
  } else {
    complain(tr("The picture %1 could not be written.").arg(picture));
  }
  finish();
}

void Unattended::finish() {
  QApplication::exit(status_);
}

}  // namespace vmscope::ui
