#include "ui/docks/values/TextStyle.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>
#include <cmath>

namespace vmscope::ui {
namespace {

// A part of "255", "50%" or, of an alpha, "0.5".
double part(const QString& text, double whole) {
  return text.endsWith(QLatin1Char('%')) ? text.chopped(1).toDouble() / 100 * whole : text.toDouble();
}

QColor functionColour(const QString& name, const QStringList& parts) {
  const double alpha = parts.size() > 3 ? part(parts[3], 1) : 1;
  if (name.startsWith(QLatin1String("rgb"))) {
    const auto channel = [&](int i) { return static_cast<float>(qBound(0.0, part(parts[i], 255) / 255, 1.0)); };
    return QColor::fromRgbF(channel(0), channel(1), channel(2), static_cast<float>(qBound(0.0, alpha, 1.0)));
  }
  const double turn = QString(parts[0]).remove(QLatin1String("deg")).toDouble() / 360;
  const auto share = [&](int i) { return static_cast<float>(qBound(0.0, part(parts[i], 1), 1.0)); };
  return QColor::fromHslF(static_cast<float>(turn - std::floor(turn)), share(1), share(2),
                          static_cast<float>(qBound(0.0, alpha, 1.0)))
      .toRgb();
}

// CSS writes a colour's alpha behind it, Qt before it.
QColor hexColour(const QString& text) {
  if (text.size() == 5)
    return hexColour(QStringLiteral("#%1%1%2%2%3%3%4%4").arg(text[1]).arg(text[2]).arg(text[3]).arg(text[4]));
  return QColor::fromString(text.size() == 9 ? QLatin1Char('#') + text.mid(7) + text.mid(1, 6) : text);
}

QColor colourOf(const QString& text) {
  static const QRegularExpression function(QStringLiteral("^(rgba?|hsla?)\\(([^)]*)\\)"));
  static const QRegularExpression between(QStringLiteral("[\\s,/]+"));
  if (text.startsWith(QLatin1Char('#'))) return hexColour(text.section(QLatin1Char(' '), 0, 0));
  const QRegularExpressionMatch match = function.match(text);
  if (!match.hasMatch()) return QColor::fromString(text.section(QLatin1Char(' '), 0, 0));
  const QStringList parts = match.captured(2).split(between, Qt::SkipEmptyParts);
  return parts.size() < 3 ? QColor() : functionColour(match.captured(1), parts);
}

using Apply = void (*)(TextStyle&, const QString&);

const QHash<QString, Apply>& properties() {
  static const Apply background = [](TextStyle& style, const QString& value) { style.background = colourOf(value); };
  static const QHash<QString, Apply> table{
      {QStringLiteral("color"), [](TextStyle& style, const QString& value) { style.colour = colourOf(value); }},
      {QStringLiteral("background"), background},
      {QStringLiteral("background-color"), background},
      {QStringLiteral("font-weight"),
       [](TextStyle& style, const QString& value) {
         style.isBold = value.startsWith(QLatin1String("bold")) || value.toInt() >= 600;
       }},
      {QStringLiteral("font-style"),
       [](TextStyle& style, const QString& value) {
         style.isItalic = value == QLatin1String("italic") || value == QLatin1String("oblique");
       }},
      {QStringLiteral("text-decoration"), [](TextStyle& style, const QString& value) {
         style.isUnderlined = value.contains(QLatin1String("underline"));
         style.isStruckOut = value.contains(QLatin1String("line-through"));
       }}};
  return table;
}

}  // namespace

TextStyle textStyle(const QString& css) {
  TextStyle style;
  for (const QString& declaration : css.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
    const QString name = declaration.section(QLatin1Char(':'), 0, 0).trimmed().toLower();
    const QString value = declaration.section(QLatin1Char(':'), 1).trimmed().toLower();
    if (const Apply apply = properties().value(name)) apply(style, value);
  }
  return style;
}

}  // namespace vmscope::ui
