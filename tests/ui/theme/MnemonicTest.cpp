#include "ui/theme/Mnemonic.h"

#include <gtest/gtest.h>

#include <QAction>

namespace vmscope::ui {
namespace {

struct Said {
  const char* label;
  const char* plain;
};

class PlainLabelTest : public testing::TestWithParam<Said> {};

TEST_P(PlainLabelTest, isSpokenWithoutItsMark) {
  EXPECT_EQ(withoutMnemonic(QString::fromUtf8(GetParam().label)), QString::fromUtf8(GetParam().plain));
}

INSTANTIATE_TEST_SUITE_P(Labels, PlainLabelTest,
                         testing::Values(Said{"&Save", "Save"}, Said{"Save &as…", "Save as…"}, Said{"保存(&S)", "保存"},
                                         Said{"另存为(&A)…", "另存为…"}, Said{"Run (again)", "Run (again)"},
                                         Said{"Salt && &pepper", "Salt & pepper"}, Said{"R&&D", "R&D"},
                                         Said{"Tail&", "Tail&"}, Said{"(&&)", "(&)"}, Said{"", ""}));

TEST(MnemonicTest, anActionIsNamedByItsLabel) {
  QAction action;
  action.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_S));
  labelAction(action, QString::fromUtf8("保存(&S)"));
  EXPECT_EQ(action.text(), QString::fromUtf8("保存(&S)"));
  EXPECT_EQ(nameOf(action), QString::fromUtf8("保存"));
  EXPECT_EQ(action.iconText(), QString::fromUtf8("保存"));
  EXPECT_EQ(action.toolTip(), QString::fromUtf8("保存 (Ctrl+S)"));
}

TEST(MnemonicTest, anActionsNameMaySayMoreThanItsEntryOrItsButton) {
  QAction action;
  labelAction(action, QStringLiteral("&Dark"), QStringLiteral("Theme: dark"));
  EXPECT_EQ(nameOf(action), QStringLiteral("Theme: dark"));
  EXPECT_EQ(action.toolTip(), QStringLiteral("Theme: dark"));
  EXPECT_EQ(action.iconText(), QStringLiteral("Dark"));
}

TEST(MnemonicTest, anActionThatOthersLabelledHasANameToo) {
  const QAction action(QString::fromUtf8("复制(&C)"), nullptr);
  EXPECT_EQ(nameOf(action), QString::fromUtf8("复制"));
}

TEST(MnemonicTest, namesOfOthersAreNumberedAndKeptWhole) {
  EXPECT_EQ(numberedLabel(2, QStringLiteral("salt & pepper")), QStringLiteral("&2  salt && pepper"));
  EXPECT_EQ(withoutMnemonic(numberedLabel(12, QStringLiteral("a & b"))), QStringLiteral("a & b"));
}

}  // namespace
}  // namespace vmscope::ui
