#include "tests/engine/vm/VmFixture.h"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include "engine/EventLoop.h"
#include "engine/vm/VmModule.h"

namespace vmscope::test {

namespace {

constexpr std::string_view kPrelude = R"js(
const text = (value) => Array.isArray(value) ? value.map(String).join() : String(value);
const print = (...values) => printLine(values.map(text).join(' '));
const caught = (call) => {
  try { return call() } catch (error) {
    if (Object(error) !== error) return 'threw ' + String(error);
    return `${error.name}${error.code ? ' ' + error.code : ''}: ${error.message}`;
  }
};
)js";

constexpr std::string_view kNodeHost = R"js(
const vm = require('vm');
const printLine = (line) => console.log(line);
const interrupt = () => process.kill(process.pid, 'SIGINT');
)js";

using Info = v8::FunctionCallbackInfo<v8::Value>;

std::string& linesOf(v8::Isolate* isolate) {
  constexpr std::uint32_t kLinesSlot = 3;
  return *static_cast<std::string*>(isolate->GetData(kLinesSlot));
}

void printLine(const Info& info) {
  const Lock lock(Isolate::from(info.GetIsolate()));
  linesOf(lock.v8()) += lock.text(info[0]) + "\n";
}

void collect(const Info& info) {
  info.GetIsolate()->LowMemoryNotification();
}

void interrupt(const Info&) {
  ::kill(::getpid(), SIGINT);
}

std::string printedByNode(std::string_view source) {
  const auto file = std::filesystem::temp_directory_path() / ("vm-behaviour-" + std::to_string(::getpid()) + ".js");
  std::ofstream(file) << kNodeHost << kPrelude << source;
  const std::string command =
      std::string(KIT_NODE) + " --no-warnings --experimental-vm-modules " + file.string() + " 2>&1";
  const std::unique_ptr<FILE, int (*)(FILE*)> output(popen(command.c_str(), "r"), &pclose);
  std::string text;
  for (int c = std::fgetc(output.get()); c != EOF; c = std::fgetc(output.get())) text += static_cast<char>(c);
  std::filesystem::remove(file);
  return text;
}

}  // namespace

VmTest::VmTest() {
  Lock lock(isolate);
  const auto context = isolate.contexts().main().v8(lock);
  const v8::Context::Scope scope(context);
  lock.v8()->SetData(3, &lines_);
  define(lock, "printLine", &printLine);
  define(lock, "collect", &collect);
  define(lock, "interrupt", &interrupt);
  context->Global()->Set(context, lock.name("vm"), makeVmModule(lock, context).ToLocalChecked()).Check();
}

void VmTest::define(Lock& lock, std::string_view name, v8::FunctionCallback call) {
  const auto context = lock.v8()->GetCurrentContext();
  const auto function = v8::Function::New(context, call).ToLocalChecked();
  context->Global()->DefineOwnProperty(context, lock.name(name), function, v8::DontEnum).Check();
}

std::string VmTest::printed(std::string_view source) {
  lines_.clear();
  const std::string end = run("(function() {" + std::string(kPrelude) + std::string(source) + "\n})()");
  isolate.loop().run();
  while (std::count(lines_.begin(), lines_.end(), '\n') < awaitedLines_) isolate.loop().turn();
  return end == "undefined" ? lines_ : lines_ + end + "\n";
}

void VmTest::expectPrints(std::string_view source, std::string_view expected, Agreement agreement) {
  EXPECT_EQ(printed(source), expected);
  if (agreement == Agreement::OursOnly || std::string_view(KIT_NODE).empty()) return;
  EXPECT_EQ(printedByNode(source), expected) << "by Node";
}

}  // namespace vmscope::test
