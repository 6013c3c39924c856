#include "ui/editor/BreakpointMargins.h"

#include <gmock/gmock.h>

#include <QMenu>
#include <QSignalSpy>

#include "tests/ui/editor/Stage.h"
#include "ui/editor/BreakpointDialog.h"
#include "ui/editor/BreakpointPlaces.h"

namespace vmscope::ui::tests {

namespace {

// Code stops on even lines up to the tenth.
class EvenLines : public BreakpointPlaces {
 public:
  void nearest(const Document&, int line, QObject*, Answer answer) override {
    const int place = line + line % 2;
    answer(place <= 10 ? std::optional(place) : std::nullopt);
  }
};

std::vector<int> linesOf(const Stage& stage) {
  std::vector<int> lines;
  for (const Breakpoint& each : const_cast<Stage&>(stage).workspace.breakpoints().in("app.js"))
    lines.push_back(each.line);
  return lines;
}

}  // namespace

TEST(BreakpointMargins, sets_and_removes_at_a_click_or_a_key) {
  Stage stage("a;\nb;\nc;\n");
  auto* viewport = stage.keyboard()->findChild<QWidget*>("qt_scrollarea_viewport");
  QTest::mouseClick(viewport, Qt::LeftButton, {}, {4, 8});
  stage.editor->goTo({2, 0});
  stage.press(Qt::Key_F9);
  EXPECT_THAT(linesOf(stage), testing::ElementsAre(0, 2));
  QTest::mouseClick(viewport, Qt::LeftButton, {}, {4, 8});
  EXPECT_THAT(linesOf(stage), testing::ElementsAre(2));
}

TEST(BreakpointMargins, stands_only_where_code_can_stop) {
  Stage stage(QByteArray("x;\n").repeated(20));
  EvenLines places;
  stage.area.breakpointMargins().setPlaces(&places);
  QSignalSpy refused(&stage.area.breakpointMargins(), &BreakpointMargins::noPlace);
  for (const int line : {3, 12}) {
    stage.editor->goTo({line, 0});
    stage.press(Qt::Key_F9);
  }
  EXPECT_THAT(linesOf(stage), testing::ElementsAre(4));
  EXPECT_EQ(refused.size(), 1);
}

TEST(BreakpointMargins, moves_with_the_lines_as_they_are_typed) {
  Stage stage("a;\nb;\nc;\n");
  stage.editor->goTo({1, 0});
  stage.press(Qt::Key_F9);
  stage.editor->goTo({0, 0});
  stage.type("\n");  // a line before
  EXPECT_THAT(linesOf(stage), testing::ElementsAre(2));
  stage.editor->goTo({2, 0});
  stage.type("\n");  // the line itself goes down
  EXPECT_THAT(linesOf(stage), testing::ElementsAre(3));
  stage.editor->goTo({3, 2});
  stage.type("\n");  // a line behind
  EXPECT_THAT(linesOf(stage), testing::ElementsAre(3));
  for (int step = 0; step < 3; ++step) stage.editor->run(EditorCommand::Undo);
  EXPECT_THAT(linesOf(stage), testing::ElementsAre(1));
}

TEST(BreakpointMargins, offers_in_its_menu_what_can_be_done) {
  Stage stage("a;\n");
  stage.person.condition = "x > 1";
  stage.press(Qt::Key_F9, Qt::ShiftModifier);
  EXPECT_EQ(stage.workspace.breakpoints().at("app.js", 0)->kind(), Breakpoint::Kind::Conditional);
  QMenu menu;
  stage.area.breakpointMargins().fillMenu(menu, *stage.area.currentDocument(), 0, stage.person);
  ASSERT_EQ(menu.actions().size(), 3);
  menu.actions()[2]->trigger();
  EXPECT_EQ(stage.workspace.breakpoints().at("app.js", 0)->state, Breakpoint::State::Disabled);
  menu.actions()[0]->trigger();
  EXPECT_TRUE(linesOf(stage).empty());
}

TEST(BreakpointDialog, keeps_only_what_belongs_to_the_choice) {
  const Breakpoint before{"a.js", 3, "x", {}, Breakpoint::State::Disabled, {}};
  BreakpointDialog dialog(before, nullptr);
  EXPECT_EQ(dialog.breakpoint(), before);
}

}  // namespace vmscope::ui::tests
