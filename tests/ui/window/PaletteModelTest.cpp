#include "ui/window/PaletteModel.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QAction>

#include "ui/window/ActionMatch.h"

namespace vmscope::ui {
namespace {

class PaletteModelTest : public testing::Test {
 protected:
  PaletteModelTest() {
    for (const char* text : {"&Run", "Step One Job", "Reset Zoom", "Save &As…", "Start a Fresh Engine"}) {
      actions << new QAction(QString::fromUtf8(text), &owner);
    }
    model.setActions(actions);
  }

  QStringList shown() const {
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) texts << model.index(row).data().toString();
    return texts;
  }

  QObject owner;
  QList<QAction*> actions;
  PaletteModel model;
  QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(PaletteModelTest, showsAllByNameUntilSomethingIsTyped) {
  EXPECT_EQ(shown(), QStringList({"Reset Zoom", "Run", "Save As", "Start a Fresh Engine", "Step One Job"}));
}

TEST_F(PaletteModelTest, putsInitialsOfWordsFirst) {
  model.setPattern(QStringLiteral("soj"));
  EXPECT_EQ(shown(), QStringList({"Step One Job"}));
  model.setPattern(QStringLiteral("sa"));
  EXPECT_EQ(shown().first(), QStringLiteral("Save As"));
}

TEST_F(PaletteModelTest, findsNothingForLettersInAnotherOrder) {
  model.setPattern(QStringLiteral("nur"));
  EXPECT_EQ(model.rowCount(), 0);
  EXPECT_EQ(model.actionAt(0), nullptr);
}

TEST_F(PaletteModelTest, forgetsAnActionThatHasGone) {
  delete actions.takeFirst();
  model.setPattern(QStringLiteral("run"));
  EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(PaletteModelTest, anActionThatIsOffCannotBeChosen) {
  actions.first()->setEnabled(false);
  model.setPattern(QStringLiteral("run"));
  ASSERT_EQ(model.rowCount(), 1);
  EXPECT_EQ(model.flags(model.index(0)), Qt::NoItemFlags);
}

TEST(ActionMatchTest, ranksARunOfLettersAboveScatteredOnes) {
  EXPECT_GT(matchScore("run", "Run"), matchScore("run", "Result unknown"));
  EXPECT_EQ(matchScore("zzz", "Zoom"), std::nullopt);
}

}  // namespace
}  // namespace vmscope::ui
