#include "ui/editor/Editor.h"

#include <gmock/gmock.h>

#include <QSignalSpy>

#include "tests/ui/editor/Stage.h"
#include "ui/editor/scintilla/ScintillaEditor.h"
#include "ui/editor/scintilla/ScintillaView.h"

namespace vmscope::ui::tests {

TEST(Editor, puts_what_is_typed_into_the_document) {
  Stage stage("let a;\n");
  stage.type("// é\n");
  EXPECT_EQ(stage.text(), "// é\nlet a;\n");
  EXPECT_TRUE(stage.area.currentDocument()->isModified());
  stage.press(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(stage.text(), "let a;\n");
  EXPECT_FALSE(stage.area.currentDocument()->isModified());
}

// What a person sees of a text, from its first line to its last.
std::pair<long, long> linesSeen(const Editor& editor) {
  const ScintillaView& view = dynamic_cast<const ScintillaEditor&>(editor).view();
  const long first = view.call(QsciScintillaBase::SCI_GETFIRSTVISIBLELINE);
  return {first, first + view.call(QsciScintillaBase::SCI_LINESONSCREEN) - 1};
}

TEST(Editor, keeps_the_line_that_runs_in_sight_when_everything_grows) {
  Stage stage(QByteArray("step();\n").repeated(300));
  const int last = static_cast<int>(linesSeen(*stage.editor).second);
  stage.editor->showExecution(EditorPosition{last, 0});
  ASSERT_EQ(linesSeen(*stage.editor).first, 0);
  stage.theme.setScale(2);
  EXPECT_LE(linesSeen(*stage.editor).first, last);
  EXPECT_GE(linesSeen(*stage.editor).second, last);
  stage.area.resize(900, 300);
  EXPECT_LE(linesSeen(*stage.editor).first, last);
  EXPECT_GE(linesSeen(*stage.editor).second, last);
}

TEST(Editor, stays_where_a_person_has_scrolled_when_everything_grows) {
  Stage stage(QByteArray("step();\n").repeated(300));
  stage.editor->showExecution(EditorPosition{200, 0});
  stage.editor->goTo({0, 0});
  ASSERT_EQ(linesSeen(*stage.editor).first, 0);
  stage.theme.setScale(2);
  EXPECT_EQ(linesSeen(*stage.editor).first, 0);
}

TEST(Editor, indents_new_lines_and_pulls_brackets_back) {
  Stage stage;
  stage.type("function f() {\nif (a) {\nb();\n}\n}\n");
  EXPECT_EQ(stage.text(), "function f() {\n  if (a) {\n    b();\n  }\n}\n");
}

TEST(Editor, opens_a_pair_of_brackets_over_three_lines) {
  Stage stage("f({});");
  stage.editor->goTo({0, 3});
  stage.type("\na");
  EXPECT_EQ(stage.text(), "f({\n  a\n});");
}

TEST(Editor, indents_by_what_the_file_is_indented_by) {
  Stage stage("a {\n    b\n");
  stage.editor->goTo({0, 3});
  stage.type("\nx");
  EXPECT_EQ(stage.text(), "a {\n    x\n    b\n");
}

TEST(Editor, keeps_the_line_ends_of_the_file) {
  Stage stage("a\r\nb\r\n");
  stage.editor->goTo({0, 1});
  stage.type("\nx");
  EXPECT_EQ(stage.text(), "a\r\nx\r\nb\r\n");
}

TEST(Editor, toggles_comments_at_the_smallest_indentation) {
  Stage stage("if (a) {\n  b;\n\n    c;\n}\n");
  stage.editor->select({9, 13});
  stage.press(Qt::Key_Slash, Qt::ControlModifier);
  EXPECT_EQ(stage.text(), "if (a) {\n  // b;\n\n  //   c;\n}\n");
  stage.press(Qt::Key_Slash, Qt::ControlModifier);
  EXPECT_EQ(stage.text(), "if (a) {\n  b;\n\n    c;\n}\n");
}

TEST(Editor, types_at_several_cursors) {
  Stage stage("a\nb\nc\n");
  stage.editor->goTo({0, 1});
  stage.press(Qt::Key_Down, Qt::ControlModifier | Qt::AltModifier);
  stage.press(Qt::Key_Down, Qt::ControlModifier | Qt::AltModifier);
  stage.type(";");
  EXPECT_EQ(stage.text(), "a;\nb;\nc;\n");
}

TEST(Editor, selects_and_changes_the_occurrences_of_a_word) {
  Stage stage("old + old * oldest + Old");
  stage.editor->select({0, 3});
  stage.press(Qt::Key_D, Qt::ControlModifier);
  stage.type("n");
  EXPECT_EQ(stage.text(), "n + n * oldest + Old");
}

TEST(Editor, speaks_of_columns_in_utf16_code_units) {
  Stage stage("'😀é' + x\n");
  stage.editor->goTo({0, 7});
  EXPECT_EQ(stage.editor->cursor(), (EditorPosition{0, 7}));
  stage.type("|");
  EXPECT_EQ(stage.text(), "'😀é' +| x\n");
  stage.editor->select({1, 2});
  EXPECT_EQ(stage.editor->selectedText(), "😀");
  EXPECT_EQ(stage.editor->selection(), (TextRange{1, 2}));
  stage.editor->goTo({99, 99});
  EXPECT_EQ(stage.editor->cursor(), (EditorPosition{1, 0}));
}

TEST(Editor, shares_text_and_undo_with_another_view_of_the_document) {
  Stage stage("one\n");
  stage.area.split(Qt::Horizontal);
  ASSERT_EQ(stage.area.editors().size(), 2u);
  ASSERT_NE(stage.area.currentEditor(), stage.editor);
  stage.type("zero ");
  EXPECT_EQ(stage.text(), "zero one\n");
  EXPECT_EQ(stage.editor->lineText(0), "zero one");
  stage.editor->setFocus();
  stage.press(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(stage.text(), "one\n");
  EXPECT_TRUE(stage.area.close(*stage.editor));
  stage.type("x");
  EXPECT_EQ(stage.text(), "xone\n");
}

TEST(Editor, shows_what_another_program_wrote) {
  Stage stage("one\ntwo\n");
  stage.editor->goTo({1, 0});
  stage.folder.write("app.js", "zero\none\ntwo\n");
  stage.area.currentDocument()->checkDisk();
  EXPECT_EQ(stage.editor->lineText(0), "zero");
  EXPECT_EQ(stage.editor->cursor(), (EditorPosition{2, 0}));
}

TEST(Editor, asks_for_a_breakpoint_where_the_margin_is_clicked) {
  Stage stage("a;\nb;\nc;\n");
  QSignalSpy clicked(stage.editor, &Editor::breakpointClicked);
  auto* viewport = stage.keyboard()->findChild<QWidget*>("qt_scrollarea_viewport");
  const int height = stage.editor->fontMetrics().height();
  QTest::mouseClick(viewport, Qt::LeftButton, {}, {4, height + height / 2 + 4});
  ASSERT_EQ(clicked.size(), 1);
  EXPECT_EQ(clicked[0][0].toInt(), 1);
}

TEST(Editor, folds_and_unfolds) {
  Stage stage("function f() {\n  a;\n  b;\n}\ng();\n");
  const auto shown = [&] { return stage.keyboard()->grab().toImage(); };
  const QImage open = shown();
  stage.press(Qt::Key_Period, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_NE(shown(), open);
  stage.editor->goTo({2, 0});  // going into a fold opens it
  stage.editor->goTo({0, 0});
  EXPECT_EQ(shown(), open);
}

TEST(Editor, zooms_and_changes_colours_at_once) {
  Stage stage("let a;\n");
  const QImage normal = stage.keyboard()->grab().toImage();
  stage.press(Qt::Key_Plus, Qt::ControlModifier);
  EXPECT_EQ(stage.editor->zoom(), 1);
  EXPECT_NE(stage.keyboard()->grab().toImage(), normal);
  stage.press(Qt::Key_0, Qt::ControlModifier);
  EXPECT_EQ(stage.keyboard()->grab().toImage(), normal);
  stage.theme.choose(BrightnessChoice::Dark);
  EXPECT_LT(qGray(stage.keyboard()->grab().toImage().pixel(400, 300)), 64);
}

}  // namespace vmscope::ui::tests
