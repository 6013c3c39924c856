// What the window costs: the time from the start of the real program to its first frame, its memory once the sample
// workspace has run, and the time from a key press to the painted character in a long file.

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QWidget>
#include <algorithm>
#include <cstdio>
#include <vector>

#include "tests/ui/editor/LongSource.h"
#include "ui/MainWindow.h"
#include "ui/client/EngineProcess.h"
#include "ui/client/EngineSession.h"
#include "ui/editor/EditorArea.h"
#include "ui/window/Desktop.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {
namespace {

constexpr int kStarts = 9;
constexpr int kPatienceMs = 30'000;
constexpr double kVisibleTarget = 500;
constexpr double kMemoryTarget = 150;
constexpr double kFrameTarget = 1000.0 / 60;

void print(const char* what, double figure, const char* unit, const char* more, double target) {
  std::printf("%-52s %7.1f %s %-30s target %.1f: %s\n", what, figure, unit, more, target,
              figure <= target ? "met" : "NOT MET");
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

double milliseconds(const QElapsedTimer& clock) {
  return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

// A line of /proc/PID/smaps_rollup, in megabytes.
double megabytes(qint64 process, const char* name) {
  QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
  if (!file.open(QIODevice::ReadOnly)) return 0;
  const QRegularExpression line(QStringLiteral("^%1:\\s+(\\d+) kB").arg(QLatin1String(name)),
                                QRegularExpression::MultilineOption);
  return line.match(QString::fromUtf8(file.readAll())).captured(1).toDouble() / 1024;
}

struct Start {
  double visible;
  double resident;
  double proportional;
};

// Settings, the sample's copy and journals of its own, as on a person's second start.
class Program {
 public:
  explicit Program(const QString& platform, const QString& display = {}) {
    environment_ = QProcessEnvironment::systemEnvironment();
    for (const char* folder : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
      environment_.insert(QLatin1String(folder), home_.path());
    environment_.insert(QStringLiteral("QT_QPA_PLATFORM"), platform);
    if (!display.isEmpty()) environment_.insert(QStringLiteral("DISPLAY"), display);
  }

  Start start() const {
    QProcess process;
    process.setProcessEnvironment(environment_);
    process.setProcessChannelMode(QProcess::SeparateChannels);
    QElapsedTimer clock;
    clock.start();
    process.start(QStringLiteral(VMSCOPE_PROGRAM), {"--tell-start", "--run", "--lang", "en"});
    waitFor(process, "visible\n");
    Start start{milliseconds(clock), 0, 0};
    waitFor(process, "ready\n");
    start.resident = megabytes(process.processId(), "Rss");
    start.proportional = megabytes(process.processId(), "Pss");
    process.terminate();
    process.waitForFinished();
    return start;
  }

 private:
  static void waitFor(QProcess& process, const QByteArray& line) {
    while (!process.canReadLine() && process.waitForReadyRead(kPatienceMs)) continue;
    if (process.readLine() != line) qFatal("bench_ui_window: the window did not become %s", line.constData());
  }

  QTemporaryDir home_;
  QProcessEnvironment environment_;
};

void starts(const QString& platform, const QString& display = {}) {
  const Program program(platform, display);
  program.start();  // makes the sample's copy, fills the caches
  std::vector<double> visible;
  std::vector<double> resident;
  std::vector<double> proportional;
  for (int i = 0; i < kStarts; ++i) {
    const Start start = program.start();
    visible.push_back(start.visible);
    resident.push_back(start.resident);
    proportional.push_back(start.proportional);
  }
  const QByteArray on = platform.toUtf8();
  const QByteArray slowest =
      "slowest " + QByteArray::number(*std::max_element(visible.begin(), visible.end()), 'f', 0) + " ms";
  const QByteArray share = "PSS " + QByteArray::number(median(proportional), 'f', 1) + " MB";
  print(("process start to first frame, " + on).constData(), median(visible), "ms", slowest.constData(),
        kVisibleTarget);
  print(("memory after running the sample, " + on).constData(), median(resident), "MB", share.constData(),
        kMemoryTarget);
}

// On an X server of its own, where there is one to be had.
void startsUnderX() {
  const QString program = QStandardPaths::findExecutable(QStringLiteral("Xvfb"));
  if (program.isEmpty()) {
    std::printf("no Xvfb: the window was not measured under X\n");
    return;
  }
  QProcess server;
  server.start(program, {"-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"});
  server.waitForReadyRead(kPatienceMs);
  const QString number = QString::fromUtf8(server.readLine()).trimmed();
  if (number.isEmpty()) qFatal("bench_ui_window: Xvfb did not start");
  starts(QStringLiteral("xcb"), QLatin1Char(':') + number);
  server.terminate();
  server.waitForFinished();
}

double keyEcho(QWidget& editor, const QString& letter) {
  auto* viewport = editor.findChild<QWidget*>(QStringLiteral("qt_scrollarea_viewport"));
  QElapsedTimer clock;
  clock.start();
  QKeyEvent press(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, letter);
  QCoreApplication::sendEvent(&editor, &press);
  viewport->repaint();
  const double time = milliseconds(clock);
  QCoreApplication::processEvents();  // what may come after: checks, titles, values
  return time;
}

// The real window with a long document: highlighting, folding, journal, error check, completion.
void keysInALongFile() {
  constexpr int kLines = 10'000;
  constexpr int kKeys = 200;
  const QTemporaryDir folder;
  QFile file(folder.filePath(QStringLiteral("long.mjs")));
  if (!file.open(QIODevice::WriteOnly)) qFatal("bench_ui_window: no file");
  file.write(tests::longSource(kLines));
  file.close();
  StartOptions options;
  options.workspace = folder.path();
  Desktop desktop(options, std::make_unique<EngineProcess>(EngineProcess::Options{}));
  desktop.show();
  QElapsedTimer patience;
  patience.start();
  while (!desktop.session().isUsable() && patience.elapsed() < kPatienceMs)
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
  Editor* editor = desktop.window().area().open(QStringLiteral("long.mjs"));
  std::vector<double> times;
  for (const int line : {0, kLines / 2, kLines - 10}) {
    editor->goTo({line, 0});
    keyEcho(*editor->focusProxy(), QStringLiteral("w"));  // the way there is not part of the echo
    for (int key = 0; key < kKeys; ++key)
      times.push_back(keyEcho(*editor->focusProxy(), key % 10 == 9 ? QStringLiteral("`") : QStringLiteral("a")));
  }
  std::sort(times.begin(), times.end());
  const QByteArray slow = "99 % within " + QByteArray::number(times[times.size() * 99 / 100], 'f', 1) + " ms";
  print("key press to painted character, 10,000 lines", median(times), "ms", slow.constData(), kFrameTarget);
  editor->document().discardJournal();
}

}  // namespace
}  // namespace vmscope::ui

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const QTemporaryDir home;
  for (const char* folder : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
    qputenv(folder, home.path().toUtf8());
  QApplication application(argc, argv);
  vmscope::ui::starts(QStringLiteral("offscreen"));
  vmscope::ui::startsUnderX();
  vmscope::ui::keysInALongFile();
}
