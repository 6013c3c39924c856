#pragma once

#include <QAbstractTableModel>
#include <functional>
#include <vector>

#include "inspector/protocol/Microtasks.h"
#include "ui/Navigator.h"

namespace vmscope::ui {

// What waits for its time, the next one first. GUI thread; owned by the timers dock.
class TimerTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Due, Kind, Handler, Place, Context, Number, ColumnCount };

  using QAbstractTableModel::QAbstractTableModel;

  void setContextNames(std::function<QString(int)> nameOf) { nameOf_ = std::move(nameOf); }
  void setTimers(std::vector<protocol::microtasks::Timer> timers);
  // So much time has passed since the timers were told; they are that much nearer.
  void setPassed(double milliseconds);
  SourcePlace placeOf(int row) const;
  // "2 timers wait, the next is due in 30 ms"
  QString sentence() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 private:
  double dueIn(const protocol::microtasks::Timer& timer) const;
  QString text(const protocol::microtasks::Timer& timer, int column) const;

  std::vector<protocol::microtasks::Timer> timers_;
  std::function<QString(int)> nameOf_;
  double passed_ = 0;
};

}  // namespace vmscope::ui
