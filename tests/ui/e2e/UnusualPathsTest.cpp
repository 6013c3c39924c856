#include <QDir>
#include <QFile>

#include "tests/ui/e2e/TaskTest.h"
#include "ui/client/EngineSession.h"
#include "ui/docks/modules/GraphView.h"
#include "ui/docks/modules/ModuleGraph.h"
#include "ui/docks/modules/ModulesDock.h"
#include "ui/editor/EditorArea.h"
#include "ui/window/Desktop.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {
namespace {

constexpr char kWorkspace[] = R"({
  "version": 1,
  "contexts": [{"name": "alpha", "documents": ["%1.mjs", "%2.mjs"]}, {"name": "beta"}],
  "breakpoints": [{"document": "%2.mjs", "line": 2}]
})";

// A folder or a file may be called anything; nothing depends on how its URL writes it.
class UnusualPathsTest : public TaskTest, public testing::WithParamInterface<const char*> {
 protected:
  QString unusual() const { return QString::fromUtf8(GetParam()); }
  QString entry() const { return unusual() + QStringLiteral(" a"); }
  QString imported() const { return unusual() + QStringLiteral(" b"); }

  void SetUp() override {
    ASSERT_TRUE(QDir(folder()).mkdir(unusual()));
    const auto put = [this](const QString& file, const QString& text) {
      write(unusual() + u'/' + file, text.toUtf8());
    };
    QString specifier = imported();
    specifier.replace(u'%', QStringLiteral("%25"))
        .replace(u'#', QStringLiteral("%23"))
        .replace(u'?', QStringLiteral("%3F"));
    put(QStringLiteral("workspace.vmscope.json"),
        QString::fromUtf8(kWorkspace).arg(inJson(entry()), inJson(imported())));
    put(entry() + QStringLiteral(".mjs"),
        QStringLiteral("import { name } from \"./%1.mjs\";\nconsole.log('ends with', name);\n").arg(inJson(specifier)));
    put(imported() + QStringLiteral(".mjs"), QStringLiteral("console.log('begins');\nexport const name = 'this';\n"));
    openInside(unusual());
  }

  static QString inJson(QString text) {
    return text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
  }
  QString currentName() { return desktop().workspace().nameOf(*window().area().currentDocument()); }
  bool isPaused() { return desktop().session().state() == EngineSession::State::Paused; }
};

TEST_P(UnusualPathsTest, aBreakpointStopsInWhatWasImported) {
  window().area().open(entry() + QStringLiteral(".mjs"));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([this] { return isPaused(); })) << consoleLines().join(u'\n').toStdString();
  ASSERT_TRUE(eventually([this] { return currentName() == imported() + QStringLiteral(".mjs"); }))
      << currentName().toStdString();
  EXPECT_EQ(editor().cursor().line, 1);
  press(QStringLiteral("F5"));
  EXPECT_TRUE(eventuallyLogged("ends with this"));
}

TEST_P(UnusualPathsTest, aModuleThatIsRunIsTheOneThatWasImported) {
  desktop().workspace().breakpoints().remove(imported() + QStringLiteral(".mjs"), 1);
  auto& modules = shown<ModulesDock>();
  window().area().open(entry() + QStringLiteral(".mjs"));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventuallyLogged("ends with this"));
  ASSERT_TRUE(eventually([&] { return modules.graph().modules().size() == 2; }));
  QStringList names;
  for (const ModuleNode& module : modules.graph().modules()) names << module.shortName();
  EXPECT_EQ(names, (QStringList{entry() + QStringLiteral(".mjs"), imported() + QStringLiteral(".mjs")}));
}

INSTANTIATE_TEST_SUITE_P(Paths, UnusualPathsTest,
                         testing::Values("plain", "with space", "工作区", "50% off #1?", "a[b]{c}^d|e",
                                         "~it's \"so\" `x` y&<z>", "+=@!$(,);:"));

}  // namespace
}  // namespace vmscope::ui
