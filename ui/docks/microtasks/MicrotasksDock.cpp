#include "ui/docks/microtasks/MicrotasksDock.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/Workbench.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/docks/microtasks/JobTableModel.h"
#include "ui/docks/microtasks/LanesView.h"
#include "ui/docks/microtasks/QueueActions.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/docks/microtasks/QueueWatch.h"
#include "ui/docks/microtasks/StuckModel.h"
#include "ui/docks/parts/DockBar.h"
#include "ui/docks/parts/DockHint.h"
#include "ui/docks/timeline/PastBar.h"
#include "ui/docks/timeline/PastMoment.h"
#include "ui/docks/values/TableLook.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {
constexpr int kStuckRowsShown = 3;
}

MicrotasksDock::MicrotasksDock(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      board_(new QueueBoard(this)),
      feed_(new QueueFeed(workbench.session(), *board_, this)),
      actions_(new QueueActions(workbench.session(), *board_, workbench.theme(), this)),
      jobs_(new JobTableModel(*board_, workbench.theme(), this)),
      stuckWaits_(new StuckModel(workbench.theme(), this)) {
  EngineContexts& contexts = workbench.session().contexts();
  jobs_->setContextNames([&contexts](int id) { return contexts.nameOf(id); });
  chosen_ = makeCaption(this);
  chosen_->setAccessibleName(tr("Chosen job"));
  chosen_->setTextFormat(Qt::RichText);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeBar());
  layout->addWidget(new PastBar(PastMoment::of(workbench.session()), workbench.theme(), this));
  layout->addWidget(makePages(), 1);
  layout->addWidget(makeStuckList());
  layout->addWidget(chosen_);
  lanes_->setContextColours([&contexts](int id) { return contexts.colourOf(id); });
  for (QAction* action :
       {actions_->hold(), actions_->step(), actions_->stepNext(), actions_->runTo(), actions_->drain()})
    addAction(action);
  connectBoard();
  updateWords();
}

QWidget* MicrotasksDock::makeBar() {
  auto* bar = new DockBar(workbench_.theme(), this);
  for (QAction* action :
       {actions_->hold(), actions_->step(), actions_->stepNext(), actions_->runTo(), actions_->drain()})
    bar->addButton(*action, action == actions_->hold() ? DockBar::Words::Beside : DockBar::Words::Hidden);
  bar->addStretch();
  exactness_ = new QLabel(bar);
  exactness_->setProperty("role", "caption");
  bar->add(*exactness_);
  asTable_ = bar->addButton("table", tr("Show as table"));
  asTable_->setCheckable(true);
  connect(asTable_, &QToolButton::toggled, this, [this](bool table) {
    const qint64 chosen = board_->currentJob();  // a table that gets the focus chooses its first row
    pages_->setCurrentIndex(table ? 1 : 0);
    board_->chooseJob(chosen);
  });
  return bar;
}

QWidget* MicrotasksDock::makePages() {
  pages_ = new QStackedWidget(this);
  lanes_ = new LanesView(*board_, workbench_.theme(), pages_);
  empty_ = new DockHint(tr("Jobs appear here while they wait. Hold a queue, then run a script."), lanes_->viewport());
  QPushButton* hold = empty_->offer(tr("Hold the queue and run"));
  connect(hold, &QPushButton::clicked, this, [this] {
    if (actions_->hold()->isEnabled() && !actions_->hold()->isChecked()) actions_->hold()->trigger();
    workbench_.runCurrentDocument();
  });
  lanes_->setBelow(*empty_);
  table_ = new QTableView(pages_);
  table_->setAccessibleName(tr("Jobs of all queues"));
  table_->setModel(jobs_);
  table_->setContextMenuPolicy(Qt::CustomContextMenu);
  applyTableLook(*table_, workbench_.theme());
  pages_->addWidget(lanes_);
  pages_->addWidget(table_);
  return pages_;
}

