#include "ui/docks/contexts/ContextTreeModel.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <fstream>

#include "tests/ui/FakeTransport.h"
#include "ui/Navigator.h"
#include "ui/Workbench.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/theme/Theme.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {
namespace {

class NoNavigator : public Navigator {
 public:
  void open(const SourcePlace&, Emphasis) override {}
  void clear(Emphasis) override {}
};

class ContextTreeModelTest : public testing::Test {
 protected:
  ContextTreeModelTest() : session(std::make_unique<FakeTransport>()) {
    write("workspace.vmscope.json", R"({"version": 1, "contexts": [
        {"name": "alpha", "origin": "http://alpha.example", "documents": ["a.js"]},
        {"name": "beta", "microtaskMode": "afterEvaluate", "documents": ["gone.js"]}]})");
    write("a.js", "1");
    write("loose.mjs", "export {}");
    EXPECT_FALSE(workspace.open(folder.path()).has_value());
    awaitRebuild();
  }

  void write(const char* name, const char* text) {
    std::ofstream(folder.filePath(QString::fromUtf8(name)).toStdString()) << text;
  }

  void put(int id, const QString& name, const QString& key) {
    EngineContext context;
    context.id = id;
    context.name = name;
    context.key = key;
    session.contexts().put(context);
  }

  void awaitRebuild() {
    QSignalSpy rebuilt(&model, &ContextTreeModel::rebuilt);
    EXPECT_TRUE(rebuilt.wait());
  }

  // The tree as text: one line a row, children indented, remarks in brackets.
  QStringList lines() const {
    QStringList found;
    for (int top = 0; top < model.rowCount(); ++top) {
      const QModelIndex parent = model.index(top, 0);
      found << line(parent);
      for (int row = 0; row < model.rowCount(parent); ++row)
        found << QStringLiteral("  ") + line(model.index(row, 0, parent));
    }
    return found;
  }

  static QString line(const QModelIndex& index) {
    QString text = index.data().toString();
    for (const int role : {ContextTreeModel::QueueRole, ContextTreeModel::StateRole}) {
      if (const QString remark = index.data(role).toString(); !remark.isEmpty())
        text += QStringLiteral(" [%1]").arg(remark);
    }
    return text;
  }

  QTemporaryDir folder;
  QTemporaryDir state;
  EngineSession session;
  Workspace workspace{state.path()};
  Theme theme;
  NoNavigator navigator;
  Workbench workbench{{session, workspace, theme, navigator}};
  ContextTreeModel model{workbench, nullptr};
  QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(ContextTreeModelTest, showsContextsTheirDocumentsAndWhatBelongsToNone) {
  EXPECT_EQ(lines(), QStringList({"alpha [no engine]", "  a.js", "beta [own queue] [no engine]", "  gone.js [missing]",
                                  "No context", "  loose.mjs"}));
}

TEST_F(ContextTreeModelTest, aContextComesAliveWithTheEngine) {
  put(2, "alpha", "alpha");
  put(9, "made by a program", "");
  awaitRebuild();
  EXPECT_EQ(model.indexOfContext("alpha").data(ContextTreeModel::ContextIdRole).toInt(), 2);
  EXPECT_EQ(model.indexOfDocument("a.js").data(ContextTreeModel::ContextIdRole).toInt(), 2);
  EXPECT_TRUE(lines().contains("made by a program"));
}

TEST_F(ContextTreeModelTest, aDisposedContextStaysGreyUntilItIsFreed) {
  put(2, "alpha", "alpha");
  session.contexts().setLife(2, EngineContext::Life::Disposed);
  awaitRebuild();
  EXPECT_TRUE(lines().contains("alpha [disposed, not freed yet]"));
  session.contexts().setLife(2, EngineContext::Life::Collected);
  awaitRebuild();
  EXPECT_FALSE(lines().contains("alpha [disposed, not freed yet]"));
}

TEST_F(ContextTreeModelTest, followsTheWorkspace) {
  workspace.assign("loose.mjs", "alpha");
  awaitRebuild();
  EXPECT_EQ(lines().mid(0, 3), QStringList({"alpha [no engine]", "  a.js", "  loose.mjs"}));
  workspace.removeContext("beta");
  awaitRebuild();
  EXPECT_FALSE(model.indexOfContext("beta").isValid());
}

TEST_F(ContextTreeModelTest, aThousandEventsAreOneRebuild) {
  QSignalSpy rebuilt(&model, &ContextTreeModel::rebuilt);
  for (int id = 10; id < 1010; ++id) put(id, QString::number(id), "");
  ASSERT_TRUE(rebuilt.wait());
  EXPECT_EQ(rebuilt.count(), 1);
  EXPECT_EQ(model.rowCount(), 2 + 1000 + 1);
}

}  // namespace
}  // namespace vmscope::ui
