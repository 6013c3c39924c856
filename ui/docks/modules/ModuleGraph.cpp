#include "ui/docks/modules/ModuleGraph.h"
#include "ui/docks/values/StyledText.h"

#include <QStringList>
#include <algorithm>
#include <deque>

namespace vmscope::ui {
namespace {

ModuleStatus statusOf(const protocol::modules::Module& module) {
  using protocol::modules::Status;
  switch (module.status) {
    case Status::Unlinked:
      return ModuleStatus::Unlinked;
    case Status::Linking:
      return ModuleStatus::Linking;
    case Status::Linked:
      return ModuleStatus::Linked;
    case Status::Evaluating:
      return module.awaiting ? ModuleStatus::AwaitingTopLevel : ModuleStatus::Evaluating;
    case Status::Evaluated:
      return module.awaiting ? ModuleStatus::AwaitingTopLevel : ModuleStatus::Evaluated;
    case Status::Errored:
      return ModuleStatus::Errored;
  }
  return ModuleStatus::Unlinked;
}

ModuleNode nodeOf(const protocol::modules::Module& module) {
  ModuleNode node;
  node.id = QString::fromStdString(module.moduleId);
  node.identifier = QString::fromStdString(module.identifier);
  node.status = node.toldStatus = statusOf(module);
  node.isSynthetic = module.kind == protocol::modules::Kind::Synthetic;
  node.hasTopLevelAwait = module.hasTopLevelAwait;
  node.executionContextId = static_cast<int>(module.executionContextId);
  node.scriptId = QString::fromStdString(module.scriptId.value_or(""));
  if (module.awaiting) {
    node.awaitingAt = SourcePlace{node.identifier, static_cast<int>(module.awaiting->line),
                                  static_cast<int>(module.awaiting->column), node.scriptId};
  }
  if (module.error) node.error = QString::fromStdString(module.error->message);
  node.errorOrigin = QString::fromStdString(module.errorOrigin.value_or(""));
  node.evaluationOrder = static_cast<int>(module.evaluationOrder.value_or(-1));
  node.durationMicros = module.durationMicros.value_or(-1);
  return node;
}

QString attributesOf(const protocol::modules::Edge& edge) {
  QStringList out;
  for (const auto& attribute : edge.attributes) {
    out << QStringLiteral("%1: %2").arg(QString::fromStdString(attribute.key), QString::fromStdString(attribute.value));
  }
  return out.join(QStringLiteral(", "));
}

}  // namespace

QString ModuleNode::shortName() const {
  const QString name = lastNameOf(identifier);
  return name.isEmpty() ? identifier : name;
}

QString ModuleNode::folder() const {
  const qsizetype slash = identifier.section(QLatin1Char('?'), 0, 0).lastIndexOf(QLatin1Char('/'));
  return slash < 0 ? QString() : identifier.left(slash);
}

SourcePlace ModuleNode::place() const {
  return awaitingAt.value_or(SourcePlace{identifier, 0, 0, scriptId});
}

void ModuleGraph::setGraph(const protocol::modules::GetGraphResult& graph) {
  modules_.clear();
  imports_.clear();
  indexes_.clear();
  for (const auto& module : graph.modules) {
    modules_.push_back(nodeOf(module));
    indexes_.insert(modules_.back().id, static_cast<int>(modules_.size()) - 1);
  }
  outgoing_.assign(modules_.size(), {});
  incoming_.assign(modules_.size(), {});
  for (const auto& edge : graph.edges) {
    const int from = indexOf(QString::fromStdString(edge.from));
    if (from < 0) continue;
    const int to = edge.to ? indexOf(QString::fromStdString(*edge.to)) : -1;
    const int index = static_cast<int>(imports_.size());
    imports_.push_back({from, to, QString::fromStdString(edge.specifier), attributesOf(edge),
                        static_cast<int>(edge.line), static_cast<int>(edge.column)});
    outgoing_[from].push_back(index);
    if (to >= 0) incoming_[to].push_back(index);
  }
  const std::vector<ModuleStatus> statuses = statusesShown();
  for (size_t i = 0; i < modules_.size(); ++i) modules_[i].status = statuses[i];
  emit reset();
}

bool ModuleGraph::update(const protocol::modules::Module& module) {
  const int index = indexOf(QString::fromStdString(module.moduleId));
  if (index < 0) return false;
  const ModuleStatus shown = modules_[index].status;
  modules_[index] = nodeOf(module);
  modules_[index].status = shown;
  showStatuses();
  emit changed(index);
  return true;
}

void ModuleGraph::setPast(const QHash<QString, ModuleStatus>& statuses) {
  past_ = statuses;
  showStatuses();
}

void ModuleGraph::leavePast() {
  setPast({});
}

ModuleStatus ModuleGraph::statusAtMoment(const ModuleNode& module) const {
  return past_.value(module.id, module.toldStatus);
}

std::vector<ModuleStatus> ModuleGraph::statusesShown() const {
  std::vector<ModuleStatus> statuses;
  for (const ModuleNode& module : modules_) statuses.push_back(statusAtMoment(module));
  for (size_t i = 0; i < modules_.size(); ++i) {
    if (statusAtMoment(modules_[i]) == ModuleStatus::AwaitingTopLevel) markWaiting(static_cast<int>(i), statuses);
  }
  return statuses;
}

// A body that has not begun has no place in the order; in a cycle, what was due before the one that awaits has run.
void ModuleGraph::markWaiting(int awaited, std::vector<ModuleStatus>& statuses) const {
  const int order = modules_[awaited].evaluationOrder;
  std::deque<int> waiting{awaited};
  while (!waiting.empty()) {
    for (int import : incoming_[waiting.front()]) {
      const int importer = imports_[import].from;
      const int place = modules_[importer].evaluationOrder;
      const bool waits = statuses[importer] == ModuleStatus::Evaluated && (place < 0 || place > order);
      if (!waits) continue;
      statuses[importer] = ModuleStatus::Evaluating;
      waiting.push_back(importer);
    }
    waiting.pop_front();
  }
}

void ModuleGraph::showStatuses() {
  const std::vector<ModuleStatus> statuses = statusesShown();
  for (size_t i = 0; i < modules_.size(); ++i) {
    if (modules_[i].status == statuses[i]) continue;
    modules_[i].status = statuses[i];
    emit changed(static_cast<int>(i));
  }
}

void ModuleGraph::clear() {
  setGraph({});
}

std::vector<int> ModuleGraph::pathBetween(int from, int to) const {
  if (from < 0 || to < 0 || from == to) return {};
  std::vector<int> cameBy(modules_.size(), -1);
  std::deque<int> waiting{from};
  while (!waiting.empty() && cameBy[to] < 0) {
    const int module = waiting.front();
    waiting.pop_front();
    for (int import : outgoing_[module]) {
      const int next = imports_[import].to;
      if (next < 0 || next == from || cameBy[next] >= 0) continue;
      cameBy[next] = import;
      waiting.push_back(next);
    }
  }
  std::vector<int> path;
  for (int module = to; cameBy[to] >= 0 && module != from; module = imports_[cameBy[module]].from) {
    path.push_back(cameBy[module]);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

std::vector<int> ModuleGraph::importersOf(int module) const {
  std::vector<bool> seen(modules_.size(), false);
  std::vector<int> out;
  std::deque<int> waiting{module};
  seen[module] = true;
  while (!waiting.empty()) {
    for (int import : incoming_[waiting.front()]) {
      const int importer = imports_[import].from;
      if (seen[importer]) continue;
      seen[importer] = true;
      out.push_back(importer);
      waiting.push_back(importer);
    }
    waiting.pop_front();
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<int> ModuleGraph::blockedBy(int module) const {
  if (modules_[module].status != ModuleStatus::AwaitingTopLevel) return {};
  std::vector<int> out = importersOf(module);
  std::erase_if(out, [this](int importer) { return modules_[importer].isSettled(); });
  return out;
}

std::vector<int> ModuleGraph::blockersOf(int module) const {
  if (modules_[module].status != ModuleStatus::Evaluating) return {};
  std::vector<bool> seen(modules_.size(), false);
  std::vector<int> out;
  std::deque<int> waiting{module};
  seen[module] = true;
  while (!waiting.empty()) {
    for (int import : outgoing_[waiting.front()]) {
      const int to = imports_[import].to;
      if (to < 0 || seen[to]) continue;
      seen[to] = true;
      waiting.push_back(to);
      if (modules_[to].status == ModuleStatus::AwaitingTopLevel) out.push_back(to);
    }
    waiting.pop_front();
  }
  return out;
}

std::vector<int> ModuleGraph::poisonedBy(int module) const {
  std::vector<int> out;
  for (size_t i = 0; i < modules_.size(); ++i) {
    const bool isOther = static_cast<int>(i) != module && modules_[i].status == ModuleStatus::Errored;
    if (isOther && modules_[i].errorOrigin == modules_[module].id) out.push_back(static_cast<int>(i));
  }
  return out;
}

int ModuleGraph::importCount(int module) const {
  return static_cast<int>(outgoing_[module].size());
}

int ModuleGraph::importerCount(int module) const {
  return static_cast<int>(incoming_[module].size());
}

}  // namespace vmscope::ui
