#include "ui/editor/live/BreakpointBinder.h"

#include <optional>

#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineSession.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

BreakpointBinder& BreakpointBinder::of(EngineSession& session, Workspace& workspace) {
  auto* binder = session.findChild<BreakpointBinder*>(QString(), Qt::FindDirectChildrenOnly);
  return binder ? *binder : *new BreakpointBinder(session, workspace);
}

BreakpointBinder::BreakpointBinder(EngineSession& session, Workspace& workspace)
    : QObject(&session), session_(session), workspace_(workspace) {
  connect(&session, &EngineSession::ready, this, &BreakpointBinder::bindAll);
  connect(&session, &EngineSession::ended, this, [this] {
    bindings_.clear();
    emit bindingChanged();
  });
  connect(&workspace_.breakpoints(), &Breakpoints::changed, this, &BreakpointBinder::follow);
  connect(&workspace_, &Workspace::opened, this, &BreakpointBinder::follow);
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
  workspace_.breakpoints().remove(astray->document, astray->line);
  astray->line = location.lineNumber;
  workspace_.breakpoints().set(*astray);
}

void BreakpointBinder::bindAll() {
  bindings_.clear();
  follow();
}

void BreakpointBinder::follow() {
  if (!session_.isUsable()) return;
  QHash<QString, Breakpoint> wanted;
  for (const Breakpoint& breakpoint : workspace_.breakpoints().all()) {
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
  request.url = sourceNameOf(workspace_.urlOf(breakpoint.document));
  request.lineNumber = breakpoint.line;
  request.condition = conditionOf(breakpoint);
  DebuggerClient& debugger = session_.debugger();
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
  if (!binding.id.isEmpty()) session_.debugger().removeBreakpoint(binding.id);
}

}  // namespace vmscope::ui
