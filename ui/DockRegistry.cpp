#include "ui/DockRegistry.h"

#include <QCoreApplication>
#include <QWidget>
#include <array>

#include "ui/docks/console/ConsoleDock.h"

namespace vmscope::ui {

namespace {

template <class Dock>
QWidget* make(Workbench& workbench, QWidget* parent) {
  return new Dock(workbench, parent);
}

constexpr std::array kDocks{
    DockEntry{"console", QT_TRANSLATE_NOOP("DockRegistry", "Console"), "console", Qt::BottomDockWidgetArea,
              make<ConsoleDock>},
};

}  // namespace

std::span<const DockEntry> dockRegistry() {
  return kDocks;
}

QString titleOf(const DockEntry& entry) {
  return QCoreApplication::translate("DockRegistry", entry.title);
}

}  // namespace vmscope::ui
