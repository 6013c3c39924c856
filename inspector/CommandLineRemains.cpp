#include "inspector/CommandLineRemains.h"

#include <v8.h>

#include <array>

#include "engine/Isolate.h"
#include "engine/vm/Context.h"
#include "engine/vm/Contexts.h"

namespace vmscope {
namespace {

// What V8Console::createCommandLineAPI installs.
constexpr std::array kNames{"dir",    "dirxml", "profile", "profileEnd", "clear",     "table",   "keys",
                            "values", "debug",  "undebug", "monitor",    "unmonitor", "inspect", "copy",
                            "$_",     "$0",     "$1",      "$2",         "$3",        "$4",      "queryObjects"};

// V8's are accessors that are not enumerable; what a program declares under such a name is enumerable, and stays.
void remove(Lock& lock, v8::Local<v8::Context> context, const char* each) {
  const v8::Local<v8::Object> global = context->Global();
  const auto name = lock.string(each);
  if (!global->HasRealNamedProperty(context, name).FromMaybe(false)) return;
  const auto attributes = global->GetRealNamedPropertyAttributes(context, name);
  if (attributes.FromMaybe(v8::None) & v8::DontEnum) global->Delete(context, name).FromMaybe(false);
}

void clean(Lock& lock, v8::Local<v8::Context> context, CommandLineNames names) {
  const v8::Context::Scope scope(context);
  const v8::TryCatch caught(lock.v8());
  for (const char* each : kNames) remove(lock, context, each);
  if (names == CommandLineNames::AndRequire) remove(lock, context, kRequireName);
}

}  // namespace

void removeCommandLineRemains(Lock& lock, const Contexts& contexts, CommandLineNames names) {
  const v8::HandleScope handles(lock.v8());
  contexts.forEach([&](Context& context) {
    if (!context.isDisposed()) clean(lock, context.v8(lock), names);
  });
}

}  // namespace vmscope
