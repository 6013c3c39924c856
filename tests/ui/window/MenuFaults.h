#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QMenu>
#include <QStringList>

namespace vmscope::ui::tests {

inline constexpr qsizetype kMostEntries = 15;

inline QList<QAction*> entriesOf(const QMenu& menu) {
  QList<QAction*> entries = menu.actions();
  entries.removeIf([](const QAction* action) { return action->isSeparator(); });
  return entries;
}

// What a person would miss in a menu, in words.
inline QStringList faultsOf(const QMenu& menu) {
  QStringList faults;
  QHash<QKeySequence, QString> letters;
  for (const QAction* action : entriesOf(menu)) {
    const QKeySequence letter = QKeySequence::mnemonic(action->text());
    if (letter.isEmpty()) faults << action->text() + QStringLiteral(" has no letter");
    if (letters.contains(letter)) faults << action->text() + QStringLiteral(" has the letter of ") + letters[letter];
    letters.insert(letter, action->text());
  }
  if (entriesOf(menu).size() > kMostEntries) faults << menu.title() + QStringLiteral(" is too long");
  return faults;
}

}  // namespace vmscope::ui::tests
