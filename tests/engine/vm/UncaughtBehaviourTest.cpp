#include "tests/engine/runtime/ProgramFixture.h"

namespace vmscope {
namespace {

class VmBehaviourOfPrograms : public test::ProgramTest {};

TEST_F(VmBehaviourOfPrograms, B40_AnUncaughtErrorIsPrintedWithItsPlace) {
  expectAsNode("require('vm').runInNewContext('missing.name', {}, 'uncaught.js')");
  expectAsNode("require('vm').runInNewContext('\\n throw new TypeError(\"x\")', {}, { displayErrors: false })");
  expectAsNode("require('vm').runInNewContext('throw 1')");
}

TEST_F(VmBehaviourOfPrograms, B40_AnUncaughtTimeoutGivesANonzeroStatus) {
  const test::Outcome outcome = run("require('vm').runInNewContext('for (;;);', {}, { timeout: 10 })");
  EXPECT_NE(outcome.errors.find("Error: Script execution timed out after 10ms"), std::string::npos) << outcome.errors;
  EXPECT_NE(outcome.errors.find("ERR_SCRIPT_EXECUTION_TIMEOUT"), std::string::npos) << outcome.errors;
  EXPECT_EQ(outcome.status, 1);
}

TEST_F(VmBehaviourOfPrograms, B56_ARejectionOfASyntheticCallbackIsUnhandled) {
  const test::Outcome outcome =
      run("const { SyntheticModule } = require('vm');\n"
          "process.on('unhandledRejection', ({ message }) => console.log('unhandled', message));\n"
          "const made = new SyntheticModule([], async () => { throw new Error('mine'); });\n"
          "made.evaluate().then(() => console.log(made.status));\n");
  EXPECT_EQ(outcome.output, "evaluated\nunhandled mine\n");
  EXPECT_EQ(outcome.status, 0);
}

}  // namespace
}  // namespace vmscope
