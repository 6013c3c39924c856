#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <optional>
#include <vector>

#include "inspector/protocol/Modules.h"
#include "ui/Navigator.h"
#include "ui/theme/Tokens.h"

namespace vmscope::ui {

// A module as the window shows it. A value.
struct ModuleNode {
  QString id;
  QString identifier;  // URL-like
  ModuleStatus status = ModuleStatus::Unlinked;
  ModuleStatus toldStatus = ModuleStatus::Unlinked;  // as the engine tells it, see ModuleGraph
  bool isSynthetic = false;
  bool hasTopLevelAwait = false;
  int executionContextId = 0;
  QString scriptId;
  std::optional<SourcePlace> awaitingAt;
  QString error;
  QString errorOrigin;  // id of the module that threw, when it was another
  int evaluationOrder = -1;
  double durationMicros = -1;

  // The last part of the identifier's path.
  QString shortName() const;
  // What stands before that, or empty.
  QString folder() const;
  SourcePlace place() const;
  bool isSettled() const { return status == ModuleStatus::Evaluated || status == ModuleStatus::Errored; }
};

// One import: `to` is -1 until it is linked. A value.
struct ModuleImport {
  int from = 0;
  int to = -1;
  QString specifier;
  QString attributes;  // "type: json", or empty
  int line = 0;
  int column = 0;
};

// The modules of the engine and who imports whom; answers what depends on what. V8 calls a module evaluated as soon as
// its body was asked to run; one that waits for an import's top-level await is shown as evaluating, as ECMA-262 has it
// (evaluating-async). Plain state with signals, no engine. GUI thread; owned by the modules dock.
class ModuleGraph : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  const std::vector<ModuleNode>& modules() const { return modules_; }
  const std::vector<ModuleImport>& imports() const { return imports_; }
  int indexOf(const QString& id) const { return indexes_.value(id, -1); }

  void setGraph(const protocol::modules::GetGraphResult& graph);
  // False when the module is not known yet.
  bool update(const protocol::modules::Module& module);
  void clear();

  // Shows the modules with the statuses, by id, of an earlier moment; the others stay as they are now.
  void setPast(const QHash<QString, ModuleStatus>& statuses);
  void leavePast();

  // The fewest imports that lead from one module to another, as indexes into imports(); empty when none do.
  std::vector<int> pathBetween(int from, int to) const;
  // Every module that imports this one, directly or not.
  std::vector<int> importersOf(int module) const;
  // What cannot go on before the pending top-level await of this module settles.
  std::vector<int> blockedBy(int module) const;
  // The modules whose pending top-level await this one waits for.
  std::vector<int> blockersOf(int module) const;
  // What is errored because this module's body threw.
  std::vector<int> poisonedBy(int module) const;
  int importCount(int module) const;
  int importerCount(int module) const;

 signals:
  void reset();
  void changed(int index);

 private:
  ModuleStatus statusAtMoment(const ModuleNode& module) const;
  std::vector<ModuleStatus> statusesShown() const;
  void markWaiting(int awaited, std::vector<ModuleStatus>& statuses) const;
  void showStatuses();

  std::vector<ModuleNode> modules_;
  std::vector<ModuleImport> imports_;
  std::vector<std::vector<int>> outgoing_;  // by module, indexes into imports_
  std::vector<std::vector<int>> incoming_;
  QHash<QString, int> indexes_;
  QHash<QString, ModuleStatus> past_;
};

}  // namespace vmscope::ui
