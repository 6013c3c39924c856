#pragma once

#include <QString>
#include <QtGlobal>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

namespace vmscope::protocol::runtime {
struct ExceptionDetails;
struct RemoteObject;
}  // namespace vmscope::protocol::runtime

// Plain values of V8's Runtime domain, named as CDP names them, with text as QString.
namespace vmscope::ui {

struct ObjectPreview;

struct PropertyPreview {
  QString name;
  QString type;
  QString subtype;
  QString value;
  std::shared_ptr<const ObjectPreview> valuePreview;  // of console.table's rows; never changes, so copies share it
};

struct ObjectPreview {
  struct Entry;

  QString type;
  QString subtype;
  QString description;
  bool overflow = false;
  std::vector<PropertyPreview> properties;
  std::vector<Entry> entries;  // of maps and sets
};

struct ObjectPreview::Entry {
  std::optional<ObjectPreview> key;
  ObjectPreview value;
};

struct RemoteObject {
  QString type;  // undefined, object, function, string, number, boolean, symbol, bigint
  QString subtype;
  QString className;
  std::optional<nlohmann::json> value;  // primitives, and objects that were asked for by value
  QString unserializableValue;          // NaN, -0, Infinity, 12n
  QString description;
  QString objectId;  // empty for primitives
  std::optional<ObjectPreview> preview;

  bool isObject() const { return !objectId.isEmpty(); }
  // What a person reads for a value on its own: strings without quotes, objects by description.
  QString text() const;
};

struct StackFrame {
  QString functionName;
  QString scriptId;
  QString url;
  int lineNumber = 0;  // 0-based
  int columnNumber = 0;
};

struct StackTrace {
  QString description;  // what scheduled the frames: await, Promise.then, setTimeout
  std::vector<StackFrame> callFrames;
  std::shared_ptr<const StackTrace>
      parent;  // shared, because a trace is copied along signals and its parents never change
};

struct ExceptionDetails {
  int exceptionId = 0;
  QString text;
  int lineNumber = 0;  // 0-based
  int columnNumber = 0;
  QString scriptId;
  QString url;
  std::optional<StackTrace> stackTrace;
  std::optional<RemoteObject> exception;
  int executionContextId = 0;

  // The error as V8 would print it: class, message and stack where there is one.
  QString message() const;
};

struct PropertyDescriptor {
  QString name;
  std::optional<RemoteObject> value;
  std::optional<RemoteObject> get;
  std::optional<RemoteObject> set;
  std::optional<RemoteObject> symbol;
  bool writable = false;
  bool configurable = false;
  bool enumerable = false;
  bool wasThrown = false;
  bool isOwn = false;
};

struct InternalPropertyDescriptor {
  QString name;  // [[Prototype]], [[Scopes]], [[PromiseState]]
  std::optional<RemoteObject> value;
};

struct PropertyList {
  std::vector<PropertyDescriptor> result;
  std::vector<InternalPropertyDescriptor> internalProperties;
  std::vector<InternalPropertyDescriptor> privateProperties;
  std::optional<ExceptionDetails> exceptionDetails;
};

struct Evaluation {
  RemoteObject result;
  std::optional<ExceptionDetails> exceptionDetails;
};

struct ConsoleCall {
  QString
      type;  // log, debug, info, error, warning, dir, table, trace, clear, assert, count, timeEnd, startGroup, endGroup
  std::vector<RemoteObject> args;
  int executionContextId = 0;
  double timestamp = 0;  // milliseconds since the epoch
  std::optional<StackTrace> stackTrace;
};

struct ExecutionContextDescription {
  int id = 0;
  QString uniqueId;
  QString name;
  QString origin;
};

struct EvaluateOptions {
  std::optional<int> executionContextId;
  QString objectGroup;
  bool replMode = false;
  bool awaitPromise = false;
  bool throwOnSideEffect = false;
  bool generatePreview = true;
  bool returnByValue = false;
  bool silent = false;
  bool includeCommandLineAPI = false;
  std::optional<double> timeout;  // milliseconds
};

// Values that came inside an answer of a domain of ours.
RemoteObject fromProtocol(const protocol::runtime::RemoteObject& value);
ExceptionDetails fromProtocol(const protocol::runtime::ExceptionDetails& value);

void from_json(const nlohmann::json& json, PropertyPreview& value);
void from_json(const nlohmann::json& json, ObjectPreview& value);
void from_json(const nlohmann::json& json, ObjectPreview::Entry& value);
void from_json(const nlohmann::json& json, RemoteObject& value);
void from_json(const nlohmann::json& json, StackFrame& value);
void from_json(const nlohmann::json& json, StackTrace& value);
void from_json(const nlohmann::json& json, ExceptionDetails& value);
void from_json(const nlohmann::json& json, PropertyDescriptor& value);
void from_json(const nlohmann::json& json, InternalPropertyDescriptor& value);
void from_json(const nlohmann::json& json, PropertyList& value);
void from_json(const nlohmann::json& json, Evaluation& value);
void from_json(const nlohmann::json& json, ConsoleCall& value);
void from_json(const nlohmann::json& json, ExecutionContextDescription& value);
void to_json(nlohmann::json& json, const EvaluateOptions& value);

}  // namespace vmscope::ui
