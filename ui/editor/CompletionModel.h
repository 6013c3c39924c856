#pragma once

#include <QAbstractListModel>
#include <vector>

#include "ui/editor/Completion.h"

namespace vmscope::ui {

class Theme;

// The completions that are offered, in their order. GUI thread; owned by the popup.
class CompletionModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role { DetailRole = Qt::UserRole };

  CompletionModel(Theme& theme, QObject* parent) : QAbstractListModel(parent), theme_(theme) {}

  void setItems(std::vector<CompletionItem> items);
  const std::vector<CompletionItem>& items() const { return items_; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  Theme& theme_;
  std::vector<CompletionItem> items_;
};

}  // namespace vmscope::ui
