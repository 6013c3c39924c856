#pragma once

#include <QAbstractTableModel>
#include <functional>

#include "ui/docks/modules/ModuleGraph.h"

namespace vmscope::ui {

class Theme;

// The graph as a table. GUI thread; owned by the modules dock.
class ModuleTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Order, Name, Status, Context, Imports, ImportedBy, Duration, Remark, ColumnCount };

  ModuleTableModel(const ModuleGraph& graph, const Theme& theme, QObject* parent = nullptr);

  void setContextNames(std::function<QString(int)> nameOf) { nameOf_ = std::move(nameOf); }
  // What a person should know of a module beyond its status: what it awaits, what it blocks, why it failed.
  QString remarkOn(int index) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 private:
  QVariant value(int row, int column) const;
  QString namesOf(const std::vector<int>& indexes) const;

  const ModuleGraph& graph_;
  const Theme& theme_;
  std::function<QString(int)> nameOf_;
  int rows_ = 0;
};

}  // namespace vmscope::ui
