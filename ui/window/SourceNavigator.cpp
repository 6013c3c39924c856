#include "ui/window/SourceNavigator.h"

#include <QFileInfo>
#include <QUrl>

#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineSession.h"
#include "ui/docks/values/StyledText.h"
#include "ui/editor/EditorArea.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

SourceNavigator::SourceNavigator(const Parts& parts, QObject* parent) : QObject(parent), parts_(parts) {}

void SourceNavigator::open(const SourcePlace& place, Emphasis emphasis) {
  ++newest_;
  if (Editor* editor = editorFor(place)) return show(*editor, place, emphasis);
  fetch(place, emphasis);
}

void SourceNavigator::clear(Emphasis emphasis) {
  if (emphasis != Emphasis::Execution) return;
  ++newest_;
  for (Editor* editor : parts_.area.editors()) editor->showExecution(std::nullopt);
}

Editor* SourceNavigator::editorFor(const SourcePlace& place) {
  const QUrl url(place.url);
  Document* document = parts_.workspace.findDocument(url);
  if (document && !document->isReadOnly()) return parts_.area.showDocument(*document);
  return url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile() ? parts_.area.open(url.toLocalFile()) : nullptr;
}

void SourceNavigator::fetch(const SourcePlace& place, Emphasis emphasis) {
  DebuggerClient& debugger = parts_.session.debugger();
  const ParsedScript* script =
      place.scriptId.isEmpty() ? debugger.findNewestScript(place.url) : debugger.findScript(place.scriptId);
  if (!script) return emit notFound(tr("There is no document for %1.").arg(place.url));
  EngineSource source;
  source.url = QUrl(script->url);
  source.title = script->url.isEmpty() ? tr("script %1").arg(script->scriptId) : lastNameOf(script->url);
  source.isModule = script->isModule;
  debugger.scriptSource(script->scriptId)
      .then(this,
            [this, place, emphasis, source, asked = newest_](const QString& text) mutable {
              if (asked != newest_) return;
              source.text = text.toUtf8();
              show(*parts_.area.showDocument(*parts_.workspace.showSource(source)), place, emphasis);
            })
      .otherwise(this, [this, title = source.title](const ProtocolError& error) {
        emit notFound(tr("The engine does not give the source of %1: %2").arg(title, error.message));
      });
}

void SourceNavigator::show(Editor& editor, const SourcePlace& place, Emphasis emphasis) {
  editor.goTo({place.line, place.column});
  if (emphasis == Emphasis::Enqueuer) editor.flash(place.line);
  if (emphasis != Emphasis::Execution) return;
  for (Editor* each : parts_.area.editors()) each->showExecution(std::nullopt);
  for (Editor* shown : parts_.area.editorsOf(editor.document()))
    shown->showExecution(EditorPosition{place.line, place.column});
}

}  // namespace vmscope::ui
