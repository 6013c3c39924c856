#include "ui/window/Menus.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <algorithm>
#include <array>

namespace vmscope::ui {

namespace {

// One menu. Its entries are names of actions or of lists of actions; "|" is a separator, ">name" a menu within it.
struct MenuRow {
  const char* name;
  const char* title;  // translated in the context "Menus"
  const char* entries;
};

constexpr std::array kBar{"file", "edit", "run", "debug", "view", "help"};

constexpr std::array kMenus{
    MenuRow{"file", QT_TRANSLATE_NOOP("Menus", "&File"),
            "file.new file.open openWorkspace openSample | file.save file.saveAs file.saveAll | file.close | quit"},
    MenuRow{"edit", QT_TRANSLATE_NOOP("Menus", "&Edit"),
            "edit.undo edit.redo | edit.cut edit.copy edit.paste edit.selectAll | >find >lines >cursors >folding |"
            " edit.complete edit.goToLine | preferences"},
    MenuRow{"find", QT_TRANSLATE_NOOP("Menus", "&Find"), "edit.find edit.findNext edit.findPrevious | edit.replace"},
    MenuRow{"lines", QT_TRANSLATE_NOOP("Menus", "&Lines"),
            "edit.toggleComment edit.indent edit.unindent | edit.duplicateLine edit.deleteLine |"
            " edit.moveLineUp edit.moveLineDown"},
    MenuRow{"cursors", QT_TRANSLATE_NOOP("Menus", "Cur&sors"),
            "edit.addCursorAbove edit.addCursorBelow | edit.selectNextOccurrence edit.selectAllOccurrences"},
    MenuRow{"folding", QT_TRANSLATE_NOOP("Menus", "F&olding"), "edit.toggleFold | edit.foldAll edit.unfoldAll"},
    MenuRow{"run", QT_TRANSLATE_NOOP("Menus", "&Run"),
            "run debug stop | holdQueue stepQueue drainQueue | freshEngine collectGarbage"},
    MenuRow{"debug", QT_TRANSLATE_NOOP("Menus", "&Debug"),
            "debugging runToCursor | edit.toggleBreakpoint edit.changeBreakpoint"},
    MenuRow{"view", QT_TRANSLATE_NOOP("Menus", "&View"),
            "commandPalette | >docks >layout >panes | >size >theme | view.whitespace"},
    MenuRow{"docks", QT_TRANSLATE_NOOP("Menus", "&Docks"), "docks"},
    MenuRow{"layout", QT_TRANSLATE_NOOP("Menus", "&Layout"), "layouts | resetLayout"},
    MenuRow{"panes", QT_TRANSLATE_NOOP("Menus", "&Tabs and panes"),
            "view.nextTab view.previousTab | view.splitRight view.splitDown | view.nextPane view.moveToNextPane"},
    MenuRow{"size", QT_TRANSLATE_NOOP("Menus", "&Size"),
            "view.zoomIn view.zoomOut view.zoomReset | zoomIn zoomOut zoomReset"},
    MenuRow{"theme", QT_TRANSLATE_NOOP("Menus", "T&heme"), "themeSystem themeLight themeDark"},
    MenuRow{"help", QT_TRANSLATE_NOOP("Menus", "&Help"), "about"},
};

const MenuRow& rowOf(const QString& name) {
  const auto row = std::ranges::find_if(kMenus, [&](const MenuRow& each) { return name == QLatin1String(each.name); });
  Q_ASSERT_X(row != kMenus.end(), "Menus", qPrintable(name));
  return *row;
}

QString titleOf(const MenuRow& row) {
  return QCoreApplication::translate("Menus", row.title);
}

void fill(QMenu& menu, const MenuRow& row, const MenuActions& actions) {
  menu.setObjectName(QLatin1String("menu.") + QLatin1String(row.name));
  for (const QString& entry : QString::fromLatin1(row.entries).split(u' ')) {
    if (entry == u"|") {
      menu.addSeparator();
    } else if (entry.startsWith(u'>')) {
      const MenuRow& within = rowOf(entry.sliced(1));
      fill(*menu.addMenu(titleOf(within)), within, actions);
    } else {
      Q_ASSERT_X(actions.contains(entry), "Menus", qPrintable(entry));
      menu.addActions(actions.value(entry));
    }
  }
}

}  // namespace

void fillMenuBar(QMenuBar& bar, const MenuActions& actions) {
  for (const char* name : kBar) {
    const MenuRow& row = rowOf(QLatin1String(name));
    fill(*bar.addMenu(titleOf(row)), row, actions);
  }
}

}  // namespace vmscope::ui
