#include <gmock/gmock.h>

#include <QProcess>
#include <csignal>
#include <cstdio>

#include "tests/ui/editor/Stage.h"

namespace vmscope::ui::tests {

namespace {

constexpr char kFolder[] = "VMSCOPE_TEST_FOLDER";
constexpr char kState[] = "VMSCOPE_TEST_STATE";

// The text that the victim types, without end: every prefix of it is different.
char letterAt(int index) {
  return "const x = 1;\n// abc {}\n"[index % 23];
}

QByteArray typedUpTo(int count) {
  QByteArray text;
  for (int index = 0; index < count; ++index) text += letterAt(index);
  return text;
}

// Another process of this program, which types until it is killed and says after each key what it has typed so far.
class Victim {
 public:
  explicit Victim(const Folder& folder) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(kFolder, folder.path());
    environment.insert(kState, folder.state());
    process_.setProcessEnvironment(environment);
    process_.start(QCoreApplication::applicationFilePath(),
                   {"--gtest_filter=KilledWindow.DISABLED_typesUntilItDies", "--gtest_also_run_disabled_tests"});
  }

  // Lets it type at least `keys` keys, kills it in the middle of the next ones, and tells how many it was sure of.
  int killAfter(int keys) {
    int typed = 0;
    while (typed < keys && process_.waitForReadyRead(20000)) {
      while (process_.canReadLine()) {
        const QByteArray line = process_.readLine();
        if (line.startsWith("typed ")) typed = line.mid(6).trimmed().toInt();
      }
    }
    ::kill(static_cast<pid_t>(process_.processId()), SIGKILL);
    process_.waitForFinished();
    EXPECT_EQ(process_.exitStatus(), QProcess::CrashExit);
    return typed;
  }

 private:
  QProcess process_;
};

}  // namespace

TEST(KilledWindow, DISABLED_typesUntilItDies) {
  if (!qEnvironmentVariableIsSet(kFolder)) GTEST_SKIP() << "the victim of the test below";
  Theme theme;
  Workspace workspace(qEnvironmentVariable(kState));
  ASSERT_FALSE(workspace.open(qEnvironmentVariable(kFolder)));
  EditorArea area(workspace, theme);
  area.show();
  QWidget* keyboard = area.open("app.js")->focusProxy();
  QTest::keyClick(keyboard, Qt::Key_Home, Qt::ControlModifier);
  for (int typed = 0;; ++typed) {
    const char letter = letterAt(typed);
    if (letter == '\n') {
      QTest::keyClick(keyboard, Qt::Key_Return);
    } else {
      QTest::keyClick(keyboard, letter);
    }
    std::printf("typed %d\n", typed + 1);
    std::fflush(stdout);
  }
}

TEST(KilledWindow, loses_no_key_that_was_pressed) {
  for (const int keys : {1, 37, 400}) {
    Folder folder;
    folder.write("app.js", "");
    const int typed = Victim(folder).killAfter(keys);
    ASSERT_GE(typed, keys);
    Workspace next(folder.state());
    ASSERT_FALSE(next.open(folder.path()));
    const auto offered = next.recoverable();
    ASSERT_EQ(offered.size(), 1u);
    EXPECT_GE(offered[0].text.size(), typed);
    EXPECT_EQ(offered[0].text, typedUpTo(static_cast<int>(offered[0].text.size())));
    EXPECT_EQ(next.recover(offered[0])->utf8(), offered[0].text);
    EXPECT_EQ(folder.read("app.js"), "");
  }
}

}  // namespace vmscope::ui::tests
