#include "ui/MainWindow.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStatusBar>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/DockRegistry.h"
#include "ui/Workbench.h"
#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineSession.h"
#include "ui/client/HeapProfilerClient.h"
#include "ui/editor/BreakpointMargins.h"
#include "ui/editor/EditorArea.h"
#include "ui/editor/live/LiveEditing.h"
#include "ui/editor/live/RunToCursor.h"
#include "ui/theme/Mnemonic.h"
#include "ui/theme/Theme.h"
#include "ui/window/Actions.h"
#include "ui/window/CommandPalette.h"
#include "ui/window/ContextSelector.h"
#include "ui/window/DockShortcuts.h"
#include "ui/window/DockTitles.h"
#include "ui/window/Layouts.h"
#include "ui/window/Menus.h"
#include "ui/window/Notices.h"
#include "ui/window/Preferences.h"
#include "ui/window/PreferencesDialog.h"
#include "ui/window/QueueControl.h"
#include "ui/window/RunCommands.h"
#include "ui/window/RunControl.h"
#include "ui/window/RunStrip.h"
#include "ui/window/SourceNavigator.h"
#include "ui/window/StatusLine.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

namespace {

constexpr QSize kFirstSize(1440, 900);
constexpr double kZoomStep = 1.1;
constexpr int kBeforeKeepingLook = 500;  // milliseconds
constexpr auto kGeometry = "window/geometry";

// Which documents stood in which tabs; a slash would make the folder's path into groups of settings.
QString editorsKey(const Workspace& workspace) {
  return QStringLiteral("editors/") + QString::fromLatin1(QUrl::toPercentEncoding(workspace.folder()));
}

}  // namespace

MainWindow::MainWindow(const Parts& parts)
    : parts_(parts),
      area_(new EditorArea(parts.workspace, parts.theme, this)),
      navigator_(std::make_unique<SourceNavigator>(SourceNavigator::Parts{*area_, parts.session, parts.workspace})),
      workbench_(
          std::make_unique<Workbench>(Workbench::Parts{parts.session, parts.workspace, parts.theme, *navigator_})),
      runs_(std::make_unique<RunControl>(parts.session)),
      actions_(new Actions(parts.theme, this)),
      palette_(new CommandPalette(parts.theme, this)) {
  setObjectName(QStringLiteral("mainWindow"));
  setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::GroupedDragging);
  setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
  buildCentre();
  buildDocks();
  buildToolBar();
  buildMenus();
  status_ = new StatusLine(*workbench_, *statusBar());
  new RunCommands({*workbench_, *area_, *runs_, *actions_, parts.preferences}, this);
  new QueueControl(*workbench_, *actions_, this);
  connectActions();
  connectThemeActions();
  connectRuns();
  restoreLook();
}

MainWindow::~MainWindow() {
  // What joins editors and engine uses both, and the docks use the workbench; they leave first.
  delete live_;
  qDeleteAll(docks_);
}

void MainWindow::buildCentre() {
  auto* centre = new QWidget(this);
  live_ = new LiveEditing({*area_, parts_.session, parts_.workspace}, this);
  runToCursor_ = new RunToCursor(*area_, parts_.session, this);
  strip_ = new RunStrip(*runs_, parts_.theme, centre);
  auto* notices = new Notices({parts_.session, parts_.workspace, *runs_}, centre);
  auto* column = new QVBoxLayout(centre);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(notices);
  column->addWidget(area_, 1);
  column->addWidget(strip_);
  setCentralWidget(centre);
  connect(notices, &Notices::placeWanted, this, [this](const QString& path, int line, int place) {
    if (Editor* editor = area_->open(path)) editor->goTo({line, place});
  });
  connect(notices, &Notices::documentRecovered, this, [this](Document* document) { area_->showDocument(*document); });
  connect(area_, &EditorArea::cursorMoved, this, &MainWindow::showCursor);
  connect(&parts_.workspace, &Workspace::opened, this, &MainWindow::followWorkspace);
}

void MainWindow::buildDocks() {
  auto* shortcuts = new DockShortcuts(*this);
  for (const DockEntry& entry : dockRegistry()) {
    auto* dock = new QDockWidget(titleOf(entry), this);
    dock->setObjectName(QLatin1String(entry.id));
    dock->setAccessibleName(dock->windowTitle());
    dock->setWidget(entry.create(*workbench_, dock));
    labelAction(*dock->toggleViewAction(), labelOf(entry), tr("Show %1").arg(dock->windowTitle()));
    addDockWidget(entry.area, dock);
    docks_.insert(dock->objectName(), dock);
    shortcuts->add(*dock, entry.keys);
  }
  layouts_ = new Layouts(*this, docks_);
  new DockTitles(*this, docks_.values());
}

