#pragma once

#include <QString>
#include <Qt>
#include <functional>
#include <span>

class QWidget;

namespace vmscope::ui {

class Workbench;

// One dock: a folder under ui/docks/ and a row in DockRegistry.cpp.
struct DockEntry {
  // Which menu shows the actions that the dock's widget has, in front of the menu's own.
  enum class Menu { None, Debug };

  // What the dock's own shortcuts do while it is hidden, besides their work.
  enum class Keys { Act, BringToFront };

  const char* id;     // stable: the layout is remembered by it
  const char* label;  // its entry in the menu, translated in the context "DockRegistry"
  const char* icon;   // base name under resources/icons
  Qt::DockWidgetArea area;
  QWidget* (*create)(Workbench& workbench, QWidget* parent);
  Menu menu = Menu::None;
  Keys keys = Keys::Act;
};

// The docks in the order of their menu. The main window iterates this and knows none by name.
std::span<const DockEntry> dockRegistry();

QString labelOf(const DockEntry& entry);
QString titleOf(const DockEntry& entry);

}  // namespace vmscope::ui
