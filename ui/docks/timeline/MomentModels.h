#pragma once

#include <QAbstractListModel>
#include <functional>

#include "ui/docks/timeline/TraceReplay.h"

namespace vmscope::ui {

class Theme;

// The modules as they stood at the moment that the timeline shows. GUI thread; owned by the timeline dock.
class ModuleMomentModel : public QAbstractListModel {
  Q_OBJECT

 public:
  explicit ModuleMomentModel(const Theme& theme, QObject* parent = nullptr)
      : QAbstractListModel(parent), theme_(theme) {}

  void show(const std::vector<ModuleMoment>& modules);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

 private:
  const Theme& theme_;
  std::vector<ModuleMoment> modules_;
};

// The console's newest lines at that moment. GUI thread; owned by the timeline dock.
class ConsoleMomentModel : public QAbstractListModel {
  Q_OBJECT

 public:
  explicit ConsoleMomentModel(const Theme& theme, QObject* parent = nullptr)
      : QAbstractListModel(parent), theme_(theme) {}

  void setContextColours(std::function<int(int)> colourOf) { colourOf_ = std::move(colourOf); }
  void show(const std::deque<ConsoleMoment>& lines);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

 private:
  const Theme& theme_;
  std::function<int(int)> colourOf_;
  std::deque<ConsoleMoment> lines_;
};

}  // namespace vmscope::ui
