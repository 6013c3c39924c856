#include "tests/engine/runtime/ProgramFixture.h"

namespace vmscope::test {
namespace {

class InspectTest : public ProgramTest {};

TEST_F(InspectTest, ShowsEveryKindOfValueUnderEveryOptionAsNodeDoes) {
  expectAsNode(readProgram("inspect_cases.js"));
}

TEST_F(InspectTest, PrintsWithEachMethodOfTheConsoleAsNodeDoes) {
  expectAsNode(readProgram("console_cases.js"));
}

TEST_F(InspectTest, SaysWhereTheConsoleWasAskedForATrace) {
  expectAsNode("function f() { console.trace('at %s', 'here'); }\nf();\nconsole.trace();\n");
}

TEST_F(InspectTest, TellsNonsenseAboutTimersOfTheConsoleInAWarning) {
  const Outcome outcome =
      run("console.timeEnd('none'); console.time('t'); console.timeEnd('t'); console.timeLog('t');");
  EXPECT_NE(outcome.errors.find("Warning: No such label 'none' for console.timeEnd()"), std::string::npos);
  EXPECT_NE(outcome.errors.find("Warning: No such label 't' for console.timeLog()"), std::string::npos);
  EXPECT_TRUE(outcome.output.starts_with("t: ") && outcome.output.ends_with("ms\n")) << outcome.output;
}

TEST_F(InspectTest, StopsBeforeTheStackEnds) {
  const Outcome outcome =
      run("let chain = {}; for (let i = 0; i < 1e5; ++i) chain = { chain };\n"
          "const text = require('util').inspect(chain, { depth: Infinity });\n"
          "console.log(text.includes('Maximum call stack size exceeded'));");
  EXPECT_EQ(outcome.output, "true\n");
  EXPECT_EQ(outcome.status, 0);
}

TEST_F(InspectTest, FormatsAnErrorWhenItsStackIsFirstRead) {
  expectAsNode(
      "const e = new Error('first'); e.message = 'changed'; console.log(e.stack.split('\\n')[0]);\n"
      "Error.prepareStackTrace = (error, sites) => `${error.message} ${sites[0].getLineNumber()}`;\n"
      "console.log(new Error('prepared').stack);\n");
}

}  // namespace
}  // namespace vmscope::test
