#include "ui/docks/debugger/BreakpointBinder.h"

#include <QUrl>
#include <optional>

#include "ui/Workbench.h"
#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineSession.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

BreakpointBinder::BreakpointBinder(Workbench& workbench, QObject* parent) : QObject(parent), workbench_(workbench) {
  EngineSession& session = workbench_.session();
  connect(&session, &EngineSession::ready, this, &BreakpointBinder::bindAll);
  connect(&session, &EngineSession::ended, this, [this] {
    bindings_.clear();
    emit bindingChanged();
  });
  connect(&workbench_.workspace().breakpoints(), &Breakpoints::changed, this, &BreakpointBinder::follow);
  connect(&workbench_.workspace(), &Workspace::opened, this, &BreakpointBinder::follow);
  connect(&session.debugger(), &DebuggerClient::breakpointResolved, this, &BreakpointBinder::resolve);
  follow();
}

QString BreakpointBinder::keyOf(const Breakpoint& breakpoint) {
  return QStringLiteral("%1\n%2\n%3")
      .arg(breakpoint.document, QString::number(breakpoint.line), conditionOf(breakpoint));
}

// A logpoint is a condition that logs and is false.
QString BreakpointBinder::conditionOf(const Breakpoint& breakpoint) {
  const QString condition = breakpoint.condition;
  if (breakpoint.logMessage.isEmpty()) return condition;
  const QString log = QStringLiteral("(console.log(%1), false)").arg(breakpoint.logMessage);
  return condition.isEmpty() ? log : QStringLiteral("(%1) && %2").arg(condition, log);
}

bool BreakpointBinder::isBound(const Breakpoint& breakpoint) const {
  return bindings_.value(keyOf(breakpoint)).isBound;
}

// Where V8 stops in another line than was asked for, the breakpoint goes there.
void BreakpointBinder::resolve(const QString& id, const ScriptLocation& location) {
  std::optional<Breakpoint> astray;
  for (Binding& binding : bindings_) {
    if (binding.id != id) continue;
    binding.isBound = true;
    if (binding.breakpoint.line == location.lineNumber) return emit bindingChanged();
    astray = binding.breakpoint;
  }
  emit bindingChanged();
  if (!astray) return;
  workbench_.workspace().breakpoints().remove(astray->document, astray->line);
  astray->line = location.lineNumber;
  workbench_.workspace().breakpoints().set(*astray);
}

void BreakpointBinder::bindAll() {
  bindings_.clear();
  follow();
}

void BreakpointBinder::follow() {
  if (!workbench_.session().isUsable()) return;
  QHash<QString, Breakpoint> wanted;
  for (const Breakpoint& breakpoint : workbench_.workspace().breakpoints().all()) {
    if (breakpoint.state == Breakpoint::State::Enabled) wanted.insert(keyOf(breakpoint), breakpoint);
  }
  for (const QString& key : bindings_.keys()) {
    if (!wanted.contains(key)) unbind(key);
  }
  for (const Breakpoint& breakpoint : std::as_const(wanted)) {
    if (!bindings_.contains(keyOf(breakpoint))) bind(breakpoint);
  }
  emit bindingChanged();
}

void BreakpointBinder::bind(const Breakpoint& breakpoint) {
  const QString key = keyOf(breakpoint);
  bindings_.insert(key, {breakpoint, {}, false});
  BreakpointRequest request;
  request.url = workbench_.workspace().urlOf(breakpoint.document).toString();
  request.lineNumber = breakpoint.line;
  request.condition = conditionOf(breakpoint);
  DebuggerClient& debugger = workbench_.session().debugger();
  debugger.setBreakpointByUrl(request).then(this, [this, key, &debugger](const BreakpointBinding& bound) {
    const auto binding = bindings_.find(key);
    if (binding == bindings_.end()) {
      debugger.removeBreakpoint(bound.breakpointId);  // it was taken away before the engine answered
      return;
    }
    binding->id = bound.breakpointId;
    binding->isBound = !bound.locations.empty();
    emit bindingChanged();
  });
}

void BreakpointBinder::unbind(const QString& key) {
  const Binding binding = bindings_.take(key);
  if (!binding.id.isEmpty()) workbench_.session().debugger().removeBreakpoint(binding.id);
}

}  // namespace vmscope::ui
