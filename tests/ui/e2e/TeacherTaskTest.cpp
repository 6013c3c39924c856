#include <QAbstractItemView>
#include <QTest>

#include "tests/ui/e2e/TaskTest.h"
#include "ui/theme/Theme.h"
#include "ui/window/Desktop.h"
#include "ui/window/Layouts.h"

namespace vmscope::ui {
namespace {

constexpr char kAsyncScript[] =
    "async function load() { await null; console.log('after one'); await null; console.log('after two') }\n"
    "load();\n"
    "console.log('script done')";

// Somebody who teaches, in front of a projector.
class TeacherTaskTest : public TaskTest {};

TEST_F(TeacherTaskTest, recordsStepsBackAndShowsItInTheBackRow) {
  open();
  window().layouts().apply(QStringLiteral("teaching"));
  EXPECT_DOUBLE_EQ(desktop().theme().scale(), 1.5);
  press(QStringLiteral("Ctrl+Alt+R"));
  type(QLatin1String(kAsyncScript));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventuallyLogged("after two"));
  const QString recorded = QStringLiteral("Recorded rows");
  ASSERT_TRUE(eventually([&] { return view(recorded) && view(recorded)->model()->rowCount() >= 4; }));
  press(QStringLiteral("Ctrl+Alt+R"));
  const int last = view(recorded)->model()->rowCount() - 1;
  ASSERT_TRUE(eventually([&] {
    press(QStringLiteral("Ctrl+Alt+Left"));
    return view(recorded)->currentIndex().row() >= 0 && view(recorded)->currentIndex().row() < last;
  }));
  const int earlier = view(recorded)->currentIndex().row();
  press(QStringLiteral("Ctrl+Alt+Right"));
  EXPECT_TRUE(eventually([&] { return view(recorded)->currentIndex().row() > earlier; }));
}

}  // namespace
}  // namespace vmscope::ui
