#include "ui/DockRegistry.h"

#include <QCoreApplication>
#include <QWidget>
#include <array>

namespace vmscope::ui {

namespace {

template <class Dock>
QWidget* make(Workbench& workbench, QWidget* parent) {
  return new Dock(workbench, parent);
}

// A row is: {"console", QT_TRANSLATE_NOOP("DockRegistry", "Console"), "console", Qt::BottomDockWidgetArea,
// make<ConsoleDock>}
constexpr std::array<DockEntry, 0> kDocks{};

}  // namespace

std::span<const DockEntry> dockRegistry() {
  return kDocks;
}

QString titleOf(const DockEntry& entry) {
  return QCoreApplication::translate("DockRegistry", entry.title);
}

}  // namespace vmscope::ui
