#include <sys/stat.h>

#include <QFile>

#include "tests/ui/e2e/WindowTest.h"
#include "tests/ui/window/Dialogs.h"
#include "tests/ui/workspace/Folder.h"
#include "tests/ui/workspace/FullDisk.h"
#include "ui/MainWindow.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/editor/EditorArea.h"
#include "ui/editor/EditorPage.h"
#include "ui/editor/NoticeBar.h"
#include "ui/window/Desktop.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {
namespace {

using tests::Dialogs;
using tests::FullDisk;
using tests::WithoutPrivileges;

// Files and folders that are not as one would wish, met in the window with mouse and keys.
class BadFilesTest : public WindowTest {
 protected:
  QString path(const QString& file) const { return folder() + QLatin1Char('/') + file; }

  QByteArray read(const QString& file) {
    QFile in(path(file));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
  }

  // Opens a file and gives what the window says about it.
  QString refusalOf(const QString& file) {
    QString message;
    const Dialogs person({Dialogs::read(message)});
    EXPECT_EQ(window().area().open(path(file)), nullptr);
    EXPECT_TRUE(person.areDone());
    return message;
  }

  // Presses the keys and gives what the message box that comes up says.
  QString messageAfter(const QString& shortcut) {
    QString message;
    const Dialogs person({Dialogs::read(message)});
    press(shortcut);
    EXPECT_TRUE(person.areDone());
    window().activateWindow();  // as a window manager does
    EXPECT_TRUE(QTest::qWaitForWindowActive(&window()));
    return message;
  }

  QString safetyNotice() { return qobject_cast<EditorPage*>(editor().parentWidget())->safety().sentence(); }

