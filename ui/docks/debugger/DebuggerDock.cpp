#include "ui/docks/debugger/DebuggerDock.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/Workbench.h"
#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/docks/debugger/BreakpointModel.h"
#include "ui/docks/debugger/CallStackModel.h"
#include "ui/docks/debugger/DebugActions.h"
#include "ui/docks/debugger/FrameDelegate.h"
#include "ui/docks/debugger/FrameScopes.h"
#include "ui/docks/debugger/PauseState.h"
#include "ui/docks/debugger/WatchList.h"
#include "ui/docks/parts/DockBar.h"
#include "ui/docks/values/ValueTreeModel.h"
#include "ui/docks/values/ValueTreeView.h"
#include "ui/editor/live/BreakpointBinder.h"
#include "ui/theme/ElidedComboBox.h"
#include "ui/theme/Theme.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {
namespace {
constexpr int kLettersOfChoice = 16;  // that are always seen
}

DebuggerDock::DebuggerDock(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      state_(PauseState::of(workbench.session())),
      binder_(&BreakpointBinder::of(workbench.session(), workbench.workspace())),
      actions_(new DebugActions(workbench.session(), workbench.theme(), this)),
      frames_(new CallStackModel(state_, workbench.theme(), this)),
      scopeTree_(new ValueTreeModel(workbench.theme(), ValueTreeModel::Editing::Values, this)),
      watchTree_(new ValueTreeModel(workbench.theme(), ValueTreeModel::Editing::ValuesAndRootNames, this)),
      breakpointRows_(new BreakpointModel(workbench.workspace().breakpoints(), *binder_, workbench.theme(), this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeBar());
  sentence_ = new QLabel(this);
  sentence_->setProperty("role", "caption");
  sentence_->setWordWrap(true);
  sentence_->setContentsMargins(Theme::space(Space::Small), 0, Theme::space(Space::Small), Theme::space(Space::Tiny));
  layout->addWidget(sentence_);
  auto* splitter = new QSplitter(Qt::Horizontal, this);
  splitter->setChildrenCollapsible(false);
  splitter->addWidget(makeStack());
  splitter->addWidget(makePages());
  splitter->setStretchFactor(0, 2);
  splitter->setStretchFactor(1, 3);
  layout->addWidget(splitter, 1);
  frameScopes_ = new FrameScopes(workbench.session(), *scopeTree_, this);
  watchList_ = new WatchList(workbench, *watchTree_, this);
  for (QAction* action : actions_->all()) addAction(action);
  connectPause();
  showPause();
}

DebuggerDock::~DebuggerDock() = default;

QWidget* DebuggerDock::makeBar() {
  auto* bar = new DockBar(workbench_.theme(), this);
  for (QAction* action : actions_->all()) bar->addButton(*action);
  bar->addStretch();
  bar->add(*makeExceptionsChoice(bar));
  return bar;
}

QComboBox* DebuggerDock::makeExceptionsChoice(QWidget* bar) {
  auto* choice = new ElidedComboBox(bar);
  choice->setAccessibleName(tr("Pause on exceptions"));
  choice->setToolTip(tr("Pause on exceptions"));
  choice->addItem(tr("Exceptions: never pause"), static_cast<int>(PauseOnExceptions::None));
  choice->addItem(tr("Exceptions: pause if uncaught"), static_cast<int>(PauseOnExceptions::Uncaught));
  choice->addItem(tr("Exceptions: always pause"), static_cast<int>(PauseOnExceptions::All));
  choice->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  const auto keepRoom = [this, choice] {
    choice->setMinimumWidth(QFontMetrics(workbench_.theme().font()).averageCharWidth() * kLettersOfChoice);
  };
  connect(&workbench_.theme(), &Theme::changed, choice, keepRoom);
  keepRoom();
  const auto apply = [this, choice] {
    if (!workbench_.session().isUsable()) return;
    workbench_.session().debugger().setPauseOnExceptions(static_cast<PauseOnExceptions>(choice->currentData().toInt()));
  };
  connect(choice, &QComboBox::activated, this, apply);
  connect(&workbench_.session(), &EngineSession::ready, this, apply);
  return choice;
}

QWidget* DebuggerDock::makeStack() {
  stack_ = new QListView(this);
  stack_->setAccessibleName(tr("Call stack"));
  stack_->setModel(frames_);
  stack_->setUniformItemSizes(true);
  stack_->setItemDelegate(new FrameDelegate(workbench_.theme(), CallStackModel::PlaceTextRole, stack_));
  connect(stack_, &QListView::clicked, this, [this](const QModelIndex& index) { goTo(index.row()); });
  connect(stack_, &QListView::activated, this, [this](const QModelIndex& index) { goTo(index.row()); });
  return stack_;
}

QWidget* DebuggerDock::makePages() {
  pages_ = new QTabWidget(this);
  pages_->setDocumentMode(true);
  scopes_ = new ValueTreeView(*scopeTree_, workbench_.theme(), pages_);
  scopes_->setAccessibleName(tr("Scopes"));
  for (const char* type : {"local", "block", "catch", "module"})
    scopes_->openAtFirst(FrameScopes::titleOf(QLatin1String(type), {}));
  pages_->addTab(scopes_, tr("Scopes"));
  pages_->addTab(makeWatchPage(), tr("Watch"));
  pages_->addTab(makeBreakpointsPage(), tr("Breakpoints"));
  return pages_;
}

QWidget* DebuggerDock::makeWatchPage() {
  auto* page = new QWidget(pages_);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  watches_ = new ValueTreeView(*watchTree_, workbench_.theme(), page);
  watches_->setAccessibleName(tr("Watch expressions"));
  auto* remove = new QAction(tr("&Remove watch expression"), watches_);
  remove->setShortcut(QKeySequence::Delete);
  remove->setShortcutContext(Qt::WidgetShortcut);
  watches_->addAction(remove);
  watches_->setContextMenuPolicy(Qt::ActionsContextMenu);
  connect(remove, &QAction::triggered, this, [this] {
    const QModelIndex index = watches_->currentIndex();
    if (index.isValid() && !index.parent().isValid()) watchList_->remove(index.row());
  });
  auto* entry = new QLineEdit(page);
  entry->setPlaceholderText(tr("Expression to watch"));
  entry->setAccessibleName(tr("Expression to watch"));
  connect(entry, &QLineEdit::returnPressed, this, [this, entry] {
    watchList_->add(entry->text());
    entry->clear();
  });
  column->addWidget(watches_, 1);
  column->addWidget(entry);
  return page;
}

QListView* DebuggerDock::makeBreakpointsPage() {
  breakpoints_ = new QListView(pages_);
  breakpoints_->setAccessibleName(tr("Breakpoints"));
  breakpoints_->setModel(breakpointRows_);
  breakpoints_->setUniformItemSizes(true);
  breakpoints_->setItemDelegate(new FrameDelegate(workbench_.theme(), BreakpointModel::PlaceTextRole, breakpoints_));
  auto* remove = new QAction(tr("&Remove breakpoint"), breakpoints_);
  remove->setShortcut(QKeySequence::Delete);
  remove->setShortcutContext(Qt::WidgetShortcut);
  breakpoints_->addAction(remove);
  breakpoints_->setContextMenuPolicy(Qt::ActionsContextMenu);
  connect(remove, &QAction::triggered, this, [this] {
    if (!breakpoints_->currentIndex().isValid()) return;
    const Breakpoint at = breakpointRows_->breakpoint(breakpoints_->currentIndex().row());
    workbench_.workspace().breakpoints().remove(at.document, at.line);
  });
  connect(breakpoints_, &QListView::activated, this, [this](const QModelIndex& index) {
    const Breakpoint& at = breakpointRows_->breakpoint(index.row());
    SourcePlace place;
    place.url = sourceNameOf(workbench_.workspace().urlOf(at.document));
    place.line = at.line;
    workbench_.navigator().open(place);
  });
  return breakpoints_;
}

void DebuggerDock::connectPause() {
  connect(&state_, &PauseState::paused, this, &DebuggerDock::showPause);
  connect(&state_, &PauseState::resumed, this, &DebuggerDock::showPause);
  connect(&state_, &PauseState::frameChosen, this, &DebuggerDock::showFrame);
  connect(&workbench_.session(), &EngineSession::stateChanged, this, [this] { sentence_->setText(pauseSentence()); });
  const auto warn = [this](const QString& reason) { workbench_.showStatus(reason, Workbench::StatusKind::Warning); };
  connect(actions_, &DebugActions::failed, this, warn);
  connect(frameScopes_, &FrameScopes::failed, this, warn);
}

QString DebuggerDock::pauseSentence() const {
  if (!state_.pause()) return tr("Not paused. A breakpoint in an editor's margin, or Pause, stops the program here.");
  const Paused& pause = *state_.pause();
  const QString context = workbench_.session().contexts().nameOf(state_.executionContextId());
  if (pause.exception)
    return tr("Paused in %1 on %2").arg(context, pause.exception->text().section(QLatin1Char('\n'), 0, 0));
  if (!pause.hitBreakpoints.empty()) return tr("Paused in %1 at a breakpoint").arg(context);
  if (pause.reason == u"step") return tr("Paused in %1 after a step").arg(context);
  return tr("Paused in %1").arg(context);
}

void DebuggerDock::showPause() {
  sentence_->setText(pauseSentence());
  if (!state_.pause()) return workbench_.navigator().clear(Emphasis::Execution);
  workbench_.raiseDock(QStringLiteral("debugger"));
}

void DebuggerDock::showFrame() {
  if (const int context = state_.executionContextId()) workbench_.setCurrentContext(context);
  const int row = state_.frameIndex();
  if (row >= frames_->rowCount()) return;
  stack_->setCurrentIndex(frames_->index(row));
  workbench_.navigator().open(frames_->placeOf(row), Emphasis::Execution);
}

void DebuggerDock::goTo(int stackRow) {
  const int frame = frames_->frameAt(stackRow);
  if (frame < 0) return workbench_.navigator().open(frames_->placeOf(stackRow));
  if (frame != state_.frameIndex()) return state_.chooseFrame(frame);
  workbench_.navigator().open(frames_->placeOf(stackRow), Emphasis::Execution);
}

}  // namespace vmscope::ui
