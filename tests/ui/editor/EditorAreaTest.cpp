#include "ui/editor/EditorArea.h"

#include <gmock/gmock.h>

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QTabBar>
#include <QTimer>

#include "tests/ui/editor/Stage.h"
#include "ui/theme/Mnemonic.h"

namespace vmscope::ui::tests {

namespace {

QStringList tabTitles(const EditorArea& area) {
  QStringList titles;
  for (const QTabBar* bar : area.findChildren<QTabBar*>()) {
    for (int index = 0; index < bar->count(); ++index) titles << bar->tabText(index);
  }
  return titles;
}

}  // namespace

TEST(EditorArea, has_a_tab_per_document_and_comes_back_to_it) {
  Stage stage("a");
  stage.folder.write("lib/app.js", "b");
  stage.area.open("lib/app.js");
  EXPECT_EQ(tabTitles(stage.area), (QStringList{"app.js (files)", "app.js (lib)"}));
  EXPECT_EQ(stage.area.open("app.js"), stage.editor);
  EXPECT_EQ(stage.area.currentEditor(), stage.editor);
}

TEST(EditorArea, says_why_a_file_cannot_be_opened) {
  Stage stage;
  stage.folder.write("picture.js", QByteArray("\x89PNG\0", 5));
  EXPECT_EQ(stage.area.open("picture.js"), nullptr);
  ASSERT_EQ(stage.person.told.size(), 1);
  EXPECT_TRUE(stage.person.told[0].contains("binary"));
}

TEST(EditorArea, asks_before_what_was_typed_is_lost) {
  Stage stage("a");
  stage.type("b");
  stage.press(Qt::Key_W, Qt::ControlModifier);
  EXPECT_EQ(stage.person.askedAboutUnsaved, 1);
  EXPECT_EQ(stage.text(), "ba");
  stage.person.unsaved = EditorQuestions::Unsaved::Save;
  stage.press(Qt::Key_W, Qt::ControlModifier);
  EXPECT_EQ(stage.area.currentEditor(), nullptr);
  EXPECT_EQ(stage.folder.read("app.js"), "ba");
}

TEST(EditorArea, asks_once_for_all_when_the_window_closes) {
  Stage stage("a");
  stage.type("b");
  stage.press(Qt::Key_N, Qt::ControlModifier);
  stage.type("c");
  EXPECT_FALSE(stage.area.closeAll());
  EXPECT_EQ(stage.person.askedAboutUnsaved, 2);
  stage.person.unsaved = EditorQuestions::Unsaved::Discard;
  EXPECT_TRUE(stage.area.closeAll());
  Workspace later(stage.folder.state());
  ASSERT_FALSE(later.open(stage.folder.path()));
  EXPECT_TRUE(later.recoverable().empty());
}

TEST(EditorArea, saves_a_new_document_where_the_person_says) {
  Stage stage;
  stage.press(Qt::Key_N, Qt::ControlModifier);
  stage.type("x;");
  stage.press(Qt::Key_S, Qt::ControlModifier);
  EXPECT_TRUE(stage.area.currentDocument()->isModified());
  stage.person.path = stage.folder.path("new.mjs");
  stage.press(Qt::Key_S, Qt::ControlModifier);
  EXPECT_EQ(stage.folder.read("new.mjs"), "x;");
  EXPECT_EQ(stage.area.currentDocument()->kind(), Document::Kind::Module);
  EXPECT_TRUE(tabTitles(stage.area).contains("new.mjs"));
}

TEST(EditorArea, lets_the_person_decide_between_two_versions) {
  Stage stage("a");
  stage.type("mine ");
  stage.folder.write("app.js", "theirs");
  stage.press(Qt::Key_S, Qt::ControlModifier);
  EXPECT_EQ(stage.folder.read("app.js"), "theirs");
  stage.person.conflict = EditorQuestions::Conflict::Overwrite;
  stage.press(Qt::Key_S, Qt::ControlModifier);
  EXPECT_EQ(stage.folder.read("app.js"), "mine a");
}

TEST(EditorArea, closes_a_tab_with_the_middle_button) {
  Stage stage("a");
  stage.folder.write("b.js", "");
  stage.area.open("b.js");
  auto* bar = stage.area.findChild<QTabBar*>();
  QTest::mouseClick(bar, Qt::MiddleButton, {}, bar->tabRect(0).center());
  EXPECT_EQ(tabTitles(stage.area), QStringList{"b.js"});
}

TEST(EditorArea, splits_and_joins_again) {
  Stage stage("a");
  stage.area.split(Qt::Horizontal);
  stage.area.split(Qt::Vertical);
  EXPECT_EQ(stage.area.editors().size(), 3u);
  stage.press(Qt::Key_W, Qt::ControlModifier);
  stage.press(Qt::Key_W, Qt::ControlModifier);
  EXPECT_EQ(stage.area.editors(), std::vector<Editor*>{stage.editor});
  stage.press(Qt::Key_W, Qt::ControlModifier);
  EXPECT_EQ(stage.area.currentEditor(), nullptr);
}

TEST(EditorArea, tells_once_which_editor_commands_act_on) {
  Stage stage("a");
  QSignalSpy changes(&stage.area, &EditorArea::currentEditorChanged);
  stage.folder.write("b.js", "");
  stage.area.open("b.js");
  EXPECT_EQ(changes.size(), 1);
  stage.press(Qt::Key_PageUp, Qt::ControlModifier);
  EXPECT_EQ(changes.size(), 2);
  EXPECT_EQ(stage.area.currentEditor(), stage.editor);
}

TEST(EditorArea, remembers_what_was_open) {
  Stage stage("one\ntwo\n");
  stage.folder.write("b.js", "");
  stage.area.open("b.js");
  stage.area.split(Qt::Horizontal);
  stage.folder.write("c.js", "one\ntwo\n");
  stage.area.open("c.js")->goTo({1, 2});
  const QByteArray layout = stage.area.saveLayout();
  QFile::remove(stage.folder.path("b.js"));

  Workspace workspace(stage.folder.state());
  ASSERT_FALSE(workspace.open(stage.folder.path()));
  EditorArea area(workspace, stage.theme);
  area.restoreLayout(layout);
  EXPECT_EQ(area.editors().size(), 2u);
  EXPECT_EQ(area.currentEditor()->cursor(), (EditorPosition{1, 2}));
  area.restoreLayout("nonsense");
}

TEST(EditorArea, gives_every_action_a_name_and_no_two_one_shortcut) {
  Stage stage;
  QStringList shortcuts;
  EXPECT_GT(stage.area.actions().size(), 30);
  for (const QAction* action : stage.area.actions()) {
    EXPECT_FALSE(action->text().isEmpty());
    EXPECT_FALSE(action->objectName().isEmpty());
    if (!action->shortcut().isEmpty()) shortcuts << action->shortcut().toString();
  }
  EXPECT_EQ(shortcuts.removeDuplicates(), 0);
}

TEST(EditorArea, has_a_menu_of_its_own_over_the_text) {
  Stage stage("a;\n");
  stage.editor->select({0, 2});
  QStringList offered;
  QTimer::singleShot(0, [&] {
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    if (!menu) return;
    for (QAction* action : menu->actions()) offered << nameOf(*action);
    menu->actions().at(3)->trigger();  // Cut
    menu->close();
  });
  QContextMenuEvent event(QContextMenuEvent::Mouse, {200, 100}, stage.keyboard()->mapToGlobal(QPoint(200, 100)));
  QApplication::sendEvent(stage.keyboard()->findChild<QWidget*>("qt_scrollarea_viewport"), &event);
  EXPECT_TRUE(offered.contains("Toggle comment")) << offered.join(u'|').toStdString();
  EXPECT_EQ(stage.text(), "\n");
}

TEST(EditorArea, goes_to_a_line) {
  Stage stage(QByteArray("x\n").repeated(500));
  stage.person.line = 321;
  stage.press(Qt::Key_G, Qt::ControlModifier);
  EXPECT_EQ(stage.editor->cursor(), (EditorPosition{320, 0}));
}

}  // namespace vmscope::ui::tests
