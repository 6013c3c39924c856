#pragma once

#include <QAbstractItemModel>
#include <QSet>
#include <QTimer>
#include <memory>
#include <vector>

namespace vmscope::ui {

class Workbench;

// The workspace's contexts with their documents, then what else lives in the engine: contexts that a program made, the
// main context, and disposed ones until they are freed; at last the documents without a context. GUI thread; owned by
// the contexts dock; follows workspace and engine.
class ContextTreeModel : public QAbstractItemModel {
  Q_OBJECT

 public:
  enum class RowKind { WorkspaceContext, ProgramContext, MainContext, DisposedContext, Unassigned, Document };

  enum Role {
    KindRole = Qt::UserRole + 1,  // RowKind as int
    ContextNameRole,              // the workspace's name of the row's or the row's parent's context
    ContextIdRole,                // executionContextId; 0 when the engine has none for it
    OriginRole,
    QueueRole,     // translated words about its queue; empty when it shares the default one
    StateRole,     // translated word about its state; empty when it simply lives
    ColourRole,    // index for Theme::contextColour
    DocumentRole,  // path relative to the workspace
  };

  ContextTreeModel(Workbench& workbench, QObject* parent);
  ~ContextTreeModel() override;

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& child) const override;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

  QModelIndex indexOfContext(const QString& name) const;
  QModelIndex indexOfDocument(const QString& document) const;

 signals:
  void rebuilt();

 private:
  struct Row;

  void rebuildSoon();
  void rebuildWhenUsable();
  void rebuild();
  std::vector<Row> readRows() const;
  Row workspaceRow(const QString& name, const QString& origin) const;
  Row engineRow(int id) const;
  Row documentRow(const QString& document, const Row& context, const QSet<QString>& files) const;
  const Row* rowAt(const QModelIndex& index) const;
  QString toolTip(const Row& row) const;
  QString accessibleText(const Row& row) const;
  QVariant icon(const Row& row) const;

  Workbench& workbench_;
  std::vector<Row> rows_;
  bool wasUsable_ = false;
  QTimer rebuildTimer_;  // many changes of one turn of the event loop are shown once
};

}  // namespace vmscope::ui
