#include <gtest/gtest.h>

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

namespace vmscope::ui {
namespace {

// The program itself, started as from a bare terminal: no display, no session.
class ProgramTest : public testing::Test {
 protected:
  ProgramTest() {
    QProcessEnvironment environment;
    for (const char* kept : {"PATH", "LANG", "ASAN_OPTIONS", "TSAN_OPTIONS"})
      if (qEnvironmentVariableIsSet(kept)) environment.insert(QLatin1String(kept), qEnvironmentVariable(kept));
    for (const char* folder : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
      environment.insert(QLatin1String(folder), home_.path());
    process_.setProcessEnvironment(environment);
  }

  void run(const QStringList& arguments) {
    process_.start(QStringLiteral(VMSCOPE_PROGRAM), arguments);
    ASSERT_TRUE(process_.waitForFinished(60'000)) << process_.errorString().toStdString();
  }

  QString path(const char* file) const { return home_.filePath(QLatin1String(file)); }

  QTemporaryDir home_;
  QProcess process_;
};

TEST_F(ProgramTest, drawsAPictureWithoutAnyOtherWord) {
  run({"--screenshot", path("a.png"), "--size", "1200x800"});
  EXPECT_EQ(process_.exitCode(), 0);
  EXPECT_EQ(process_.readAllStandardError().toStdString(), "");
  EXPECT_EQ(QImage(path("a.png")).size(), QSize(1200, 800));
}

TEST_F(ProgramTest, drawsWhereItPausesAsNobodyIsThereToGoOn) {
  QFile script(path("stops.js"));
  ASSERT_TRUE(script.open(QIODevice::WriteOnly));
  script.write("console.log('before');\ndebugger;\nconsole.log('after');\n");
  script.close();
  QFile workspace(path("workspace.vmscope.json"));
  ASSERT_TRUE(workspace.open(QIODevice::WriteOnly));
  workspace.write(R"({"version": 1, "contexts": [{"name": "alpha", "documents": ["stops.js"]}]})");
  workspace.close();
  run({"--workspace", home_.path(), "--headless", "--screenshot", path("a.png")});
  const QByteArray told = process_.readAllStandardOutput();
  EXPECT_EQ(process_.exitCode(), 0) << process_.readAllStandardError().toStdString();
  EXPECT_TRUE(told.contains("before")) << told.toStdString();
  EXPECT_TRUE(told.contains("Paused at stops.js:2, which ends the run here.")) << told.toStdString();
  EXPECT_FALSE(QImage(path("a.png")).isNull());
}

TEST_F(ProgramTest, opensAFileThatItIsGiven) {
  QFile script(path("given.js"));
  ASSERT_TRUE(script.open(QIODevice::WriteOnly));
  script.close();
  run({path("given.js"), "--screenshot", path("a.png")});
  EXPECT_EQ(process_.exitCode(), 0);
  EXPECT_EQ(process_.readAllStandardError().toStdString(), "");
}

TEST_F(ProgramTest, tellsThatThereIsNoDisplay) {
  run({});
  EXPECT_EQ(process_.exitCode(), 1);
  EXPECT_EQ(process_.readAllStandardError().toStdString(), "vmscope: there is no display; try 'vmscope --headless'\n");
}

TEST_F(ProgramTest, tellsWhenItsWindowIsVisibleAndItsWorkspaceReady) {
  QProcessEnvironment environment = process_.processEnvironment();
  environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
  process_.setProcessEnvironment(environment);
  process_.start(QStringLiteral(VMSCOPE_PROGRAM), {"--tell-start", "--run"});
  QByteArray told;
  while (told.count('\n') < 2 && process_.waitForReadyRead(60'000)) told += process_.readAllStandardOutput();
  EXPECT_EQ(told.toStdString(), "visible\nready\n");
  process_.kill();
  process_.waitForFinished();
}

}  // namespace
}  // namespace vmscope::ui
