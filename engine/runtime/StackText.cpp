#include "engine/runtime/StackText.h"

#include <string>
#include <vector>

#include "engine/Isolate.h"
#include "engine/runtime/Bindings.h"
#include "engine/runtime/Builtins.h"
#include "engine/runtime/Program.h"
#include "engine/vm/ErrorDecoration.h"

namespace vmscope::runtime {

namespace {

v8::Local<v8::Value> preparerOf(Lock& lock, v8::Local<v8::Context> context) {
  const auto maker = get(lock, context, context->Global(), "Error");
  return maker->IsObject() ? get(lock, context, maker.As<v8::Object>(), "prepareStackTrace") : maker;
}

// Error.prototype.toString, which must not fail while a stack is made.
std::string headline(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Value> error) {
  if (!error->IsObject()) return lock.text(error);
  const auto name = get(lock, context, error.As<v8::Object>(), "name");
  const auto message = get(lock, context, error.As<v8::Object>(), "message");
  const std::string shownName = name->IsUndefined() ? "Error" : lock.text(name);
  const std::string shownMessage = message->IsUndefined() ? "" : lock.text(message);
  if (shownName.empty() || shownMessage.empty()) return shownName + shownMessage;
  return shownName + ": " + shownMessage;
}

bool isOurs(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Value> site) {
  const auto fileOf = get(lock, context, site.As<v8::Object>(), "getFileName");
  v8::Local<v8::Value> file;
  return fileOf->IsFunction() && fileOf.As<v8::Function>()->Call(context, site, 0, nullptr).ToLocal(&file) &&
         file->StrictEquals(lock.name(kOwnScripts));
}

// The frames of the program's own code.
v8::Local<v8::Array> programSites(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Array> sites) {
  if (Program::from(lock.v8()).builtins().areHidden()) return sites;
  std::vector<v8::Local<v8::Value>> kept;
  for (std::uint32_t at = 0; at < sites->Length(); ++at) {
    v8::Local<v8::Value> site;
    if (sites->Get(context, at).ToLocal(&site) && !isOurs(lock, context, site)) kept.push_back(site);
  }
  return kept.size() == sites->Length() ? sites : v8::Array::New(lock.v8(), kept.data(), kept.size());
}

}  // namespace

v8::MaybeLocal<v8::Value> prepareStack(v8::Local<v8::Context> context, v8::Local<v8::Value> error,
                                       v8::Local<v8::Array> allSites) {
  v8::EscapableHandleScope handles(v8::Isolate::GetCurrent());  // outside of the lock, whose handles end here
  Lock lock(Isolate::from(v8::Isolate::GetCurrent()));
  const v8::Context::Scope scope(context);
  const auto sites = programSites(lock, context, allSites);
  for (const auto& realm : {context, Program::from(lock.v8()).context(lock)}) {
    const auto preparer = preparerOf(lock, realm);
    if (!preparer->IsFunction()) continue;
    v8::Local<v8::Value> arguments[] = {error, sites};
    const auto maker = get(lock, realm, realm->Global(), "Error");
    return handles.EscapeMaybe(preparer.As<v8::Function>()->Call(realm, maker, 2, arguments));
  }
  std::string text = headline(lock, context, error);
  for (std::uint32_t at = 0; at < sites->Length(); ++at) {
    v8::Local<v8::Value> site;
    if (sites->Get(context, at).ToLocal(&site)) text += "\n    at " + lock.text(site);
  }
  return handles.Escape(lock.string(text).As<v8::Value>());
}

}  // namespace vmscope::runtime
