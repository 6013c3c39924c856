#pragma once

#include <QProcess>
#include <QStringList>

#include "ui/client/ProtocolTransport.h"

namespace vmscope::ui {

// The child process `vmscope-engine serve --pipe`: messages ended by NUL on its standard input and output.
// Lives on the GUI thread and is owned by the engine session; the engine exits by itself when this end closes.
class EngineProcess : public ProtocolTransport {
  Q_OBJECT

 public:
  struct Options {
    QString program = defaultProgram();
    QStringList arguments{QStringLiteral("serve"), QStringLiteral("--pipe")};
  };

  explicit EngineProcess(Options options, QObject* parent = nullptr);
  ~EngineProcess() override;

  // VMSCOPE_ENGINE if set; otherwise vmscope-engine beside our own executable, symbolic links resolved.
  static QString defaultProgram();

  qint64 processId() const { return process_.processId(); }

  void open() override;
  void abort() override;
  void send(const QByteArray& message) override;
  bool isOpen() const override;

 private:
  void readMessages();
  void readErrorLines();
  void finish(int exitCode, QProcess::ExitStatus status);
  void fail(QProcess::ProcessError error);
  static QString whatItSaid(const QString& line);
  EngineEnd describeEnd(int exitCode, QProcess::ExitStatus status) const;

  Options options_;
  QProcess process_;
  QByteArray partialMessage_;
  QByteArray partialErrorLine_;
  QString fatalLine_;  // the last line by which V8 or the engine announced its end
  QString lastLine_;
  bool askedToStop_ = false;
};

}  // namespace vmscope::ui
