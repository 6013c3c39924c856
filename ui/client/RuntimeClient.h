#pragma once

#include <QObject>

#include "ui/client/Reply.h"
#include "ui/client/RuntimeTypes.h"

namespace vmscope::ui {

class ProtocolClient;

enum class OwnProperties {
  All,
  WithoutElements  // those of an array that are no elements
};

// V8's Runtime domain: values, evaluation and console lines. GUI thread; owned by the engine session.
class RuntimeClient : public QObject {
  Q_OBJECT

 public:
  explicit RuntimeClient(ProtocolClient& protocol, QObject* parent = nullptr);

  Reply<Done> enable();
  Reply<Done> runIfWaitingForDebugger();
  Reply<Evaluation> evaluate(const QString& expression, const EvaluateOptions& options = {});
  Reply<Evaluation> awaitPromise(const QString& promiseObjectId);
  // Calls a function declaration such as `function(v) { this.x = v; }` on an object.
  Reply<Evaluation> callFunctionOn(const QString& objectId, const QString& declaration,
                                   const std::vector<QString>& argumentObjectIds = {});
  Reply<PropertyList> properties(const QString& objectId, OwnProperties which = OwnProperties::All);
  // Compiles without running; the answer has exceptionDetails when the text is no script.
  Reply<Evaluation> compile(const QString& expression, const QString& sourceUrl, int executionContextId);
  Reply<std::vector<QString>> globalLexicalScopeNames(int executionContextId);
  Reply<Done> releaseObject(const QString& objectId);
  Reply<Done> releaseObjectGroup(const QString& group);
  Reply<Done> terminateExecution();
  Reply<Done> discardConsoleEntries();

 signals:
  void consoleCalled(const vmscope::ui::ConsoleCall& call);
  void exceptionThrown(double timestamp, const vmscope::ui::ExceptionDetails& details);
  void exceptionRevoked(int exceptionId, const QString& reason);
  void contextCreated(const vmscope::ui::ExecutionContextDescription& context);
  void contextDestroyed(int executionContextId);
  void contextsCleared();
  // The program asks the front-end to show an object: console.dir-like, copy(), queryObjects().
  void inspectRequested(const vmscope::ui::RemoteObject& object);

 private:
  ProtocolClient& protocol_;
};

}  // namespace vmscope::ui
