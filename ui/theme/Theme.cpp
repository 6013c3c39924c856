#include "ui/theme/Theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <array>
#include <cmath>
#include <utility>

#include "ui/theme/ScaledStyle.h"
#include "ui/theme/StyleSheet.h"
#include "ui/theme/SvgIcon.h"

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QStyleHints>
#endif

namespace vmscope::ui {

namespace {

struct Shade {
  QRgb light;
  QRgb dark;
};

// Indexed by Colour.
constexpr std::array<Shade, 15> kShades{{
    {0xFFFFFFFF, 0xFF1E2127},  // Surface
    {0xFFF6F7F9, 0xFF262A31},  // Raised
    {0xFFEEF0F3, 0xFF181A1F},  // Sunken
    {0xFF1B1F24, 0xFFE6E8EB},  // Text
    {0xFF5B6470, 0xFFA0A8B3},  // Muted
    {0xFF9AA3AE, 0xFF6A727D},  // Disabled
    {0xFFD5D9DF, 0xFF383D46},  // Line
    {0xFF0B63CE, 0xFF6CB2FF},  // Accent
    {0xFFFFFFFF, 0xFF10141A},  // OnAccent
    {0xFF006CA9, 0xFF56B4E9},  // Blue
    {0xFFA35200, 0xFFE69F00},  // Orange
    {0xFF00795A, 0xFF2FC18C},  // Green
    {0xFFB93A00, 0xFFFF7A45},  // Vermilion
    {0xFF8A4B9E, 0xFFCC8FDD},  // Purple
    {0xFF7F6400, 0xFFF0E442},  // Yellow
}};

constexpr std::array kContextColours{Colour::Blue,      Colour::Orange, Colour::Green,
                                     Colour::Vermilion, Colour::Purple, Colour::Yellow};

constexpr std::array kPreferredCodeFamilies{"JetBrains Mono", "Cascadia Code", "Noto Sans Mono", "DejaVu Sans Mono"};

constexpr auto kChineseFamily = "Noto Sans CJK SC";

constexpr int kRowHeight = 24;
constexpr int kIconExtent = 16;
constexpr double kSmallRatio = 0.88;
constexpr double kTitleRatio = 1.2;
constexpr double kSmallestScale = 0.6;
constexpr double kLargestScale = 3.0;

Brightness systemBrightness() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
  return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark ? Brightness::Dark : Brightness::Light;
#else
  // The palette that the platform's theme gave at start, before ours replaced it.
  static const bool isDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
  return isDark ? Brightness::Dark : Brightness::Light;
#endif
}

QString firstInstalledCodeFamily() {
  const QStringList installed = QFontDatabase::families();
  for (const char* family : kPreferredCodeFamilies) {
    if (installed.contains(QLatin1String(family))) return QLatin1String(family);
  }
  return QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
}

double ratioOf(TextSize size) {
  switch (size) {
    case TextSize::Small:
      return kSmallRatio;
    case TextSize::Normal:
      return 1.0;
    case TextSize::Title:
      return kTitleRatio;
  }
  return 1.0;
}

}  // namespace

Theme::Theme(QObject* parent) : QObject(parent), brightness_(systemBrightness()), systemFont_(QApplication::font()) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
  connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] { choose(choice_); });
#endif
}

void Theme::choose(BrightnessChoice choice) {
  choice_ = choice;
  if (choice == BrightnessChoice::System) {
    brightness_ = systemBrightness();
  } else {
    brightness_ = choice == BrightnessChoice::Dark ? Brightness::Dark : Brightness::Light;
  }
  refresh();
}

QColor Theme::colour(Colour token) const {
  const Shade& shade = kShades[static_cast<size_t>(token)];
  return QColor::fromRgb(isDark() ? shade.dark : shade.light);
}

QColor Theme::contextColour(int index) const {
  if (index < 0) return colour(Colour::Muted);
  return colour(kContextColours[static_cast<size_t>(index) % kContextColours.size()]);
}

QColor Theme::tint(Colour token, double strength) const {
  const QColor base = colour(Colour::Surface);
  const QColor over = colour(token);
  const auto mix = [strength](int from, int to) {
    return static_cast<int>(std::lround(from + (to - from) * strength));
  };
  return QColor(mix(base.red(), over.red()), mix(base.green(), over.green()), mix(base.blue(), over.blue()));
}

QColor Theme::selection() const {
  return tint(Colour::Accent, isDark() ? 0.16 : 0.12);
}

int Theme::rowHeight() const {
  return static_cast<int>(std::lround(kRowHeight * std::max(1.0, 1.0 + (scale_ - 1.0) / 3)));
}

int Theme::iconExtent() const {
  return static_cast<int>(std::lround(kIconExtent * scale_));
}

QFont Theme::font(TextSize size) const {
  QFont font = systemFont_;
  // The real family behind an alias such as "Sans Serif", or the list would skip it; then Chinese in its regular cut.
  font.setFamilies({QFontInfo(systemFont_).family(), QLatin1String(kChineseFamily)});
  font.setPointSizeF(systemFont_.pointSizeF() * ratioOf(size) * scale_);
  if (size == TextSize::Title) font.setWeight(QFont::DemiBold);
  return font;
}

