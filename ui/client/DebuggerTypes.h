#pragma once

#include "ui/client/RuntimeTypes.h"

// Plain values of V8's Debugger domain, named as CDP names them. Lines and columns are 0-based.
namespace vmscope::ui {

struct ScriptLocation {
  QString scriptId;
  int lineNumber = 0;
  int columnNumber = 0;
};

struct Scope {
  QString type;  // global, local, with, closure, catch, block, script, eval, module
  QString name;
  RemoteObject object;
};

struct CallFrame {
  QString callFrameId;
  QString functionName;
  ScriptLocation location;
  QString url;
  std::vector<Scope> scopeChain;
  RemoteObject thisObject;
  std::optional<RemoteObject> returnValue;
  bool canBeRestarted = false;
};

struct Paused {
  std::vector<CallFrame> callFrames;
  QString reason;  // ambiguous, assert, debugCommand, exception, OOM, other, promiseRejection, step, ...
  std::optional<RemoteObject> exception;  // what was thrown, when the reason is exception or promiseRejection
  std::vector<QString> hitBreakpoints;
  std::optional<StackTrace> asyncStackTrace;
};

struct ParsedScript {
  QString scriptId;
  QString url;
  int startLine = 0;
  int startColumn = 0;
  int endLine = 0;
  int endColumn = 0;
  int executionContextId = 0;
  bool isModule = false;
  QString sourceMapURL;
};

struct BreakpointBinding {
  QString breakpointId;
  std::vector<ScriptLocation> locations;
};

struct BreakpointRequest {
  QString url;
  int lineNumber = 0;
  std::optional<int> columnNumber;
  QString condition;  // empty: always; a logpoint is a condition that logs and is false
};

struct FrameEvaluation {
  QString callFrameId;
  QString expression;
  QString objectGroup;
  bool throwOnSideEffect = false;
  bool silent = true;
};

enum class PauseOnExceptions { None, Uncaught, Caught, All };

void from_json(const nlohmann::json& json, ScriptLocation& value);
void from_json(const nlohmann::json& json, Scope& value);
void from_json(const nlohmann::json& json, CallFrame& value);
void from_json(const nlohmann::json& json, Paused& value);
void from_json(const nlohmann::json& json, ParsedScript& value);
void from_json(const nlohmann::json& json, BreakpointBinding& value);
void to_json(nlohmann::json& json, const ScriptLocation& value);
void to_json(nlohmann::json& json, const BreakpointRequest& value);
void to_json(nlohmann::json& json, const FrameEvaluation& value);

}  // namespace vmscope::ui
