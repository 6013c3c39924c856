#include "ui/docks/memory/MemoryDock.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/Workbench.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/client/HeapProfilerClient.h"
#include "ui/client/ProfilerClient.h"
#include "ui/client/VmClient.h"
#include "ui/docks/memory/MemoryModel.h"
#include "ui/docks/memory/SnapshotWriter.h"
#include "ui/docks/parts/DockBar.h"
#include "ui/docks/values/TableLook.h"
#include "ui/theme/Theme.h"
#include "ui/workspace/WholeFile.h"

namespace vmscope::ui {
namespace {

constexpr int kSamplingInterval = 200;  // microseconds
constexpr int kWidestBar = 320;

// The share of a context as a number and as a bar behind it. Owned by its table.
class ShareBar : public RowDelegate {
 public:
  using RowDelegate::RowDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    RowDelegate::paint(painter, option, index);
    const int words = option.fontMetrics.horizontalAdvance(QStringLiteral("100.0 %")) + 3 * Theme::space(Space::Small);
    const int thick = option.rect.height() / 3;
    QRectF bar(option.rect.left() + words, option.rect.center().y() - thick / 2,
               std::max(0, std::min(option.rect.width() - words - Theme::space(Space::Group), kWidestBar)), thick);
    bar.setWidth(std::max(1.0, bar.width() * index.data(MemoryModel::FractionRole).toDouble()));
    painter->fillRect(bar, index.data(MemoryModel::ColourRole).value<QColor>());
  }
};

}  // namespace

MemoryDock::MemoryDock(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      model_(new MemoryModel(workbench.theme(), this)),
      snapshots_(new SnapshotWriter(workbench.session(), this)) {
  EngineContexts& contexts = workbench.session().contexts();
  model_->setContextColours([&contexts](int id) { return contexts.colourOf(id); });
  table_ = new QTableView(this);
  table_->setAccessibleName(tr("Memory of each context"));
  table_->setModel(model_);
  applyTableLook(*table_, workbench.theme());
  table_->setItemDelegateForColumn(MemoryModel::Share, new ShareBar(table_));
  words_ = makeCaption(this);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeBar());
  layout->addWidget(makeProgress());
  layout->addWidget(words_);
  layout->addWidget(table_, 1);
  connectSnapshots();
  connect(&workbench.session(), &EngineSession::stateChanged, this, &MemoryDock::updateButtons);
  connect(&workbench.session(), &EngineSession::ended, this, [this] {
    profiling_ = false;
    model_->clear();
    updateButtons();
  });
  updateButtons();
}

QWidget* MemoryDock::makeBar() {
  auto* bar = new DockBar(workbench_.theme(), this);
  const auto add = [bar](const char* icon, const QString& name, const QString& explanation) {
    QToolButton* button = bar->addButton(icon, name, DockBar::Words::Beside);
    button->setToolTip(explanation);
    return button;
  };
  measure_ = add("refresh", tr("Measure"), tr("Ask the engine how much each context holds"));
  collect_ = add("clear", tr("Collect"), tr("Collect garbage, then measure"));
  snapshot_ = add("snapshot", tr("Snapshot…"), tr("Save a heap snapshot, which DevTools opens in its Memory panel"));
  profile_ = add("record", tr("Profile"), tr("Record a CPU profile, which DevTools opens in its Performance panel"));
  bar->addStretch();
  connect(measure_, &QToolButton::clicked, this, &MemoryDock::measure);
  connect(collect_, &QToolButton::clicked, this, [this] {
    workbench_.session()
        .heapProfiler()
        .collectGarbage()
        .then(this, [this](const Done&) { measure(); })
        .otherwise(this, [this](const ProtocolError& error) { warn(error.message); });
  });
  connect(snapshot_, &QToolButton::clicked, this, &MemoryDock::askForSnapshot);
  connect(profile_, &QToolButton::clicked, this, &MemoryDock::toggleProfile);
  return bar;
}

QWidget* MemoryDock::makeProgress() {
  progress_ = new QWidget(this);
  auto* row = new QHBoxLayout(progress_);
  row->setContentsMargins(Theme::space(Space::Small), 0, Theme::space(Space::Small), Theme::space(Space::Tiny));
  bar_ = new QProgressBar(progress_);
  bar_->setAccessibleName(tr("Progress of the snapshot"));
  bar_->setRange(0, 1000);
  cancel_ = new QPushButton(tr("Cancel"), progress_);
  row->addWidget(bar_, 1);
  row->addWidget(cancel_);
  progress_->hide();
  connect(cancel_, &QPushButton::clicked, snapshots_, &SnapshotWriter::cancel);
  return progress_;
}

