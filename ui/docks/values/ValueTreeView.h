#pragma once

#include <QSet>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace vmscope::ui {

class Theme;
class ValueTreeModel;

// Draws a value with the colours of its parts. GUI thread; owned by its view.
class ValueDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  ValueDelegate(const ValueTreeModel& model, const Theme& theme, QObject* parent);
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  const ValueTreeModel& model_;
  const Theme& theme_;
};

// A tree of values that keeps open what was open when the values come anew, as they do with each step; a click on (...)
// calls the getter. GUI thread; owned by a dock.
class ValueTreeView : public QTreeView {
  Q_OBJECT

 public:
  ValueTreeView(ValueTreeModel& model, const Theme& theme, QWidget* parent = nullptr);

  // These names at the root are open from the start.
  void openAtFirst(const QString& path) { open_.insert(path); }

 private:
  void reopen(const QModelIndex& parent, int first, int last);

  ValueTreeModel& model_;
  QSet<QString> open_;
  bool isReopening_ = false;
};

}  // namespace vmscope::ui
