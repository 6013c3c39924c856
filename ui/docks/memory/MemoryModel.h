#pragma once

#include <QAbstractTableModel>
#include <functional>

#include "inspector/protocol/Vm.h"

namespace vmscope::ui {

class Theme;

// How the heap is shared out among contexts, the largest first, and what no single one holds.
// GUI thread; owned by the memory dock.
class MemoryModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Name, Bytes, Share, ColumnCount };
  enum Role { FractionRole = Qt::UserRole, ColourRole };

  explicit MemoryModel(const Theme& theme, QObject* parent = nullptr);

  void setContextColours(std::function<int(int)> colourOf) { colourOf_ = std::move(colourOf); }
  void setMeasurement(const protocol::vm::MeasureMemoryResult& measurement);
  void clear();
  double totalBytes() const { return total_; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 private:
  struct Row {
    int executionContextId = 0;  // 0: shared
    QString name;
    double bytes = 0;
  };

  const Theme& theme_;
  std::function<int(int)> colourOf_;
  std::vector<Row> rows_;
  double total_ = 0;
};

// "4.2 MB"
QString bytesText(double bytes);

}  // namespace vmscope::ui
