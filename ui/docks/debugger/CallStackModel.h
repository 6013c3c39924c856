#pragma once

#include <QAbstractListModel>

#include "ui/Navigator.h"
#include "ui/client/DebuggerTypes.h"

namespace vmscope::ui {

class PauseState;
class Theme;

// The frames of a pause, and below them those of what scheduled them: await, then, a timer. GUI thread; owned by the
// debugger dock.
class CallStackModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum class Kind { Frame, AsyncCause, AsyncFrame };
  enum Role { KindRole = Qt::UserRole, PlaceTextRole };

  CallStackModel(const PauseState& state, const Theme& theme, QObject* parent = nullptr);

  Kind kindOf(int row) const { return rows_[static_cast<size_t>(row)].kind; }
  SourcePlace placeOf(int row) const { return rows_[static_cast<size_t>(row)].place; }
  // Index among the frames that can be looked into, or -1.
  int frameAt(int row) const { return kindOf(row) == Kind::Frame ? row : -1; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  struct Row {
    Kind kind;
    QString text;
    SourcePlace place;
  };

  void rebuild();
  void appendAsync(const StackTrace& stack);

  const PauseState& state_;
  const Theme& theme_;
  std::vector<Row> rows_;
};

}  // namespace vmscope::ui
