#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <sstream>

#include "engine/EventLoop.h"
#include "engine/microtask/JobStepper.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "engine/runtime/Builtins.h"
#include "engine/runtime/Program.h"
#include "tests/support/EngineFixture.h"

namespace vmscope {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// What a program of the kind logs: `kind.N` begins a callback that the loop called, and `kind.N/...` is what its jobs
/// and ticks do, in this order.
constexpr std::string_view kBefore =
    "globalThis.log = [];\n"
    "function begin(name) {\n"
    "  log.push(name);\n"
    "  Promise.resolve().then(() => { log.push(name + '/1'); Promise.resolve().then(() => log.push(name + '/2')) });\n"
    "  process.nextTick(() => log.push(name + '/tick'));\n"
    "}\n";

/// Programs that read files and talk to servers, run to their end in this process: in one go, or with the default queue
/// held and stepped by hand whenever the loop has nothing else to do.
class HeldProgramTest : public test::EngineTest {
 protected:
  HeldProgramTest() {
    std::string name = (std::filesystem::temp_directory_path() / "vmscope-held-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~HeldProgramTest() override { std::filesystem::remove_all(folder_); }

  /// What the program logs.
  std::string runAtOnce(std::string_view source) {
    start(source);
    isolate.loop().run();
    return run("log.join(' ')");
  }

  std::string runStepped(std::string_view source) {
    stepper_.hold(queue_, true);
    start(source);
    while (isolate.loop().turn()) {
      for (int idle = 0; idle < 3; ++idle) isolate.loop().turn();  // whatever could come, comes
      std::ignore = stepper_.step();
    }
    stepper_.hold(queue_, false);
    return run("log.join(' ')");
  }

  /// Expects that holding and stepping changes nothing of what the program logs, which is returned.
  std::string runBothWays(std::string_view source) {
    const std::string atOnce = runAtOnce(source);
    EXPECT_EQ(runStepped(source), atOnce);
    return atOnce;
  }

 private:
  void start(std::string_view source) {
    Lock lock(isolate);
    const Isolate::Turn turn(isolate);
    const auto context = isolate.contexts().main().v8(lock);
    const v8::Context::Scope scope(context);
    for (const char* name : {"fs", "http"}) {
      const auto module = program_.builtins().require(lock, context, name).ToLocalChecked();
      context->Global()->Set(context, lock.name(name), module).Check();
    }
    context->Global()->Set(context, lock.name("folder"), lock.string(folder_.string())).Check();
    EXPECT_EQ(run(std::string(kBefore) + "fs.writeFileSync(folder + '/file', 'text');" + "(() => {\n" +
                  std::string(source) + "})();0"),
              "0");
  }

  std::filesystem::path folder_;
  runtime::Program program_{isolate, options()};
  MicrotaskQueue& queue_ = isolate.defaultQueue();
  JobStepper& stepper_ = isolate.microtasks().stepper();

  static runtime::ProgramOptions options() {
    runtime::ProgramOptions made;
    made.console = runtime::ConsoleOutput::Nowhere;
    made.exit = [](int) {};
    return made;
  }
};

/// `count` callbacks, and each one's ticks and jobs come right behind it.
void expectWhole(const std::string& log, std::ptrdiff_t count) {
  EXPECT_EQ(std::count(log.begin(), log.end(), ' ') + 1, count * 4) << log;
  std::istringstream words(log);
  for (std::string name, tick, first, second; words >> name;) {
    words >> tick >> first >> second;
    EXPECT_EQ(tick, name + "/tick") << log;
    EXPECT_EQ(first, name + "/1") << log;
    EXPECT_EQ(second, name + "/2") << log;
    if (testing::Test::HasFailure()) return;
  }
}

TEST_F(HeldProgramTest, ReadsFilesOnlyWhenTheJobsBeforeHaveRun) {
  const std::string log = runStepped(
      "begin('main');\n"
      "for (let i = 0; i < 20; ++i) fs.readFile(folder + '/file', () => {\n"
      "  begin('read' + i);\n"
      "  setImmediate(() => begin('immediate' + i));\n"
      "  setTimeout(() => begin('timer' + i));\n"
      "});\n");
  expectWhole(log, 61);
}

TEST_F(HeldProgramTest, GoesOnWithAPromiseOfAFileAsUnheld) {
  constexpr std::string_view kSource =
      "async function reads() {\n"
      "  begin('reads');\n"
      "  for (let i = 0; i < 3; ++i) { log.push(String(await fs.promises.readFile(folder + '/file'))); begin(i) }\n"
      "  await fs.promises.writeFile(folder + '/other', 'x').then(() => begin('wrote'));\n"
      "  await fs.promises.readFile(folder + '/absent').catch(e => { log.push(e.code); begin('caught') });\n"
      "}\n"
      "reads().finally(() => begin('end'));\n";
  EXPECT_THAT(runBothWays(kSource), HasSubstr("ENOENT"));
}

TEST_F(HeldProgramTest, TalksHttpAsUnheld) {
  constexpr std::string_view kSource =
      "const big = 'x'.repeat(1 << 20);\n"
      "const server = http.createServer((request, response) => {\n"
      "  let size = 0;\n"
      "  begin('request');\n"
      "  request.on('data', (chunk) => { size += chunk.length });\n"
      "  request.on('end', async () => { begin('asked ' + size); await null; response.end(big + size) });\n"
      "});\n"
      "function ask(left) {\n"
      "  if (left === 0) return server.close(() => begin('closed'));\n"
      "  const asked = http.request({ port: server.address().port, method: 'POST' }, (response) => {\n"
      "    let size = 0;\n"
      "    response.on('data', (chunk) => { size += chunk.length });\n"
      "    response.on('end', () => { begin('answer ' + size); Promise.resolve().then(() => ask(left - 1)) });\n"
      "  });\n"
      "  asked.end(big);\n"
      "}\n"
      "server.listen(0, () => { begin('listening'); ask(3) });\n";
  EXPECT_THAT(runBothWays(kSource), HasSubstr("closed/2"));
}

TEST_F(HeldProgramTest, GoesOnWithThePhaseThatAHeldQueueCutShort) {
  const std::string log = runStepped(
      "fs.readFile(folder + '/file', () => {\n"
      "  setTimeout(() => {\n"
      "    begin('A');\n"
      "    setTimeout(() => begin('timer'));\n"
      "    setImmediate(() => begin('immediate'));\n"
      "  });\n"
      "  setTimeout(() => begin('B'));\n"
      "  setImmediate(() => begin('C'));\n"
      "  setImmediate(() => { for (const start = Date.now(); Date.now() < start + 5;); begin('D') });\n"
      "});\n");
  expectWhole(log, 6);
  EXPECT_EQ(std::regex_replace(log, std::regex(" ?[A-Za-z]+/[a-z0-9]+"), ""), "C D A B immediate timer");
}

TEST_F(HeldProgramTest, LetsWhatV8DoesInTheBackgroundWaitToo) {
  constexpr std::string_view kSource =
      "begin('main');\n"
      "const waits = setInterval(() => {}, 1);\n"
      "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => {\n"
      "  clearInterval(waits);\n"
      "  begin('compiled');\n"
      "});\n";
  EXPECT_THAT(runBothWays(kSource), StartsWith("main main/tick main/1 main/2 compiled"));
}

}  // namespace
}  // namespace vmscope
