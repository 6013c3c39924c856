#include "ui/editor/EditorPanes.h"

#include <gmock/gmock.h>

#include <QTabBar>

#include "tests/ui/editor/Stage.h"
#include "ui/editor/EditorPane.h"

namespace vmscope::ui::tests {

namespace {

// Two documents, each in a pane of its own, the second one's at the right.
struct TwoPanes : Stage {
  TwoPanes() : Stage("left") {
    folder.write("b.js", "right");
    area.split(Qt::Horizontal);
    area.open("b.js");
    area.close(*panes().at(1)->find(editor->document()));
  }

  const std::vector<EditorPane*>& panes() const { return area.findChild<EditorPanes*>()->all(); }
  QStringList titlesIn(std::size_t pane) const {
    QStringList titles;
    for (const Editor* each : panes().at(pane)->editors()) titles << each->document().title();
    return titles;
  }

  // Takes the pane's current tab by the mouse and lets it go over a place of the area.
  void carry(std::size_t pane, const QPoint& target) const {
    auto* bar = panes().at(pane)->findChild<QTabBar*>();
    const QPoint grip = bar->tabRect(bar->currentIndex()).center();
    const QPoint end = bar->mapFromGlobal(area.mapToGlobal(target));
    QTest::mousePress(bar, Qt::LeftButton, {}, grip);
    for (const QPoint& place : {grip + QPoint(0, bar->height()), (grip + end) / 2, end}) QTest::mouseMove(bar, place);
    QTest::mouseRelease(bar, Qt::LeftButton, {}, end);
  }

  QPoint centreOf(std::size_t pane) const { return panes().at(pane)->mapTo(&area, panes().at(pane)->rect().center()); }
};

}  // namespace

TEST(EditorPanes, take_a_tab_that_is_carried_to_another_pane_with_its_text_and_undo) {
  TwoPanes stage;
  stage.type("more ");
  stage.folder.write("c.js", "");
  stage.area.open("c.js");
  stage.press(Qt::Key_PageUp, Qt::ControlModifier);
  Editor* carried = stage.area.currentEditor();
  stage.carry(1, stage.centreOf(0));
  EXPECT_EQ(stage.titlesIn(0), (QStringList{"app.js", "b.js"}));
  EXPECT_EQ(stage.titlesIn(1), QStringList{"c.js"});
  EXPECT_EQ(stage.area.currentEditor(), carried);
  EXPECT_EQ(stage.text(), "more right");
  stage.press(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(stage.text(), "right");
}

TEST(EditorPanes, are_split_by_a_tab_that_is_carried_to_an_edge) {
  TwoPanes stage;
  const QPoint bottom = stage.panes().at(0)->mapTo(
      &stage.area, QPoint(stage.panes().at(0)->width() / 2, stage.panes().at(0)->height() - 10));
  stage.carry(1, bottom);
  ASSERT_EQ(stage.panes().size(), 2u);  // the one that was left empty is gone
  EXPECT_EQ(stage.titlesIn(0), QStringList{"app.js"});
  EXPECT_EQ(stage.titlesIn(1), QStringList{"b.js"});
  EXPECT_GT(stage.centreOf(1).y(), stage.centreOf(0).y());
}

TEST(EditorPanes, leave_a_tab_where_it_is_when_it_is_dropped_nowhere) {
  TwoPanes stage;
  stage.carry(1, {-200, -200});
  EXPECT_EQ(stage.titlesIn(0), QStringList{"app.js"});
  EXPECT_EQ(stage.titlesIn(1), QStringList{"b.js"});
}

TEST(EditorPanes, exchange_tabs_from_the_keyboard) {
  TwoPanes stage;
  const auto command = Qt::ControlModifier | Qt::AltModifier;
  stage.press(Qt::Key_PageDown, command);
  EXPECT_EQ(stage.area.currentDocument()->title(), "app.js");
  stage.press(Qt::Key_PageDown, command | Qt::ShiftModifier);
  ASSERT_EQ(stage.panes().size(), 1u);
  EXPECT_EQ(stage.titlesIn(0), (QStringList{"b.js", "app.js"}));
  stage.press(Qt::Key_PageDown, command | Qt::ShiftModifier);
  ASSERT_EQ(stage.panes().size(), 2u);
  EXPECT_EQ(stage.titlesIn(1), QStringList{"app.js"});
}

TEST(EditorPanes, come_back_nested_as_they_were) {
  Stage stage("one");
  stage.area.split(Qt::Horizontal);
  stage.area.split(Qt::Vertical);
  stage.area.split(Qt::Horizontal);
  const auto shape = [](const EditorArea& area) {
    QList<QRect> places;
    for (const EditorPane* pane : area.findChild<EditorPanes*>()->all())
      places << QRect(pane->mapTo(&area, QPoint()), pane->size());
    return places;
  };
  Workspace workspace(stage.folder.state());
  ASSERT_FALSE(workspace.open(stage.folder.path()));
  EditorArea area(workspace, stage.theme);
  area.resize(stage.area.size());
  area.show();
  area.restoreLayout(stage.area.saveLayout());
  QCoreApplication::processEvents();
  const QList<QRect> before = shape(stage.area);
  const QList<QRect> after = shape(area);
  ASSERT_EQ(after.size(), 4);
  for (int pane = 0; pane < 4; ++pane) {
    EXPECT_TRUE(std::any_of(
        after.begin(), after.end(),
        [&](const QRect& place) {
          const QRect difference(place.topLeft() - before[pane].topLeft(), place.size() - before[pane].size());
          return std::abs(difference.x()) + std::abs(difference.y()) + std::abs(difference.width()) < 12;
        }))
        << "pane " << pane;
  }
}

TEST(EditorPanes, survive_a_layout_that_breaks_off) {
  TwoPanes stage;
  const QByteArray whole = stage.area.saveLayout();
  for (qsizetype length = 0; length < whole.size(); ++length) {
    Workspace workspace(stage.folder.state());
    ASSERT_FALSE(workspace.open(stage.folder.path()));
    EditorArea area(workspace, stage.theme);
    area.restoreLayout(whole.first(length));
    EXPECT_GE(area.findChild<EditorPanes*>()->all().size(), 1u);
  }
}

}  // namespace vmscope::ui::tests
