#include "ui/editor/FindBar.h"

#include <gmock/gmock.h>

#include <QLineEdit>
#include <QToolButton>

#include "tests/ui/editor/Stage.h"

namespace vmscope::ui::tests {

namespace {

struct Finding : Stage {
  explicit Finding(const QByteArray& content) : Stage(content) {
    press(Qt::Key_H, Qt::ControlModifier);
    bar = area.findChild<FindBar*>();
    fields = bar->findChildren<QLineEdit*>();
  }
  void look(const QString& pattern) const {
    fields[0]->clear();
    QTest::keyClicks(fields[0], pattern);
  }
  void check(const QString& name) const {
    for (QToolButton* button : bar->findChildren<QToolButton*>()) {
      if (button->accessibleName() == name) button->click();
    }
  }

  FindBar* bar = nullptr;
  QList<QLineEdit*> fields;
};

}  // namespace

TEST(FindBar, finds_as_one_types_and_goes_round) {
  Finding finding("one two one three one");
  finding.look("one");
  EXPECT_EQ(finding.bar->countText(), "1 of 3");
  QTest::keyClick(finding.fields[0], Qt::Key_Return);
  EXPECT_EQ(finding.editor->selection(), (TextRange{8, 3}));
  EXPECT_EQ(finding.bar->countText(), "2 of 3");
  QTest::keyClick(finding.fields[0], Qt::Key_Return);
  QTest::keyClick(finding.fields[0], Qt::Key_Return);
  EXPECT_EQ(finding.editor->selection(), (TextRange{0, 3}));
  QTest::keyClick(finding.fields[0], Qt::Key_Return, Qt::ShiftModifier);
  EXPECT_EQ(finding.editor->selection(), (TextRange{18, 3}));
  QTest::keyClick(finding.fields[0], Qt::Key_Escape);
  EXPECT_TRUE(finding.bar->isHidden());
  EXPECT_TRUE(finding.keyboard()->hasFocus());
}

TEST(FindBar, goes_from_what_to_find_to_what_to_put_there) {
  Finding finding("one two");
  finding.look("one");
  QTest::keyClick(finding.fields[0], Qt::Key_Tab);
  EXPECT_TRUE(finding.fields[1]->hasFocus());
}

TEST(FindBar, heeds_case_and_whole_words) {
  Finding finding("Foo foo foobar $foo");
  finding.look("foo");
  EXPECT_EQ(finding.bar->countText(), "1 of 4");
  finding.check("Match upper and lower case");
  EXPECT_EQ(finding.bar->countText(), "1 of 3");
  finding.check("Whole words");
  EXPECT_EQ(finding.bar->countText(), "1 of 1");
}

TEST(FindBar, replaces_by_regular_expression_in_one_step_of_undo) {
  Finding finding("let a = 1;\nlet é = 2;\n");
  finding.check("Regular expression");
  finding.look("let (\\S+) = (?<v>\\d);$");
  QTest::keyClicks(finding.fields[1], "const $1 =\\n  $<v>; // $& $$");
  finding.bar->replaceAll();
  EXPECT_EQ(finding.text(), "const a =\n  1; // let a = 1; $\nconst é =\n  2; // let é = 2; $\n");
  EXPECT_EQ(finding.bar->countText(), "2 replaced");
  finding.editor->run(EditorCommand::Undo);
  EXPECT_EQ(finding.text(), "let a = 1;\nlet é = 2;\n");
}

TEST(FindBar, replaces_one_and_goes_on) {
  Finding finding("a a a");
  finding.look("a");
  finding.fields[1]->setFocus();
  QTest::keyClicks(finding.fields[1], "ba");
  QTest::keyClick(finding.fields[1], Qt::Key_Return);
  EXPECT_EQ(finding.text(), "ba a a");
  EXPECT_EQ(finding.editor->selection(), (TextRange{3, 1}));
  QTest::keyClick(finding.fields[1], Qt::Key_Return);
  EXPECT_EQ(finding.text(), "ba ba a");
}

TEST(FindBar, says_what_is_wrong_with_an_expression) {
  Finding finding("a");
  finding.check("Regular expression");
  finding.look("(");
  EXPECT_TRUE(finding.bar->countText().contains("parenthesis")) << qPrintable(finding.bar->countText());
  finding.look("b");
  EXPECT_EQ(finding.bar->countText(), "Not found");
}

TEST(FindBar, takes_the_selection_as_what_to_look_for) {
  Stage stage("alpha beta alpha");
  stage.editor->select({0, 5});
  stage.press(Qt::Key_F, Qt::ControlModifier);
  EXPECT_EQ(stage.area.findChild<FindBar*>()->countText(), "1 of 2");
}

TEST(FindBar, goes_on_with_f3_after_it_was_closed_and_the_text_was_changed) {
  Finding finding("one two one three one");
  finding.look("one");
  QTest::keyClick(finding.fields[0], Qt::Key_Escape);
  finding.editor->goTo({0, 0});
  finding.type("longer ");
  finding.press(Qt::Key_F3);
  EXPECT_EQ(finding.editor->selection(), (TextRange{7, 3}));
  finding.press(Qt::Key_F3);
  EXPECT_EQ(finding.editor->selection(), (TextRange{15, 3}));
  finding.press(Qt::Key_F3, Qt::ShiftModifier);
  EXPECT_EQ(finding.editor->selection(), (TextRange{7, 3}));
  EXPECT_TRUE(finding.bar->isHidden());
}

TEST(FindBar, looks_for_the_same_with_f3_in_another_document) {
  Finding finding("one two");
  finding.look("two");
  QTest::keyClick(finding.fields[0], Qt::Key_Escape);
  finding.folder.write("b.js", "a two");
  finding.area.open("b.js");
  finding.press(Qt::Key_F3);
  EXPECT_EQ(finding.area.currentEditor()->selection(), (TextRange{2, 3}));
}

TEST(FindBar, takes_what_is_selected_with_f3_and_asks_where_nothing_is) {
  Stage stage("alpha beta alpha");
  auto* bar = stage.area.findChild<FindBar*>();
  stage.editor->select({0, 5});
  stage.press(Qt::Key_F3);
  EXPECT_EQ(stage.editor->selection(), (TextRange{11, 5}));
  EXPECT_TRUE(bar->isHidden());
  Stage other("alpha");
  other.press(Qt::Key_F3);
  EXPECT_TRUE(other.area.findChild<FindBar*>()->isVisible());
}

}  // namespace vmscope::ui::tests
