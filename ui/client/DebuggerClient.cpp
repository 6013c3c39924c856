#include "ui/client/DebuggerClient.h"

#include <algorithm>
#include <ranges>

#include "ui/client/JsonFields.h"
#include "ui/client/ProtocolClient.h"

namespace vmscope::ui {

using nlohmann::json;

namespace {

const char* nameOf(PauseOnExceptions when) {
  switch (when) {
    case PauseOnExceptions::None:
      return "none";
    case PauseOnExceptions::Uncaught:
      return "uncaught";
    case PauseOnExceptions::Caught:
      return "caught";
    case PauseOnExceptions::All:
      return "all";
  }
  return "none";
}

json callArgument(const RemoteObject& value) {
  if (value.isObject()) return {{"objectId", value.objectId}};
  if (!value.unserializableValue.isEmpty()) return {{"unserializableValue", value.unserializableValue}};
  if (value.value) return {{"value", *value.value}};
  return json::object();  // undefined
}

}  // namespace

DebuggerClient::DebuggerClient(ProtocolClient& protocol, QObject* parent) : QObject(parent), protocol_(protocol) {
  protocol_.subscribe("Debugger.paused", [this](const json& params) {
    paused_ = true;
    emit paused(withUrls(params.get<Paused>()));
  });
  protocol_.subscribe("Debugger.resumed", [this](const json&) {
    paused_ = false;
    emit resumed();
  });
  protocol_.subscribe("Debugger.scriptParsed", [this](const json& params) {
    scripts_.push_back(params.get<ParsedScript>());
    emit scriptParsed(ParsedScript(scripts_.back()));
  });
  protocol_.subscribe("Debugger.scriptFailedToParse",
                      [this](const json& params) { emit scriptFailedToParse(params.get<ParsedScript>()); });
  protocol_.subscribe("Debugger.breakpointResolved", [this](const json& params) {
    emit breakpointResolved(params.at("breakpointId").get<QString>(), params.at("location").get<ScriptLocation>());
  });
}

Reply<Done> DebuggerClient::enable() {
  return protocol_.callFor<Done>("Debugger.enable");
}

Reply<Done> DebuggerClient::setAsyncCallStackDepth(int depth) {
  return protocol_.callFor<Done>("Debugger.setAsyncCallStackDepth", {{"maxDepth", depth}});
}

Reply<Done> DebuggerClient::setPauseOnExceptions(PauseOnExceptions when) {
  return protocol_.callFor<Done>("Debugger.setPauseOnExceptions", {{"state", nameOf(when)}});
}

Reply<Done> DebuggerClient::setBreakpointsActive(bool active) {
  return protocol_.callFor<Done>("Debugger.setBreakpointsActive", {{"active", active}});
}

Reply<BreakpointBinding> DebuggerClient::setBreakpointByUrl(const BreakpointRequest& request) {
  return protocol_.callFor<BreakpointBinding>("Debugger.setBreakpointByUrl", request);
}

Reply<Done> DebuggerClient::removeBreakpoint(const QString& breakpointId) {
  return protocol_.callFor<Done>("Debugger.removeBreakpoint", {{"breakpointId", breakpointId}});
}

// V8 names a frame's script by its id only.
Paused DebuggerClient::withUrls(Paused pause) const {
  for (CallFrame& frame : pause.callFrames) {
    const ParsedScript* script = frame.url.isEmpty() ? findScript(frame.location.scriptId) : nullptr;
    if (script) frame.url = script->url;
  }
  return pause;
}

Reply<QString> DebuggerClient::scriptSource(const QString& scriptId) {
  Reply<QString> source;
  protocol_.call("Debugger.getScriptSource", {{"scriptId", scriptId}})
      .then(this, [source](const json& answer) { source.resolve(answer.value("scriptSource", QString())); })
      .otherwise(this, [source](const ProtocolError& error) { source.reject(error); });
  return source;
}

Reply<Done> DebuggerClient::pause() {
  return protocol_.callFor<Done>("Debugger.pause");
}
Reply<Done> DebuggerClient::resume() {
  return protocol_.callFor<Done>("Debugger.resume");
}
Reply<Done> DebuggerClient::stepOver() {
  return protocol_.callFor<Done>("Debugger.stepOver");
}
Reply<Done> DebuggerClient::stepInto() {
  return protocol_.callFor<Done>("Debugger.stepInto");
}
Reply<Done> DebuggerClient::stepIntoAsync() {
  return protocol_.callFor<Done>("Debugger.stepInto", {{"breakOnAsyncCall", true}});
}
Reply<Done> DebuggerClient::stepOut() {
  return protocol_.callFor<Done>("Debugger.stepOut");
}

Reply<Done> DebuggerClient::continueToLocation(const ScriptLocation& location) {
  return protocol_.callFor<Done>("Debugger.continueToLocation", {{"location", location}});
}

Reply<Done> DebuggerClient::restartFrame(const QString& callFrameId) {
  return protocol_.callFor<Done>("Debugger.restartFrame", {{"callFrameId", callFrameId}, {"mode", "StepInto"}});
}

Reply<Evaluation> DebuggerClient::evaluateOnCallFrame(const FrameEvaluation& evaluation) {
  return protocol_.callFor<Evaluation>("Debugger.evaluateOnCallFrame", evaluation);
}

Reply<Done> DebuggerClient::setVariableValue(const QString& callFrameId, int scopeNumber, const QString& name,
                                             const RemoteObject& newValue) {
  return protocol_.callFor<Done>("Debugger.setVariableValue", {{"callFrameId", callFrameId},
                                                               {"scopeNumber", scopeNumber},
                                                               {"variableName", name},
                                                               {"newValue", callArgument(newValue)}});
}

const ParsedScript* DebuggerClient::findScript(const QString& scriptId) const {
  const auto found = std::ranges::find(scripts_, scriptId, &ParsedScript::scriptId);
  return found == scripts_.end() ? nullptr : &*found;
}

const ParsedScript* DebuggerClient::findNewestScript(const QString& url) const {
  const auto newestFirst = std::views::reverse(scripts_);
  const auto found = std::ranges::find(newestFirst, url, &ParsedScript::url);
  return found == newestFirst.end() ? nullptr : &*found;
}

void DebuggerClient::reset() {
  scripts_.clear();
  if (std::exchange(paused_, false)) emit resumed();
}

}  // namespace vmscope::ui
