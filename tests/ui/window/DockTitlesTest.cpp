#include "ui/window/DockTitles.h"

#include <gtest/gtest.h>

#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <QTest>
#include <QToolButton>

#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

class DockTitlesTest : public testing::Test {
 protected:
  DockTitlesTest() {
    theme_.applyToApplication();
    for (QDockWidget* dock : {&one_, &two_}) {
      dock->setWidget(new QWidget);
      window_.addDockWidget(Qt::RightDockWidgetArea, dock);
    }
    titles_ = new DockTitles(window_, {&one_, &two_});
    window_.show();
    QCoreApplication::processEvents();
  }
  ~DockTitlesTest() override { theme_.setScale(1); }

  static QLabel* titleOf(const QDockWidget& dock) { return qobject_cast<QLabel*>(dock.titleBarWidget()); }

  Theme theme_;
  QMainWindow window_;
  QDockWidget one_{QStringLiteral("One")};
  QDockWidget two_{QStringLiteral("Two")};
  DockTitles* titles_ = nullptr;
};

TEST_F(DockTitlesTest, areSaidOnceByTheDockOrByItsTab) {
  ASSERT_NE(titleOf(one_), nullptr);
  EXPECT_EQ(titleOf(one_)->text(), QStringLiteral("One"));
  window_.tabifyDockWidget(&one_, &two_);
  EXPECT_TRUE(QTest::qWaitFor([this] { return !titleOf(one_) && !titleOf(two_) && one_.titleBarWidget(); }));
  two_.hide();
  EXPECT_TRUE(QTest::qWaitFor([this] { return titleOf(one_) != nullptr; }));
}

TEST_F(DockTitlesTest, leaveAFloatingDockToTheWindowSystem) {
  one_.setFloating(true);
  EXPECT_TRUE(QTest::qWaitFor([this] { return one_.titleBarWidget() == nullptr; }));
  one_.setFloating(false);
  EXPECT_TRUE(QTest::qWaitFor([this] { return titleOf(one_) != nullptr; }));
}

TEST_F(DockTitlesTest, growWithTheTextsAndSoDoIcons) {
  const auto height = [this] { return titleOf(one_)->fontMetrics().height(); };
  const int before = height();
  QToolButton button;
  button.ensurePolished();
  EXPECT_EQ(button.iconSize(), QSize(16, 16));
  theme_.setScale(1.5);
  EXPECT_NEAR(height(), before * 1.5, 2);
  EXPECT_EQ(button.iconSize(), QSize(24, 24));
}

}  // namespace
}  // namespace vmscope::ui