void MainWindow::buildToolBar() {
  QToolBar* bar = addToolBar(tr("Main toolbar"));
  bar->setObjectName(QStringLiteral("mainToolBar"));
  bar->setMovable(false);
  bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  for (const ActionId id : {ActionId::Run, ActionId::Debug, ActionId::Stop}) bar->addAction(&(*actions_)[id]);
  bar->addSeparator();
  bar->addWidget(new ContextSelector(*workbench_, bar));
  bar->addSeparator();
  for (const ActionId id : {ActionId::HoldQueue, ActionId::StepQueue, ActionId::DrainQueue}) {
    bar->addAction(&(*actions_)[id]);
  }
  auto* gap = new QWidget(bar);
  gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  bar->addWidget(gap);
  bar->addAction(&(*actions_)[ActionId::CommandPalette]);
}

void MainWindow::buildMenus() {
  MenuActions actions;
  for (QAction* action : actions_->all() + area_->actions() + QList{&runToCursor_->action()}) {
    actions[action->objectName()] << action;
  }
  actions[QStringLiteral("layouts")] = layouts_->actions();
  for (const DockEntry& entry : dockRegistry()) {
    QDockWidget& dock = *docks_.value(QLatin1String(entry.id));
    actions[QStringLiteral("docks")] << dock.toggleViewAction();
    if (entry.menu == DockEntry::Menu::Debug) actions[QStringLiteral("debugging")] << dock.widget()->actions();
  }
  fillMenuBar(*menuBar(), actions);
  area_->setTextActions(actions[QStringLiteral("debugging")] + QList{&runToCursor_->action()});
}

void MainWindow::connectActions() {
  const auto on = [this](ActionId id, auto&& handler) {
    connect(&(*actions_)[id], &QAction::triggered, this, std::forward<decltype(handler)>(handler));
  };
  on(ActionId::FreshEngine, [this] { parts_.session.startFresh(); });
  on(ActionId::CollectGarbage, [this] { parts_.session.heapProfiler().collectGarbage(); });
  on(ActionId::CommandPalette, [this] { palette_->open(actionsOf(*this)); });
  on(ActionId::Preferences, [this] { (new PreferencesDialog(parts_.preferences, this))->open(); });
  on(ActionId::OpenWorkspace, [this] { chooseWorkspace(); });
  on(ActionId::OpenSample, [this] { emit workspaceWanted({}); });
  on(ActionId::Quit, [this] { close(); });
  on(ActionId::ZoomIn, [this] { zoom(parts_.preferences.current().scale * kZoomStep); });
  on(ActionId::ZoomOut, [this] { zoom(parts_.preferences.current().scale / kZoomStep); });
  on(ActionId::ZoomReset, [this] { zoom(1.0); });
  on(ActionId::ResetLayout, [this] { layouts_->reset(); });
  on(ActionId::About, [this] { showAbout(); });
}

void MainWindow::connectThemeActions() {
  struct Row {
    ActionId id;
    BrightnessChoice choice;
  };
  for (const Row& row :
       {Row{ActionId::ThemeSystem, BrightnessChoice::System}, Row{ActionId::ThemeLight, BrightnessChoice::Light},
        Row{ActionId::ThemeDark, BrightnessChoice::Dark}}) {
    QAction* action = &(*actions_)[row.id];
    const auto check = [this, action, choice = row.choice] {
      action->setChecked(parts_.preferences.current().brightness == choice);
    };
    connect(action, &QAction::triggered, this, [this, check, choice = row.choice] {
      Preferences wanted = parts_.preferences.current();
      wanted.brightness = choice;
      parts_.preferences.set(wanted);
      check();
    });
    connect(&parts_.preferences, &PreferenceStore::changed, action, check);
    check();
  }
}

void MainWindow::connectRuns() {
  connect(runs_.get(), &RunControl::finished, live_, [this](const RunReport& report) {
    if (report.problemLine) live_->values().showProblem(report.url, *report.problemLine, report.problem);
  });
  connectDebugging();
  connect(&parts_.session, &EngineSession::stateChanged, strip_, [this](EngineSession::State state) {
    strip_->showProgress(state == EngineSession::State::Paused ? RunProgress::Paused : RunProgress::Running);
  });
  connect(&parts_.session, &EngineSession::ready, strip_, &RunStrip::forget);
  connect(workbench_.get(), &Workbench::dockRaised, this, [this](const QString& id) {
    if (QDockWidget* dock = docks_.value(id)) {
      dock->show();
      dock->raise();
    }
  });
  connect(strip_, &RunStrip::placeWanted, this, [this](const QUrl& url, int line) {
    navigator_->open({sourceNameOf(url), line, 0, {}}, Emphasis::Enqueuer);
  });
}

