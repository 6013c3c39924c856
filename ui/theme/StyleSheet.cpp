#include "ui/theme/StyleSheet.h"

#include <QFile>
#include <QRegularExpression>
#include <array>
#include <utility>

#include "ui/theme/Theme.h"

namespace vmscope::ui {

namespace {

struct NamedColour {
  const char* name;
  Colour token;
};

constexpr std::array kColours{
    NamedColour{"@surface", Colour::Surface},    NamedColour{"@raised", Colour::Raised},
    NamedColour{"@sunken", Colour::Sunken},      NamedColour{"@text", Colour::Text},
    NamedColour{"@muted", Colour::Muted},        NamedColour{"@disabled", Colour::Disabled},
    NamedColour{"@line", Colour::Line},          NamedColour{"@accent", Colour::Accent},
    NamedColour{"@on-accent", Colour::OnAccent}, NamedColour{"@vermilion", Colour::Vermilion},
};

}  // namespace

QString styleSheetFor(const Theme& theme) {
  QFile file(QStringLiteral(":/vmscope/themes/window.qss"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QString sheet = QString::fromUtf8(file.readAll());
  // A style sheet takes pictures from files only, so those it names stand in both tones among the resources.
  const QLatin1String folder(theme.isDark() ? ":/vmscope/icons/on-dark/" : ":/vmscope/icons/on-light/");
  sheet.replace(QLatin1String("@up-arrow"), folder + QLatin1String("chevron-up.svg"));
  sheet.replace(QLatin1String("@arrow"), folder + QLatin1String("chevron-down.svg"));
  sheet.replace(QLatin1String("@closed-branch"), folder + QLatin1String("chevron-right.svg"));
  sheet.replace(QLatin1String("@open-branch"), folder + QLatin1String("chevron-down.svg"));
  sheet.replace(QLatin1String("@tick"), folder + QLatin1String("tick.svg"));
  sheet.replace(QLatin1String("@hover"), theme.tint(Colour::Text, 0.08).name());
  sheet.replace(QLatin1String("@pressed"), theme.tint(Colour::Text, 0.14).name());
  sheet.replace(QLatin1String("@selection"), theme.selection().name());
  sheet.replace(QLatin1String("@warning"), theme.tint(Colour::Vermilion, 0.14).name());
  for (const NamedColour& named : kColours) sheet.replace(QLatin1String(named.name), theme.colour(named.token).name());
  // What is drawn beside text grows with it.
  static const QRegularExpression grown(QStringLiteral(R"(@grown\((\d+)\))"));
  for (auto size = grown.match(sheet); size.hasMatch(); size = grown.match(sheet))
    sheet.replace(size.captured(0),
                  QString::number(qRound(size.captured(1).toInt() * theme.scale())) + QStringLiteral("px"));
  sheet.replace(QLatin1String("@row"), QString::number(theme.rowHeight()));
  sheet.replace(QLatin1String("@small-font"), QString::number(theme.font(TextSize::Small).pointSizeF()));
  sheet.replace(QLatin1String("@title-font"), QString::number(theme.font(TextSize::Title).pointSizeF()));
  return sheet;
}

}  // namespace vmscope::ui
