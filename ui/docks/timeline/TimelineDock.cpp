#include "ui/docks/timeline/TimelineDock.h"

#include <QAction>
#include <QEvent>
#include <QFileDialog>
#include <QKeySequence>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/Workbench.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/client/TraceClient.h"
#include "ui/docks/microtasks/LanesView.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/docks/parts/DockBar.h"
#include "ui/docks/parts/DockHint.h"
#include "ui/docks/timeline/MomentModels.h"
#include "ui/docks/timeline/PastMoment.h"
#include "ui/docks/timeline/TimelineStrip.h"
#include "ui/docks/timeline/TraceLog.h"
#include "ui/docks/timeline/TraceModel.h"
#include "ui/docks/timeline/TraceReplay.h"
#include "ui/docks/values/TableLook.h"
#include "ui/theme/Theme.h"
#include "ui/workspace/WholeFile.h"

namespace vmscope::ui {
namespace {
constexpr int kListRows = 3;            // that the lists have room for, where they are there at all
constexpr int kRowsForWords = 7;        // of the dock, where the strip has words
constexpr double kShareOfScene = 0.55;  // of the width
}  // namespace

TimelineDock::TimelineDock(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      log_(TraceLog::of(workbench.session())),
      past_(PastMoment::of(workbench.session())),
      model_(new TraceModel(log_, workbench.theme(), this)),
      board_(new QueueBoard(this)),
      moduleMoments_(new ModuleMomentModel(workbench.theme(), this)),
      consoleMoments_(new ConsoleMomentModel(workbench.theme(), this)),
      replay_(std::make_unique<TraceReplay>([this](int position) -> const TraceRecord& { return log_.at(position); },
                                            [this](qint64 index) { return log_.find(index); })) {
  EngineContexts& contexts = workbench.session().contexts();
  model_->setContextNames([&contexts](int id) { return contexts.nameOf(id); });
  consoleMoments_->setContextColours([&contexts](int id) { return contexts.colourOf(id); });
  strip_ = new TimelineStrip(log_, workbench.theme(), this);
  rows_ = new QTableView(this);
  rows_->setAccessibleName(tr("Recorded rows"));
  rows_->setModel(model_);
  applyTableLook(*rows_, workbench.theme());
  auto* splitter = new QSplitter(Qt::Horizontal, this);
  splitter->addWidget(rows_);
  scene_ = makeMoment();
  splitter->addWidget(scene_);
  splitter->setChildrenCollapsible(false);
  splitter->setSizes({qRound(1000 * (1 - kShareOfScene)), qRound(1000 * kShareOfScene)});
  moment_ = splitter;
  moment_->installEventFilter(this);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeBar());
  layout->addWidget(strip_);
  empty_ = new DockHint(tr("Record, then run something: each job, checkpoint, module status and console line is kept, "
                           "and you can go back through them."),
                        this);
  connect(empty_->offer(tr("Record and run")), &QPushButton::clicked, this, [this] {
    record(true);
    workbench_.runCurrentDocument();
  });
  layout->addWidget(empty_);
  layout->addWidget(splitter, 1);
  layout->addStretch(0);
  connectLog();
  goTo(past_.scene() ? past_.scene()->position : log_.count() - 1);
  updateWords();
}

TimelineDock::~TimelineDock() = default;

int TimelineDock::position() const {
  return replay_->position();
}

QAction* TimelineDock::addStep(const char* icon, const QString& text, const QKeySequence& keys) {
  auto* action = new QAction(text, this);
  action->setObjectName(QLatin1String(icon));
  action->setIcon(workbench_.theme().icon(QLatin1String(icon)));
  action->setShortcut(keys);
  action->setToolTip(QStringLiteral("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
  connect(&workbench_.theme(), &Theme::changed, action,
          [this, action, icon] { action->setIcon(workbench_.theme().icon(QLatin1String(icon))); });
  addAction(action);
  return action;
}

QWidget* TimelineDock::makeBar() {
  auto* bar = new DockBar(workbench_.theme(), this);
  record_ = addStep("record", tr("Record"), Qt::CTRL | Qt::ALT | Qt::Key_R);
  record_->setCheckable(true);
  back_ = addStep("step-back", tr("One row back"), Qt::CTRL | Qt::ALT | Qt::Key_Left);
  forward_ = addStep("step-forward", tr("One row forward"), Qt::CTRL | Qt::ALT | Qt::Key_Right);
  now_ = addStep("now", tr("Back to now"), Qt::CTRL | Qt::ALT | Qt::Key_End);
  bar->addButton(*record_, DockBar::Words::Beside);
  bar->addButton(*back_);
  bar->addButton(*forward_);
  nowButton_ = bar->addButton(*now_, DockBar::Words::Beside);
  words_ = bar->addWords();
  exports_ = bar->addButton("export", tr("Export"));
  exports_->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(exports_);
  menu->addAction(tr("Rows as &JSON…"), this, [this] { askWhereTo(Format::Rows); });
  menu->addAction(tr("&Trace events for Perfetto…"), this, [this] { askWhereTo(Format::TraceEvents); });
  exports_->setMenu(menu);
  return bar;
}

QListView* TimelineDock::makeList(const QString& name, QAbstractItemModel* model) {
  auto* list = new QListView(this);
  list->setAccessibleName(name);
  list->setModel(model);
  list->setUniformItemSizes(true);
  list->setSelectionMode(QAbstractItemView::NoSelection);
  return list;
}

QWidget* TimelineDock::makeMoment() {
  auto* splitter = new QSplitter(Qt::Vertical, this);
  lanes_ = new LanesView(*board_, workbench_.theme(), splitter);
  lanes_->setAccessibleName(tr("Queues at this moment, one lane each"));
  EngineContexts& contexts = workbench_.session().contexts();
  lanes_->setContextColours([&contexts](int id) { return contexts.colourOf(id); });
  auto* lower = new QSplitter(Qt::Horizontal, splitter);
  console_ = makeList(tr("Console at this moment"), consoleMoments_);
  modules_ = makeList(tr("Modules at this moment"), moduleMoments_);
  lower->addWidget(console_);
  lower->addWidget(modules_);
  lower->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
  splitter->addWidget(lanes_);
  splitter->addWidget(lower);
  lists_ = lower;
  return splitter;
}

// Where there is little room, the rows have it: the docks of queues, modules and console show the moment, too.
void TimelineDock::arrange() {
  const int row = workbench_.theme().rowHeight();
  const bool isLow = height() < strip_->sizeHint().height() + kRowsForWords * row;
  strip_->setMaximumHeight(isLow ? strip_->minimumSizeHint().height() : QWIDGETSIZE_MAX);
  const QSize least = lanes_->leastUsefulSize();
  const int room = moment_->height();
  scene_->setVisible(room >= least.height() && width() * kShareOfScene >= least.width());
  lists_->setVisible(room >= lanes_->sizeHint().height() + kListRows * row);
}

// The recording's part comes with its first row.
bool TimelineDock::eventFilter(QObject* watched, QEvent* event) {
  if (watched == moment_ && event->type() == QEvent::Resize) arrange();
  return QWidget::eventFilter(watched, event);
}

void TimelineDock::connectLog() {
  connect(record_, &QAction::triggered, this, &TimelineDock::record);
  connect(back_, &QAction::triggered, this, [this] { goTo(position() - 1); });
  connect(forward_, &QAction::triggered, this, [this] { goTo(position() + 1); });
  connect(now_, &QAction::triggered, this, [this] { goTo(log_.count() - 1); });
  connect(&past_, &PastMoment::changed, this, [this] {
    if (!past_.scene() && !follows_) goTo(log_.count() - 1);
  });
  connect(strip_, &TimelineStrip::scrubbed, this, &TimelineDock::goTo);
  connect(rows_, &QTableView::clicked, this, [this](const QModelIndex& index) { goTo(index.row()); });
  connect(rows_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
    if (index.isValid() && rows_->hasFocus() && index.row() != position()) goTo(index.row());
  });
  connect(rows_, &QTableView::activated, this, [this](const QModelIndex& index) {
    const SourcePlace& place = log_.at(index.row()).place;
    if (!place.url.isEmpty()) workbench_.navigator().open(place);
  });
  connect(&log_, &TraceLog::recordingChanged, this, &TimelineDock::updateWords);
  connect(&log_, &TraceLog::cleared, this, [this] {
    replay_->restart();
    follows_ = true;
    showMoment();
  });
  connect(&log_, &TraceLog::appended, this, [this] {
    if (follows_) return goTo(log_.count() - 1);
    updateWords();
  });
  connect(&log_, &TraceLog::droppedOldest, this, [this](int count) {
    const int kept = std::max(-1, position() - count);
    replay_->restart();
    goTo(kept);
  });
  connect(&log_, &TraceLog::failed, this, [this](const QString& reason) {
    workbench_.showStatus(reason, Workbench::StatusKind::Warning);
    updateWords();
  });
  connect(&workbench_.session(), &EngineSession::stateChanged, this, &TimelineDock::updateWords);
  connect(&workbench_.session(), &EngineSession::ready, this, [this] {
    updateWords();
    if (log_.isOfEarlierEngine())
      workbench_.showStatus(
          tr("The engine is a fresh one, and the docks show it. The timeline keeps the recording of "
             "the one before."));
  });
}

void TimelineDock::record(bool on) {
  if (on) {
    log_.start();
  } else {
    log_.stop();
  }
  updateWords();
}

void TimelineDock::goTo(int position) {
  replay_->goTo(std::clamp(position, -1, log_.count() - 1));
  follows_ = replay_->position() == log_.count() - 1;
  showMoment();
}

void TimelineDock::showMoment() {
  const int at = position();
  nameLanes();
  moduleMoments_->show(replay_->modules());
  consoleMoments_->show(replay_->console());
  console_->scrollToBottom();
  model_->setPresent(at);
  strip_->setPresent(at);
  if (at >= 0) {
    rows_->setCurrentIndex(model_->index(at, 0));
    rows_->scrollTo(model_->index(at, 0));
  } else {
    rows_->clearSelection();
  }
  tellMoment();
  updateWords();
}

// The newest row is now, so that what is recorded and what is shown go on together. What an earlier engine did is shown
// here alone: the other docks have the queues and modules of the fresh one.
void TimelineDock::tellMoment() {
  if (follows_ || log_.isOfEarlierEngine()) return past_.leave();
  const int at = position();
  PastMoment::Scene scene;
  scene.position = at;
  scene.words = at < 0 ? tr("the start of the recording")
                       : tr("%1, row %L2 of %L3").arg(momentText(log_.at(at).at)).arg(at + 1).arg(log_.count());
  scene.lanes = board_->lanes();
  scene.modules = modulesThen();
  const int heard = at < 0 ? 0 : at;
  scene.consoleCalls = log_.at(heard).consoleCalls;
  if (at < 0 && scene.consoleCalls && log_.at(0).kind == TraceRecord::Kind::Console) --*scene.consoleCalls;
  past_.show(std::move(scene));
}

// What the recording tells of later had not been linked then, as far as it knows.
QHash<QString, ModuleStatus> TimelineDock::modulesThen() const {
  QHash<QString, ModuleStatus> statuses;
  for (int row = position() + 1; row < log_.count(); ++row) {
    if (log_.at(row).kind == TraceRecord::Kind::ModuleStatus)
      statuses.insert(log_.at(row).moduleId, ModuleStatus::Unlinked);
  }
  for (const ModuleMoment& module : replay_->modules()) statuses.insert(module.id, module.status);
  return statuses;
}

// A recording knows queues by number; people know them by their contexts, and the main one by the engine's name for it.
void TimelineDock::nameLanes() {
  std::vector<Lane> lanes = replay_->lanes();
  for (Lane& lane : lanes) {
    for (const EngineContext& context : workbench_.session().contexts().all()) {
      if (context.queueId != lane.id) continue;
      lane.contexts.push_back(context.id);
      if (lane.name.isEmpty())
        lane.name = context.isMain ? QStringLiteral("default") : workbench_.session().contexts().nameOf(context.id);
    }
    if (lane.name.isEmpty()) lane.name = tr("queue %1").arg(lane.id);
  }
  board_->showLanes(std::move(lanes));
}

void TimelineDock::updateWords() {
  const bool isUsable = workbench_.session().isUsable();
  record_->setEnabled(isUsable);
  exports_->setEnabled(isUsable && log_.count() > 0 && !log_.isOfEarlierEngine());
  record_->setChecked(log_.isRecording());
  record_->setText(log_.isRecording() ? tr("Stop recording") : tr("Record"));
  back_->setEnabled(position() >= 0);
  forward_->setEnabled(position() + 1 < log_.count());
  now_->setEnabled(!follows_);
  nowButton_->setVisible(!follows_);
  const bool isEmpty = log_.count() == 0;
  empty_->setVisible(isEmpty);
  strip_->setVisible(!isEmpty);
  moment_->setVisible(!isEmpty);
  QString words;
  if (log_.count() > 0)
    words = position() < 0 ? tr("before the first of %L1 rows").arg(log_.count()) : model_->sentence(position());
  if (log_.isOfEarlierEngine()) words = tr("recorded in the engine before this one: %1").arg(words);
  if (log_.dropped() > 0) words += tr(" · oldest dropped: %L1").arg(log_.dropped());
  words_->setText(words);
  strip_->setAccessibleDescription(words);
}

void TimelineDock::askWhereTo(Format format) {
  const QString name = format == Format::Rows ? QStringLiteral("trace.json") : QStringLiteral("trace-events.json");
  const QString path = QFileDialog::getSaveFileName(this, tr("Export recording"), name, tr("JSON (*.json)"));
  if (!path.isEmpty()) exportTo(path, format);
}

void TimelineDock::exportTo(const QString& path, Format format) {
  using protocol::trace::ExportParams;
  ExportParams params;
  params.format = format == Format::Rows ? ExportParams::Format::Json : ExportParams::Format::TraceEvent;
  workbench_.session()
      .trace()
      .exportTrace(params)
      .then(this,
            [this, path](const protocol::trace::ExportResult& result) {
              const auto reason = writeWhole(path, result.content);
              if (!reason) return workbench_.showStatus(tr("Recording written to %1").arg(path));
              workbench_.showStatus(tr("%1 could not be written: %2").arg(path, *reason),
                                    Workbench::StatusKind::Warning);
            })
      .otherwise(this, [this](const ProtocolError& error) {
        workbench_.showStatus(error.message, Workbench::StatusKind::Warning);
      });
}

}  // namespace vmscope::ui
