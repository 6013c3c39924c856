#include "tests/ui/e2e/WindowTest.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QToolBar>

#include "ui/MainWindow.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineProcess.h"
#include "ui/client/EngineSession.h"
#include "ui/editor/NoticeBar.h"
#include "ui/window/Desktop.h"
#include "ui/window/RunStrip.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

namespace {

constexpr int kPatienceMilliseconds = 30'000;

constexpr char kWorkspace[] = R"({
  "version": 1,
  "contexts": [
    {"name": "alpha", "origin": "http://alpha.example", "documents": ["a.js"]},
    {"name": "beta", "origin": "https://beta.example", "microtaskMode": "afterEvaluate", "documents": ["b.js"]}
  ]
})";

}  // namespace

WindowTest::WindowTest() {
  QSettings().clear();  // a person who has changed nothing yet, whatever ran before
  write(QStringLiteral("workspace.vmscope.json"), kWorkspace);
  write(QStringLiteral("a.js"), "");
  write(QStringLiteral("b.js"), "");
}

WindowTest::~WindowTest() = default;

void WindowTest::openWithoutDocument() {
  show(folder());
}

void WindowTest::show(const QString& workspace) {
  StartOptions options;
  options.workspace = workspace;
  options.language = language;
  EngineProcess::Options engine;
  engine.arguments += engineOptions;
  desktop_ = std::make_unique<Desktop>(options, std::make_unique<EngineProcess>(engine));
  desktop_->show();
  ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
  ASSERT_TRUE(
      eventually([this] { return desktop_->session().isUsable() && !desktop_->workspace().folder().isEmpty(); }));
}

void WindowTest::openSample() {
  QSettings().clear();
  show({});
  awaitContexts();
}

void WindowTest::openLast() {
  show({});
  awaitContexts();
}

void WindowTest::open() {
  show(folder());
  awaitContexts();
}

void WindowTest::openInside(const QString& subfolder) {
  show(QDir(folder()).filePath(subfolder));
  awaitContexts();
}

void WindowTest::awaitContexts() {
  ASSERT_TRUE(eventually([this] {
    const EngineContexts& contexts = desktop_->session().contexts();
    return window().area().currentEditor() && contexts.findByKey(QStringLiteral("alpha")) &&
           contexts.findByKey(QStringLiteral("beta"));
  })) << "the engine at "
      << EngineProcess::defaultProgram().toStdString() << " did not make the contexts";
}

void WindowTest::loseWindow() {
  desktop_.reset();
}

MainWindow& WindowTest::window() {
  return desktop_->window();
}

Editor& WindowTest::editor() {
  return *window().area().currentEditor();
}

void WindowTest::write(const QString& file, const QByteArray& text) {
  QFile out(QDir(folder()).filePath(file));
  ASSERT_TRUE(out.open(QIODevice::WriteOnly));
  out.write(text);
}

void WindowTest::type(const QString& text) {
  QWidget* field = editor().focusProxy() ? editor().focusProxy() : &editor();
  field->setFocus();
  QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
  QTest::keyClick(field, Qt::Key_Delete);
  for (const QChar letter : text) {
    if (letter == QLatin1Char('\n')) {
      QTest::keyClick(field, Qt::Key_Return);
    } else {
      QTest::keyClicks(field, letter);
    }
  }
}

void WindowTest::press(const QString& shortcut) {
  const QKeySequence keys(shortcut);
  QWidget* focus = QApplication::focusWidget();
  QTest::keySequence(focus ? focus : &window(), keys);
}

void WindowTest::clickTool(ActionId id) {
  const auto* bar = window().findChild<QToolBar*>(QStringLiteral("mainToolBar"));
  QWidget* button = bar->widgetForAction(&action(id));
  ASSERT_NE(button, nullptr);
  QTest::mouseClick(button, Qt::LeftButton);
}

QAction& WindowTest::action(ActionId id) {
  return (*window().findChild<Actions*>())[id];
}

QStringList WindowTest::consoleLines() {
  QStringList lines;
  const auto* dock = window().findChild<QWidget*>(QStringLiteral("console"));
  for (const QAbstractItemView* view : dock->findChildren<QAbstractItemView*>()) {
    if (!view->isVisible() || !view->model()) continue;
    for (int row = 0; row < view->model()->rowCount(); ++row) lines << view->model()->index(row, 0).data().toString();
  }
  return lines;
}

QString WindowTest::runText() {
  const auto* strip = window().findChild<RunStrip*>();
  return strip->isVisible() ? strip->text() : QString();
}

QString WindowTest::notice(const char* name) {
  return window().findChild<NoticeBar*>(QLatin1String(name))->sentence();
}

void WindowTest::clickNoticeButton(const char* name, const QString& label) {
  for (QPushButton* button : window().findChild<NoticeBar*>(QLatin1String(name))->findChildren<QPushButton*>()) {
    if (button->text() == label) return QTest::mouseClick(button, Qt::LeftButton);
  }
  FAIL() << "no button " << label.toStdString();
}

bool WindowTest::eventually(const std::function<bool()>& condition) {
  return QTest::qWaitFor(condition, kPatienceMilliseconds);
}

bool WindowTest::eventuallyIdle() {
  return eventually([this] { return desktop_->session().state() == EngineSession::State::Idle; });
}

}  // namespace vmscope::ui
