#include <gmock/gmock.h>

#include <QDragEnterEvent>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <ctime>

#include "tests/ui/editor/Stage.h"

namespace vmscope::ui::tests {

// What people do with an editor all day, beyond letters.

TEST(Editing, takes_chinese_from_an_input_method_and_keeps_nothing_of_what_was_only_proposed) {
  Stage stage("let a;\n");
  stage.editor->goTo({0, 6});
  const auto propose = [&](const QString& text) {
    QInputMethodEvent event(text, {});
    QApplication::sendEvent(stage.keyboard(), &event);
  };
  stage.type(" // ");
  propose("wei");
  propose("wei'ren'wu");
  QInputMethodEvent chosen;
  chosen.setCommitString(QString::fromUtf8("微任务"));
  QApplication::sendEvent(stage.keyboard(), &chosen);
  EXPECT_EQ(stage.text(), "let a; // 微任务\n");
  EXPECT_EQ(stage.editor->cursor(), (EditorPosition{0, 13}));
  propose("dui");
  propose("");  // the person presses Escape
  EXPECT_EQ(stage.text(), "let a; // 微任务\n");
  stage.press(Qt::Key_Backspace);
  EXPECT_EQ(stage.text(), "let a; // 微任\n");
}

TEST(Editing, goes_back_past_a_save) {
  Stage stage("one\n");
  stage.type("1 ");
  stage.press(Qt::Key_S, Qt::ControlModifier);
  EXPECT_EQ(stage.folder.read("app.js"), "1 one\n");
  stage.press(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(stage.text(), "one\n");
  EXPECT_TRUE(stage.area.currentDocument()->isModified());
  stage.press(Qt::Key_Y, Qt::ControlModifier);
  EXPECT_FALSE(stage.area.currentDocument()->isModified());
}

TEST(Editing, comments_and_moves_lines_that_end_as_on_windows) {
  Stage stage("  a;\r\n  b;\r\n  c;\r\n");
  stage.editor->select({0, 12});
  stage.press(Qt::Key_Slash, Qt::ControlModifier);
  EXPECT_EQ(stage.text(), "  // a;\r\n  // b;\r\n  c;\r\n");
  stage.editor->goTo({2, 0});
  stage.press(Qt::Key_Up, Qt::AltModifier);
  EXPECT_EQ(stage.text(), "  // a;\r\n  c;\r\n  // b;\r\n");
}

TEST(Editing, indents_with_tabs_where_the_file_does) {
  Stage stage("if (a) {\n\tb;\n}\n");
  stage.editor->goTo({1, 3});
  stage.type("\nc;");
  EXPECT_EQ(stage.text(), "if (a) {\n\tb;\n\tc;\n}\n");
  stage.press(Qt::Key_BracketRight, Qt::ControlModifier);
  EXPECT_EQ(stage.text(), "if (a) {\n\tb;\n\t\tc;\n}\n");
}

TEST(Editing, shifts_the_lines_of_a_selection_with_tab_and_back) {
  Stage stage("a;\nb;\nc;\n");
  stage.editor->select({0, 5});
  stage.press(Qt::Key_Tab);
  EXPECT_EQ(stage.text(), "  a;\n  b;\nc;\n");
  stage.press(Qt::Key_Backtab, Qt::ShiftModifier);
  EXPECT_EQ(stage.text(), "a;\nb;\nc;\n");
}

TEST(Editing, types_into_a_line_of_a_megabyte) {
  Stage stage(QByteArray("var data = [") + QByteArray("12345,").repeated(180'000) + "];\n");
  stage.editor->goTo({0, 12});
  stage.type("1");  // the way there is not part of what is measured
  constexpr int kKeys = 10;
  const std::clock_t before = std::clock();
  for (int key = 0; key < kKeys; ++key) {
    stage.type("7");
    stage.keyboard()->repaint();
  }
  const double each = 1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC / kKeys;
  RecordProperty("ms a key", std::to_string(each));
  std::printf("a key in a line of a megabyte: %.1f ms\n", each);
  EXPECT_LT(each, 250);
  EXPECT_TRUE(stage.area.currentDocument()->utf8().startsWith("var data = [1777777777712345,"));
}

TEST(Editing, opens_files_that_are_dropped_instead_of_writing_their_names) {
  Stage stage("a");
  stage.folder.write("lib/other.js", "b");
  QMimeData files;
  files.setUrls({QUrl::fromLocalFile(stage.folder.path("lib/other.js"))});
  auto* viewport = stage.keyboard()->findChild<QWidget*>("qt_scrollarea_viewport");
  QDragEnterEvent enter({20, 20}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(viewport, &enter);
  EXPECT_TRUE(enter.isAccepted());
  QDropEvent drop({20, 20}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&stage.area, &drop);
  EXPECT_EQ(stage.area.currentDocument()->title(), "other.js");
  EXPECT_EQ(stage.editor->lineText(0), "a");
}

TEST(Editing, goes_from_tab_to_tab_with_control_and_tab) {
  Stage stage("a");
  stage.folder.write("b.js", "b");
  stage.area.open("b.js");
  stage.press(Qt::Key_Tab, Qt::ControlModifier);
  EXPECT_EQ(stage.area.currentDocument()->title(), "app.js");
  EXPECT_TRUE(stage.keyboard()->hasFocus());
  stage.press(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_EQ(stage.area.currentDocument()->title(), "b.js");
}

}  // namespace vmscope::ui::tests
