#pragma once

#include <QHash>
#include <QList>
#include <QString>

class QAction;
class QMenuBar;

namespace vmscope::ui {

// What the menus are made of: actions by their object's name, and lists of actions by a name of the list.
using MenuActions = QHash<QString, QList<QAction*>>;

// Fills the menu bar by the one table that says what stands in which menu.
void fillMenuBar(QMenuBar& bar, const MenuActions& actions);

}  // namespace vmscope::ui
