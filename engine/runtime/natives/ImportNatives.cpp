#include "engine/module/ModuleErrors.h"
#include "engine/runtime/Bindings.h"
#include "engine/runtime/Program.h"
#include "engine/runtime/ProgramModules.h"
#include "engine/runtime/Ticks.h"
#include "engine/runtime/natives/Natives.h"

namespace vmscope::runtime {

namespace {

ModuleLoader& loaderOf(const Call& call) {
  return Program::from(call.lock.v8()).modules().loader();
}

// (path): starts the program's main module. A rejection that comes of it is the program's to report.
void importMain(const Info& info) {
  Call call(info);
  Program::from(call.lock.v8()).ticks().letJobsGoFirst();
  const Completion completion = loaderOf(call).importMain(call.lock, call.text(0));
  if (!completion.isNormal() && !completion.thrown().isTermination()) call.throws(completion.thrown().value);
}

void requireModule(const Info& info) {
  Call call(info);
  call.returns(loaderOf(call).requireModule(call.lock, call.text(0)));
}

void isModuleFile(const Info& info) {
  Call call(info);
  call.returnsFlag(loaderOf(call).isModuleFile(call.lock, call.text(0)));
}

constexpr Method kMethods[] = {
    {"importMain", &importMain},
    {"requireModule", &requireModule},
    {"isModuleFile", &isModuleFile},
};

}  // namespace

void defineImportNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target) {
  define(lock, context, target, kMethods);
}

}  // namespace vmscope::runtime
