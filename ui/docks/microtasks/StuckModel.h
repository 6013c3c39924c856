#pragma once

#include <QAbstractListModel>

#include <vector>

#include "ui/docks/microtasks/StuckWait.h"

namespace vmscope::ui {

class Theme;

// What waits on a queue that nothing will drain, and why, one sentence each. GUI thread; owned by the microtasks dock.
class StuckModel : public QAbstractListModel {
  Q_OBJECT

 public:
  explicit StuckModel(const Theme& theme, QObject* parent = nullptr) : QAbstractListModel(parent), theme_(theme) {}

  void setWaits(std::vector<StuckWait> waits);
  const StuckWait& wait(int row) const { return waits_[static_cast<size_t>(row)]; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

 private:
  const Theme& theme_;
  std::vector<StuckWait> waits_;
};

}  // namespace vmscope::ui
