#include "ui/docks/inspector/ChromeWindow.h"

#include <fcntl.h>
#include <unistd.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>
#include <QStandardPaths>
#include <array>
#include <csignal>

namespace vmscope::ui {

namespace {

constexpr std::array kBrowsers{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"};
constexpr int kBrowserReads = 3;  // the descriptors that --remote-debugging-pipe uses
constexpr int kBrowserWrites = 4;
constexpr int kMillisecondsToExit = 2000;

QStringList argumentsFor(const QString& profile) {
  QStringList arguments{QStringLiteral("--remote-debugging-pipe"), QStringLiteral("--user-data-dir=%1").arg(profile),
                        QStringLiteral("--no-first-run"), QStringLiteral("--no-default-browser-check"),
                        QStringLiteral("--no-startup-window")};
  if (::geteuid() == 0) arguments << QStringLiteral("--no-sandbox");  // it refuses to start as root otherwise
  return arguments;
}

void closeEnd(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

}  // namespace

ChromeWindow::ChromeWindow(QObject* parent) : QObject(parent) {
  connect(&process_, &QProcess::finished, this, &ChromeWindow::close);
  connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
    if (error == QProcess::FailedToStart) emit failed(process_.errorString());
  });
}

ChromeWindow::~ChromeWindow() {
  process_.disconnect(this);
  close();
  if (process_.state() != QProcess::NotRunning && !process_.waitForFinished(kMillisecondsToExit)) process_.kill();
}

QString ChromeWindow::findBrowser() {
  for (const char* name : kBrowsers) {
    if (const QString found = QStandardPaths::findExecutable(QLatin1String(name)); !found.isEmpty()) return found;
  }
  return {};
}

void ChromeWindow::open(const QString& browser, const QString& devtoolsUrl) {
  if (process_.state() == QProcess::NotRunning && !start(browser)) return;
  const QJsonObject call{{QStringLiteral("id"), ++lastId_},
                         {QStringLiteral("method"), QStringLiteral("Target.createTarget")},
                         {QStringLiteral("params"), QJsonObject{{QStringLiteral("url"), devtoolsUrl}}}};
  const QByteArray message = QJsonDocument(call).toJson(QJsonDocument::Compact) + '\0';
  if (::write(toBrowser_.write, message.constData(), static_cast<size_t>(message.size())) != message.size()) {
    emit failed(tr("The browser does not listen."));
  }
}

bool ChromeWindow::start(const QString& browser) {
  int there[2];
  int back[2];
  if (::pipe2(there, O_CLOEXEC) != 0 || ::pipe2(back, O_CLOEXEC) != 0) {
    emit failed(tr("There are no more pipes to be had."));
    return false;
  }
  std::signal(SIGPIPE, SIG_IGN);  // a browser that has gone is an error of write(), as Qt has it for its own pipes
  toBrowser_ = {there[0], there[1]};
  fromBrowser_ = {back[0], back[1]};
  // Copied first, so that neither overwrites the other when it already is 3 or 4. Copies are not closed by exec.
  process_.setChildProcessModifier([from = toBrowser_.read, to = fromBrowser_.write] {
    const int reads = ::fcntl(from, F_DUPFD, kBrowserWrites + 1);
    const int writes = ::fcntl(to, F_DUPFD, kBrowserWrites + 1);
    ::dup2(reads, kBrowserReads);
    ::dup2(writes, kBrowserWrites);
    ::close(reads);
    ::close(writes);
  });
  const QString profile = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/chrome");
  process_.start(browser, argumentsFor(profile));
  closeEnd(toBrowser_.read);
  closeEnd(fromBrowser_.write);
  ::fcntl(fromBrowser_.read, F_SETFL, O_NONBLOCK);
  auto* notifier = new QSocketNotifier(fromBrowser_.read, QSocketNotifier::Read, &process_);
  connect(notifier, &QSocketNotifier::activated, this, &ChromeWindow::discardAnswers);
  connect(&process_, &QProcess::finished, notifier, &QObject::deleteLater);
  return true;
}

// Nothing is asked that needs an answer, but a full pipe would stop the browser.
void ChromeWindow::discardAnswers() {
  std::array<char, 4096> buffer;
  while (::read(fromBrowser_.read, buffer.data(), buffer.size()) > 0) {
  }
}

void ChromeWindow::close() {
  for (Pipe* pipe : {&toBrowser_, &fromBrowser_}) {
    closeEnd(pipe->read);
    closeEnd(pipe->write);
  }
}

}  // namespace vmscope::ui
