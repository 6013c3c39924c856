#pragma once

#include <QAbstractItemModel>
#include <QHash>

#include "ui/docks/values/ValueNode.h"

namespace vmscope::ui {

class Theme;

// Values as a tree of names and values that loads what is opened; whoever owns it answers its wishes. A wish carries a
// number; an answer to one of an earlier tree is dropped. GUI thread; owned by a dock.
class ValueTreeModel : public QAbstractItemModel {
  Q_OBJECT

 public:
  enum Column { Name, Value, ColumnCount };
  enum class Editing { Nothing, Values, ValuesAndRootNames };

  ValueTreeModel(const Theme& theme, Editing editing, QObject* parent = nullptr);
  ~ValueTreeModel() override;

  void setRoots(std::vector<std::unique_ptr<ValueNode>> roots);
  const ValueNode& root(int row) const { return *root_.children[static_cast<size_t>(row)]; }
  // A root's value changed, and with it everything below.
  void replaceRoot(int row, std::unique_ptr<ValueNode> node);
  void insertRoot(int row, std::unique_ptr<ValueNode> node);
  void removeRoot(int row);

  const ValueNode* nodeAt(const QModelIndex& index) const;
  // What was wished for; null when its tree is gone.
  const ValueNode* wished(quint64 request) const { return requests_.value(request); }
  void addChildren(quint64 request, std::vector<std::unique_ptr<ValueNode>> children);
  void setValue(quint64 request, const RemoteObject& value);
  void askGetter(const QModelIndex& index);
  // "name.inner", for remembering what was open.
  QString pathOf(const QModelIndex& index) const;

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& index) const override;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  bool hasChildren(const QModelIndex& parent = {}) const override;
  bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 signals:
  void childrenWanted(quint64 request);
  void getterWanted(quint64 request, const QString& ownerObjectId, const QString& name);
  // A person typed an expression as a new value, or a new name for a root.
  void editWanted(quint64 request, const QString& expression);
  void rootNamed(int row, const QString& name);

 private:
  ValueNode* node(const QModelIndex& index) const;
  QModelIndex indexOf(const ValueNode* node, int column = Name) const;
  quint64 remember(ValueNode* node);
  void forget(const ValueNode& node);
  bool isEditable(const QModelIndex& index) const;

  const Theme& theme_;
  Editing editing_;
  ValueNode root_;  // not shown; its children are the tree's roots
  QHash<quint64, ValueNode*> requests_;
  quint64 lastRequest_ = 0;
};

}  // namespace vmscope::ui
