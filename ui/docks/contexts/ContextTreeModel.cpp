#include "ui/docks/contexts/ContextTreeModel.h"

#include <QIcon>
#include <QSet>
#include <algorithm>

#include "ui/Workbench.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/theme/Theme.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

struct ContextTreeModel::Row {
  RowKind kind = RowKind::Document;
  QString text;
  QString contextName;
  QString origin;
  QString queue;
  QString state;
  QString document;
  QString failure;
  int contextId = 0;
  int colour = -1;
  std::vector<Row> children;
};

namespace {

constexpr quintptr kTopLevel = 0;  // a document's internal id is its parent's row + 1

bool isLive(const EngineContext& context) {
  return context.life == EngineContext::Life::Live;
}

const char* documentIcon(const QString& document) {
  if (document.endsWith(QLatin1String(".mjs"))) return "file-module";
  if (document.endsWith(QLatin1String(".json"))) return "file-json";
  return "file-script";
}

}  // namespace

ContextTreeModel::ContextTreeModel(Workbench& workbench, QObject* parent)
    : QAbstractItemModel(parent), workbench_(workbench) {
  rebuildTimer_.setSingleShot(true);
  rebuildTimer_.setInterval(0);
  connect(&rebuildTimer_, &QTimer::timeout, this, &ContextTreeModel::rebuild);
  const Workspace& workspace = workbench_.workspace();
  connect(&workspace, &Workspace::opened, this, &ContextTreeModel::rebuildSoon);
  connect(&workspace, &Workspace::contextsChanged, this, &ContextTreeModel::rebuildSoon);
  connect(&workspace, &Workspace::filesChanged, this, &ContextTreeModel::rebuildSoon);
  const EngineContexts& contexts = workbench_.session().contexts();
  connect(&contexts, &EngineContexts::added, this, &ContextTreeModel::rebuildSoon);
  connect(&contexts, &EngineContexts::changed, this, &ContextTreeModel::rebuildSoon);
  connect(&contexts, &EngineContexts::removed, this, &ContextTreeModel::rebuildSoon);
  connect(&contexts, &EngineContexts::cleared, this, &ContextTreeModel::rebuildSoon);
  connect(&workbench_.session(), &EngineSession::contextFailed, this, &ContextTreeModel::rebuildSoon);
  connect(&workbench_.session(), &EngineSession::stateChanged, this, &ContextTreeModel::rebuildWhenUsable);
  connect(&workbench_.theme(), &Theme::changed, this, &ContextTreeModel::rebuildSoon);
  rows_ = readRows();
}

ContextTreeModel::~ContextTreeModel() = default;

QModelIndex ContextTreeModel::index(int row, int column, const QModelIndex& parent) const {
  if (!hasIndex(row, column, parent)) return {};
  return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kTopLevel);
}

QModelIndex ContextTreeModel::parent(const QModelIndex& child) const {
  if (!child.isValid() || child.internalId() == kTopLevel) return {};
  return createIndex(static_cast<int>(child.internalId()) - 1, 0, kTopLevel);
}

int ContextTreeModel::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return static_cast<int>(rows_.size());
  const Row* row = parent.internalId() == kTopLevel && parent.column() == 0 ? rowAt(parent) : nullptr;
  return row ? static_cast<int>(row->children.size()) : 0;
}

int ContextTreeModel::columnCount(const QModelIndex&) const {
  return 1;
}

QVariant ContextTreeModel::data(const QModelIndex& index, int role) const {
  const Row* row = rowAt(index);
  if (!row) return {};
  switch (role) {
    case Qt::DisplayRole:
      return row->text;
    case Qt::DecorationRole:
      return icon(*row);
    case Qt::ToolTipRole:
      return toolTip(*row);
    case Qt::AccessibleTextRole:
      return accessibleText(*row);
    case KindRole:
      return static_cast<int>(row->kind);
    case ContextNameRole:
      return row->contextName;
    case ContextIdRole:
      return row->contextId;
    case OriginRole:
      return row->origin;
    case QueueRole:
      return row->queue;
    case StateRole:
      return row->state;
    case ColourRole:
      return row->colour;
    case DocumentRole:
      return row->document;
    default:
      return {};
  }
}

QModelIndex ContextTreeModel::indexOfContext(const QString& name) const {
  const auto found = std::ranges::find_if(
      rows_, [&](const Row& row) { return row.kind == RowKind::WorkspaceContext && row.contextName == name; });
  return found == rows_.end() ? QModelIndex() : index(static_cast<int>(found - rows_.begin()), 0);
}

QModelIndex ContextTreeModel::indexOfDocument(const QString& document) const {
  for (size_t top = 0; top < rows_.size(); ++top) {
    const auto& children = rows_[top].children;
    const auto found = std::ranges::find(children, document, &Row::document);
    if (found == children.end()) continue;
    return index(static_cast<int>(found - children.begin()), 0, index(static_cast<int>(top), 0));
  }
  return {};
}

void ContextTreeModel::rebuildSoon() {
  if (!rebuildTimer_.isActive()) rebuildTimer_.start();
}