void MemoryDock::connectSnapshots() {
  connect(snapshots_, &SnapshotWriter::progressed, this, [this](double fraction, qint64 bytes) {
    bar_->setValue(static_cast<int>(fraction * 1000));
    bar_->setFormat(bytes > 0 ? tr("%1 written").arg(bytesText(static_cast<double>(bytes)))
                              : tr("walking the heap, %p %"));
    updateButtons();
  });
  connect(snapshots_, &SnapshotWriter::finished, this, [this](const QString& path, qint64 bytes) {
    workbench_.showStatus(tr("Heap snapshot of %1 written to %2").arg(bytesText(static_cast<double>(bytes)), path));
    updateButtons();
  });
  connect(snapshots_, &SnapshotWriter::cancelled, this, [this] {
    workbench_.showStatus(tr("Heap snapshot cancelled; no file was written"));
    updateButtons();
  });
  connect(snapshots_, &SnapshotWriter::failed, this, &MemoryDock::warn);
}

void MemoryDock::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (model_->rowCount() == 0) measure();
}

void MemoryDock::measure() {
  if (!workbench_.session().isUsable()) return;
  workbench_.session()
      .vm()
      .measureMemory()
      .then(this,
            [this](const protocol::vm::MeasureMemoryResult& measurement) {
              model_->setMeasurement(measurement);
              updateButtons();
            })
      .otherwise(this, [this](const ProtocolError& error) { warn(error.message); });
}

void MemoryDock::askForSnapshot() {
  const QString path = QFileDialog::getSaveFileName(
      this, tr("Save heap snapshot"), QStringLiteral("vmscope.heapsnapshot"), tr("Heap snapshots (*.heapsnapshot)"));
  if (!path.isEmpty()) snapshots_->start(path);
}

void MemoryDock::toggleProfile() {
  if (!profiling_) return startProfile();
  const QString path = QFileDialog::getSaveFileName(this, tr("Save CPU profile"), QStringLiteral("vmscope.cpuprofile"),
                                                    tr("CPU profiles (*.cpuprofile)"));
  if (!path.isEmpty()) saveProfile(path);
}

void MemoryDock::startProfile() {
  workbench_.session()
      .profiler()
      .start(kSamplingInterval)
      .then(this,
            [this](const Done&) {
              profiling_ = true;
              updateButtons();
            })
      .otherwise(this, [this](const ProtocolError& error) { warn(error.message); });
}

void MemoryDock::saveProfile(const QString& path) {
  workbench_.session()
      .profiler()
      .stop()
      .then(this,
            [this, path](const QByteArray& profile) {
              profiling_ = false;
              updateButtons();
              write(path, profile);
            })
      .otherwise(this, [this](const ProtocolError& error) { warn(error.message); });
}

void MemoryDock::write(const QString& path, const QByteArray& content) {
  if (const auto reason = writeWhole(path, content)) {
    return warn(tr("%1 could not be written: %2").arg(path, *reason));
  }
  workbench_.showStatus(tr("CPU profile written to %1").arg(path));
}

void MemoryDock::warn(const QString& reason) {
  workbench_.showStatus(reason, Workbench::StatusKind::Warning);
  updateButtons();
}

void MemoryDock::updateButtons() {
  const bool isUsable = workbench_.session().isUsable();
  for (QToolButton* button : {measure_, collect_, profile_}) button->setEnabled(isUsable);
  snapshot_->setEnabled(isUsable && !snapshots_->isWriting());
  progress_->setVisible(snapshots_->isWriting());
  profile_->setText(profiling_ ? tr("Stop and save…") : tr("Profile"));
  profile_->setAccessibleName(profile_->text());
  const bool isEmpty = model_->rowCount() == 0;
  words_->setText(isEmpty ? tr("What each context holds appears here by its name. Measure asks the engine for it.")
                          : tr("Heap: %1").arg(bytesText(model_->totalBytes())));
}

}  // namespace vmscope::ui
