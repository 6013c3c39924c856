#include "ui/theme/Mnemonic.h"

#include <QAction>
#include <QCoreApplication>

namespace vmscope::ui {

namespace {

constexpr auto kName = "vmscope.name";
constexpr int kLastDigit = 9;
constexpr qsizetype kAppendedMarkLength = 4;

// "(&S)", as languages without Latin letters have it.
bool isAppendedMark(const QString& label, qsizetype at) {
  const QStringView mark = QStringView(label).mid(at, kAppendedMarkLength);
  return mark.size() == kAppendedMarkLength && mark.startsWith(u"(&") && mark.at(2) != u'&' && mark.endsWith(u')');
}

}  // namespace

QString withoutMnemonic(const QString& label) {
  QString plain;
  for (qsizetype at = 0; at < label.size(); ++at) {
    if (isAppendedMark(label, at)) {
      at += kAppendedMarkLength - 1;
      continue;
    }
    if (label.at(at) == u'&' && at + 1 < label.size()) ++at;
    plain += label.at(at);
  }
  return plain;
}

QString numberedLabel(int number, QString text) {
  text.replace(u'&', QStringLiteral("&&"));
  return number > kLastDigit ? text : QStringLiteral("&%1  %2").arg(number).arg(text);
}

void labelAction(QAction& action, const QString& label, const QString& name) {
  const QString spoken = name.isEmpty() ? withoutMnemonic(label) : name;
  action.setProperty(kName, spoken);
  action.setText(label);
  action.setIconText(withoutMnemonic(label));
  const QString keys = action.shortcut().toString(QKeySequence::NativeText);
  action.setToolTip(keys.isEmpty() ? spoken : QCoreApplication::translate("Mnemonic", "%1 (%2)").arg(spoken, keys));
}

QString nameOf(const QAction& action) {
  const QString name = action.property(kName).toString();
  return name.isEmpty() ? withoutMnemonic(action.text()) : name;
}

}  // namespace vmscope::ui
