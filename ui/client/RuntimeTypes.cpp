#include "ui/client/RuntimeTypes.h"

#include "inspector/protocol/Runtime.h"
#include "ui/client/JsonFields.h"

namespace vmscope::ui {

using nlohmann::json;

QString RemoteObject::text() const {
  if (!unserializableValue.isEmpty()) return unserializableValue;
  if (value && value->is_string()) return value->get<QString>();
  if (!description.isEmpty()) return description;
  if (value) return QString::fromStdString(value->dump(-1, ' ', false, json::error_handler_t::replace));
  return subtype == QLatin1String("null") ? QStringLiteral("null") : type;
}

QString ExceptionDetails::message() const {
  if (!exception) return text;
  const QString thrown = exception->text();
  // V8 says "Uncaught" and leaves the error itself to the exception's description.
  return text.isEmpty() || text == QLatin1String("Uncaught") ? thrown : text + QLatin1Char(' ') + thrown;
}

RemoteObject fromProtocol(const protocol::runtime::RemoteObject& value) {
  return json(value).get<RemoteObject>();
}

ExceptionDetails fromProtocol(const protocol::runtime::ExceptionDetails& value) {
  return json(value).get<ExceptionDetails>();
}

void from_json(const json& in, PropertyPreview& out) {
  readField(in, "name", out.name);
  readField(in, "type", out.type);
  readField(in, "subtype", out.subtype);
  readField(in, "value", out.value);
  if (const auto preview = in.find("valuePreview"); preview != in.end()) {
    out.valuePreview = std::make_shared<const ObjectPreview>(preview->get<ObjectPreview>());
  }
}

void from_json(const json& in, ObjectPreview& out) {
  readField(in, "type", out.type);
  readField(in, "subtype", out.subtype);
  readField(in, "description", out.description);
  readField(in, "overflow", out.overflow);
  readField(in, "properties", out.properties);
  readField(in, "entries", out.entries);
}

void from_json(const json& in, ObjectPreview::Entry& out) {
  readField(in, "key", out.key);
  readField(in, "value", out.value);
}

void from_json(const json& in, RemoteObject& out) {
  readField(in, "type", out.type);
  readField(in, "subtype", out.subtype);
  readField(in, "className", out.className);
  if (const auto value = in.find("value"); value != in.end()) out.value = *value;
  readField(in, "unserializableValue", out.unserializableValue);
  readField(in, "description", out.description);
  readField(in, "objectId", out.objectId);
  readField(in, "preview", out.preview);
}

void from_json(const json& in, StackFrame& out) {
  readField(in, "functionName", out.functionName);
  readField(in, "scriptId", out.scriptId);
  readField(in, "url", out.url);
  readField(in, "lineNumber", out.lineNumber);
  readField(in, "columnNumber", out.columnNumber);
}

void from_json(const json& in, StackTrace& out) {
  readField(in, "description", out.description);
  readField(in, "callFrames", out.callFrames);
  if (const auto parent = in.find("parent"); parent != in.end()) {
    out.parent = std::make_shared<const StackTrace>(parent->get<StackTrace>());
  }
}

void from_json(const json& in, ExceptionDetails& out) {
  readField(in, "exceptionId", out.exceptionId);
  readField(in, "text", out.text);
  readField(in, "lineNumber", out.lineNumber);
  readField(in, "columnNumber", out.columnNumber);
  readField(in, "scriptId", out.scriptId);
  readField(in, "url", out.url);
  readField(in, "stackTrace", out.stackTrace);
  readField(in, "exception", out.exception);
  readField(in, "executionContextId", out.executionContextId);
}

void from_json(const json& in, PropertyDescriptor& out) {
  readField(in, "name", out.name);
  readField(in, "value", out.value);
  readField(in, "get", out.get);
  readField(in, "set", out.set);
  readField(in, "symbol", out.symbol);
  readField(in, "writable", out.writable);
  readField(in, "configurable", out.configurable);
  readField(in, "enumerable", out.enumerable);
  readField(in, "wasThrown", out.wasThrown);
  readField(in, "isOwn", out.isOwn);
}

void from_json(const json& in, InternalPropertyDescriptor& out) {
  readField(in, "name", out.name);
  readField(in, "value", out.value);
}

void from_json(const json& in, PropertyList& out) {
  readField(in, "result", out.result);
  readField(in, "internalProperties", out.internalProperties);
  readField(in, "privateProperties", out.privateProperties);
  readField(in, "exceptionDetails", out.exceptionDetails);
}

void from_json(const json& in, Evaluation& out) {
  readField(in, "result", out.result);
  readField(in, "exceptionDetails", out.exceptionDetails);
}

void from_json(const json& in, ConsoleCall& out) {
  readField(in, "type", out.type);
  readField(in, "args", out.args);
  readField(in, "executionContextId", out.executionContextId);
  readField(in, "timestamp", out.timestamp);
  readField(in, "stackTrace", out.stackTrace);
}

void from_json(const json& in, ExecutionContextDescription& out) {
  readField(in, "id", out.id);
  readField(in, "uniqueId", out.uniqueId);
  readField(in, "name", out.name);
  readField(in, "origin", out.origin);
}

void to_json(json& out, const EvaluateOptions& options) {
  out = {{"replMode", options.replMode},
         {"awaitPromise", options.awaitPromise},
         {"throwOnSideEffect", options.throwOnSideEffect},
         {"generatePreview", options.generatePreview},
         {"returnByValue", options.returnByValue},
         {"silent", options.silent},
         {"includeCommandLineAPI", options.includeCommandLineAPI}};
  if (!options.objectGroup.isEmpty()) out["objectGroup"] = options.objectGroup;
  writeField(out, "contextId", options.executionContextId);
  writeField(out, "timeout", options.timeout);
}

}  // namespace vmscope::ui