QWidget* MicrotasksDock::makeStuckList() {
  stuck_ = new QListView(this);
  stuck_->setAccessibleName(tr("Stuck awaits"));
  stuck_->setModel(stuckWaits_);
  stuck_->setUniformItemSizes(true);
  stuck_->hide();
  connect(stuck_, &QListView::activated, this, [this](const QModelIndex& index) {
    const SourcePlace& place = stuckWaits_->wait(index.row()).place;
    if (!place.url.isEmpty()) workbench_.navigator().open(place);
  });
  return stuck_;
}

void MicrotasksDock::connectBoard() {
  connect(board_, &QueueBoard::lanesReset, this, &MicrotasksDock::updateWords);
  connect(board_, &QueueBoard::laneChanged, this, &MicrotasksDock::updateWords);
  connect(board_, &QueueBoard::laneRead, this, &MicrotasksDock::updateWords);
  connect(board_, &QueueBoard::choiceChanged, this, [this] {
    updateWords();
    showChosenRow();
  });
  connect(lanes_, &LanesView::jobActivated, this, &MicrotasksDock::goToJob);
  connect(lanes_, &LanesView::menuWanted, this, &MicrotasksDock::showJobMenu);
  connect(table_, &QTableView::activated, this,
          [this](const QModelIndex& index) { goToJob(index.data(JobTableModel::JobRole).toLongLong()); });
  connect(table_, &QTableView::clicked, this, [this](const QModelIndex& index) {
    const qint64 jobId = index.data(JobTableModel::JobRole).toLongLong();
    board_->chooseJob(jobId);
    goToJob(jobId);
  });
  connect(chosen_, &QLabel::linkActivated, this,
          [this](const QString& link) { link == u"cause" ? goToCause() : goToJob(board_->currentJob()); });
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
    if (index.isValid() && pages_->currentWidget() == table_)
      board_->chooseJob(index.data(JobTableModel::JobRole).toLongLong());
  });
  connect(table_, &QTableView::customContextMenuRequested, this,
          [this](const QPoint& position) { showJobMenu(table_->viewport()->mapToGlobal(position)); });
  connect(jobs_, &JobTableModel::modelReset, this, &MicrotasksDock::keepChosenRow);
  connect(feed_, &QueueFeed::stuckFound, this, &MicrotasksDock::showStuck);
  connect(&QueueWatch::of(workbench_.session()), &QueueWatch::failed, this,
          [this](const QString& reason) { workbench_.showStatus(reason, Workbench::StatusKind::Warning); });
  connect(actions_, &QueueActions::told, this, [this](const QString& sentence) { workbench_.showStatus(sentence); });
  connect(&workbench_, &Workbench::currentContextChanged, this, &MicrotasksDock::chooseQueueOf);
}

void MicrotasksDock::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  feed_->setWatching(true);
}

void MicrotasksDock::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  feed_->setWatching(false);
}

void MicrotasksDock::chooseQueueOf(int executionContextId) {
  for (const Lane& lane : board_->lanes()) {
    const auto& contexts = lane.contexts;
    if (std::find(contexts.begin(), contexts.end(), executionContextId) != contexts.end())
      return board_->chooseQueue(lane.id);
  }
}

void MicrotasksDock::goToJob(qint64 jobId) {
  const QueueJob* job = board_->findJob(jobId);
  if (!job) return;
  if (!job->enqueuedAt.url.isEmpty()) workbench_.navigator().open(job->enqueuedAt, Emphasis::Enqueuer);
  if (!job->place.url.isEmpty()) workbench_.navigator().open(job->place);
}

void MicrotasksDock::goToCode() {
  const QueueJob* job = board_->findJob(board_->currentJob());
  if (job && !job->place.url.isEmpty()) workbench_.navigator().open(job->place);
}

void MicrotasksDock::goToCause() {
  const QueueJob* job = board_->findJob(board_->currentJob());
  if (job && !job->enqueuedAt.url.isEmpty()) workbench_.navigator().open(job->enqueuedAt, Emphasis::Enqueuer);
}

QString MicrotasksDock::sentenceOf(const QueueJob& job) const {
  return tr("Job %1: %2 of %3, runs in %4, %5.")
      .arg(QString::number(job.id), workbench_.theme().mark(job.kind).word, job.handlerText(),
           workbench_.session().contexts().nameOf(job.executionContextId), job.causeText());
}

