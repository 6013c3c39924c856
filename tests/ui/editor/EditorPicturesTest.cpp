#include <gmock/gmock.h>

#include <QDir>
#include <set>

#include "tests/ui/editor/Stage.h"
#include "ui/editor/CompletionPopup.h"
#include "ui/editor/FindBar.h"

namespace vmscope::ui::tests {

namespace {

// Everything the editor can show at once, on the sample's script.
struct Picture : Stage {
  explicit Picture(BrightnessChoice brightness) {
    theme.choose(brightness);
    theme.applyToApplication();
    if (auto problem = workspace.openSample()) ADD_FAILURE() << problem->message.toStdString();
    for (const char* name : {"beta/ledger.js", "modules/main.mjs", "alpha/app.js"}) area.open(name);
    editor = area.currentEditor();
    setMarks();
  }

  void setMarks() {
    Breakpoints& breakpoints = workspace.breakpoints();
    breakpoints.set({"alpha/app.js", 5, {}, {}, Breakpoint::State::Enabled, {}});
    breakpoints.set({"alpha/app.js", 7, "count > 1", {}, Breakpoint::State::Enabled, {}});
    breakpoints.set({"alpha/app.js", 17, {}, "name", Breakpoint::State::Enabled, {}});
    breakpoints.set({"alpha/app.js", 19, {}, {}, Breakpoint::State::Disabled, {}});
    QCoreApplication::processEvents();
    editor->showValues(
        {{15, "name = 'app.js'", {}}, {20, "ReferenceError: nope is not defined", LineValue::Tone::Problem}});
    editor->showDiagnostics({{Diagnostic::Severity::Error, {11, 8}, 7, "SyntaxError: Unexpected token ')'"}});
    editor->showExecution(EditorPosition{9, 0});
  }

  // Writes the picture where VMSCOPE_SCREENSHOTS says, and gives it.
  QImage take(const QString& name) {
    QCoreApplication::processEvents();
    const QPixmap picture = area.grab();
    const QString target = qEnvironmentVariable("VMSCOPE_SCREENSHOTS");
    if (!target.isEmpty()) {
      QDir().mkpath(target);
      const QString scale = picture.devicePixelRatio() > 1 ? "@2x" : "";
      picture.save(QStringLiteral("%1/%2-%3%4.png").arg(target, name, theme.isDark() ? "dark" : "light", scale));
    }
    return picture.toImage();
  }
};

std::size_t coloursIn(const QImage& image) {
  std::set<QRgb> colours;
  for (int y = 0; y < image.height(); y += 2) {
    for (int x = 0; x < image.width(); ++x) colours.insert(image.pixel(x, y));
  }
  return colours.size();
}

}  // namespace

TEST(EditorPictures, show_marks_colours_and_find_bar_in_both_themes) {
  for (const auto brightness : {BrightnessChoice::Light, BrightnessChoice::Dark}) {
    Picture picture(brightness);
    EXPECT_GT(coloursIn(picture.take("editor")), 100u);
    picture.press(Qt::Key_H, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), "await");
    EXPECT_EQ(picture.area.findChild<FindBar*>()->countText().section(u' ', -1), "4");
    picture.take("find");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    picture.area.split(Qt::Horizontal);
    picture.area.open("modules/odd.mjs");
    picture.take("split");
  }
}

}  // namespace vmscope::ui::tests
