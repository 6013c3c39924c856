#include "ui/window/DockShortcuts.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QShortcut>

namespace vmscope::ui {

DockShortcuts::DockShortcuts(QMainWindow& window) : QObject(&window), window_(window) {}

void DockShortcuts::add(QDockWidget& dock, DockEntry::Keys keys) {
  connect(&dock, &QDockWidget::visibilityChanged, this, [this, &dock](bool isSeen) {
    if (isSeen) {
      seen_.insert(&dock);
    } else {
      seen_.remove(&dock);
    }
  });
  for (QAction* action : dock.widget()->findChildren<QAction*>()) {
    if (action->shortcut().isEmpty() || action->shortcutContext() != Qt::WindowShortcut) continue;
    window_.addAction(action);  // a hidden widget's shortcuts are not heard
    if (keys == DockEntry::Keys::BringToFront) bringToFrontBy(*action, dock);
  }
}

void DockShortcuts::bringToFrontBy(QAction& action, QDockWidget& dock) {
  connect(&action, &QAction::triggered, &dock, [this, &dock] {
    if (!seen_.contains(&dock)) bringToFront(dock);
  });
  // A disabled action is deaf.
  auto* instead = new QShortcut(action.shortcut(), &window_);
  connect(instead, &QShortcut::activated, &dock, [&dock] { bringToFront(dock); });
  const auto update = [this, instead, &action, &dock] {
    instead->setEnabled(!action.isEnabled() && !seen_.contains(&dock));
  };
  connect(&action, &QAction::enabledChanged, instead, update);
  connect(&dock, &QDockWidget::visibilityChanged, instead, update);
  update();
}

void DockShortcuts::bringToFront(QDockWidget& dock) {
  dock.show();
  dock.raise();
}

}  // namespace vmscope::ui
