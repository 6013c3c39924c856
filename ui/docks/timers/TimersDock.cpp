#include "ui/docks/timers/TimersDock.h"

#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/Workbench.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/client/MicrotasksClient.h"
#include "ui/docks/microtasks/QueueWatch.h"
#include "ui/docks/parts/DockBar.h"
#include "ui/docks/timers/TimerTableModel.h"
#include "ui/docks/values/TableLook.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {
constexpr int kCountdownStep = 100;  // milliseconds
}

TimersDock::TimersDock(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      model_(new TimerTableModel(this)),
      table_(new QTableView(this)),
      words_(makeCaption(this)) {
  EngineSession& session = workbench.session();
  model_->setContextNames([&session](int id) { return session.contexts().nameOf(id); });
  table_->setModel(model_);
  table_->setAccessibleName(tr("Timers"));
  applyTableLook(*table_, workbench.theme());
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(words_);
  layout->addWidget(table_, 1);
  layout->addStretch(0);

  const auto open = [this](const QModelIndex& index) {
    const SourcePlace place = model_->placeOf(index.row());
    if (!place.url.isEmpty()) workbench_.navigator().open(place);
  };
  connect(table_, &QTableView::clicked, this, open);
  connect(table_, &QTableView::activated, this, open);
  connect(&session.microtasks(), &MicrotasksClient::timersChanged, this,
          [this](const protocol::microtasks::TimersChangedEvent& event) { model_->setTimers(event.timers); });
  connect(&QueueWatch::of(session), &QueueWatch::started, this, &TimersDock::refresh);
  connect(&session, &EngineSession::ended, this, [this] { model_->setTimers({}); });
  connect(model_, &QAbstractItemModel::modelReset, this, [this] {
    sinceTold_.start();
    updateWords();
  });
  countdown_.setInterval(kCountdownStep);
  connect(&countdown_, &QTimer::timeout, this, [this] {
    if (model_->rowCount() == 0 || !isVisible()) return;
    model_->setPassed(static_cast<double>(sinceTold_.elapsed()));
    updateWords();
  });
  countdown_.start();
  updateWords();
}

// A window that is taken away hides none of its docks first.
TimersDock::~TimersDock() {
  setWatching(false);
}

void TimersDock::setWatching(bool watching) {
  if (watching_ == watching) return;
  watching_ = watching;
  QueueWatch& watch = QueueWatch::of(workbench_.session());
  watching ? watch.add() : watch.remove();
}

void TimersDock::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  setWatching(true);
  refresh();
}

void TimersDock::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  setWatching(false);
}

void TimersDock::refresh() {
  if (!isVisible() || !workbench_.session().isUsable()) return;
  workbench_.session().microtasks().getTimers().then(
      this, [this](const protocol::microtasks::GetTimersResult& result) { model_->setTimers(result.timers); });
}

void TimersDock::updateWords() {
  const bool isEmpty = model_->rowCount() == 0;
  words_->setText(isEmpty
                      ? tr("Timers and immediates appear here while they wait: the macrotasks beside the microtasks.")
                      : model_->sentence());
  table_->setVisible(!isEmpty);
}

}  // namespace vmscope::ui
