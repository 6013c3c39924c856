#include <QFile>
#include <QTableView>
#include <QTemporaryDir>

#include "tests/ui/e2e/WindowTest.h"
#include "ui/MainWindow.h"
#include "ui/docks/memory/MemoryDock.h"
#include "ui/docks/memory/SnapshotWriter.h"

namespace vmscope::ui {
namespace {

// What the real engine measures, and the files that it writes through the real window.
class MemoryWithEngineTest : public WindowTest {
 protected:
  MemoryDock& dock() { return *window().findChild<MemoryDock*>(); }
  QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

  QTemporaryDir target;
};

TEST_F(MemoryWithEngineTest, contextsAreMeasuredByName) {
  open();
  dock().measure();
  const QAbstractItemModel& model = *dock().table().model();
  ASSERT_TRUE(eventually([&] { return model.rowCount() >= 4; }));
  QStringList names;
  for (int row = 0; row < model.rowCount(); ++row) names << model.index(row, 0).data().toString();
  EXPECT_TRUE(names.contains("alpha") && names.contains("beta")) << names.join(' ').toStdString();
}

TEST_F(MemoryWithEngineTest, aSnapshotIsAWholeFile) {
  open();
  const QString path = target.filePath("a.heapsnapshot");
  dock().snapshots().start(path);
  ASSERT_TRUE(eventually([&] { return QFile::exists(path); }));
  const QByteArray content = contentOf(path);
  EXPECT_TRUE(content.startsWith("{\"snapshot\":{\"meta\"")) << content.left(60).toStdString();
  EXPECT_TRUE(content.trimmed().endsWith("]}"));
}

TEST_F(MemoryWithEngineTest, aProfileNamesWhatRan) {
  write("a.js", "function burn() { let sum = 0; for (let i = 0; i < 3e7; ++i) sum += i % 7; return sum; }\nburn();\n");
  open();
  dock().startProfile();
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([this] { return runText().contains("gave"); }));
  const QString path = target.filePath("a.cpuprofile");
  dock().saveProfile(path);
  ASSERT_TRUE(eventually([&] { return QFile::exists(path); }));
  EXPECT_TRUE(contentOf(path).contains("\"burn\""));
}

}  // namespace
}  // namespace vmscope::ui
