#include "ui/editor/live/RunValues.h"

#include <QUrl>
#include <utility>

#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineSession.h"
#include "ui/client/ModulesClient.h"
#include "ui/client/RuntimeClient.h"
#include "ui/docks/values/ValueText.h"
#include "ui/editor/Declarations.h"
#include "ui/editor/EditorArea.h"
#include "ui/editor/live/LiveContext.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

namespace {

constexpr int kLongestValue = 60;
constexpr qsizetype kMostLogged = 3;  // per line; the last ones
constexpr int kShowEveryMs = 50;      // a loop that logs must not repaint at every turn

QString shortened(const QString& text) {
  const QString line = text.simplified();
  return line.size() <= kLongestValue ? line : line.left(kLongestValue - 1) + u'…';
}

QString named(const QString& name, const RemoteObject& value) {
  return QStringLiteral("%1 = %2").arg(name, shortened(valueText(value, ValuePlacement::Nested).text()));
}

}  // namespace

RunValues::RunValues(EditorArea& area, LiveContext& live, QObject* parent) : QObject(parent), area_(area), live_(live) {
  askTimer_.setSingleShot(true);
  showTimer_.setSingleShot(true);
  showTimer_.setInterval(kShowEveryMs);
  connect(&askTimer_, &QTimer::timeout, this, &RunValues::ask);
  connect(&showTimer_, &QTimer::timeout, this, [this] {
    for (auto record = records_.cbegin(); record != records_.cend(); ++record) show(*record.key());
  });
  connect(&live_.workspace(), &Workspace::documentClosing, this,
          [this](Document* document) { records_.remove(document); });
  connect(&area_, &EditorArea::editorCreated, this, [this](Editor* editor) { show(editor->document()); });
  connectEngine();
}

void RunValues::connectEngine() {
  EngineSession& session = live_.session();
  connect(&session.debugger(), &DebuggerClient::scriptParsed, this, &RunValues::begin);
  connect(&session.debugger(), &DebuggerClient::paused, this, &RunValues::pause);
  connect(&session.debugger(), &DebuggerClient::resumed, this, &RunValues::forgetLocals);
  connect(&session.modules(), &ModulesClient::statusChanged, this, [this] {
    isStale_ = true;
    askTimer_.start();
  });
  connect(&session.runtime(), &RuntimeClient::consoleCalled, this, &RunValues::log);
  connect(&session.runtime(), &RuntimeClient::exceptionThrown, this, [this](double, const ExceptionDetails& details) {
    showProblem(QUrl(details.url), details.lineNumber, details.message());
  });
  connect(&session, &EngineSession::stateChanged, this, [this](EngineSession::State state) {
    if (state == EngineSession::State::Idle || state == EngineSession::State::Held) askTimer_.start();
  });
  connect(&session, &EngineSession::ended, this, [this] {
    for (Document* document : records_.keys()) forget(*document);
  });
}

Document* RunValues::documentOf(const QString& url) const {
  return url.isEmpty() ? nullptr : live_.workspace().findDocument(QUrl(url));
}

void RunValues::begin(const ParsedScript& script) {
  Document* document = documentOf(script.url);
  if (!document) return;
  records_[document] = {};
  isStale_ = true;
  document->disconnect(this);
  connect(document, &Document::edited, this, [this, document] { forget(*document); });
  show(*document);
}

void RunValues::log(const ConsoleCall& call) {
  if (!call.stackTrace || call.stackTrace->callFrames.empty()) return;
  const StackFrame& place = call.stackTrace->callFrames.front();
  Document* document = documentOf(place.url);
  if (!document || !records_.contains(document)) return;
  QStringList words;
  for (const RemoteObject& each : call.args) words << valueText(each, ValuePlacement::Message).text();
  isStale_ = true;
  Record& record = records_[document];
  QStringList& logged = record.logged[place.lineNumber];
  ++record.timesLogged[place.lineNumber];
  logged << shortened(words.join(u' '));
  if (logged.size() > kMostLogged) logged.removeFirst();
  if (!showTimer_.isActive()) showTimer_.start();
}

void RunValues::showProblem(const QUrl& url, int line, const QString& problem) {
  Document* document = live_.workspace().findDocument(url);
  if (!document) return;
  records_[document].problems[line] = problem.section(u'\n', 0, 0);
  show(*document);
}

void RunValues::ask() {
  if (live_.frame() || !std::exchange(isStale_, false)) return;
  for (Document* document : records_.keys()) {
    if (document->kind() == Document::Kind::Module) {
      askExports(*document);
    } else {
      askVariables(*document);
    }
  }
}

