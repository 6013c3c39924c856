#include "ui/window/Layouts.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QResizeEvent>
#include <QSettings>
#include <algorithm>
#include <array>

#include "ui/theme/Mnemonic.h"

namespace vmscope::ui {

namespace {

constexpr int kStateVersion = 1;
constexpr double kTeachingScale = 1.5;

using enum DockPlace::Join;

constexpr std::array kEditing{
    DockPlace{"contexts", Qt::LeftDockWidgetArea},
    DockPlace{"console", Qt::BottomDockWidgetArea},
};

constexpr std::array kDebugging{
    DockPlace{"contexts", Qt::LeftDockWidgetArea},
    DockPlace{"microtasks", Qt::RightDockWidgetArea, Beside, 1},
    DockPlace{"modules", Qt::RightDockWidgetArea, Beside, 1},
    DockPlace{"inspector", Qt::RightDockWidgetArea, Tabbed},
    DockPlace{"memory", Qt::RightDockWidgetArea, Tabbed},
    DockPlace{"console", Qt::BottomDockWidgetArea, Beside, 5},
    DockPlace{"timeline", Qt::BottomDockWidgetArea, Tabbed},
    DockPlace{"debugger", Qt::BottomDockWidgetArea, Beside, 4},
    DockPlace{"timers", Qt::BottomDockWidgetArea, Tabbed},
};

constexpr std::array kTeaching{
    DockPlace{"microtasks", Qt::RightDockWidgetArea, Beside, 2},
    DockPlace{"modules", Qt::RightDockWidgetArea, Beside, 3},
    DockPlace{"console", Qt::BottomDockWidgetArea},
    DockPlace{"timeline", Qt::BottomDockWidgetArea, Tabbed},
};

constexpr std::array kLayouts{
    LayoutRow{"editing", QT_TRANSLATE_NOOP("Layouts", "&Editing"), 1.0, 200, 0, 300, kEditing},
    LayoutRow{"debugging", QT_TRANSLATE_NOOP("Layouts", "&Debugging"), 1.0, 170, 370, 320, kDebugging},
    LayoutRow{"teaching", QT_TRANSLATE_NOOP("Layouts", "&Teaching"), kTeachingScale, 0, 500, 300, kTeaching,
              Qt::RightDockWidgetArea},
};

// Queues and modules are what a person comes for.
constexpr auto kFirstLayout = "debugging";
constexpr auto kSavedSize = "layouts/size";

constexpr std::array kAreas{Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea, Qt::BottomDockWidgetArea};

Qt::Orientation lengthwise(Qt::DockWidgetArea area) {
  return area == Qt::BottomDockWidgetArea ? Qt::Horizontal : Qt::Vertical;
}

QString stateKey(const QString& layout) {
  return QStringLiteral("layouts/%1").arg(layout);
}

}  // namespace

std::span<const LayoutRow> layoutRows() {
  return kLayouts;
}

bool isLayout(const QString& id) {
  return std::ranges::any_of(kLayouts, [&](const LayoutRow& layout) { return id == QLatin1String(layout.id); });
}

Layouts::Layouts(QMainWindow& window, QHash<QString, QDockWidget*> docks)
    : QObject(&window), window_(window), docks_(std::move(docks)), group_(new QActionGroup(this)) {
  int number = 0;
  for (const LayoutRow& layout : kLayouts) {
    const QString label = QCoreApplication::translate("Layouts", layout.label);
    auto* action = group_->addAction(label);
    action->setCheckable(true);
    action->setObjectName(QLatin1String(layout.id));
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + number++)));
    labelAction(*action, label, tr("Layout: %1").arg(withoutMnemonic(label)));
    connect(action, &QAction::triggered, this, [this, id = QString::fromLatin1(layout.id)] { apply(id); });
  }
}

void Layouts::restore(const QSettings& settings) {
  for (const LayoutRow& layout : kLayouts) {
    const QString id = QLatin1String(layout.id);
    if (const QByteArray state = settings.value(stateKey(id)).toByteArray(); !state.isEmpty())
      states_.insert(id, state);
  }
  const QString id = settings.value(QStringLiteral("layouts/current"), QLatin1String(kFirstLayout)).toString();
  emit scaleWanted(row(id).scale);
  take(id);
  savedSize_ = settings.value(kSavedSize).toSize();
  if (savedSize_ == window_.size() && window_.isVisible()) savedSize_ = {};
  if (savedSize_.isValid()) window_.installEventFilter(this);
}

