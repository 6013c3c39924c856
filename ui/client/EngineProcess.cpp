#include "ui/client/EngineProcess.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <csignal>

namespace vmscope::ui {

namespace {

constexpr int kMillisecondsToExit = 500;
constexpr int kMillisecondsToDie = 5000;

bool announcesTheEnd(const QString& line) {
  return line.contains(QLatin1String("out of memory"), Qt::CaseInsensitive) || line.contains(QLatin1String("OOM")) ||
         line.contains(QLatin1String("Fatal error")) || line.contains(QLatin1String("FATAL ERROR"));
}

bool speaksOfMemory(const QString& line) {
  return line.contains(QLatin1String("memory"), Qt::CaseInsensitive) || line.contains(QLatin1String("OOM")) ||
         line.contains(QLatin1String("heap limit"), Qt::CaseInsensitive);
}

}  // namespace

EngineProcess::EngineProcess(Options options, QObject* parent)
    : ProtocolTransport(parent), options_(std::move(options)) {
  connect(&process_, &QProcess::started, this, &ProtocolTransport::opened);
  connect(&process_, &QProcess::readyReadStandardOutput, this, &EngineProcess::readMessages);
  connect(&process_, &QProcess::readyReadStandardError, this, &EngineProcess::readErrorLines);
  connect(&process_, &QProcess::finished, this, &EngineProcess::finish);
  connect(&process_, &QProcess::errorOccurred, this, &EngineProcess::fail);
}

EngineProcess::~EngineProcess() {
  // Closing the pipe is the engine's signal to leave; only one that is deaf to it, inside for(;;), is killed.
  disconnect(&process_, nullptr, this, nullptr);
  process_.closeWriteChannel();
  if (!process_.waitForFinished(kMillisecondsToExit)) {
    process_.kill();
    process_.waitForFinished(kMillisecondsToDie);
  }
}

QString EngineProcess::defaultProgram() {
  const QString named = qEnvironmentVariable("VMSCOPE_ENGINE");
  if (!named.isEmpty()) return named;
  const QFileInfo self(QFileInfo(QCoreApplication::applicationFilePath()).canonicalFilePath());
  return self.dir().filePath(QStringLiteral("vmscope-engine"));
}

void EngineProcess::open() {
  askedToStop_ = false;
  fatalLine_.clear();
  lastLine_.clear();
  partialMessage_.clear();
  partialErrorLine_.clear();
  process_.start(options_.program, options_.arguments);
}

void EngineProcess::abort() {
  askedToStop_ = true;
  process_.kill();
}

void EngineProcess::send(const QByteArray& message) {
  process_.write(message);
  process_.write("\0", 1);
}

bool EngineProcess::isOpen() const {
  return process_.state() == QProcess::Running;
}

void EngineProcess::readMessages() {
  const qsizetype searched = partialMessage_.size();  // a long message arrives in many pieces; look at each byte once
  partialMessage_ += process_.readAllStandardOutput();
  qsizetype from = 0;
  for (qsizetype end = partialMessage_.indexOf('\0', searched); end >= 0; end = partialMessage_.indexOf('\0', from)) {
    emit received(partialMessage_.mid(from, end - from));
    from = end + 1;
  }
  partialMessage_.remove(0, from);
}

void EngineProcess::readErrorLines() {
  partialErrorLine_ += process_.readAllStandardError();
  for (qsizetype end = partialErrorLine_.indexOf('\n'); end >= 0; end = partialErrorLine_.indexOf('\n')) {
    const QString line = QString::fromUtf8(partialErrorLine_.left(end));
    partialErrorLine_.remove(0, end + 1);
    if (announcesTheEnd(line)) fatalLine_ = line.trimmed();
    if (!line.trimmed().isEmpty()) lastLine_ = line.trimmed();
    emit errorLine(line);
  }
}

void EngineProcess::finish(int exitCode, QProcess::ExitStatus status) {
  readErrorLines();
  readMessages();
  emit closed(describeEnd(exitCode, status));
}

void EngineProcess::fail(QProcess::ProcessError error) {
  if (error != QProcess::FailedToStart) return;  // every other end is told by finish()
  emit closed({EngineEnd::Reason::FailedToStart, 0,
               tr("The engine %1 could not be started: %2").arg(options_.program, process_.errorString())});
}

QString EngineProcess::whatItSaid(const QString& line) {
  return line.isEmpty() ? QString() : QLatin1Char(' ') + tr("It said: %1").arg(line);
}

EngineEnd EngineProcess::describeEnd(int exitCode, QProcess::ExitStatus status) const {
  using Reason = EngineEnd::Reason;
  if (askedToStop_) return {Reason::AskedTo, exitCode, tr("The engine was stopped.")};
  if (speaksOfMemory(fatalLine_)) {
    return {Reason::OutOfMemory, exitCode, tr("The engine ran out of memory.") + whatItSaid(fatalLine_)};
  }
  if (status == QProcess::NormalExit) {
    return {Reason::Exited, exitCode, tr("The engine left with exit code %1.").arg(exitCode) + whatItSaid(lastLine_)};
  }
  if (exitCode == SIGKILL) {
    return {Reason::Killed, exitCode,
            tr("Something outside killed the engine (signal 9). The system may be short of memory.")};
  }
  return {Reason::Crashed, exitCode, tr("The engine crashed (signal %1).").arg(exitCode) + whatItSaid(fatalLine_)};
}

}  // namespace vmscope::ui
