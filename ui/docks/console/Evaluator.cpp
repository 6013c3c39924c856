#include "ui/docks/console/Evaluator.h"

#include <algorithm>

#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineSession.h"
#include "ui/client/RuntimeClient.h"
#include "ui/docks/debugger/PauseState.h"

namespace vmscope::ui {
namespace {

constexpr double kQuietTimeout = 500;  // milliseconds
constexpr int kMostNames = 1000;
const QString kConsoleGroup = QStringLiteral("console");
const QString kWatchGroup = QStringLiteral("watch");
const QString kPreviewGroup = QStringLiteral("console-preview");

// Names along the prototype chain, in one text, so that one call without side effects answers.
QString namesOf(const QString& object) {
  return QStringLiteral(
             "((o) => { let names = ''; for (o = o === null || o === undefined ? null : Object(o); o; "
             "o = Object.getPrototypeOf(o)) names += Object.getOwnPropertyNames(o).join('\\n') + '\\n'; return names; "
             "})(%1)")
      .arg(object);
}

bool isIdentifier(const QString& name) {
  if (name.isEmpty() || name[0].isDigit()) return false;
  return std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'$'; });
}

}  // namespace

Evaluator::Evaluator(EngineSession& session, QObject* parent)
    : QObject(parent), runtime_(session.runtime()), debugger_(session.debugger()), state_(PauseState::of(session)) {}

const CallFrame* Evaluator::frame() const {
  return state_.executionContextId() == context_ && context_ != 0 ? state_.frame() : nullptr;
}

QString Evaluator::frameName() const {
  const CallFrame* top = frame();
  if (!top) return {};
  return top->functionName.isEmpty() ? tr("(anonymous)") : top->functionName;
}

Reply<Evaluation> Evaluator::evaluate(const QString& expression) {
  if (const CallFrame* top = frame()) {
    FrameEvaluation evaluation;
    evaluation.callFrameId = top->callFrameId;
    evaluation.expression = expression;
    evaluation.objectGroup = kConsoleGroup;
    evaluation.silent = false;
    return debugger_.evaluateOnCallFrame(evaluation);
  }
  EvaluateOptions options;
  if (context_ != 0) options.executionContextId = context_;
  options.objectGroup = kConsoleGroup;
  options.replMode = true;
  options.awaitPromise = false;
  options.includeCommandLineAPI = true;
  return runtime_.evaluate(expression, options);
}

Reply<Evaluation> Evaluator::evaluateQuietly(const QString& expression, const QString& group, SideEffects sideEffects) {
  if (const CallFrame* at = frame()) {
    FrameEvaluation evaluation;
    evaluation.callFrameId = at->callFrameId;
    evaluation.expression = expression;
    evaluation.objectGroup = group;
    evaluation.throwOnSideEffect = sideEffects == SideEffects::Refused;
    return debugger_.evaluateOnCallFrame(evaluation);
  }
  EvaluateOptions options;
  if (context_ != 0) options.executionContextId = context_;
  options.objectGroup = group;
  options.throwOnSideEffect = true;
  options.silent = true;
  options.timeout = kQuietTimeout;
  return runtime_.evaluate(expression, options);
}

Reply<Evaluation> Evaluator::watch(const QString& expression) {
  return evaluateQuietly(expression, kWatchGroup, SideEffects::Allowed);
}

void Evaluator::forgetWatched() {
  runtime_.releaseObjectGroup(kWatchGroup);
}

void Evaluator::preview(const QString& expression) {
  evaluateQuietly(expression, kPreviewGroup, SideEffects::Refused)
      .then(this,
            [this, expression](const Evaluation& evaluation) {
              if (evaluation.exceptionDetails) {
                emit previewImpossible(expression);
              } else {
                emit previewed(expression, evaluation.result);
              }
              runtime_.releaseObjectGroup(kPreviewGroup);
            })
      .otherwise(this, [this, expression](const ProtocolError&) { emit previewImpossible(expression); });
}

void Evaluator::completions(const CompletionTarget& target) {
  if (target.isMember()) return completeMembers(target, target.object, {});
  completeGlobals(target);
}

void Evaluator::completeGlobals(const CompletionTarget& target) {
  runtime_.globalLexicalScopeNames(context_)
      .then(this,
            [this, target](const std::vector<QString>& names) {
              completeMembers(target, QStringLiteral("globalThis"), QStringList(names.begin(), names.end()));
            })
      .otherwise(this, [this, target](const ProtocolError&) { complete(target, {}); });
}

void Evaluator::completeMembers(const CompletionTarget& target, const QString& object, const QStringList& more) {
  evaluateQuietly(namesOf(object), kPreviewGroup, SideEffects::Refused)
      .then(this,
            [this, target, more](const Evaluation& evaluation) {
              const bool answered = !evaluation.exceptionDetails && evaluation.result.type == u"string";
              complete(target, more + (answered ? evaluation.result.text().split(u'\n') : QStringList()));
            })
      .otherwise(this, [this, target](const ProtocolError&) { complete(target, {}); });
}

void Evaluator::complete(const CompletionTarget& target, QStringList names) {
  names.erase(std::remove_if(names.begin(), names.end(),
                             [&](const QString& name) {
                               return !isIdentifier(name) || !name.startsWith(target.name, Qt::CaseInsensitive);
                             }),
              names.end());
  names.removeDuplicates();
  const auto rank = [&](const QString& name) {
    return std::make_pair(!name.startsWith(target.name), name.toLower());  // the typed letter case first
  };
  std::sort(names.begin(), names.end(), [&](const QString& a, const QString& b) { return rank(a) < rank(b); });
  emit completed(target, names.mid(0, kMostNames));
}

}  // namespace vmscope::ui
