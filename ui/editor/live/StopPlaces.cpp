#include "ui/editor/live/StopPlaces.h"

#include "ui/client/EngineSession.h"
#include "ui/client/VmClient.h"
#include "ui/editor/Declarations.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {

namespace {

// Compiling more would keep the person waiting for the breakpoint.
constexpr qsizetype kLargestAsked = 8 * 1024 * 1024;

std::optional<int> guess(const QByteArray& text, int line) {
  const int found = firstLineWithCode(text, line);
  return found < 0 ? std::nullopt : std::optional(found);
}

}  // namespace

void StopPlaces::nearest(const Document& document, int line, QObject* receiver, Answer answer) {
  const QByteArray text = document.utf8();
  if (document.kind() == Document::Kind::Json) return answer(std::nullopt);
  if (!session_.isUsable() || text.size() > kLargestAsked) return answer(guess(text, line));
  protocol::vm::FindStopLinesParams params;
  params.source = text.toStdString();
  params.isModule = document.kind() == Document::Kind::Module;
  params.fromLine = line;
  session_.vm()
      .findStopLines(params)
      .then(receiver,
            [text, line, answer](const protocol::vm::FindStopLinesResult& found) {
              if (!found.compiles) return answer(guess(text, line));
              answer(found.lines.empty() ? std::nullopt : std::optional(static_cast<int>(found.lines.front())));
            })
      .otherwise(receiver, [text, line, answer](const ProtocolError&) { answer(guess(text, line)); });
}

}  // namespace vmscope::ui
