#include "inspector/command/TraceRun.h"

#include <v8-inspector.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>

#include "engine/Isolate.h"
#include "engine/microtask/Microtasks.h"
#include "engine/microtask/StuckJobs.h"
#include "engine/microtask/TraceAccount.h"
#include "engine/microtask/TraceExport.h"
#include "engine/microtask/TraceRecorder.h"
#include "engine/module/ModuleRecorder.h"
#include "engine/runtime/RunCommand.h"
#include "inspector/GeneratorLocator.h"

namespace vmscope {
namespace {

constexpr int kExitCannotWrite = 1;

/// The recording of one isolate, with V8's inspector to say where an async function waits.
class Recording {
 public:
  explicit Recording(Isolate& isolate) : isolate_(isolate), recorder_(isolate), modules_(isolate.modules()) {
    isolate.microtasks().probe().setLocator(&locator_);
    recorder_.start();
  }

  /// What nothing will run any more, and why; empty where all ran.
  std::string stuck() const {
    const Lock lock(isolate_);
    std::string text;
    for (const StuckJob& job : findStuckJobs(isolate_)) {
      text += std::string("  ") + toText(job.kind) + " " + job.handler->name;
      if (job.handler->place.isKnown())
        text += "  " + job.handler->place.url + ":" + std::to_string(job.handler->place.line + 1);
      text += ": " + job.reason + "; to go on, " + job.remedy + "\n";
    }
    return text.empty() ? text : "\nNothing will run these:\n" + text;
  }

  const Trace& end() {
    recorder_.stop();
    isolate_.microtasks().probe().setLocator(nullptr);
    return recorder_.trace();
  }

  ModuleGraph modules() const { return modules_.graph(); }

 private:
  std::unique_ptr<v8_inspector::V8Inspector> makeInspector() {
    const Lock lock(isolate_);
    return v8_inspector::V8Inspector::create(isolate_.v8(), &client_);
  }

  Isolate& isolate_;
  v8_inspector::V8InspectorClient client_;
  std::unique_ptr<v8_inspector::V8Inspector> inspector_ = makeInspector();
  GeneratorLocator locator_{isolate_.v8(), *inspector_};
  TraceRecorder recorder_;
  ModuleRecorder modules_;
};

void write(const std::string& path, const std::string& text) {
  if (path.empty()) return;
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (file) return;
  std::fprintf(stderr, "vmscope-engine: '%s' cannot be written\n", path.c_str());
  std::_Exit(kExitCannotWrite);
}

}  // namespace

void traceRun(Platform& platform, const CommandLine& line) {
  std::unique_ptr<Recording> recording;
  runtime::RunHooks hooks;
  hooks.beforeMain = [&](Isolate& isolate, runtime::Program&) { recording = std::make_unique<Recording>(isolate); };
  hooks.beforeExit = [&](int) {
    const std::string stuck = recording->stuck();
    const Trace& trace = recording->end();
    write(line.trace.json, toJson(trace));
    write(line.trace.events, toTraceEvents(trace));
    std::fputs(("\n" + account(trace) + stuck).c_str(), stdout);
    const ModuleGraph modules = recording->modules();
    write(line.trace.graph, graphForFile(modules, line.trace.graph));
    if (!modules.nodes().empty()) std::fputs(("\nModules\n" + modules.toTable()).c_str(), stdout);
    std::fflush(stdout);
  };
  runtime::runCommand(platform, {line.file, line.arguments, line.v8Flags}, hooks);
}

}  // namespace vmscope
