#pragma once

#include <QAbstractListModel>

#include "ui/workspace/Breakpoints.h"

namespace vmscope::ui {

class BreakpointBinder;
class Theme;

// The workspace's breakpoints, each with a check for whether it is on. GUI thread; owned by the debugger dock.
class BreakpointModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role { PlaceTextRole = Qt::UserRole };

  BreakpointModel(Breakpoints& breakpoints, const BreakpointBinder& binder, const Theme& theme,
                  QObject* parent = nullptr);

  const Breakpoint& breakpoint(int row) const { return rows_[static_cast<size_t>(row)]; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  void rebuild();
  QString text(const Breakpoint& breakpoint) const;

  Breakpoints& breakpoints_;
  const BreakpointBinder& binder_;
  const Theme& theme_;
  std::vector<Breakpoint> rows_;
};

}  // namespace vmscope::ui
