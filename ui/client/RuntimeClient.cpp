#include "ui/client/RuntimeClient.h"

#include "ui/client/JsonFields.h"
#include "ui/client/ProtocolClient.h"

namespace vmscope::ui {

using nlohmann::json;

RuntimeClient::RuntimeClient(ProtocolClient& protocol, QObject* parent) : QObject(parent), protocol_(protocol) {
  protocol_.subscribe("Runtime.consoleAPICalled",
                      [this](const json& params) { emit consoleCalled(params.get<ConsoleCall>()); });
  protocol_.subscribe("Runtime.exceptionThrown", [this](const json& params) {
    emit exceptionThrown(params.value("timestamp", 0.0), params.at("exceptionDetails").get<ExceptionDetails>());
  });
  protocol_.subscribe("Runtime.exceptionRevoked", [this](const json& params) {
    emit exceptionRevoked(params.at("exceptionId").get<int>(), params.value("reason", QString()));
  });
  protocol_.subscribe("Runtime.executionContextCreated", [this](const json& params) {
    emit contextCreated(params.at("context").get<ExecutionContextDescription>());
  });
  protocol_.subscribe("Runtime.executionContextDestroyed", [this](const json& params) {
    emit contextDestroyed(params.at("executionContextId").get<int>());
  });
  protocol_.subscribe("Runtime.executionContextsCleared", [this](const json&) { emit contextsCleared(); });
  protocol_.subscribe("Runtime.inspectRequested",
                      [this](const json& params) { emit inspectRequested(params.at("object").get<RemoteObject>()); });
}

Reply<Done> RuntimeClient::enable() {
  return protocol_.callFor<Done>("Runtime.enable");
}

Reply<Done> RuntimeClient::runIfWaitingForDebugger() {
  return protocol_.callFor<Done>("Runtime.runIfWaitingForDebugger");
}

Reply<Evaluation> RuntimeClient::evaluate(const QString& expression, const EvaluateOptions& options) {
  json params = options;
  params["expression"] = expression;
  return protocol_.callFor<Evaluation>("Runtime.evaluate", std::move(params));
}

Reply<Evaluation> RuntimeClient::awaitPromise(const QString& promiseObjectId) {
  return protocol_.callFor<Evaluation>("Runtime.awaitPromise",
                                       {{"promiseObjectId", promiseObjectId}, {"generatePreview", true}});
}

Reply<Evaluation> RuntimeClient::callFunctionOn(const QString& objectId, const QString& declaration,
                                                const std::vector<QString>& argumentObjectIds) {
  json arguments = json::array();
  for (const QString& argument : argumentObjectIds) arguments.push_back({{"objectId", argument}});
  return protocol_.callFor<Evaluation>("Runtime.callFunctionOn", {{"objectId", objectId},
                                                                  {"functionDeclaration", declaration},
                                                                  {"arguments", std::move(arguments)},
                                                                  {"generatePreview", true}});
}

Reply<PropertyList> RuntimeClient::properties(const QString& objectId, OwnProperties which) {
  json params{{"objectId", objectId}, {"ownProperties", true}, {"generatePreview", true}};
  if (which == OwnProperties::WithoutElements) params["nonIndexedPropertiesOnly"] = true;
  return protocol_.callFor<PropertyList>("Runtime.getProperties", std::move(params));
}

Reply<Evaluation> RuntimeClient::compile(const QString& expression, const QString& sourceUrl, int executionContextId) {
  return protocol_.callFor<Evaluation>("Runtime.compileScript", {{"expression", expression},
                                                                 {"sourceURL", sourceUrl},
                                                                 {"persistScript", false},
                                                                 {"executionContextId", executionContextId}});
}

Reply<std::vector<QString>> RuntimeClient::globalLexicalScopeNames(int executionContextId) {
  Reply<std::vector<QString>> names;
  protocol_.call("Runtime.globalLexicalScopeNames", {{"executionContextId", executionContextId}})
      .then(this, [names](const json& answer) { names.resolve(answer.value("names", std::vector<QString>())); })
      .otherwise(this, [names](const ProtocolError& error) { names.reject(error); });
  return names;
}

Reply<Done> RuntimeClient::releaseObject(const QString& objectId) {
  return protocol_.callFor<Done>("Runtime.releaseObject", {{"objectId", objectId}});
}

Reply<Done> RuntimeClient::releaseObjectGroup(const QString& group) {
  return protocol_.callFor<Done>("Runtime.releaseObjectGroup", {{"objectGroup", group}});
}

Reply<Done> RuntimeClient::terminateExecution() {
  return protocol_.callFor<Done>("Runtime.terminateExecution");
}

Reply<Done> RuntimeClient::discardConsoleEntries() {
  return protocol_.callFor<Done>("Runtime.discardConsoleEntries");
}

}  // namespace vmscope::ui
