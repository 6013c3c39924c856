#include "tests/pictures/Stories.h"

#include <signal.h>

#include <QAction>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QTest>
#include <algorithm>

#include "tests/pictures/Stillness.h"
#include "ui/MainWindow.h"
#include "ui/Workbench.h"
#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineProcess.h"
#include "ui/client/EngineSession.h"
#include "ui/client/RuntimeClient.h"
#include "ui/client/TraceClient.h"
#include "ui/client/VmClient.h"
#include "ui/editor/EditorArea.h"
#include "ui/editor/FindForm.h"
#include "ui/window/Desktop.h"
#include "ui/window/WorkspaceRun.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

namespace {

constexpr int kPatienceMs = 20'000;
constexpr int kLineInAsyncFunction = 18;

}  // namespace

// The sample is copied anew for each, into a data folder of its own.
Stories::Stories(const QString& language, const QString& workspace) {
  qputenv("XDG_DATA_HOME", folder_.path().toUtf8());
  StartOptions options;
  options.mode = StartOptions::Mode::Screenshot;
  options.language = language;
  options.workspace = workspace;
  options.layout = QStringLiteral("debugging");
  desktop_ = std::make_unique<Desktop>(options, std::make_unique<EngineProcess>(EngineProcess::Options{}));
  desktop_->window().resize(options.size);
  desktop_->show();
  waitFor(
      [this] {
        const EngineContexts& contexts = desktop_->session().contexts();
        const auto isThere = [&](const WorkspaceContext& each) { return contexts.findByKey(each.name) != nullptr; };
        const auto& wanted = desktop_->workspace().contexts();
        return desktop_->session().isUsable() && !wanted.empty() && std::ranges::all_of(wanted, isThere) &&
               desktop_->window().area().currentEditor();
      },
      "the workspace's contexts");
}

Stories::~Stories() = default;

Workbench& Stories::workbench() {
  return desktop_->window().workbench();
}

void Stories::waitFor(const std::function<bool()>& holds, const char* what) {
  if (!QTest::qWaitFor(holds, kPatienceMs)) qFatal("window_pictures: waited in vain for %s", what);
}

void Stories::settle() {
  Stillness().await();
}

void Stories::trigger(ActionId id) {
  (*desktop_->window().findChild<Actions*>())[id].trigger();
}

void Stories::triggerNamed(const char* name) {
  desktop_->window().findChild<QAction*>(QLatin1String(name))->trigger();
}

void Stories::open(const QString& document) {
  if (!desktop_->window().area().open(document)) qFatal("window_pictures: no %s", qPrintable(document));
}

void Stories::evaluate(const QString& source) {
  EvaluateOptions options;
  options.executionContextId = desktop_->session().contexts().firstOfWorkspace()->id;
  bool isDone = false;
  desktop_->session().runtime().evaluate(source, options).then(&desktop_->window(), [&](const auto&) {
    isDone = true;
  });
  waitFor([&] { return isDone; }, "an evaluation");
}

void Stories::runEverything() {
  bool isRecording = false;
  desktop_->session().trace().start().then(&desktop_->window(), [&](const auto&) { isRecording = true; });
  waitFor([&] { return isRecording; }, "the recording");
  bool isSettled = false;
  WorkspaceRun run(desktop_->session(), desktop_->workspace(), desktop_->window().runs());
  QObject::connect(&run, &WorkspaceRun::settled, &run, [&] { isSettled = true; });
  run.start(StartOptions::Runs::All);
  waitFor([&] { return isSettled; }, "the documents to run");
  evaluate(
      QStringLiteral("console.warn('the balance', { owner: 'ada', entries: [10, 5], since: new Date(0) });"
                     "console.error(new RangeError('1001 is beyond 1000'));"
                     "for (let i = 0; i < 3; ++i) console.log('the same line'); "
                     "console.table([{ kind: 'then', jobs: 3 }, { kind: 'await', jobs: 5 }])"));
  bool isListening = false;
  desktop_->session().vm().openInspector().then(&desktop_->window(), [&](const auto&) { isListening = true; });
  waitFor([&] { return isListening; }, "the inspector");
  settle();
}

void Stories::holdQueue() {
  trigger(ActionId::FreshEngine);
  waitFor(
      [this] {
        return desktop_->session().isUsable() && desktop_->session().contexts().findByKey(QStringLiteral("beta"));
      },
      "a fresh engine");
  open(QStringLiteral("alpha/app.js"));
  waitFor([this] { return workbench().currentContext() != 0; }, "the context to run in");
  QAction& run = (*desktop_->window().findChild<Actions*>())[ActionId::Run];
  trigger(ActionId::HoldQueue);
  waitFor([&] { return run.isEnabled(); }, "something to run");
  trigger(ActionId::Run);
  waitFor([&] { return desktop_->session().state() == EngineSession::State::Held; }, "jobs on the held queue");
  evaluate(QStringLiteral("setTimeout(function later() {}, 60000); void 0"));
  open(QStringLiteral("modules/main.mjs"));
  waitFor([&] { return run.isEnabled(); }, "the script to end");
  trigger(ActionId::Run);
  settle();
  open(QStringLiteral("alpha/app.js"));
  settle();
}

