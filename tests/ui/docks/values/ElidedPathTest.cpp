#include "ui/docks/values/ElidedPath.h"

#include <gtest/gtest.h>

#include <QGuiApplication>

namespace vmscope::ui {
namespace {

class ElidedPathTest : public testing::Test {
 protected:
  QString elidedTo(int width) const { return elidedPath(metrics, path, width); }

  const QFontMetrics metrics{QGuiApplication::font()};
  const QString path = QStringLiteral("packages/something-with-a-long-name/main.mjs");
};

TEST_F(ElidedPathTest, leavesWhatFits) {
  EXPECT_EQ(elidedTo(metrics.horizontalAdvance(path)), path);
}

TEST_F(ElidedPathTest, takesFromTheFoldersAndNeverFromTheName) {
  const int least = metrics.horizontalAdvance(QStringLiteral("…/main.mjs"));
  for (int width = least; width < metrics.horizontalAdvance(path); ++width) {
    const QString shown = elidedTo(width);
    EXPECT_TRUE(shown.endsWith(QStringLiteral("…/main.mjs"))) << shown.toStdString();
    EXPECT_LE(metrics.horizontalAdvance(shown), width) << shown.toStdString();
  }
}

TEST_F(ElidedPathTest, givesUpTheFoldersBeforeTheName) {
  EXPECT_EQ(elidedTo(metrics.horizontalAdvance(QStringLiteral("main.mjs"))), QStringLiteral("main.mjs"));
}

TEST_F(ElidedPathTest, keepsTheEndOfANameThatIsTooLong) {
  const QString shown = elidedTo(metrics.horizontalAdvance(QStringLiteral("main.mjs")) - 1);
  EXPECT_TRUE(shown.contains(u'…')) << shown.toStdString();
  EXPECT_TRUE(shown.endsWith(u's')) << shown.toStdString();
}

}  // namespace
}  // namespace vmscope::ui
