#include <gmock/gmock.h>

#include <algorithm>
#include <ctime>
#include <vector>

#include "tests/ui/editor/LongSource.h"
#include "tests/ui/editor/Stage.h"
#include "ui/editor/scintilla/ScintillaView.h"

namespace vmscope::ui::tests {

namespace {

constexpr double kFrameMs = 1000.0 / 60;

// Processor time, which other programs on the machine do not lengthen.
double milliseconds() {
  return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double median(std::vector<double> times) {
  std::nth_element(times.begin(), times.begin() + static_cast<long>(times.size() / 2), times.end());
  return times[times.size() / 2];
}

// Press, let the editor paint, and measure both.
double keyEcho(const Stage& stage, const QString& key) {
  const double start = milliseconds();
  QTest::sendKeyEvent(QTest::Click, stage.keyboard(), Qt::Key_unknown, key, Qt::NoModifier);
  stage.keyboard()->findChild<QWidget*>("qt_scrollarea_viewport")->repaint();
  return milliseconds() - start;
}

}  // namespace

TEST(EditorSpeed, echoes_a_key_within_one_frame_in_ten_thousand_lines) {
  Stage stage(longSource(10000));
  ASSERT_GE(stage.editor->lineCount(), 10000);
  for (const int line : {0, 5000, 9990}) {
    stage.editor->goTo({line, 0});
    keyEcho(stage, "w");  // the way there is not part of the echo
    std::vector<double> times;
    for (int key = 0; key < 60; ++key) times.push_back(keyEcho(stage, key % 10 == 9 ? "`" : "a"));
    RecordProperty("median ms at line " + std::to_string(line), std::to_string(median(times)));
    std::printf("key echo at line %d of %d: median %.2f ms, slowest %.2f ms\n", line, stage.editor->lineCount(),
                median(times), *std::max_element(times.begin(), times.end()));
    EXPECT_LT(median(times), kFrameMs);
  }
}

TEST(EditorSpeed, opens_ten_thousand_lines_and_goes_to_their_end_without_a_pause) {
  const double start = milliseconds();
  Stage stage(longSource(10000));
  stage.editor->goTo({stage.editor->lineCount() - 1, 0});
  stage.keyboard()->findChild<QWidget*>("qt_scrollarea_viewport")->repaint();
  const double spent = milliseconds() - start;
  std::printf("open 10,000 lines and go to the end: %.1f ms\n", spent);
  EXPECT_LT(spent, 500);
}

// A program as minifiers write it, in one line.
QByteArray minified(qsizetype bytes) {
  QByteArray line;
  line.reserve(bytes + 200);
  for (unsigned number = 1; line.size() < bytes; number = number * 1103515245 + 12345) {
    const QByteArray name = QByteArray::number((number >> 8) % 3000, 36);
    line += "function a" + name + "(b,c){return b." + name + "x+c[\"k" + name + "\"]*" +
            QByteArray::number(number % 977) + "}";
  }
  return line;
}

// What grows with the length of the line is the widget's own layout of it, some 30 ms for a megabyte; what does not may
// not be a matter of its length at all.
TEST(EditorSpeed, echoes_a_key_in_and_beside_a_line_of_a_megabyte) {
  Stage stage(minified(1'000'000) + "\nshort();\n");
  const auto medianOfKeys = [&stage](EditorPosition place) {
    stage.editor->goTo(place);
    keyEcho(stage, "w");
    std::vector<double> times;
    for (int key = 0; key < 15; ++key) times.push_back(keyEcho(stage, "a"));
    return median(times);
  };
  const double within = medianOfKeys({0, 500'000});
  const double beside = medianOfKeys({1, 0});
  std::printf("key echo in a line of 1 MB: median %.1f ms, in the line after it: median %.1f ms\n", within, beside);
  EXPECT_LT(within, 120);
  EXPECT_LT(beside, 40);
}

// The text as a view of it shows it, and the look of each of its bytes.
std::pair<QByteArray, QByteArray> shownBy(const Editor& editor) {
  auto& view = static_cast<ScintillaView&>(*editor.focusProxy());
  const long length = view.call(QsciScintillaBase::SCI_GETLENGTH);
  view.call(QsciScintillaBase::SCI_COLOURISE, 0, -1);
  QByteArray look;
  for (long at = 0; at < length; ++at) look += static_cast<char>(view.call(QsciScintillaBase::SCI_GETSTYLEAT, at));
  return {view.bytes(0, length), look};
}

TEST(EditorSpeed, a_long_line_that_is_typed_into_looks_in_both_panes_as_if_it_had_always_been_so) {
  Stage stage(minified(20'000) + "\nshort();\n");
  stage.area.split(Qt::Horizontal);
  stage.editor->goTo({0, 10'000});
  for (const char* key : {"`", "a", "}", "`", "/", "*", "\""}) keyEcho(stage, key);
  stage.press(Qt::Key_Return);
  stage.press(Qt::Key_Z, Qt::ControlModifier);
  keyEcho(stage, "'");
  ASSERT_EQ(stage.area.editors().size(), 2u);
  const Stage fresh(stage.area.currentDocument()->utf8());
  for (const Editor* editor : stage.area.editors()) EXPECT_EQ(shownBy(*editor), shownBy(*fresh.editor));
}

}  // namespace vmscope::ui::tests