QFont Theme::codeFont(TextSize size) const {
  QFont font = this->font(size);
  font.setFamilies({codeFamily(), QStringLiteral("Noto Sans Mono CJK SC"), QLatin1String(kChineseFamily)});
  font.setStyleHint(QFont::Monospace);
  return font;
}

void Theme::setCodeFamily(const QString& family) {
  codeFamily_ = family;
  refresh();
}

QString Theme::codeFamily() const {
  static const QString preferred = firstInstalledCodeFamily();
  return codeFamily_.isEmpty() ? preferred : codeFamily_;
}

void Theme::setScale(double scale) {
  const double wanted = std::clamp(scale, kSmallestScale, kLargestScale);
  if (std::exchange(scale_, wanted) != wanted) refresh();
}

void Theme::setMotion(Motion motion) {
  motion_ = motion;
  refresh();
}

QIcon Theme::icon(const QString& name, Colour token) const {
  return iconIn(name, [token](const Theme& theme) { return theme.colour(token); });
}

QIcon Theme::icon(const QString& name, const QColor& tone) const {
  return iconIn(name, [tone](const Theme&) { return tone; });
}

QIcon Theme::contextDot(int index) const {
  return iconIn(QStringLiteral("dot"), [index](const Theme& theme) { return theme.contextColour(index); });
}

QIcon Theme::iconIn(const QString& name, std::function<QColor(const Theme&)> tone) const {
  const auto toneIn = [theme = QPointer<const Theme>(this), tone = std::move(tone)](QIcon::Mode mode) {
    if (!theme) return QColor();
    return mode == QIcon::Disabled ? theme->colour(Colour::Disabled) : tone(*theme);
  };
  return QIcon(new SvgIcon(name, toneIn));
}

Theme::~Theme() {
  if (applied_ && qApp) QApplication::setFont(systemFont_);
}

void Theme::applyToApplication() {
  applied_ = true;
  refresh();
}

void Theme::refresh() {
  if (applied_) {
    applyStyle();
    QApplication::setPalette(palette());
    QApplication::setFont(font());
    qApp->setStyleSheet(styleSheet());
  }
  emit changed();
}

void Theme::applyStyle() {
  if (!style_) {
    style_ = new ScaledStyle;
    style_->setMessageIcon(QStyle::SP_MessageBoxInformation, icon(QStringLiteral("note"), Colour::Accent));
    style_->setMessageIcon(QStyle::SP_MessageBoxQuestion, icon(QStringLiteral("question"), Colour::Accent));
    style_->setMessageIcon(QStyle::SP_MessageBoxWarning, icon(QStringLiteral("warning"), Colour::Orange));
    style_->setMessageIcon(QStyle::SP_MessageBoxCritical, icon(QStringLiteral("error"), Colour::Vermilion));
    QApplication::setWindowIcon(icon(QStringLiteral("vmscope"), Colour::Accent));
    QApplication::setStyle(style_);
  }
  style_->setIconExtent(iconExtent());
}

QPalette Theme::palette() const {
  QPalette palette;
  palette.setColor(QPalette::Window, colour(Colour::Raised));
  palette.setColor(QPalette::WindowText, colour(Colour::Text));
  palette.setColor(QPalette::Base, colour(Colour::Surface));
  palette.setColor(QPalette::AlternateBase, colour(Colour::Raised));
  palette.setColor(QPalette::Text, colour(Colour::Text));
  palette.setColor(QPalette::PlaceholderText, colour(Colour::Muted));
  palette.setColor(QPalette::Button, colour(Colour::Raised));
  palette.setColor(QPalette::ButtonText, colour(Colour::Text));
  palette.setColor(QPalette::BrightText, colour(Colour::Vermilion));
  palette.setColor(QPalette::ToolTipBase, colour(Colour::Raised));
  palette.setColor(QPalette::ToolTipText, colour(Colour::Text));
  palette.setColor(QPalette::Highlight, selection());
  palette.setColor(QPalette::HighlightedText, colour(Colour::Text));
  palette.setColor(QPalette::Link, colour(Colour::Accent));
  palette.setColor(QPalette::LinkVisited, colour(Colour::Accent));
  palette.setColor(QPalette::Light, colour(Colour::Surface));
  palette.setColor(QPalette::Midlight, colour(Colour::Raised));
  palette.setColor(QPalette::Mid, colour(Colour::Line));
  palette.setColor(QPalette::Dark, colour(Colour::Line));
  palette.setColor(QPalette::Shadow, colour(Colour::Sunken));
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
    palette.setColor(QPalette::Disabled, role, colour(Colour::Disabled));
  }
  return palette;
}

QString Theme::styleSheet() const {
  return styleSheetFor(*this);
}

}  // namespace vmscope::ui
