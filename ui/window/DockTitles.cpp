#include "ui/window/DockTitles.h"

#include <QDockWidget>
#include <QMainWindow>
#include <algorithm>

namespace vmscope::ui {

DockTitles::DockTitles(QMainWindow& window, QList<QDockWidget*> docks)
    : QObject(&window), window_(window), docks_(std::move(docks)) {
  soon_.setSingleShot(true);
  soon_.setInterval(0);
  connect(&soon_, &QTimer::timeout, this, &DockTitles::update);
  const auto restart = [this] { soon_.start(); };
  for (QDockWidget* dock : docks_) {
    connect(dock, &QDockWidget::dockLocationChanged, this, restart);
    connect(dock, &QDockWidget::topLevelChanged, this, restart);
    connect(dock, &QDockWidget::visibilityChanged, this, restart);
  }
}

void DockTitles::update() {
  for (QDockWidget* dock : docks_) {
    const QList<QDockWidget*> others = window_.tabifiedDockWidgets(dock);
    const bool isTabbed =
        !dock->isFloating() && std::ranges::any_of(others, [](const QDockWidget* other) { return !other->isHidden(); });
    if (isTabbed == (dock->titleBarWidget() != nullptr)) continue;
    QWidget* before = dock->titleBarWidget();
    dock->setTitleBarWidget(isTabbed ? new QWidget(dock) : nullptr);
    delete before;
  }
}

}  // namespace vmscope::ui
