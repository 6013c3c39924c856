#include "ui/theme/Theme.h"

#include <gtest/gtest.h>

#include <QDirIterator>
#include <QPixmap>
#include <QRegularExpression>
#include <cmath>

#include "ui/theme/ProgramIcon.h"
#include "ui/theme/StyleSheet.h"

namespace vmscope::ui {
namespace {

// WCAG 2's relative luminance and contrast ratio.
double luminance(const QColor& colour) {
  const auto linear = [](double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
  const auto [low, high] = std::minmax({luminance(a), luminance(b)});
  return (high + 0.05) / (low + 0.05);
}

class ThemeContrastTest : public testing::TestWithParam<BrightnessChoice> {};

TEST_P(ThemeContrastTest, textIsReadableOnEverySurface) {
  Theme theme;
  theme.choose(GetParam());
  for (const Colour text : {Colour::Text, Colour::Muted, Colour::Accent, Colour::Blue, Colour::Orange, Colour::Green,
                            Colour::Vermilion, Colour::Purple, Colour::Yellow}) {
    const double chip = theme.isDark() ? 0.16 : 0.08;
    for (const QColor& ground : {theme.colour(Colour::Surface), theme.colour(Colour::Raised),
                                 theme.colour(Colour::Sunken), theme.selection(), theme.tint(text, chip)})
      EXPECT_GE(contrast(theme.colour(text), ground), 4.5)
          << "token " << static_cast<int>(text) << " on " << ground.name().toStdString();
  }
  EXPECT_GE(contrast(theme.colour(Colour::Text), theme.colour(Colour::Sunken)), 7);
  EXPECT_GE(contrast(theme.selection(), theme.colour(Colour::Surface)), 1.15) << "and it is seen";
  EXPECT_GE(contrast(theme.colour(Colour::OnAccent), theme.colour(Colour::Accent)), 4.5);
}

INSTANTIATE_TEST_SUITE_P(LightAndDark, ThemeContrastTest,
                         testing::Values(BrightnessChoice::Light, BrightnessChoice::Dark));

TEST(ThemeTest, contextColoursAreSixAndThenRepeat) {
  Theme theme;
  QList<QRgb> colours;
  for (int index = 0; index < 6; ++index) colours << theme.contextColour(index).rgb();
  EXPECT_EQ(QSet<QRgb>(colours.begin(), colours.end()).size(), 6);
  EXPECT_EQ(theme.contextColour(6), theme.contextColour(0));
  EXPECT_EQ(theme.contextColour(-1), theme.colour(Colour::Muted));
}

TEST(ThemeTest, anIconFollowsTheThemeByItself) {
  Theme theme;
  const auto middle = [](const QIcon& icon) { return icon.pixmap(16, 16).toImage().pixelColor(8, 8).rgb(); };
  theme.choose(BrightnessChoice::Light);
  const QIcon icon = theme.icon(QStringLiteral("dot"), Colour::Accent);
  EXPECT_EQ(middle(icon), theme.colour(Colour::Accent).rgb());
  theme.choose(BrightnessChoice::Dark);
  EXPECT_EQ(middle(icon), theme.colour(Colour::Accent).rgb());
}

TEST(ThemeTest, everyIconIsDrawnInTheColourAskedFor) {
  Theme theme;
  QDirIterator icons(QStringLiteral(":/vmscope/icons"), QDir::Files);
  int seen = 0;
  while (icons.hasNext()) {
    icons.next();
    const QString name = icons.fileInfo().baseName();
    if (name == QLatin1String("none")) continue;
    const QImage image = theme.icon(name, QColor(Qt::red)).pixmap(32, 32).toImage();
    bool drawn = false;
    for (int y = 0; y < image.height(); ++y) {
      for (int x = 0; x < image.width(); ++x) {
        const QColor pixel = image.pixelColor(x, y);
        drawn = drawn || (pixel.alpha() > 200 && pixel.red() > 200 && pixel.green() < 40);
      }
    }
    EXPECT_TRUE(drawn) << name.toStdString();
    ++seen;
  }
  EXPECT_GT(seen, 40);
}

// A style sheet reads its pictures with Qt's plugin for SVG, which is installed by itself.
TEST(ThemeTest, theStyleSheetsPicturesCanBeRead) {
  Theme theme;
  for (const BrightnessChoice brightness : {BrightnessChoice::Light, BrightnessChoice::Dark}) {
    theme.choose(brightness);
    static const QRegularExpression picture(QStringLiteral(R"(url\(([^)]+)\))"));
    auto pictures = picture.globalMatch(styleSheetFor(theme));
    ASSERT_TRUE(pictures.hasNext());
    while (pictures.hasNext()) {
      const QString file = pictures.next().captured(1);
      EXPECT_FALSE(QPixmap(file).isNull()) << qPrintable(file);
    }
  }
}

TEST(ThemeTest, everyStatusAndJobKindHasASignAndAWord) {
  Theme theme;
  const auto isComplete = [](const Mark& mark) {
    return mark.glyph.isEmpty() != mark.iconName.isEmpty() && !mark.word.isEmpty();
  };
  for (int status = 0; status <= static_cast<int>(ModuleStatus::AwaitingTopLevel); ++status) {
    EXPECT_TRUE(isComplete(theme.mark(static_cast<ModuleStatus>(status)))) << status;
  }
  for (int kind = 0; kind <= static_cast<int>(JobKind::Builtin); ++kind) {
    EXPECT_TRUE(isComplete(theme.mark(static_cast<JobKind>(kind)))) << kind;
  }
}

TEST(ThemeTest, reducedMotionTakesNoTime) {
  Theme theme;
  EXPECT_EQ(theme.motionMilliseconds(120), 120);
  theme.setMotion(Motion::Reduced);
  EXPECT_EQ(theme.motionMilliseconds(120), 0);
}

TEST(ProgramIconTest, isDrawnInEverySizeThatWindowsAreListedIn) {
  const QIcon icon = programIcon();
  for (const int side : {16, 32, 64, 128}) {
    const QImage image = icon.pixmap(side, side).toImage();
    ASSERT_EQ(image.size(), QSize(side, side));
    EXPECT_EQ(image.pixelColor(0, 0).alpha(), 0) << side;
    EXPECT_EQ(image.pixelColor(side / 2, side / 8).name(), QStringLiteral("#0b63ce")) << side;
  }
}

}  // namespace
}  // namespace vmscope::ui