// What is restored before the window is shown, or before a maximized one has its size, is out of proportion then.
bool Layouts::eventFilter(QObject* watched, QEvent* event) {
  const bool isShown = event->type() == QEvent::Show;
  const bool hasItsSize = (isShown || event->type() == QEvent::Resize) && savedSize_ == window_.size();
  if (window_.isVisible() && (isShown || hasItsSize)) {
    if (hasItsSize) savedSize_ = {};
    QMetaObject::invokeMethod(
        this, [this] { take(current_); }, Qt::QueuedConnection);
  }
  if (!savedSize_.isValid()) window_.removeEventFilter(this);
  return QObject::eventFilter(watched, event);
}

void Layouts::save(QSettings& settings) const {
  for (auto state = states_.cbegin(); state != states_.cend(); ++state)
    settings.setValue(stateKey(state.key()), state.value());
  settings.setValue(stateKey(current_), window_.saveState(kStateVersion));
  settings.setValue(QStringLiteral("layouts/current"), current_);
  settings.setValue(kSavedSize, window_.size());
}

void Layouts::apply(const QString& id) {
  savedSize_ = {};
  if (!current_.isEmpty()) states_.insert(current_, window_.saveState(kStateVersion));
  take(id);
  emit scaleWanted(row(id).scale);
}

void Layouts::reset() {
  savedSize_ = {};
  states_.remove(current_);
  arrange(row(current_));
}

QList<QAction*> Layouts::actions() const {
  return group_->actions();
}

const LayoutRow& Layouts::row(const QString& id) const {
  const auto found =
      std::ranges::find_if(kLayouts, [&](const LayoutRow& layout) { return id == QLatin1String(layout.id); });
  return found == kLayouts.end() ? kLayouts.front() : *found;
}

void Layouts::take(const QString& id) {
  const LayoutRow& layout = row(id);
  current_ = QLatin1String(layout.id);
  for (QAction* action : group_->actions()) action->setChecked(action->objectName() == current_);
  const QByteArray state = states_.value(current_);
  if (state.isEmpty() || !window_.restoreState(state, kStateVersion)) arrange(layout);
}

void Layouts::arrange(const LayoutRow& layout) {
  for (QDockWidget* dock : docks_) {
    dock->setFloating(false);
    dock->hide();
    window_.removeDockWidget(dock);
  }
  window_.setCorner(Qt::BottomRightCorner, layout.bottomRight);
  for (const Qt::DockWidgetArea area : kAreas) place(layout, area);
  for (QDockWidget* dock : docks_) {
    // A dock that the layout leaves out keeps a place to come back to.
    if (window_.dockWidgetArea(dock) == Qt::NoDockWidgetArea) {
      window_.addDockWidget(Qt::RightDockWidgetArea, dock);
      dock->hide();
    }
  }
  resize(layout);
}

void Layouts::place(const LayoutRow& layout, Qt::DockWidgetArea area) {
  QDockWidget* previous = nullptr;
  QDockWidget* firstTab = nullptr;
  for (const DockPlace& place : layout.places) {
    QDockWidget* dock = docks_.value(QLatin1String(place.dock));
    if (place.area != area || !dock) continue;
    if (previous && place.join == Tabbed) {
      window_.tabifyDockWidget(previous, dock);
    } else {
      window_.addDockWidget(area, dock, lengthwise(area));
      if (firstTab) firstTab->raise();
      firstTab = dock;
    }
    dock->show();
    previous = dock;
  }
  if (firstTab) firstTab->raise();
}

void Layouts::resize(const LayoutRow& layout) {
  for (const Qt::DockWidgetArea area : kAreas) {
    QList<QDockWidget*> besides;
    QList<int> shares;
    for (const DockPlace& place : layout.places) {
      QDockWidget* dock = docks_.value(QLatin1String(place.dock));
      if (place.area != area || place.join == Tabbed || !dock) continue;
      besides << dock;
      shares << place.share * 100;
    }
    if (besides.isEmpty()) continue;
    window_.resizeDocks(besides, shares, lengthwise(area));
    const bool isBottom = area == Qt::BottomDockWidgetArea;
    const int across = isBottom                         ? layout.bottomHeight * window_.height() / 1000
                       : area == Qt::LeftDockWidgetArea ? layout.leftWidth * window_.width() / 1000
                                                        : layout.rightWidth * window_.width() / 1000;
    window_.resizeDocks(besides, QList<int>(besides.size(), across), isBottom ? Qt::Vertical : Qt::Horizontal);
  }
}

}  // namespace vmscope::ui
