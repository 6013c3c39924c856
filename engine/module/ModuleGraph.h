#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/module/ModuleRequest.h"

namespace vmscope {

enum class ModuleKind { SourceText, Synthetic };

/// The status of a cyclic module record as `node:vm` names it: a module that awaits at top level is already evaluated.
enum class ModuleStatus { Unlinked, Linking, Linked, Evaluating, Evaluated, Errored };

const char* nameOf(ModuleStatus status);  ///< "unlinked", ...
const char* nameOf(ModuleKind kind);      ///< "sourceText", "synthetic"
const char* nameOf(ImportPhase phase);    ///< "evaluation", "source"

/// A step of a module from one status to the next.
struct ModuleTransition {
  ModuleStatus from;
  ModuleStatus to;
  double at = 0;  ///< microseconds on the monotonic clock
};

/// A place in a module's source, 0-based.
struct ModulePlace {
  int line = 0;
  int column = 0;

  bool operator==(const ModulePlace&) const = default;
};

/// A top-level await that has not continued.
struct StalledAwait {
  int moduleId = 0;
  ModulePlace place;
  std::string sourceLine;
};

struct ModuleError {
  std::string message;  ///< name and message
  std::string stack;    ///< with the place where it was made; empty where that is unknown
};

/// A module as a node of the graph.
struct ModuleNode {
  int id = 0;
  std::string identifier;
  ModuleKind kind = ModuleKind::SourceText;
  ModuleStatus status = ModuleStatus::Unlinked;
  int contextId = 0;
  std::string contextName;
  int scriptId = 0;  ///< 0 where it has none
  std::vector<ModuleRequest> requests;
  std::vector<std::optional<int>> targets;  ///< for each request the module that it was linked to
  bool hasTopLevelAwait = false;
  std::optional<bool> isAsyncGraph;       ///< known once it is instantiated
  std::optional<ModulePlace> awaiting;    ///< where its top-level await waits
  bool isEvaluatingAsync = false;         ///< evaluated as far as programs see, but it, or what it imports, awaits
  std::optional<ModuleError> error;       ///< what an errored module threw, or what failed its linking
  std::optional<int> errorOrigin;         ///< the module whose evaluation threw the error that it shares
  std::optional<int> evaluationOrder;     ///< from 0, in the order in which bodies began to run
  std::optional<double> durationMicros;   ///< of its body; of a whole cycle at the module where that is entered
  std::vector<ModuleTransition> history;  ///< all steps that were seen
};

/// The modules of an isolate and how they import each other, as they were when it was taken. Plain data: no V8.
class ModuleGraph {
 public:
  /// Those that wait for the top-level await of another are `isEvaluatingAsync`, whether they were watched or not.
  explicit ModuleGraph(std::vector<ModuleNode> nodes);

  const std::vector<ModuleNode>& nodes() const { return nodes_; }
  const ModuleNode* find(int id) const;

  /// The strongly connected parts with more than one module, or with one that imports itself.
  std::vector<std::vector<int>> cycles() const;
  /// Modules whose evaluation waits for the top-level await of `id`, nearest importers first.
  std::vector<int> blockedBy(int id) const;
  /// Modules that share the error that `id` threw.
  std::vector<int> poisonedBy(int id) const;

  /// For people: a line per module, then cycles, awaits and errors with what they affect.
  std::string toTable() const;
  std::string toDot() const;
  std::string toJson() const;
  std::string toSvg() const;

 private:
  std::string table() const;
  std::string namesOf(const std::vector<int>& ids) const;

  std::vector<ModuleNode> nodes_;
};

/// What those who watch modules are told. On the isolate's thread, synchronously; an observer runs no JavaScript.
class ModuleObserver {
 public:
  virtual ~ModuleObserver() = default;

  virtual void moduleAdded(const ModuleNode& module) {}
  /// It is decided what the imports of a module mean.
  virtual void moduleLinked(const ModuleNode& module) {}
  /// A step to the same status says that a top-level await began to wait or continued, that a body began that had
  /// waited for another's, or that an evaluation has finished; see `ModuleNode::awaiting`, `evaluationOrder` and
  /// `isEvaluatingAsync`.
  virtual void moduleStatusChanged(const ModuleNode& module, const ModuleTransition& transition) {}
  /// It was removed, or its memory was freed.
  virtual void moduleRemoved(int moduleId) {}
};

}  // namespace vmscope