void Stories::step() {
  trigger(ActionId::StepQueue);
  settle();
}

void Stories::pause() {
  trigger(ActionId::FreshEngine);
  waitFor(
      [this] {
        return desktop_->session().isUsable() && desktop_->session().contexts().findByKey(QStringLiteral("beta"));
      },
      "a fresh engine");
  Workspace& workspace = desktop_->workspace();
  workspace.breakpoints().set(
      {QStringLiteral("alpha/app.js"), kLineInAsyncFunction, {}, {}, Breakpoint::State::Enabled, {}});
  workspace.setWatchExpressions({QStringLiteral("name.length"), QStringLiteral("loading")});
  open(QStringLiteral("alpha/app.js"));
  waitFor([this] { return workbench().currentContext() != 0; }, "the context to run in");
  waitFor([this] { return (*desktop_->window().findChild<Actions*>())[ActionId::Run].isEnabled(); }, "Run");
  trigger(ActionId::Run);
  waitFor([this] { return desktop_->session().debugger().isPaused(); }, "the breakpoint");
  settle();
}

void Stories::loseEngine() {
  ::kill(static_cast<pid_t>(desktop_->session().facts().processId), SIGKILL);
  waitFor([this] { return desktop_->session().state() == EngineSession::State::Crashed; }, "the engine's end");
  settle();
}

void Stories::find() {
  triggerNamed("edit.replace");
  QList<QLineEdit*> fields = desktop_->window().findChild<FindForm*>()->findChildren<QLineEdit*>();
  fields[0]->setText(QStringLiteral("console"));
  fields[1]->setText(QStringLiteral("report"));
  settle();
}

void Stories::endFinding() {
  emit desktop_->window().findChild<FindForm*>()->doneWanted();
  settle();
}

void Stories::complete() {
  Editor& editor = *desktop_->window().area().currentEditor();
  editor.goTo({0, 0});
  editor.setFocus();
  bool isAsked = false;
  QTest::keyClicks(editor.focusProxy(), QStringLiteral("Promise."));
  desktop_->session().runtime().evaluate(QStringLiteral("0"), {}).then(&editor, [&](const auto&) { isAsked = true; });
  waitFor([&] { return isAsked; }, "the engine to have answered what was asked before");
  settle();
}

void Stories::endCompleting() {
  QWidget* keyboard = desktop_->window().area().currentEditor()->focusProxy();
  QTest::keyClick(keyboard, Qt::Key_Escape);
  triggerNamed("edit.undo");
  settle();
}

void Stories::writeLongNames(const QString& folder) {
  const auto write = [&](const QString& name, const QByteArray& text) {
    QDir(folder).mkpath(QFileInfo(QDir(folder).filePath(name)).path());
    QFile file(QDir(folder).filePath(name));
    if (!file.open(QIODevice::WriteOnly)) qFatal("window_pictures: cannot write %s", qPrintable(name));
    file.write(text);
  };
  const QString deep = QStringLiteral("packages/something-with-a-long-name/src/internal/");
  const QString script = deep + QStringLiteral("aScriptWhoseNameSomebodyFoundDescriptiveEnough.js");
  const QString module = QString::fromUtf8("模块/求值顺序与顶层等待的例子.mjs");
  write(script,
        "const aNameThatGoesOnAndOn = 'and a line that goes on, too'.repeat(8); console.log(aNameThatGoesOnAndOn);\n"
        "queueMicrotask(function theHandlerThatIsCalledLongAfterwards() { console.log('x'.repeat(300)); });\n");
  write(module, "// 模块在求值时记录\nexport const 数量 = 3;\nconsole.log('数量是', 数量);\n");
  write(QStringLiteral("workspace.vmscope.json"),
        QStringLiteral(R"json({"version": 1, "contexts": [
  {"name": "the context of the page that embeds all the others", "origin": "https://a.very.long.subdomain.example.org:8443",
   "contextObject": "({ queueMicrotask })", "documents": ["%1"]},
  {"name": "%2", "microtaskMode": "afterEvaluate", "documents": ["%3"]}]})json")
            .arg(script, QString::fromUtf8("一个名字相当长的上下文，用来检验布局"), module)
            .toUtf8());
}

}  // namespace vmscope::ui