// The words "no engine" come and go with it; running and idle change nothing here.
void ContextTreeModel::rebuildWhenUsable() {
  const bool isUsable = workbench_.session().isUsable();
  if (std::exchange(wasUsable_, isUsable) != isUsable) rebuildSoon();
}

void ContextTreeModel::rebuild() {
  beginResetModel();
  rows_ = readRows();
  endResetModel();
  emit rebuilt();
}

std::vector<ContextTreeModel::Row> ContextTreeModel::readRows() const {
  const Workspace& workspace = workbench_.workspace();
  std::vector<Row> rows;
  QSet<QString> assigned;
  const QSet<QString> files(workspace.files().begin(), workspace.files().end());
  for (const WorkspaceContext& context : workspace.contexts()) {
    Row row = workspaceRow(context.name, context.origin);
    if (context.queue == WorkspaceContext::Queue::Own) row.queue = tr("own queue");
    for (const QString& document : context.documents) {
      row.children.push_back(documentRow(document, row, files));
      assigned.insert(document);
    }
    rows.push_back(std::move(row));
  }
  for (const EngineContext& context : workbench_.session().contexts().all()) {
    if (context.key.isEmpty() || !isLive(context)) rows.push_back(engineRow(context.id));
  }
  Row unassigned;
  unassigned.kind = RowKind::Unassigned;
  unassigned.text = tr("No context");
  for (const QString& document : workspace.files()) {
    if (!assigned.contains(document) && document != QLatin1String(kWorkspaceFileName)) {
      unassigned.children.push_back(documentRow(document, unassigned, files));
    }
  }
  if (!unassigned.children.empty()) rows.push_back(std::move(unassigned));
  return rows;
}

ContextTreeModel::Row ContextTreeModel::workspaceRow(const QString& name, const QString& origin) const {
  Row row;
  row.kind = RowKind::WorkspaceContext;
  row.text = row.contextName = name;
  row.origin = origin;
  if (const EngineContext* context = workbench_.session().contexts().findByKey(name)) {
    row.contextId = context->id;
    row.colour = context->colour;
  } else if (row.failure = workbench_.session().failureOf(name); !row.failure.isEmpty()) {
    row.state = tr("could not be made");
  } else {
    row.state = workbench_.session().isUsable() ? tr("being made") : tr("no engine");
  }
  return row;
}

ContextTreeModel::Row ContextTreeModel::engineRow(int id) const {
  const EngineContexts& contexts = workbench_.session().contexts();
  const EngineContext& context = *contexts.find(id);
  Row row;
  row.kind = !isLive(context) ? RowKind::DisposedContext
             : context.isMain ? RowKind::MainContext
                              : RowKind::ProgramContext;
  row.text = contexts.nameOf(id);
  row.origin = context.origin;
  row.contextId = id;
  row.colour = context.colour;
  if (context.hasOwnQueue) row.queue = tr("own queue");
  if (row.kind == RowKind::DisposedContext) row.state = tr("disposed, not freed yet");
  if (row.kind == RowKind::MainContext) row.state = tr("main context");
  return row;
}

ContextTreeModel::Row ContextTreeModel::documentRow(const QString& document, const Row& context,
                                                    const QSet<QString>& files) const {
  Row row;
  row.kind = RowKind::Document;
  row.text = document;
  row.document = document;
  row.contextName = context.contextName;
  row.contextId = context.contextId;
  row.colour = context.colour;
  if (!files.contains(document)) row.state = tr("missing");
  return row;
}

const ContextTreeModel::Row* ContextTreeModel::rowAt(const QModelIndex& index) const {
  if (!index.isValid()) return nullptr;
  if (index.internalId() == kTopLevel) return &rows_.at(static_cast<size_t>(index.row()));
  return &rows_.at(index.internalId() - 1).children.at(static_cast<size_t>(index.row()));
}

QString ContextTreeModel::toolTip(const Row& row) const {
  QStringList lines{row.text};
  if (!row.origin.isEmpty()) lines << row.origin;
  if (!row.queue.isEmpty()) lines << row.queue;
  if (!row.state.isEmpty()) lines << row.state;
  if (!row.failure.isEmpty()) lines << row.failure;
  return lines.join(QLatin1Char('\n'));
}

QString ContextTreeModel::accessibleText(const Row& row) const {
  return toolTip(row).replace(QLatin1Char('\n'), QLatin1String(", "));
}

QVariant ContextTreeModel::icon(const Row& row) const {
  const Theme& theme = workbench_.theme();
  if (row.kind == RowKind::Document) return theme.icon(QLatin1String(documentIcon(row.document)), Colour::Muted);
  if (row.kind == RowKind::Unassigned) return theme.icon(QStringLiteral("open"), Colour::Muted);
  const bool isAlive = row.contextId != 0 && row.kind != RowKind::DisposedContext;
  return isAlive ? theme.contextDot(row.colour) : theme.icon(QStringLiteral("dot-hollow"), Colour::Disabled);
}

}  // namespace vmscope::ui
