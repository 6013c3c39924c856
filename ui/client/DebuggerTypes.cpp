#include "ui/client/DebuggerTypes.h"

#include "ui/client/JsonFields.h"

namespace vmscope::ui {

using nlohmann::json;

void from_json(const json& in, ScriptLocation& out) {
  readField(in, "scriptId", out.scriptId);
  readField(in, "lineNumber", out.lineNumber);
  readField(in, "columnNumber", out.columnNumber);
}

void from_json(const json& in, Scope& out) {
  readField(in, "type", out.type);
  readField(in, "name", out.name);
  readField(in, "object", out.object);
}

void from_json(const json& in, CallFrame& out) {
  readField(in, "callFrameId", out.callFrameId);
  readField(in, "functionName", out.functionName);
  readField(in, "location", out.location);
  readField(in, "url", out.url);
  readField(in, "scopeChain", out.scopeChain);
  readField(in, "this", out.thisObject);
  readField(in, "returnValue", out.returnValue);
  readField(in, "canBeRestarted", out.canBeRestarted);
}

void from_json(const json& in, Paused& out) {
  readField(in, "callFrames", out.callFrames);
  readField(in, "reason", out.reason);
  readField(in, "hitBreakpoints", out.hitBreakpoints);
  readField(in, "asyncStackTrace", out.asyncStackTrace);
  const bool thrown = out.reason == QLatin1String("exception") || out.reason == QLatin1String("promiseRejection");
  if (thrown) readField(in, "data", out.exception);
}

void from_json(const json& in, ParsedScript& out) {
  readField(in, "scriptId", out.scriptId);
  readField(in, "url", out.url);
  readField(in, "startLine", out.startLine);
  readField(in, "startColumn", out.startColumn);
  readField(in, "endLine", out.endLine);
  readField(in, "endColumn", out.endColumn);
  readField(in, "executionContextId", out.executionContextId);
  readField(in, "isModule", out.isModule);
  readField(in, "sourceMapURL", out.sourceMapURL);
}

void from_json(const json& in, BreakpointBinding& out) {
  readField(in, "breakpointId", out.breakpointId);
  readField(in, "locations", out.locations);
}

void to_json(json& out, const ScriptLocation& location) {
  out = {{"scriptId", location.scriptId}, {"lineNumber", location.lineNumber}, {"columnNumber", location.columnNumber}};
}

void to_json(json& out, const BreakpointRequest& request) {
  out = {{"url", request.url}, {"lineNumber", request.lineNumber}};
  writeField(out, "columnNumber", request.columnNumber);
  if (!request.condition.isEmpty()) out["condition"] = request.condition;
}

void to_json(json& out, const FrameEvaluation& evaluation) {
  out = {{"callFrameId", evaluation.callFrameId},
         {"expression", evaluation.expression},
         {"throwOnSideEffect", evaluation.throwOnSideEffect},
         {"silent", evaluation.silent},
         {"generatePreview", true}};
  if (!evaluation.objectGroup.isEmpty()) out["objectGroup"] = evaluation.objectGroup;
}

}  // namespace vmscope::ui
