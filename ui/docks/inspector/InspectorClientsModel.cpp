#include "ui/docks/inspector/InspectorClientsModel.h"

#include <QDateTime>
#include <QLocale>

namespace vmscope::ui {

void InspectorClientsModel::setClients(std::vector<protocol::vm::InspectorClient> clients) {
  beginResetModel();
  clients_ = std::move(clients);
  endResetModel();
}

int InspectorClientsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(clients_.size());
}

int InspectorClientsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant InspectorClientsModel::data(const QModelIndex& index, int role) const {
  if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const protocol::vm::InspectorClient& client = clients_[static_cast<size_t>(index.row())];
  if (index.column() == Address) return QString::fromStdString(client.address);
  const auto attached = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(client.attachedAt));
  return QLocale().toString(attached.time(), QLocale::ShortFormat);
}

QVariant InspectorClientsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
  return section == Address ? tr("Client") : tr("Attached");
}

}  // namespace vmscope::ui