void MicrotasksDock::copyJob() {
  if (const QueueJob* job = board_->findJob(board_->currentJob()))
    QGuiApplication::clipboard()->setText(sentenceOf(*job));
}

// What a click does at once can be had one by one here, also from the keyboard.
void MicrotasksDock::showJobMenu(const QPoint& globalPosition) {
  const QueueJob* job = board_->findJob(board_->currentJob());
  if (!job) return;
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addAction(tr("Go to its &code"), this, &MicrotasksDock::goToCode)->setEnabled(!job->place.url.isEmpty());
  menu->addAction(tr("Go to where it was en&queued"), this, &MicrotasksDock::goToCause)
      ->setEnabled(!job->enqueuedAt.url.isEmpty());
  const qint64 cause = job->cause == QueueJob::Cause::Job ? job->causeJob : 0;
  menu->addAction(tr("Choose the &job that enqueued it"), this, [this, cause] { board_->chooseJob(cause); })
      ->setEnabled(board_->findJob(cause) != nullptr);
  menu->addSeparator();
  menu->addAction(actions_->runTo());
  menu->addSeparator();
  menu->addAction(tr("Copy as &text"), this, &MicrotasksDock::copyJob);
  menu->popup(globalPosition);
}

void MicrotasksDock::showStuck(const std::vector<StuckWait>& waits) {
  std::vector<qint64> jobs;
  for (const StuckWait& stuck : waits) jobs.push_back(stuck.jobId);
  stuckWaits_->setWaits(waits);
  stuck_->setVisible(!waits.empty());
  const int rows = std::min<int>(kStuckRowsShown, static_cast<int>(waits.size()));
  stuck_->setFixedHeight(rows * workbench_.theme().rowHeight() + Theme::space(Space::Tiny));
  lanes_->setStuckJobs(std::move(jobs));
}

void MicrotasksDock::updateWords() {
  const bool anything = !board_->lanes().empty();
  const bool anyJob = std::any_of(board_->lanes().begin(), board_->lanes().end(),
                                  [](const Lane& lane) { return lane.running || lane.length > 0; });
  empty_->setVisible(!anyJob && !PastMoment::of(workbench_.session()).scene());
  exactness_->setText(!anything ? QString() : board_->isExact() ? tr("exact") : tr("approximate"));
  exactness_->setToolTip(
      board_->isExact()
          ? tr("The jobs are read from V8's own queues.")
          : tr("V8's queues cannot be read here; the jobs are inferred from promise hooks and some may be missing."));
  const Theme& theme = workbench_.theme();
  if (const QueueJob* job = board_->findJob(board_->currentJob())) {
    const QString accent = theme.colour(Colour::Accent).name();
    const auto link = [&](const QString& text, const char* target, const SourcePlace& place) {
      const QString escaped = text.toHtmlEscaped();
      return place.url.isEmpty()
                 ? escaped
                 : QStringLiteral("<a style='color:%1' href='%2'>%3</a>").arg(accent, QLatin1String(target), escaped);
    };
    const QString name = workbench_.session().contexts().nameOf(job->executionContextId);
    chosen_->setText(tr("Job %1: %2 of %3, runs in %4, %5.")
                         .arg(QString::number(job->id), theme.mark(job->kind).word,
                              link(job->handlerText(), "job", job->place), name.toHtmlEscaped(),
                              link(job->causeText(), "cause", job->enqueuedAt)));
  } else {
    chosen_->clear();  // the lane itself says how it stands
  }
  chosen_->setVisible(!chosen_->text().isEmpty());
}

void MicrotasksDock::showChosenRow() {
  if (pages_->currentWidget() != table_) return;
  const int row = jobs_->rowOfJob(board_->currentJob());
  if (row >= 0 && row != table_->currentIndex().row()) table_->selectRow(row);
}

// Where a person has scrolled to stays as it is.
void MicrotasksDock::keepChosenRow() {
  table_->setAutoScroll(false);
  showChosenRow();
  table_->setAutoScroll(true);
}

}  // namespace vmscope::ui
