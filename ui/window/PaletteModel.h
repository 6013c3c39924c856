#pragma once

#include <QAbstractListModel>
#include <QPointer>
#include <vector>

class QAction;

namespace vmscope::ui {

// The actions that match what was typed into the command palette, best first; with nothing typed, all of them by name.
// GUI thread; owned by the palette.
class PaletteModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role { ShortcutRole = Qt::UserRole + 1 };

  using QAbstractListModel::QAbstractListModel;

  void setActions(const QList<QAction*>& actions);
  void setPattern(const QString& pattern);
  QAction* actionAt(int row) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  void match();

  QList<QPointer<QAction>> actions_;
  std::vector<QPointer<QAction>> matches_;
  QString pattern_;
};

}  // namespace vmscope::ui
