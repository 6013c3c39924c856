#pragma once

#include <QString>
#include <QStringList>
#include <string>
#include <utility>
#include <vector>

#include "ui/workspace/Breakpoints.h"

namespace vmscope::ui {

// Members of a JSON object that this version does not know, as JSON text in their order; saving writes them back.
using UnknownMembers = std::vector<std::pair<std::string, std::string>>;

// One context of a workspace, as `Vm.createContext` takes it, and the documents that run in it.
struct WorkspaceContext {
  enum class Queue { Shared, Own };                   // Own is `microtaskMode: "afterEvaluate"`
  enum class GlobalObject { Contextified, Vanilla };  // Vanilla has no context object
  enum class CodeGeneration { Allowed, Refused };

  QString name;
  QString origin;
  Queue queue = Queue::Shared;
  GlobalObject globalObject = GlobalObject::Contextified;
  QString contextObject;  // source of an expression, evaluated in the main context
  CodeGeneration strings = CodeGeneration::Allowed;
  CodeGeneration wasm = CodeGeneration::Allowed;
  QStringList documents;  // relative to the workspace's folder, with slashes
  UnknownMembers unknown;

  bool operator==(const WorkspaceContext&) const = default;
};

// What `workspace.vmscope.json` says. Plain data.
struct WorkspaceDescription {
  std::vector<WorkspaceContext> contexts;
  std::vector<Breakpoint> breakpoints;
  QStringList watch;
  UnknownMembers unknown;

  bool operator==(const WorkspaceDescription&) const = default;
};

// Something wrong in a workspace file; line and column count from 1.
struct WorkspaceProblem {
  QString file;
  int line = 1;
  int column = 1;
  QString reason;

  // `file:line:column: reason`.
  QString text() const;
};

// A workspace file as far as it could be read. With a problem in it, it must not be written over.
struct WorkspaceReading {
  WorkspaceDescription description;
  std::vector<WorkspaceProblem> problems;
};

inline constexpr int kWorkspaceVersion = 1;
inline constexpr char kWorkspaceFileName[] = "workspace.vmscope.json";

// Reads the text of a workspace file; `file` is what problems call it.
WorkspaceReading readWorkspace(const QByteArray& text, const QString& file);

// The text of a workspace file: fixed order, two blanks of indentation, defaults left out.
QByteArray writeWorkspace(const WorkspaceDescription& description);

// Why a text is no origin (`scheme://host[:port]`), or nothing. Empty is an origin.
QString originProblem(const QString& origin);

}  // namespace vmscope::ui