void MainWindow::connectDebugging() {
  const auto say = [this](const QString& sentence) { workbench_->showStatus(sentence); };
  connect(&area_->breakpointMargins(), &BreakpointMargins::noPlace, this,
          [say](int line) { say(tr("Nothing from line %1 on can stop.").arg(line + 1)); });
  connect(&area_->breakpointMargins(), &BreakpointMargins::movedOn, this, [say](int line, int place) {
    say(tr("Line %1 cannot stop; the breakpoint is at line %2, the next that can.").arg(line + 1).arg(place + 1));
  });
  connect(runToCursor_, &RunToCursor::failed, this, say);
  connect(navigator_.get(), &SourceNavigator::notFound, this, say);
}

void MainWindow::restoreLook() {
  resize(kFirstSize);
  restoreGeometry(parts_.settings.value(kGeometry).toByteArray());
  connect(layouts_, &Layouts::scaleWanted, this, [this](double scale) {
    layoutScale_ = scale;
    applyScale();
  });
  connect(&parts_.preferences, &PreferenceStore::changed, this, &MainWindow::applyScale);
  layouts_->restore(parts_.settings);
  if (!parts_.workspace.folder().isEmpty()) followWorkspace();
  // Not only at the end: a window that is killed comes back with its tabs too.
  keepLook_.setSingleShot(true);
  keepLook_.setInterval(kBeforeKeepingLook);
  connect(area_, &EditorArea::currentEditorChanged, &keepLook_, qOverload<>(&QTimer::start));
  connect(&keepLook_, &QTimer::timeout, this, &MainWindow::saveLook);
}

void MainWindow::fitInto(const QSize& room) {
  if (width() <= room.width() && height() <= room.height()) return;
  resize(size().boundedTo(room));
  setWindowState(windowState() | Qt::WindowMaximized);
}

void MainWindow::saveLook() {
  parts_.settings.setValue(kGeometry, saveGeometry());
  parts_.settings.setValue(editorsKey(parts_.workspace), area_->saveLayout());
  layouts_->save(parts_.settings);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  saveLook();
  event->setAccepted(area_->closeAll());
  if (event->isAccepted()) keepLook_.stop();  // the tabs that have closed now are to come back
}

void MainWindow::stepAside() {
  saveLook();
  hide();  // close() would end the program with its last window
}

void MainWindow::followWorkspace() {
  setWindowTitle(tr("%1 – vmscope").arg(parts_.workspace.name()));
  setWindowFilePath(parts_.workspace.folder());
  area_->restoreLayout(parts_.settings.value(editorsKey(parts_.workspace)).toByteArray());
  // The newest window takes over documents that are open but in no tab: after a change of language.
  for (Document* document : parts_.workspace.documents()) {
    if (area_->editorsOf(*document).empty()) area_->showDocument(*document);
  }
  if (area_->currentEditor()) return;
  for (const WorkspaceContext& context : parts_.workspace.contexts()) {
    if (context.documents.isEmpty()) continue;
    area_->open(context.documents.front());
    return;
  }
}

void MainWindow::showCursor() {
  const Editor* editor = area_->currentEditor();
  if (!editor) return status_->hideCursor();
  const EditorPosition place = editor->cursor();
  status_->showCursor({place.line, place.column, QStringLiteral("UTF-8")});
}

void MainWindow::chooseWorkspace() {
  const QString folder = QFileDialog::getExistingDirectory(this, tr("Open workspace"), parts_.workspace.folder());
  if (!folder.isEmpty()) emit workspaceWanted(folder);
}

void MainWindow::zoom(double scale) {
  Preferences wanted = parts_.preferences.current();
  wanted.scale = scale;
  parts_.preferences.set(wanted);
}

void MainWindow::applyScale() {
  parts_.theme.setScale(parts_.preferences.current().scale * layoutScale_);
}

void MainWindow::showAbout() {
  QMessageBox::about(this, tr("About vmscope"),
                     tr("<p><b>vmscope %1</b></p><p>A laboratory for V8 contexts, microtask queues and modules.</p>"
                        "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                         .arg(QStringLiteral(VMSCOPE_VERSION)));
}

}  // namespace vmscope::ui
