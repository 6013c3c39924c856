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
void clean(Lock& lock, v8::Local<v8::Context> context) {
  const v8::Context::Scope scope(context);
  const v8::TryCatch caught(lock.v8());
  const v8::Local<v8::Object> global = context->Global();
  for (const char* each : kNames) {
    const auto name = lock.string(each);
    if (!global->HasRealNamedProperty(context, name).FromMaybe(false)) continue;
    const auto attributes = global->GetRealNamedPropertyAttributes(context, name);
    if (attributes.FromMaybe(v8::None) & v8::DontEnum) global->Delete(context, name).FromMaybe(false);
  }
}

}  // namespace

void removeCommandLineRemains(Lock& lock, const Contexts& contexts) {
  const v8::HandleScope handles(lock.v8());
  contexts.forEach([&lock](Context& context) {
    if (!context.isDisposed()) clean(lock, context.v8(lock));
  });
}

}  // namespace vmscope
