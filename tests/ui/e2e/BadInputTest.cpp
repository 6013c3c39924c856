#include <QFile>
#include <QTest>

#include "tests/ui/e2e/WindowTest.h"
#include "ui/MainWindow.h"
#include "ui/Workbench.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/editor/EditorArea.h"
#include "ui/window/Desktop.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {
namespace {

class BadInputTest : public WindowTest {
 protected:
  QByteArray read(const QString& file) {
    QFile in(folder() + QLatin1Char('/') + file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
  }
};

TEST_F(BadInputTest, aBrokenWorkspaceFileIsToldByLineAndLeftAsItIs) {
  const QByteArray broken =
      "{\n  \"version\": 1,\n  \"contexts\": [{\"name\": \"alpha\"}, {\"name\": \"beta\"}, {\"name\": 7}]\n}\n";
  write(QStringLiteral("workspace.vmscope.json"), broken);
  write(QStringLiteral("a.js"), "1");
  openWithoutDocument();
  EXPECT_TRUE(notice("problemsNotice").contains(QStringLiteral("workspace.vmscope.json:3:")))
      << notice("problemsNotice").toStdString();
  desktop().workspace().assign(QStringLiteral("a.js"), QStringLiteral("alpha"));
  desktop().workspace().flush();
  EXPECT_EQ(read(QStringLiteral("workspace.vmscope.json")), broken);
  clickNoticeButton("problemsNotice", QStringLiteral("Show"));
  ASSERT_NE(window().area().currentEditor(), nullptr);
  EXPECT_EQ(editor().cursor().line, 2);
}

TEST_F(BadInputTest, aContextThatCannotBeMadeSaysWhyAndTheOtherWorks) {
  write(QStringLiteral("workspace.vmscope.json"), R"json({"version": 1, "contexts": [
      {"name": "alpha", "contextObject": "({ x: nowhere })", "documents": ["a.js"]},
      {"name": "beta", "documents": ["b.js"]}
  ]})json");
  openWithoutDocument();
  ASSERT_TRUE(eventually([this] { return !desktop().session().failureOf(QStringLiteral("alpha")).isEmpty(); }));
  EXPECT_TRUE(
      desktop().session().failureOf(QStringLiteral("alpha")).contains(QStringLiteral("nowhere is not defined")));
  EXPECT_TRUE(
      eventually([this] { return desktop().session().contexts().findByKey(QStringLiteral("beta")) != nullptr; }));
  // Its document does not quietly run elsewhere.
  ASSERT_TRUE(eventually([this] { return window().area().currentEditor() != nullptr; }));
  EXPECT_EQ(window().workbench().currentContext(), 0);
  window().area().open(QStringLiteral("b.js"));
  type(QStringLiteral("'fine'"));
  clickTool(ActionId::Run);
  EXPECT_TRUE(eventually([this] { return runText() == QStringLiteral("b.js in beta gave fine"); }))
      << runText().toStdString();
}

}  // namespace
}  // namespace vmscope::ui
