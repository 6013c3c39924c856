#include "engine/module/CommonJsExports.h"
#include "engine/module/ModuleUrl.h"
#include "tests/engine/runtime/ProgramFixture.h"

namespace vmscope {
namespace {

class ModuleLoaderTest : public test::ProgramTest {
 protected:
  /// main.mjs prints the same here and in Node, and ends with the same status.
  void expectAsNode(std::string_view source) {
    write("main.mjs", source);
    const test::Outcome ours = runFile("main.mjs");
    EXPECT_EQ(ours.errors, "");
    if (std::string_view(KIT_NODE).empty()) GTEST_SKIP() << "no Node on this V8";
    const test::Outcome theirs = execute("NODE_NO_WARNINGS=1 '" KIT_NODE "' main.mjs");
    EXPECT_EQ(ours.output, theirs.output);
    EXPECT_EQ(ours.status, theirs.status);
  }

  /// What an import of `specifier` rejects with: its code and message, the folder left out.
  void expectRejectionAsNode(std::string_view specifier, std::string_view options = "") {
    expectAsNode(
        "await import('" + std::string(specifier) + "'" + std::string(options) +
        ").then(() => console.log('imported'), (error) => console.log(error.name, error.code, error.message))");
  }
};

TEST_F(ModuleLoaderTest, ImportsFilesStaticallyAndDynamically) {
  write("lib/dep.mjs", "export const a = 1; export { b } from './more.mjs'");
  write("lib/more.mjs", "export let b = 2; export default function name() {}");
  expectAsNode(R"(import { a, b } from './lib/dep.mjs';
import more, * as all from './lib/more.mjs?query#part';
console.log(a, b, more.name, Object.keys(all));
console.log((await import('./lib/dep.mjs')) === (await import('./lib/../lib/dep.mjs')), this);)");
}

TEST_F(ModuleLoaderTest, FollowsPackageJsonAndTheSyntaxOfTheFile) {
  write("esm/package.json", R"({"type": "module"})");
  write("esm/a.js", "export default 'esm'; export const hasRequire = typeof require");
  write("cjs/package.json", R"({"type": "commonjs"})");
  write("cjs/a.js", "exports.kind = 'cjs'; exports.hasRequire = typeof require");
  write("plain/a.js", "export default typeof require");
  write("plain/b.js", "module.exports = { kind: typeof module }");
  expectAsNode(R"(for (const file of ['esm/a.js', 'cjs/a.js', 'plain/a.js', 'plain/b.js'])
  console.log(file, { ...(await import('./' + file)) });)");
}

TEST_F(ModuleLoaderTest, GivesCommonJsADefaultExportAndTheNamesItAssigns) {
  write("dep.cjs",
        "console.log('runs'); exports.one = 1; module.exports.two = 2; Object.defineProperty(exports, 'three', { "
        "value: 3 })");
  write("object.cjs", "module.exports = { four: 4, five }; var five = 5");
  expectAsNode(R"(console.log('main');
import dep, { one, two } from './dep.cjs';
import object from './object.cjs';
console.log(dep.one, one, two, object.four);)");
}

TEST_F(ModuleLoaderTest, ImportsJsonAndBuiltIns) {
  write("data.json", R"({"a": [1, 2]})");
  expectAsNode(R"(import data from './data.json' with { type: 'json' };
import vm, { Script } from 'node:vm';
import path from 'path';
console.log(data.a, vm.Script === Script, path.join('a', 'b'));)");
}

TEST_F(ModuleLoaderTest, FindsPackages) {
  write("node_modules/plain/package.json", R"({"main": "lib.js"})");
  write("node_modules/plain/lib.js", "module.exports = 'plain'");
  write("node_modules/@scope/mapped/package.json",
        R"({"exports": {".": {"require": "./no.cjs", "import": "./yes.mjs"}, "./sub/*": "./parts/*.mjs"}})");
  write("node_modules/@scope/mapped/yes.mjs", "export default 'yes'");
  write("node_modules/@scope/mapped/parts/x.mjs", "export default 'part x'");
  write("package.json", R"({"name": "self", "exports": "./self.mjs", "imports": {"#inner": "./inner.mjs"}})");
  write("self.mjs", "export default 'self'");
  write("inner.mjs", "export default 'inner'");
  expectAsNode(R"(for (const name of ['plain', '@scope/mapped', '@scope/mapped/sub/x', 'self', '#inner'])
  console.log(name, (await import(name)).default);
for (const name of ['@scope/mapped/hidden', 'absent', '#absent'])
  await import(name).catch((error) => console.log(error.code, error.message));)");
}

TEST_F(ModuleLoaderTest, RejectsWithNodesCodesAndMessages) {
  write("data.json", "{}");
  write("text.txt", "");
  write("folder/x", "");
  write("dep.mjs", "");
  for (const auto* specifier : {"./absent.mjs", "./folder", "./data.json", "./text.txt", "node:absent",
                                "http://localhost/x.mjs", "./a%2fb.mjs"}) {
    expectRejectionAsNode(specifier);
  }
  expectRejectionAsNode("./data.json", ", { with: { type: 'css' } }");
  expectRejectionAsNode("./data.json", ", { with: { kind: 'x' } }");
  expectRejectionAsNode("./dep.mjs", ", { with: { type: 'json' } }");
}

TEST_F(ModuleLoaderTest, FillsImportMeta) {
  expectAsNode(R"(console.log(import.meta.url, import.meta.filename, import.meta.dirname, import.meta.main);
console.log(Object.keys(import.meta), import.meta.resolve('./not/there.mjs'), import.meta.resolve('path'));)");
}

TEST_F(ModuleLoaderTest, EndsWithStatus13WhereAnAwaitNeverSettles) {
  write("dep.mjs", "let a;\n\tawait new Promise(() => {});\n");
  write("main.mjs", "import './dep.mjs'; console.log('never')");
  const test::Outcome ours = runFile("main.mjs");
  EXPECT_EQ(ours.status, 13);
  EXPECT_EQ(ours.output, "");
  EXPECT_TRUE(ours.errors.starts_with("Warning: Detected unsettled top-level await at file://")) << ours.errors;
  EXPECT_NE(ours.errors.find("dep.mjs:2\n\tawait new Promise(() => {});\n"), std::string::npos) << ours.errors;
}

TEST_F(ModuleLoaderTest, ReportsWhereASyntaxErrorIs) {
  write("main.mjs", "import './bad.mjs'");
  write("bad.mjs", "let a = 1;\n  a b c\n");
  const test::Outcome ours = runFile("main.mjs");
  EXPECT_EQ(ours.status, 1);
  EXPECT_NE(ours.errors.find("bad.mjs:2\n  a b c\n    ^"), std::string::npos) << ours.errors;
}

TEST_F(ModuleLoaderTest, ReportsAnErrorAlikeWhileItIsTraced) {
  write("main.mjs", "import './dep.mjs'");
  write("dep.mjs", "\nthrow new TypeError('mine')");
  const test::Outcome ours = runFile("main.mjs");
  EXPECT_NE(ours.errors.find("dep.mjs:2\nthrow new TypeError('mine')\n      ^"), std::string::npos) << ours.errors;
  const test::Outcome traced = execute(VMSCOPE_ENGINE " trace --graph graph.dot main.mjs");
  EXPECT_EQ(traced.errors, ours.errors);
  EXPECT_NE(traced.output.find("error: dep.mjs: TypeError: mine (fails main.mjs, too)"), std::string::npos)
      << traced.output;
  EXPECT_NE(execute("cat graph.dot").output.find("main.mjs\\nerrored"), std::string::npos);
}

TEST(CommonJsExports, ReadsAssignmentsWithoutRunning) {
  EXPECT_EQ(assignedExports("exports.a = 1; module.exports.b=2; exports['c'] = 3; exports.d == 4; myexports.e = 5"),
            (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(assignedExports("module.exports = { a, b: 1, 'c': d, ...rest }"), (std::vector<std::string>{"a", "b"}));
}

TEST(ModuleUrl, TurnsPathsIntoUrlsAndBack) {
  EXPECT_EQ(moduleUrl::fromPath("/a b/50%/c#d.mjs"), "file:///a%20b/50%25/c%23d.mjs");
  EXPECT_EQ(moduleUrl::toPath("file:///a%20b/50%25/c%23d.mjs?query"), "/a b/50%/c#d.mjs");
  EXPECT_EQ(moduleUrl::resolve("../x.mjs", "file:///a/b/c.mjs"), "file:///a/x.mjs");
  EXPECT_EQ(moduleUrl::parseData("data:text/javascript;base64,YSsx")->body, "a+1");
}

}  // namespace
}  // namespace vmscope
