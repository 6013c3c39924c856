#include "ui/editor/live/LiveContext.h"

#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/client/RuntimeClient.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

namespace {

const QString kObjectGroup = QStringLiteral("vmscope-editor");

}  // namespace

LiveContext::LiveContext(EngineSession& session, Workspace& workspace, QObject* parent)
    : QObject(parent), session_(session), workspace_(workspace) {
  connect(&session_.debugger(), &DebuggerClient::paused, this, [this](const Paused& pause) {
    frame_ = pause.callFrames.empty() ? std::nullopt : std::optional(pause.callFrames.front());
  });
  connect(&session_.debugger(), &DebuggerClient::resumed, this, [this] { frame_.reset(); });
  connect(&session_, &EngineSession::ended, this, [this] { frame_.reset(); });
}

std::optional<int> LiveContext::contextOf(const Document& document) const {
  if (!session_.isUsable()) return std::nullopt;
  const QString key = workspace_.contextOf(workspace_.nameOf(document));
  if (const EngineContext* own = key.isEmpty() ? nullptr : session_.contexts().findByKey(key)) return own->id;
  const EngineContext* main = session_.contexts().main();
  return main ? std::optional(main->id) : std::nullopt;
}

void LiveContext::evaluate(const QString& expression, const Document& document,
                           std::function<void(const Evaluation&)> then) {
  if (frame_) {
    FrameEvaluation request;
    request.callFrameId = frame_->callFrameId;
    request.expression = expression;
    request.objectGroup = kObjectGroup;
    request.throwOnSideEffect = true;
    session_.debugger().evaluateOnCallFrame(request).then(this, std::move(then));
    return;
  }
  const auto context = contextOf(document);
  if (!context) return;
  EvaluateOptions options;
  options.executionContextId = *context;
  options.objectGroup = kObjectGroup;
  options.throwOnSideEffect = true;
  options.silent = true;
  session_.runtime().evaluate(expression, options).then(this, std::move(then));
}

void LiveContext::release() {
  session_.runtime().releaseObjectGroup(kObjectGroup);
}

}  // namespace vmscope::ui