void RunValues::askVariables(Document& document) {
  Record& record = records_[&document];
  record.variables.clear();
  const int question = ++record.question;
  for (const Declaration& variable : topLevelVariables(document.utf8())) {
    live_.evaluate(variable.name, document, [this, &document, question, variable](const Evaluation& answer) {
      if (!answer.exceptionDetails)
        takeVariable(document, question, variable.line, named(variable.name, answer.result));
    });
  }
}

void RunValues::takeVariable(Document& document, int question, int line, const QString& text) {
  const auto record = records_.find(&document);
  if (record == records_.end() || record->question != question) return;
  record->variables[line] << text;
  if (!showTimer_.isActive()) showTimer_.start();
}

// What a module declares is its own; what it exports can be read from its namespace.
void RunValues::askExports(Document& document) {
  const auto context = live_.contextOf(document);
  if (!context) return;
  EngineSession& session = live_.session();
  protocol::modules::GetGraphParams params;
  params.executionContextId = *context;
  session.modules().getGraph(params).then(
      this, [this, &session, &document](const protocol::modules::GetGraphResult& graph) {
        if (!records_.contains(&document)) return;
        const std::string name = document.sourceName().toStdString();
        for (const auto& module : graph.modules) {
          if (module.identifier != name) continue;
          session.modules()
              .getNamespace({module.moduleId, std::nullopt, std::nullopt})
              .then(this, [this, &session, &document](const protocol::modules::GetNamespaceResult& answer) {
                const QString objectId = fromProtocol(answer.namespace_).objectId;
                session.runtime().properties(objectId).then(
                    this, [this, &document](const PropertyList& exports) { takeExports(document, exports); });
              });
        }
      });
}

void RunValues::takeExports(Document& document, const PropertyList& exports) {
  const auto record = records_.find(&document);
  if (record == records_.end()) return;
  record->variables.clear();
  for (const Declaration& variable : topLevelVariables(document.utf8())) {
    for (const PropertyDescriptor& each : exports.result) {
      if (each.name == variable.name && each.value) record->variables[variable.line] << named(each.name, *each.value);
    }
  }
  show(document);
}

void RunValues::pause(const Paused& pause) {
  if (pause.callFrames.empty()) return;
  const CallFrame& frame = pause.callFrames.front();
  const ParsedScript* script = live_.session().debugger().findScript(frame.location.scriptId);
  Document* document = script ? documentOf(script->url) : nullptr;
  if (!document || !records_.contains(document)) return;
  const int number = ++records_[document].pause;
  records_[document].locals.clear();
  for (const Scope& scope : frame.scopeChain) {
    if (scope.type == QLatin1String("global") || scope.object.objectId.isEmpty()) continue;
    live_.session()
        .runtime()
        .properties(scope.object.objectId)
        .then(this, [this, document, number, line = frame.location.lineNumber](const PropertyList& list) {
          const auto record = records_.find(document);
          if (record == records_.end() || record->pause != number) return;
          QHash<QString, const PropertyDescriptor*> byName;
          for (const PropertyDescriptor& each : list.result) {
            if (each.value) byName.insert(each.name, &each);
          }
          for (const Declaration& mention : lastMentions(document->utf8(), byName.keys(), line)) {
            record->locals[mention.line] << named(mention.name, *byName.value(mention.name)->value);
          }
          show(*document);
        });
  }
}

void RunValues::forget(Document& document) {
  document.disconnect(this);
  if (records_.remove(&document) > 0) show(document);
}

void RunValues::forgetLocals() {
  isStale_ = true;
  for (auto record = records_.begin(); record != records_.end(); ++record) {
    ++record->pause;
    record->locals.clear();
    show(*record.key());
  }
}

std::vector<LineValue> RunValues::valuesOf(Document& document) const {
  const Record record = records_.value(&document);
  std::vector<LineValue> values;
  for (const auto& [line, problem] : record.problems) values.push_back({line, problem, LineValue::Tone::Problem});
  for (const auto* group : {&record.locals, &record.variables}) {
    for (const auto& [line, texts] : *group)
      values.push_back({line, texts.join(QStringLiteral(", ")), LineValue::Tone::Value});
  }
  for (const auto& [line, texts] : record.logged) {
    const int times = record.timesLogged.at(line);
    const QString shown = texts.join(QStringLiteral(" | "));
    values.push_back(
        {line, times > kMostLogged ? tr("%1 (%2 times)").arg(shown).arg(times) : shown, LineValue::Tone::Value});
  }
  return values;
}

QString RunValues::textAt(Document& document, int line) const {
  QStringList texts;
  for (const LineValue& each : valuesOf(document)) {
    if (each.line == line) texts << each.text;
  }
  return texts.join(u' ');
}

void RunValues::show(Document& document) {
  const std::vector<LineValue> values = valuesOf(document);
  for (Editor* editor : area_.editorsOf(document)) editor->showValues(values);
}

}  // namespace vmscope::ui
