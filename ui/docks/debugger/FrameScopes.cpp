#include "ui/docks/debugger/FrameScopes.h"

#include <QHash>

#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineSession.h"
#include "ui/client/RuntimeClient.h"
#include "ui/docks/debugger/PauseState.h"
#include "ui/docks/values/ValueChildren.h"
#include "ui/docks/values/ValueText.h"
#include "ui/docks/values/ValueTreeModel.h"

namespace vmscope::ui {

void connectValues(ValueTreeModel& tree, EngineSession& session) {
  RuntimeClient& runtime = session.runtime();
  QObject::connect(&tree, &ValueTreeModel::childrenWanted, &tree, [&tree, &runtime](quint64 request) {
    loadChildren(runtime, *tree.wished(request), &tree,
                 [&tree, request](auto children) { tree.addChildren(request, std::move(children)); });
  });
  QObject::connect(&tree, &ValueTreeModel::getterWanted, &tree,
                   [&tree, &runtime](quint64 request, const QString& objectId, const QString& name) {
                     runtime
                         .callFunctionOn(objectId, QStringLiteral("function() { return this[%1]; }").arg(quoted(name)))
                         .then(&tree, [&tree, request](const Evaluation& got) { tree.setValue(request, got.result); });
                   });
}

FrameScopes::FrameScopes(EngineSession& session, ValueTreeModel& tree, QObject* parent)
    : QObject(parent), session_(session), state_(PauseState::of(session)), tree_(tree) {
  connectValues(tree_, session_);
  connect(&state_, &PauseState::frameChosen, this, &FrameScopes::fill);
  connect(&state_, &PauseState::resumed, this, &FrameScopes::fill);
  connect(&tree_, &ValueTreeModel::editWanted, this, &FrameScopes::edit);
  fill();
}

QString FrameScopes::titleOf(const QString& scopeType, const QString& scopeName) {
  static const QHash<QString, const char*> titles{
      {QStringLiteral("global"), QT_TR_NOOP("Global")},   {QStringLiteral("local"), QT_TR_NOOP("Local")},
      {QStringLiteral("with"), QT_TR_NOOP("With block")}, {QStringLiteral("closure"), QT_TR_NOOP("Closure")},
      {QStringLiteral("catch"), QT_TR_NOOP("Catch")},     {QStringLiteral("block"), QT_TR_NOOP("Block")},
      {QStringLiteral("script"), QT_TR_NOOP("Script")},   {QStringLiteral("eval"), QT_TR_NOOP("Eval")},
      {QStringLiteral("module"), QT_TR_NOOP("Module")}};
  const QString title = titles.contains(scopeType) ? tr(titles.value(scopeType)) : scopeType;
  return scopeName.isEmpty() || scopeType != u"closure" ? title : tr("%1 (%2)").arg(title, scopeName);
}

void FrameScopes::fill() {
  std::vector<std::unique_ptr<ValueNode>> roots;
  const CallFrame* frame = state_.frame();
  if (frame) {
    const auto add = [&](const QString& name, const RemoteObject& value) {
      roots.push_back(makeValueNode(name, value, ValueNode::Kind::Internal));
    };
    const bool isTop = state_.frameIndex() == 0;
    if (isTop && state_.pause()->exception) add(tr("Exception"), *state_.pause()->exception);
    if (frame->returnValue) add(tr("Return value"), *frame->returnValue);
    add(QStringLiteral("this"), frame->thisObject);
    firstScopeRow_ = static_cast<int>(roots.size());
    for (const Scope& scope : frame->scopeChain) {
      add(titleOf(scope.type, scope.name), scope.object);
      if (scope.type != u"global") roots.back()->text = StyledText();
    }
  }
  tree_.setRoots(std::move(roots));
}

void FrameScopes::edit(quint64 request, const QString& expression) {
  const CallFrame* frame = state_.frame();
  if (!frame) return;
  FrameEvaluation evaluation;
  evaluation.callFrameId = frame->callFrameId;
  evaluation.expression = QStringLiteral("(%1)").arg(expression);
  session_.debugger()
      .evaluateOnCallFrame(evaluation)
      .then(this, [this, request](const Evaluation& value) { write(request, value); })
      .otherwise(this, [this](const ProtocolError& error) { emit failed(error.message); });
}

// A variable is written in its scope, a property in its object.
void FrameScopes::write(quint64 request, const Evaluation& value) {
  const ValueNode* node = tree_.wished(request);
  const CallFrame* frame = state_.frame();
  if (!node || !frame) return;
  if (value.exceptionDetails) return emit failed(value.exceptionDetails->message().section(QLatin1Char('\n'), 0, 0));
  const bool isVariable = node->parent && node->parent->parent && !node->parent->parent->parent;
  const int scope = isVariable ? node->parent->rowInParent() - firstScopeRow_ : -1;
  if (scope >= 0) {
    return tellWhetherWritten(
        request, value.result,
        session_.debugger().setVariableValue(frame->callFrameId, scope, node->name, value.result));
  }
  const ValueNode* owner = node->owner();
  if (!owner) return;
  const bool isObject = value.result.isObject();
  const QString body = isObject ? QStringLiteral("function(v) { this[%1] = v; }").arg(quoted(node->name))
                                : QStringLiteral("function() { this[%1] = %2; }")
                                      .arg(quoted(node->name), valueText(value.result, ValuePlacement::Nested).text());
  Reply<Done> written;
  session_.runtime()
      .callFunctionOn(owner->value.objectId, body,
                      isObject ? std::vector<QString>{value.result.objectId} : std::vector<QString>())
      .then(this,
            [written](const Evaluation& answer) {
              if (answer.exceptionDetails) return written.reject({0, answer.exceptionDetails->message()});
              written.resolve(Done{});
            })
      .otherwise(this, [written](const ProtocolError& error) { written.reject(error); });
  tellWhetherWritten(request, value.result, written);
}

void FrameScopes::tellWhetherWritten(quint64 request, const RemoteObject& value, const Reply<Done>& written) {
  written.then(this, [this, request, value](const Done&) { tree_.setValue(request, value); })
      .otherwise(this, [this](const ProtocolError& error) { emit failed(error.message); });
}

}  // namespace vmscope::ui
