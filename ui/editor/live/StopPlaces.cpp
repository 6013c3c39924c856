#include "ui/editor/live/StopPlaces.h"

#include <QPointer>
#include <algorithm>

#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/client/RuntimeClient.h"
#include "ui/editor/Declarations.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {

struct StopPlaces::Question {
  QByteArray text;
  Document::Kind kind;
  int line;
  QPointer<QObject> receiver;
  Answer answer;

  void guess() const {
    const int found = firstLineWithCode(text, line);
    if (receiver) answer(found < 0 ? std::nullopt : std::optional(found));
  }
};

void StopPlaces::nearest(const Document& document, int line, QObject* receiver, Answer answer) {
  const Question question{document.utf8(), document.kind(), line, receiver, std::move(answer)};
  if (!session_.isUsable() || question.kind == Document::Kind::Json) return question.guess();
  const ParsedScript* script = session_.debugger().findNewestScript(document.url().toString());
  if (!script) return compileAndAsk(question);
  session_.debugger()
      .scriptSource(script->scriptId)
      .then(this,
            [this, question, id = script->scriptId](const QString& source) {
              if (source.toUtf8() == question.text) return askScript(id, question);
              compileAndAsk(question);
            })
      .otherwise(this, [this, question](const ProtocolError&) { compileAndAsk(question); });
}

void StopPlaces::compileAndAsk(const Question& question) {
  const EngineContext* context = session_.contexts().main();
  if (question.kind != Document::Kind::Script || !context) return question.guess();
  session_.runtime()
      .compileToKeep(QString::fromUtf8(question.text), context->id)
      .then(this,
            [this, question](const QString& scriptId) {
              if (scriptId.isEmpty()) return question.guess();  // it does not compile as it stands
              askScript(scriptId, question);
            })
      .otherwise(this, [question](const ProtocolError&) { question.guess(); });
}

void StopPlaces::askScript(const QString& scriptId, const Question& question) {
  const int lines = static_cast<int>(question.text.count('\n')) + 1;
  session_.debugger()
      .possibleBreakpoints({scriptId, question.line, 0}, {scriptId, lines, 0})
      .then(this,
            [question](const std::vector<BreakLocation>& places) {
              if (!question.receiver) return;
              const auto first = std::min_element(places.begin(), places.end(), [](const auto& one, const auto& other) {
                return one.lineNumber < other.lineNumber;
              });
              question.answer(first == places.end() ? std::nullopt : std::optional(first->lineNumber));
            })
      .otherwise(this, [question](const ProtocolError&) { question.guess(); });
}

}  // namespace vmscope::ui
