#include "ui/window/DockTitles.h"

#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <algorithm>

namespace vmscope::ui {

namespace {

constexpr auto kTitle = "vmscope.title";

}  // namespace

DockTitles::DockTitles(QMainWindow& window, QList<QDockWidget*> docks)
    : QObject(&window), window_(window), docks_(std::move(docks)) {
  soon_.setSingleShot(true);
  soon_.setInterval(0);
  connect(&soon_, &QTimer::timeout, this, &DockTitles::update);
  const auto restart = [this] { soon_.start(); };
  for (QDockWidget* dock : docks_) {
    give(*dock, Title::Name);
    connect(dock, &QDockWidget::dockLocationChanged, this, restart);
    connect(dock, &QDockWidget::topLevelChanged, this, restart);
    connect(dock, &QDockWidget::visibilityChanged, this, restart);
  }
}

void DockTitles::update() {
  for (QDockWidget* dock : docks_) {
    const Title title = titleFor(*dock);
    if (dock->property(kTitle).toInt() != static_cast<int>(title)) give(*dock, title);
  }
}

DockTitles::Title DockTitles::titleFor(QDockWidget& dock) const {
  if (dock.isFloating()) return Title::Frame;
  const QList<QDockWidget*> others = window_.tabifiedDockWidgets(&dock);
  const bool isTabbed = std::ranges::any_of(others, [](const QDockWidget* other) { return !other->isHidden(); });
  return isTabbed ? Title::Tab : Title::Name;
}

// A bar of the dock's own would not take the font of the theme.
void DockTitles::give(QDockWidget& dock, Title title) {
  QWidget* before = dock.titleBarWidget();
  QWidget* bar = nullptr;
  if (title == Title::Tab) bar = new QWidget(&dock);
  if (title == Title::Name) {
    bar = new QLabel(dock.windowTitle(), &dock);
    bar->setProperty("role", "dock-title");
  }
  dock.setTitleBarWidget(bar);
  dock.setProperty(kTitle, static_cast<int>(title));
  delete before;
}

}  // namespace vmscope::ui
