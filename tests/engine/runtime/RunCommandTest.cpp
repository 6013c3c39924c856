#include "tests/engine/runtime/ProgramFixture.h"

namespace vmscope::test {
namespace {

class RunCommandTest : public ProgramTest {};

TEST_F(RunCommandTest, HandsArgumentsToTheProgram) {
  const Outcome outcome = run("process.stdout.write(process.argv.slice(2).join(' '))", "--flag 'two words' -- x");
  EXPECT_EQ(outcome.output, "--flag two words -- x");
  EXPECT_EQ(outcome.status, 0);
}

TEST_F(RunCommandTest, NamesAFileThatDoesNotExist) {
  const Outcome outcome = runFile("nothing.js");
  EXPECT_EQ(outcome.errors, "vmscope-engine: 'nothing.js' does not exist\n");
  EXPECT_EQ(outcome.status, 1);
}

TEST_F(RunCommandTest, RefusesAFolderWithoutAMainFile) {
  std::filesystem::create_directory(folder / "empty");
  const Outcome outcome = runFile("empty");
  EXPECT_EQ(outcome.errors, "vmscope-engine: 'empty' is a folder without an index.js\n");
  EXPECT_EQ(outcome.status, 1);
}

TEST_F(RunCommandTest, NamesWhatIsMissingOnTheCommandLine) {
  const Outcome outcome = runFile("");
  EXPECT_EQ(outcome.errors, "vmscope-engine: run needs a file\n");
  EXPECT_EQ(outcome.status, 2);
}

TEST_F(RunCommandTest, PrintsASyntaxErrorWithItsPlaceAsNodeDoes) {
  expectAsNode("const a = 1;\nvar x = ;\n");
}

TEST_F(RunCommandTest, PrintsAnUncaughtErrorAsNodeDoes) {
  expectAsNode("function f() {\n\tthrow new RangeError('too far');\n}\nf();\n");
}

TEST_F(RunCommandTest, PrintsAThrownStringAsNodeDoes) {
  expectAsNode("throw 'only text'\n");
}

TEST_F(RunCommandTest, PrintsARejectionThatNobodyHandledAsNodeDoes) {
  expectAsNode("Promise.reject(new Error('lost'));\n");
}

TEST_F(RunCommandTest, EndsWithTheStatusThatTheProgramSets) {
  EXPECT_EQ(run("process.exitCode = 42").status, 42);
  EXPECT_EQ(run("process.exit(7); process.stdout.write('never')").output, "");
  EXPECT_EQ(run("process.on('exit', (code) => process.exit(code + 1)); process.exit(3)").status, 4);
}

TEST_F(RunCommandTest, GivesAnUncaughtErrorToTheProgramFirst) {
  expectAsNode(
      "process.on('uncaughtException', (error, origin) => process.stdout.write(`${error.message} ${origin}\\n`));\n"
      "Promise.reject(new Error('first'));\n"
      "throw new Error('second');\n");
}

TEST_F(RunCommandTest, EndsWithStatusSevenWhereTheListenerThrows) {
  expectAsNode("process.on('uncaughtException', () => { throw new Error('inner'); });\nthrow new Error('outer');\n");
}

TEST_F(RunCommandTest, SaysThatTheHeapIsFull) {
  write("full.js", "const all = []; for (;;) all.push(new Array(1e4).fill(1));");
  const Outcome outcome = execute(VMSCOPE_ENGINE " run --max-heap-size=60 full.js");
  EXPECT_EQ(outcome.errors, "vmscope-engine: out of memory: the program filled its JavaScript heap\n");
  EXPECT_EQ(outcome.status, 134);
}

TEST_F(RunCommandTest, ShowsWhichImportAsksForASourceThatThereIsNot) {
  write("plain.mjs", "export const value = 1;");
  write("main.mjs", "import source plain from './plain.mjs';");
  const Outcome outcome = runFile("main.mjs");
  EXPECT_NE(outcome.errors.find("plain.mjs'\n    at file://"), std::string::npos) << outcome.errors;
  EXPECT_NE(outcome.errors.find("main.mjs:1:26"), std::string::npos) << outcome.errors;
  EXPECT_EQ(outcome.errors.find("vmscope:"), std::string::npos) << "our own code is no place to show";
  EXPECT_EQ(outcome.status, 1);
}

}  // namespace
}  // namespace vmscope::test
