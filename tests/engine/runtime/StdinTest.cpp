#include "tests/engine/runtime/ProgramFixture.h"

namespace vmscope::test {
namespace {

/// process.stdin, beside Node's.
class StdinTest : public ProgramTest {
 protected:
  void expectAsNode(std::string_view source) {
    if (std::string_view(KIT_NODE).empty()) GTEST_SKIP() << "no Node on this V8";
    write("main.js", source);
    std::string input;
    for (int line = 0; line < 20000; ++line) input += "line " + std::to_string(line) + " of the caf\xC3\xA9\n";
    write("input", input);
    const Outcome theirs = execute("sh -c \"cat input | '" KIT_NODE "' main.js\"");
    const Outcome ours = execute("sh -c 'cat input | " VMSCOPE_ENGINE " run main.js'");
    EXPECT_EQ(ours.output, theirs.output);
    EXPECT_EQ(ours.errors, "");
    EXPECT_EQ(ours.status, theirs.status);
  }
};

TEST_F(StdinTest, GivesItsTextAsEvents) {
  expectAsNode(
      "let text = '';\n"
      "process.stdin.setEncoding('utf8').on('data', (part) => { text += part })\n"
      "  .on('end', () => console.log(text.length, text.slice(-20))).on('close', () => console.log('closed'));\n"
      "console.log(process.stdin.fd, process.stdin.isTTY, process.stdin.readableFlowing);\n");
}

TEST_F(StdinTest, GivesItsBytesByIteration) {
  expectAsNode(
      "(async () => {\n"
      "  const parts = [];\n"
      "  for await (const part of process.stdin) parts.push(part);\n"
      "  const all = Buffer.concat(parts);\n"
      "  console.log(all.length, String(all.subarray(0, 30)));\n"
      "})();\n");
}

TEST_F(StdinTest, IsReadWhenItSaysSo) {
  expectAsNode(
      "let length = 0;\n"
      "process.stdin.on('readable', () => {\n"
      "  for (let part; (part = process.stdin.read()) !== null;) length += part.length;\n"
      "});\n"
      "process.stdin.on('end', () => console.log(length));\n");
}

TEST_F(StdinTest, KeepsNoProgramThatDoesNotReadIt) {
  expectAsNode("console.log(typeof process.stdin.on)");
}

}  // namespace
}  // namespace vmscope::test
