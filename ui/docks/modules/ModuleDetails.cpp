#include "ui/docks/modules/ModuleDetails.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QIcon>
#include <QLocale>
#include <QPixmap>
#include <QStringList>
#include <algorithm>
#include <vector>

#include "ui/docks/modules/ModuleGraph.h"
#include "ui/docks/modules/ModuleTableModel.h"
#include "ui/docks/values/StyledText.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

constexpr int kImportsListed = 8;

struct Text {
  Q_DECLARE_TR_FUNCTIONS(ModuleDetails)
};

QString link(const Theme& theme, const QString& target, const QString& text) {
  return QStringLiteral("<a style='color:%1' href='%2'>%3</a>")
      .arg(theme.colour(Colour::Accent).name(), target, text.toHtmlEscaped());
}

QString moduleLink(const ModuleGraph& graph, const Theme& theme, int module) {
  return link(theme, QStringLiteral("module:%1").arg(module), graph.modules()[module].shortName());
}

QString signOf(const Theme& theme, const Mark& mark) {
  if (mark.iconName.isEmpty()) {
    return QStringLiteral("<span style='color:%1'>%2</span>").arg(theme.colour(mark.colour).name(), mark.glyph);
  }
  QByteArray png;
  QBuffer buffer(&png);
  buffer.open(QIODevice::WriteOnly);
  // As large as the glyphs beside it, and sharp on this screen.
  const int side = QFontMetrics(theme.font(TextSize::Small)).ascent();
  theme.icon(mark.iconName, mark.colour).pixmap({side, side}, qGuiApp->devicePixelRatio()).save(&buffer, "PNG");
  return QStringLiteral("<img style='vertical-align: middle' width='%1' height='%1' src='data:image/png;base64,%2'>")
      .arg(QString::number(side), QString::fromLatin1(png.toBase64()));
}

QString importsText(const ModuleGraph& graph, const Theme& theme, int module) {
  QStringList parts;
  int count = 0;
  for (const ModuleImport& import : graph.imports()) {
    if (import.from != module || ++count > kImportsListed) continue;
    QString part = QStringLiteral("'%1'").arg(import.specifier.toHtmlEscaped());
    if (!import.attributes.isEmpty()) part += QStringLiteral(" {%1}").arg(import.attributes.toHtmlEscaped());
    part += import.to < 0 ? Text::tr(" (not linked)") : QStringLiteral(" → ") + moduleLink(graph, theme, import.to);
    parts << part;
  }
  if (count > kImportsListed) parts << Text::tr("%1 more").arg(count - kImportsListed);
  return parts.isEmpty() ? Text::tr("Imports nothing.") : Text::tr("Imports %1.").arg(parts.join(QStringLiteral(", ")));
}

QString importersText(const ModuleGraph& graph, const Theme& theme, int module) {
  QStringList parts;
  int count = 0;
  for (const ModuleImport& import : graph.imports()) {
    if (import.to == module && ++count <= kImportsListed) parts << moduleLink(graph, theme, import.from);
  }
  if (count > kImportsListed) parts << Text::tr("%1 more").arg(count - kImportsListed);
  return parts.isEmpty() ? Text::tr("Nothing imports it.")
                         : Text::tr("Imported by %1.").arg(parts.join(QStringLiteral(", ")));
}

struct LegendEntry {
  QString text;  // rich
  double width = 0;
};

// Without a place to break: Chinese may break between any two characters.
QString unbroken(const QString& words) {
  constexpr QChar kJoiner(0x2060);
  QString out;
  for (const QChar letter : words) {
    if (!out.isEmpty()) out += kJoiner;
    out += letter == u' ' ? QChar(QChar::Nbsp) : letter;
  }
  return out;
}

LegendEntry legendEntry(const Theme& theme, const Mark& mark, std::ptrdiff_t count) {
  const QFontMetricsF metrics(theme.font(TextSize::Small));
  const double sign = mark.iconName.isEmpty() ? metrics.horizontalAdvance(mark.glyph) : metrics.ascent();
  LegendEntry entry{signOf(theme, mark) + QStringLiteral("&nbsp;") + unbroken(mark.word),
                    sign + metrics.horizontalAdvance(QLatin1Char(' ') + mark.word)};
  if (count == 0) return entry;
  const QString number = QLocale().toString(static_cast<qlonglong>(count));
  entry.text +=
      QStringLiteral("&nbsp;<span style='color:%1'>%2</span>").arg(theme.colour(Colour::Text).name(), unbroken(number));
  entry.width += metrics.horizontalAdvance(QLatin1Char(' ') + number);
  return entry;
}

}  // namespace

QString detailsText(const ModuleGraph& graph, const ModuleTableModel& rows, const Theme& theme, int module) {
  const ModuleNode& node = graph.modules()[module];
  const Mark mark = theme.mark(node.status);
  const QString remark = rows.remarkOn(module);
  QStringList lines;
  lines << QStringLiteral("<b>%1</b> %2 %3")
               .arg(link(theme, QStringLiteral("open:%1").arg(module), readableUrl(node.identifier)),
                    signOf(theme, mark), mark.word);
  if (!remark.isEmpty()) lines << remark.toHtmlEscaped();
  lines << importsText(graph, theme, module) + QLatin1Char(' ') + importersText(graph, theme, module);
  return lines.join(QStringLiteral("<br>"));
}

QString pathText(const ModuleGraph& graph, const Theme& theme, int from, int to, const std::vector<int>& path) {
  if (path.empty()) {
    return Text::tr("No imports lead from %1 to %2.").arg(moduleLink(graph, theme, from), moduleLink(graph, theme, to));
  }
  QStringList steps{moduleLink(graph, theme, from)};
  for (int import : path) {
    steps << QStringLiteral("<i>%1</i>").arg(graph.imports()[import].specifier.toHtmlEscaped());
    steps << moduleLink(graph, theme, graph.imports()[import].to);
  }
  return Text::tr("Imports on the way: %1.<br>%2").arg(QString::number(path.size()), steps.join(QStringLiteral(" → ")));
}

// Rich text may always break after a picture, so that the lines are made here.
QString legendText(const ModuleGraph& graph, const Theme& theme, int width) {
  std::vector<LegendEntry> entries;
  for (const ModuleStatus status :
       {ModuleStatus::Unlinked, ModuleStatus::Linking, ModuleStatus::Linked, ModuleStatus::Evaluating,
        ModuleStatus::Evaluated, ModuleStatus::AwaitingTopLevel, ModuleStatus::Errored})
    entries.push_back(
        legendEntry(theme, theme.mark(status), std::ranges::count(graph.modules(), status, &ModuleNode::status)));
  entries.push_back(legendEntry(theme, {QStringLiteral("┄"), {}, Colour::Orange, Text::tr("cycle")}, 0));
  const double gap = 3 * QFontMetricsF(theme.font(TextSize::Small)).horizontalAdvance(u' ');
  QString text;
  double used = 0;
  for (const LegendEntry& entry : entries) {
    const bool fits = used + gap + entry.width <= width;
    if (!text.isEmpty()) text += fits ? QStringLiteral("&nbsp;&nbsp; ") : QStringLiteral("<br>");
    used = fits || text.isEmpty() ? used + gap + entry.width : entry.width;
    text += entry.text;
  }
  return text;
}

}  // namespace vmscope::ui
