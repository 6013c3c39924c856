#pragma once

#include <QAbstractTableModel>
#include <QTimer>
#include <functional>

#include "ui/docks/microtasks/QueueJob.h"

namespace vmscope::ui {

class QueueBoard;
class Theme;

// The lanes as a table: every job of every queue, the running one first, in the order in which they will run.
// GUI thread; owned by the microtasks dock.
class JobTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Number, Queue, Standing, Kind, Handler, Place, Context, Cause, ColumnCount };
  enum Role { JobRole = Qt::UserRole };

  JobTableModel(QueueBoard& board, const Theme& theme, QObject* parent = nullptr);

  void setContextNames(std::function<QString(int)> nameOf) { nameOf_ = std::move(nameOf); }
  // Null also where the job has not been read.
  const QueueJob* jobAt(int row) const;
  int rowOfJob(qint64 jobId) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 private:
  void beginAnew();
  void count();
  // -1 as the position is the running job's.
  const Lane* laneOf(int row, qint64& position) const;
  QString standing(qint64 position) const;
  QString text(const QueueJob& job, int column) const;
  QVariant unread(const Lane& lane, qint64 position, int column) const;

  QueueBoard& board_;
  const Theme& theme_;
  std::function<QString(int)> nameOf_;
  std::vector<int> firstRows_;  // of each lane
  int rows_ = 0;
  QTimer later_;
};

}  // namespace vmscope::ui
