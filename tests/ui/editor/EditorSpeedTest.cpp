#include <gmock/gmock.h>

#include <algorithm>
#include <ctime>
#include <vector>

#include "tests/ui/editor/LongSource.h"
#include "tests/ui/editor/Stage.h"

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

}  // namespace vmscope::ui::tests
