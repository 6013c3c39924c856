#include <nlohmann/json.hpp>

#include "ui/workspace/WorkspaceFile.h"

namespace vmscope::ui {

namespace {

using Json = nlohmann::ordered_json;

void addUnknown(Json& object, const UnknownMembers& unknown) {
  for (const auto& [key, text] : unknown) object[key] = Json::parse(text);
}

void addText(Json& object, const char* key, const QString& text) {
  if (!text.isEmpty()) object[key] = text.toStdString();
}

Json list(const QStringList& texts) {
  Json array = Json::array();
  for (const QString& text : texts) array.push_back(text.toStdString());
  return array;
}

Json contextObject(const WorkspaceContext& context) {
  using CodeGeneration = WorkspaceContext::CodeGeneration;
  Json object = {{"name", context.name.toStdString()}, {"origin", context.origin.toStdString()}};
  if (context.queue == WorkspaceContext::Queue::Own) object["microtaskMode"] = "afterEvaluate";
  if (context.globalObject == WorkspaceContext::GlobalObject::Vanilla) object["contextify"] = false;
  addText(object, "contextObject", context.contextObject);
  if (context.strings == CodeGeneration::Refused) object["codeGeneration"]["strings"] = false;
  if (context.wasm == CodeGeneration::Refused) object["codeGeneration"]["wasm"] = false;
  object["documents"] = list(context.documents);
  addUnknown(object, context.unknown);
  return object;
}

Json breakpointObject(const Breakpoint& breakpoint) {
  Json object = {{"document", breakpoint.document.toStdString()}, {"line", breakpoint.line + 1}};
  addText(object, "condition", breakpoint.condition);
  addText(object, "log", breakpoint.logMessage);
  if (breakpoint.state == Breakpoint::State::Disabled) object["enabled"] = false;
  addUnknown(object, breakpoint.unknown);
  return object;
}

}  // namespace

QByteArray writeWorkspace(const WorkspaceDescription& description) {
  Json root = {{"version", kWorkspaceVersion}};
  root["contexts"] = Json::array();
  for (const WorkspaceContext& context : description.contexts) root["contexts"].push_back(contextObject(context));
  root["breakpoints"] = Json::array();
  for (const Breakpoint& each : description.breakpoints) root["breakpoints"].push_back(breakpointObject(each));
  root["watch"] = list(description.watch);
  addUnknown(root, description.unknown);
  return QByteArray::fromStdString(root.dump(2)) + '\n';
}

}  // namespace vmscope::ui
