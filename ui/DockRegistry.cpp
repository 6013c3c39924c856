#include "ui/DockRegistry.h"

#include <QCoreApplication>
#include <QWidget>
#include <array>

#include "ui/docks/console/ConsoleDock.h"
#include "ui/docks/contexts/ContextsDock.h"
#include "ui/docks/debugger/DebuggerDock.h"
#include "ui/docks/inspector/InspectorDock.h"
#include "ui/docks/memory/MemoryDock.h"
#include "ui/docks/microtasks/MicrotasksDock.h"
#include "ui/docks/modules/ModulesDock.h"
#include "ui/docks/timeline/TimelineDock.h"
#include "ui/docks/timers/TimersDock.h"
#include "ui/theme/Mnemonic.h"

namespace vmscope::ui {

namespace {

template <class Dock>
QWidget* make(Workbench& workbench, QWidget* parent) {
  return new Dock(workbench, parent);
}

constexpr std::array kDocks{
    DockEntry{"console", QT_TRANSLATE_NOOP("DockRegistry", "&Console"), "console", Qt::BottomDockWidgetArea,
              make<ConsoleDock>},
    DockEntry{"contexts", QT_TRANSLATE_NOOP("DockRegistry", "&Workspace"), "contexts", Qt::LeftDockWidgetArea,
              make<ContextsDock>},
    DockEntry{"debugger", QT_TRANSLATE_NOOP("DockRegistry", "&Debugger"), "debugger", Qt::BottomDockWidgetArea,
              make<DebuggerDock>, DockEntry::Menu::Debug},
    DockEntry{"inspector", QT_TRANSLATE_NOOP("DockRegistry", "&Inspector"), "inspector", Qt::RightDockWidgetArea,
              make<InspectorDock>},
    DockEntry{"memory", QT_TRANSLATE_NOOP("DockRegistry", "&Memory"), "memory", Qt::RightDockWidgetArea,
              make<MemoryDock>},
    DockEntry{"microtasks", QT_TRANSLATE_NOOP("DockRegistry", "Micro&tasks"), "microtasks", Qt::RightDockWidgetArea,
              make<MicrotasksDock>, DockEntry::Menu::None, DockEntry::Keys::BringToFront},
    DockEntry{"modules", QT_TRANSLATE_NOOP("DockRegistry", "M&odules"), "modules", Qt::RightDockWidgetArea,
              make<ModulesDock>},
    DockEntry{"timeline", QT_TRANSLATE_NOOP("DockRegistry", "Time&line"), "timeline", Qt::BottomDockWidgetArea,
              make<TimelineDock>, DockEntry::Menu::None, DockEntry::Keys::BringToFront},
    DockEntry{"timers", QT_TRANSLATE_NOOP("DockRegistry", "Time&rs"), "timers", Qt::RightDockWidgetArea,
              make<TimersDock>},
};

}  // namespace

std::span<const DockEntry> dockRegistry() {
  return kDocks;
}

QString labelOf(const DockEntry& entry) {
  return QCoreApplication::translate("DockRegistry", entry.label);
}

QString titleOf(const DockEntry& entry) {
  return withoutMnemonic(labelOf(entry));
}

}  // namespace vmscope::ui
