#pragma once

#include <QString>

class QAction;

namespace vmscope::ui {

// A label as it is spoken or searched: without the mark of its mnemonic, be it "&Save" or "保存(&S)".
QString withoutMnemonic(const QString& label);

// A text of somebody else's, such as a file's name, as the label of a menu entry: with its place among the first nine
// as mnemonic.
QString numberedLabel(int number, QString text);

// Gives an action, whose shortcut is known, the label of its menu entry. Buttons show it without its mark. Tooltips,
// the command palette and screen readers have its name, which may say also what the menu around the entry tells:
// "Theme: dark" for "&Dark".
void labelAction(QAction& action, const QString& label, const QString& name = {});

// An action's name, whoever labelled it.
QString nameOf(const QAction& action);

}  // namespace vmscope::ui
