#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QVariantAnimation>
#include <functional>

#include "ui/docks/microtasks/QueueJob.h"
#include "ui/docks/parts/PictureView.h"

namespace vmscope::ui {

class LanePainter;
class QueueBoard;

// One lane for each queue: what runs stands at the left, what waits beside it, head first. Lanes are as high as lets
// all be seen at once; only what is visible is drawn, so that a lane of any length scrolls. GUI thread; owned by its
// dock; JobTableModel says the same as text.
class LanesView : public PictureView {
  Q_OBJECT

 public:
  struct Target {
    int lane = -1;
    int job = -1;  // index among those that wait; kRunning for the one that runs, -1 for none
    static constexpr int kRunning = -2;
  };

  LanesView(QueueBoard& board, const Theme& theme, QWidget* parent = nullptr);
  ~LanesView() override;

  void setContextColours(std::function<int(int)> colourOf);
  // Jobs that nothing will run; they are marked.
  void setStuckJobs(std::vector<qint64> jobIds);
  // What stands below the lanes while it is visible.
  void setBelow(QWidget& below);
  Target targetAt(const QPoint& position) const;
  // Where a target is drawn in the viewport, at rest.
  QRect rectOf(const Target& target) const;
  // How far down the lanes reach, when they are not scrolled.
  int lanesHeight() const;
  bool isMoving() const { return motion_.state() == QAbstractAnimation::Running; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  // The least room in which a job that waits is seen.
  QSize leastUsefulSize() const;

 signals:
  void jobActivated(qint64 jobId);
  // For the chosen job.
  void menuWanted(const QPoint& globalPosition);

 protected:
  void draw(QPainter& painter) override;
  QString tipAt(const QPoint& position) const override;
  bool go(int key) override;
  void activateChosen() override;
  QRect chosenRect() const override;
  void wantMenu(std::optional<QPoint> position, const QPoint& globalPosition) override;
  QRect focusRing() const override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  // Null also where the job has not been read.
  const QueueJob* jobAt(const Target& target) const;
  qint64 idAt(const Target& target) const;
  void arrange();
  void chooseForm();
  void updateScrollBars();
  int roomBelow() const;
  void rememberPlaces(int row);
  void move(int row);
  void choose(const Target& target);
  void chooseBeside(int step);
  void chooseLane(int step);
  void showChoice();
  void showLane(int row);
  void tellChoice();
  void paintLane(QPainter& painter, int row);
  void paintWaiting(QPainter& painter, int row);
  qreal placeNow(int row, qint64 jobId, qreal rest, qreal entry) const;
  QRect bandOf(int row) const;
  int firstVisibleJob() const;
  int chipLeft(int job) const;
  Target chosen() const;

  QueueBoard& board_;
  std::unique_ptr<LanePainter> lanes_;
  QWidget* below_ = nullptr;
  QVariantAnimation motion_;
  QHash<qint64, qreal> placesBefore_;  // by job, while a lane moves
  int movingRow_ = -1;
  QElapsedTimer sinceMove_;
  int recentMoves_ = 0;
};

}  // namespace vmscope::ui
