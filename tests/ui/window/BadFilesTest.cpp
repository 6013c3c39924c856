#include <QFile>

#include "tests/ui/e2e/WindowTest.h"
#include "tests/ui/window/Dialogs.h"
#include "ui/MainWindow.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/editor/EditorArea.h"
#include "ui/window/Desktop.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {
namespace {

using tests::Dialogs;

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

}  // namespace
}  // namespace vmscope::ui
