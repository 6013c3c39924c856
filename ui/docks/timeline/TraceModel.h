#pragma once

#include <QAbstractTableModel>
#include <functional>

namespace vmscope::ui {

class Theme;
class TraceLog;
struct TraceRecord;

// The recording as a table, oldest first. GUI thread; owned by the timeline dock.
class TraceModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Moment, What, Text, Context, Place, Cause, ColumnCount };

  TraceModel(const TraceLog& log, const Theme& theme, QObject* parent = nullptr);

  void setContextNames(std::function<QString(int)> nameOf) { nameOf_ = std::move(nameOf); }
  // What happens after this row has not happened yet; such rows are drawn quieter.
  void setPresent(int row);
  QString sentence(int row) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 private:
  QString text(const TraceRecord& record, int column) const;

  const TraceLog& log_;
  const Theme& theme_;
  std::function<QString(int)> nameOf_;
  int present_ = -1;
};

}  // namespace vmscope::ui
