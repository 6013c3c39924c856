#include "ui/theme/ElidedLabel.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QImage>

namespace vmscope::ui {
namespace {

class ElidedLabelTest : public testing::Test {
 protected:
  ElidedLabelTest() {
    label.setText(QString::fromUtf8("第 193 条，共 194 条，9,347.789 毫秒：检查点结束"));
    label.resize(label.sizeHint());
  }

  ElidedLabel label;
};

TEST_F(ElidedLabelTest, showsAllThatFits) {
  EXPECT_EQ(label.shownText(), label.text());
}

TEST_F(ElidedLabelTest, endsInAnEllipsisWhereItDoesNot) {
  label.resize(label.width() / 2, label.height());
  EXPECT_TRUE(label.shownText().endsWith(QChar(0x2026))) << label.shownText().toStdString();
  EXPECT_LE(label.fontMetrics().horizontalAdvance(label.shownText()), label.width());
}

TEST_F(ElidedLabelTest, drawsWhatItShows) {
  label.resize(label.width() / 2, label.height());
  const QImage shortened = label.grab().toImage();
  label.setText(label.shownText());
  EXPECT_EQ(shortened, label.grab().toImage());
  label.clear();
  EXPECT_NE(shortened, label.grab().toImage());
}

TEST_F(ElidedLabelTest, isReadToTheEnd) {
  label.resize(20, label.height());
  EXPECT_EQ(QAccessible::queryAccessibleInterface(&label)->text(QAccessible::Name), label.text());
}

}  // namespace
}  // namespace vmscope::ui
