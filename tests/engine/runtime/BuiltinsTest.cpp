#include "tests/engine/runtime/ProgramFixture.h"

namespace vmscope::test {
namespace {

/// The built-in modules, compared with Node's in the programs of tests/engine/runtime/programs.
class BuiltinsTest : public ProgramTest {};

TEST_F(BuiltinsTest, AssertWithNodesMessages) {
  expectAsNode(readProgram("assert_cases.js"));
}

TEST_F(BuiltinsTest, OfferTheUtilitiesOfNode) {
  const Outcome ours = run(readProgram("util_cases.js"));
  EXPECT_NE(ours.errors.find("DeprecationWarning: old"), std::string::npos);
  EXPECT_EQ(ours.output, runInNode(readProgram("util_cases.js")).output);
}

TEST_F(BuiltinsTest, TellTheSystemAndReadQueriesAsNodeDoes) {
  expectAsNode(readProgram("small_modules_cases.js"));
}

TEST_F(BuiltinsTest, ReadArgumentsAndPathsOfWindowsAsNodeDoes) {
  expectAsNode(readProgram("arguments_and_paths_cases.js"));
}

TEST_F(BuiltinsTest, MakeConsolesOfOtherStreamsAsNodeDoes) {
  expectAsNode(readProgram("console_class_cases.js"));
}

TEST_F(BuiltinsTest, WarnOnceOfWhatIsExperimental) {
  const Outcome outcome =
      run("const vm = require('vm');\n"
          "process.on('warning', ({ name }) => console.log(name));\n"
          "for (const mode of ['none', 'summary']) { try { vm.measureMemory({ mode }); } catch { "
          "console.log('refused'); } }\n");
  EXPECT_EQ(outcome.output, "refused\nExperimentalWarning\n");
  EXPECT_NE(outcome.errors.find(
                ") ExperimentalWarning: vm.measureMemory is an experimental feature and might change at any time\n"),
            std::string::npos)
      << outcome.errors;
  EXPECT_EQ(outcome.errors.find("Warning"), outcome.errors.rfind("Warning"));
}

TEST_F(BuiltinsTest, PromiseTimersAsNodeDoes) {
  expectAsNode(readProgram("order_of_promised_timers.js"));
}

TEST_F(BuiltinsTest, HoldBytesAndCloneValuesAsNodeDoes) {
  expectAsNode(readProgram("buffer_cases.js"));
}

TEST_F(BuiltinsTest, ParseUrlsAsNodeDoes) {
  expectAsNode(readProgram("url_cases.js"));
}

TEST_F(BuiltinsTest, ReadAndWriteFilesAsNodeDoes) {
  expectAsNode(readProgram("fs_cases.js"));
}

TEST_F(BuiltinsTest, ServeAndAskOverHttpAsNodeDoes) {
  expectAsNode(readProgram("http_cases.js"));
}

TEST_F(BuiltinsTest, ServeHttpFromCodeInAContext) {
  const Outcome outcome =
      run("const vm = require('node:vm');\n"
          "const code = `(require) => {\n"
          "  const http = require('node:http');\n"
          "  const server = http.createServer((request, response) => response.end('from a context'));\n"
          "  server.listen(0, '127.0.0.1', () => http.get({ port: server.address().port }, async (response) => {\n"
          "    for await (const part of response) console.log(String(part));\n"
          "    server.close();\n"
          "  }));\n"
          "}`;\n"
          "vm.runInThisContext(code)(require);\n");
  EXPECT_EQ(outcome.output, "from a context\n");
  EXPECT_EQ(outcome.status, 0) << outcome.errors;
}

TEST_F(BuiltinsTest, NameWhatIsMissing) {
  const Outcome outcome =
      run("try { require('util').parseEnv(); } catch (error) { console.log(error.code, error.message); }");
  EXPECT_EQ(outcome.output, "ERR_METHOD_NOT_IMPLEMENTED The util.parseEnv method is not implemented by vmscope\n");
}

TEST_F(BuiltinsTest, SayWhichModulesOfNodeThereAreNot) {
  const Outcome outcome =
      run("for (const name of ['net', 'node:net', 'nothing']) {\n"
          "  try { require(name) } catch (error) { console.log(error.code, error.message.split('\\n')[0]); }\n"
          "}");
  EXPECT_EQ(outcome.output,
            "MODULE_NOT_FOUND Cannot find module 'net': it is built into Node, but not into vmscope\n"
            "ERR_UNKNOWN_BUILTIN_MODULE No such built-in module: node:net\n"
            "MODULE_NOT_FOUND Cannot find module 'nothing'\n");
}

TEST_F(BuiltinsTest, ShowObjectsInMessagesAsNodeDoes) {
  expectAsNode(
      "const vm = require('vm');\n"
      "for (const mode of [{ a: 1, b: { c: [1, 2] } }, [1, 2], new Map([[1, 2]]), class A {}, { long: 'y'.repeat(200) "
      "}]) {\n"
      "  try { vm.createContext({}, { microtaskMode: mode }) } catch (error) { console.log(error.code, error.message) "
      "}\n"
      "}");
}

TEST_F(BuiltinsTest, AreInNoStack) {
  const Outcome outcome = run("require('assert').throws(() => { console.log(new Error('x').stack); throw 1; })");
  EXPECT_EQ(outcome.output.find("node:"), std::string::npos) << outcome.output;
  EXPECT_EQ(outcome.status, 0) << outcome.errors;
}

}  // namespace
}  // namespace vmscope::test
