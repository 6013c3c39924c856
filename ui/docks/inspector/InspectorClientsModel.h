#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "inspector/protocol/Vm.h"

namespace vmscope::ui {

// The programs that are attached to the engine by WebSocket: where from and since when.
// GUI thread; owned by the inspector dock.
class InspectorClientsModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Address, Attached, ColumnCount };

  using QAbstractTableModel::QAbstractTableModel;

  void setClients(std::vector<protocol::vm::InspectorClient> clients);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::vector<protocol::vm::InspectorClient> clients_;
};

}  // namespace vmscope::ui