  void expectUsable() {
    type(QStringLiteral("6 * 7"));
    clickTool(ActionId::Run);
    EXPECT_TRUE(eventually([this] { return runText() == QStringLiteral("a.js in alpha gave 42"); }))
        << runText().toStdString();
  }
};

TEST_F(BadFilesTest, aNewerWorkspaceFileIsOpenedAsFarAsItGoesAndLeftAsItIs) {
  const QByteArray newer = R"({"version": 7, "contexts": [{"name": "alpha", "mood": "bright"}], "planets": []})";
  write(QStringLiteral("workspace.vmscope.json"), newer);
  openWithoutDocument();
  EXPECT_TRUE(notice("problemsNotice").contains(QStringLiteral("made by a newer vmscope")))
      << notice("problemsNotice").toStdString();
  EXPECT_TRUE(
      eventually([this] { return desktop().session().contexts().findByKey(QStringLiteral("alpha")) != nullptr; }));
  desktop().workspace().assign(QStringLiteral("a.js"), QStringLiteral("alpha"));
  desktop().workspace().flush();
  EXPECT_EQ(read(QStringLiteral("workspace.vmscope.json")), newer);
}

TEST_F(BadFilesTest, aBinaryFileIsNotOpened) {
  write(QStringLiteral("picture.js"), QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  open();
  EXPECT_TRUE(refusalOf(QStringLiteral("picture.js")).endsWith(QStringLiteral("picture.js is a binary file.")));
  expectUsable();
}

TEST_F(BadFilesTest, aFileThatIsNotUtf8IsNotOpenedAndThePlaceIsNamed) {
  write(QStringLiteral("latin.js"), "// plain\n// caf\xE9\n");
  open();
  const QString message = refusalOf(QStringLiteral("latin.js"));
  EXPECT_TRUE(message.contains(QStringLiteral("is not UTF-8: line 2, column 7 has a byte 0xe9")))
      << message.toStdString();
  EXPECT_EQ(read(QStringLiteral("latin.js")), "// plain\n// caf\xE9\n");
  expectUsable();
}

TEST_F(BadFilesTest, aFileOfFiftyMegabytesIsNotOpenedAndTheLimitIsNamed) {
  QFile huge(path(QStringLiteral("huge.js")));
  ASSERT_TRUE(huge.open(QIODevice::WriteOnly) && huge.resize(50 << 20));
  open();
  const QString message = refusalOf(QStringLiteral("huge.js"));
  EXPECT_TRUE(message.contains(QStringLiteral("the editor opens files of up to"))) << message.toStdString();
  expectUsable();
}

TEST_F(BadFilesTest, aFolderThatMayNotBeReadIsRefusedAndTheOldWorkspaceStays) {
  open();
  ASSERT_TRUE(QDir(folder()).mkdir(QStringLiteral("locked")));
  ::chmod(qPrintable(folder()), 0755);
  ::chmod(qPrintable(path(QStringLiteral("locked"))), 0);
  QString message;
  {
    const WithoutPrivileges nobody;
    const Dialogs person({Dialogs::read(message)});
    emit window().workspaceWanted(path(QStringLiteral("locked")));
    EXPECT_TRUE(person.areDone());
  }
  ::chmod(qPrintable(path(QStringLiteral("locked"))), 0755);
  EXPECT_TRUE(message.startsWith(QStringLiteral("You may not read the folder"))) << message.toStdString();
  EXPECT_EQ(desktop().workspace().folder(), folder());
  expectUsable();
}

TEST_F(BadFilesTest, aFolderThatMayNotBeWrittenKeepsWhatCannotBeSavedForLater) {
  open();
  type(QStringLiteral("let kept = 1;"));
  ::chmod(qPrintable(folder()), 0555);
  {
    const WithoutPrivileges nobody;
    const QString message = messageAfter(QStringLiteral("Ctrl+S"));
    EXPECT_TRUE(message.contains(QStringLiteral("cannot be saved"))) << message.toStdString();
    EXPECT_TRUE(message.contains(QStringLiteral("your text is kept"))) << message.toStdString();
    press(QStringLiteral("F9"));
    EXPECT_TRUE(eventually([this] { return notice("saveNotice").contains(QStringLiteral("cannot be saved")); }));
  }
  ::chmod(qPrintable(folder()), 0755);
  EXPECT_EQ(editor().document().utf8(), "let kept = 1;");
  clickNoticeButton("saveNotice", QStringLiteral("Try again"));
  EXPECT_TRUE(read(QStringLiteral("workspace.vmscope.json")).contains("\"line\": 1"))
      << read(QStringLiteral("workspace.vmscope.json")).toStdString();
  EXPECT_EQ(notice("saveNotice"), QString());
  press(QStringLiteral("Ctrl+S"));
  EXPECT_EQ(read(QStringLiteral("a.js")), "let kept = 1;");
}

TEST_F(BadFilesTest, aFullDiskLeavesTheOldFileAndSaysThatTypingIsNotSafe) {
  write(QStringLiteral("a.js"), QByteArray("// old\n") + QByteArray(6000, ' '));
  const QByteArray old = read(QStringLiteral("a.js"));
  open();
  {
    const FullDisk disk(4096);
    press(QStringLiteral("Ctrl+A"));
    press(QStringLiteral("Ctrl+C"));
    press(QStringLiteral("Ctrl+V"));
    press(QStringLiteral("Ctrl+V"));
    EXPECT_TRUE(safetyNotice().contains(QStringLiteral("would not survive a crash"))) << safetyNotice().toStdString();
    const QString message = messageAfter(QStringLiteral("Ctrl+S"));
    EXPECT_TRUE(message.contains(QStringLiteral("The file on disk is unchanged and your text is kept")))
        << message.toStdString();
    EXPECT_EQ(read(QStringLiteral("a.js")), old);
  }
  press(QStringLiteral("Ctrl+S"));
  EXPECT_EQ(read(QStringLiteral("a.js")), old + old);
  EXPECT_EQ(safetyNotice(), QString());
}

}  // namespace
}  // namespace vmscope::ui
