#include "ui/client/EngineProcess.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <csignal>

namespace vmscope::ui {
namespace {

EngineProcess::Options shell(const QString& script) {
  return {QStringLiteral("/bin/sh"), {QStringLiteral("-c"), script}};
}

EngineEnd endOf(EngineProcess& process) {
  EngineEnd heard{EngineEnd::Reason::AskedTo, -1, {}};
  QObject::connect(&process, &EngineProcess::closed, [&](const EngineEnd& end) { heard = end; });
  QSignalSpy closed(&process, &EngineProcess::closed);
  process.open();
  EXPECT_TRUE(closed.count() > 0 || closed.wait());
  return heard;
}

TEST(EngineProcessTest, carriesMessagesOfAnySizeWhole) {
  EngineProcess echo({QStringLiteral("/bin/cat"), {}});
  QSignalSpy opened(&echo, &EngineProcess::opened);
  QSignalSpy received(&echo, &EngineProcess::received);
  echo.open();
  ASSERT_TRUE(opened.wait());
  const QByteArray large(3'000'000, 'x');
  echo.send("{\"id\":1}");
  echo.send(large);
  echo.send("{\"id\":3}");
  while (received.count() < 3) ASSERT_TRUE(received.wait());
  EXPECT_EQ(received.at(0).at(0).toByteArray(), "{\"id\":1}");
  EXPECT_EQ(received.at(1).at(0).toByteArray(), large);
  EXPECT_EQ(received.at(2).at(0).toByteArray(), "{\"id\":3}");
}

TEST(EngineProcessTest, passesOnWhatTheEngineWritesBeside) {
  EngineProcess process(shell(QStringLiteral("echo one >&2; echo two >&2")));
  QSignalSpy lines(&process, &EngineProcess::errorLine);
  const EngineEnd end = endOf(process);
  EXPECT_EQ(end.reason, EngineEnd::Reason::Exited);
  EXPECT_EQ(end.code, 0);
  ASSERT_EQ(lines.count(), 2);
  EXPECT_EQ(lines.at(1).at(0).toString(), QStringLiteral("two"));
}

TEST(EngineProcessTest, namesAKill) {
  EngineProcess process(shell(QStringLiteral("kill -9 $$")));
  const EngineEnd end = endOf(process);
  EXPECT_EQ(end.reason, EngineEnd::Reason::Killed);
  EXPECT_EQ(end.code, SIGKILL);
}

TEST(EngineProcessTest, tellsRunningOutOfMemoryFromACrash) {
  EngineProcess hungry(shell(QStringLiteral("echo 'FATAL ERROR: JavaScript heap out of memory' >&2; kill -ABRT $$")));
  const EngineEnd end = endOf(hungry);
  EXPECT_EQ(end.reason, EngineEnd::Reason::OutOfMemory);
  EXPECT_TRUE(end.explanation.contains(QStringLiteral("JavaScript heap out of memory")));

  EngineProcess broken(shell(QStringLiteral("kill -SEGV $$")));
  EXPECT_EQ(endOf(broken).reason, EngineEnd::Reason::Crashed);
}

TEST(EngineProcessTest, tellsTheExitCode) {
  EngineProcess process(shell(QStringLiteral("echo 'unknown option --pipe' >&2; exit 9")));
  const EngineEnd end = endOf(process);
  EXPECT_EQ(end.reason, EngineEnd::Reason::Exited);
  EXPECT_EQ(end.code, 9);
  EXPECT_TRUE(end.explanation.contains(QStringLiteral("unknown option --pipe")));
}

TEST(EngineProcessTest, tellsWhichProgramIsMissing) {
  EngineProcess process({QStringLiteral("/nowhere/vmscope-engine"), {}});
  const EngineEnd end = endOf(process);
  EXPECT_EQ(end.reason, EngineEnd::Reason::FailedToStart);
  EXPECT_TRUE(end.explanation.contains(QStringLiteral("/nowhere/vmscope-engine")));
}

TEST(EngineProcessTest, canBeOpenedAgainAfterItsEnd) {
  EngineProcess process(shell(QStringLiteral("exit 3")));
  EXPECT_EQ(endOf(process).code, 3);
  EXPECT_EQ(endOf(process).code, 3);
}

}  // namespace
}  // namespace vmscope::ui
