#include "ui/editor/live/RunToCursor.h"

#include <QAction>

#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineSession.h"
#include "ui/editor/EditorArea.h"
#include "ui/theme/Mnemonic.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {

RunToCursor::RunToCursor(EditorArea& area, EngineSession& session, QObject* parent)
    : QObject(parent), area_(area), session_(session), action_(new QAction(this)) {
  action_->setObjectName(QStringLiteral("runToCursor"));
  action_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F10));
  labelAction(*action_, tr("Ru&n to cursor"));
  connect(action_, &QAction::triggered, this, &RunToCursor::run);
  connect(&session_.debugger(), &DebuggerClient::paused, this, &RunToCursor::update);
  connect(&session_.debugger(), &DebuggerClient::resumed, this, &RunToCursor::update);
  connect(&session_, &EngineSession::stateChanged, this, &RunToCursor::update);
  connect(&area_, &EditorArea::currentEditorChanged, this, &RunToCursor::update);
  update();
}

void RunToCursor::update() {
  action_->setEnabled(session_.isUsable() && session_.debugger().isPaused() && area_.currentEditor());
}

void RunToCursor::run() {
  const Editor* editor = area_.currentEditor();
  if (!editor) return;
  const Document& document = editor->document();
  const ParsedScript* script = session_.debugger().findNewestScript(document.sourceName());
  if (!script) return emit failed(tr("%1 has not run yet.").arg(document.title()));
  session_.debugger()
      .continueToLocation({script->scriptId, editor->cursor().line, 0})
      .otherwise(this, [this, line = editor->cursor().line](const ProtocolError&) {
        emit failed(tr("Nothing from line %1 on can stop.").arg(line + 1));
      });
}

}  // namespace vmscope::ui
