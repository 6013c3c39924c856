#include "tests/engine/runtime/ProgramFixture.h"

namespace vmscope::test {
namespace {

class CommonJsTest : public ProgramTest {};

TEST_F(CommonJsTest, LoadsFilesFoldersPackagesAndJson) {
  write("lib/one.js", "exports.one = 1; exports.parent = module.parent.filename === require.main.filename;");
  write("lib/index.js", "module.exports = { ...require('./one'), folder: require('path').basename(__dirname) };");
  write("settings.json", "{\"depth\": 3}");
  write("node_modules/plain/package.json", "{\"main\": \"./start\"}");
  write("node_modules/plain/start.js", "module.exports = 'plain';");
  write("node_modules/@scope/shown/package.json",
        "{\"exports\": {\".\": {\"import\": \"./no.mjs\", \"require\": \"./yes.js\"}, \"./parts/*\": \"./p/*.js\"}}");
  write("node_modules/@scope/shown/yes.js", "module.exports = 'shown';");
  write("node_modules/@scope/shown/p/a.js", "module.exports = 'part a';");
  expectAsNode(
      "const out = [require('./lib'), require('./settings'), require('plain'), require('@scope/shown'),\n"
      "  require('@scope/shown/parts/a'), require('./lib/one') === require('./lib/one.js'), "
      "require.resolve('./settings')];\n"
      "try { require('@scope/shown/secret'); } catch (error) { out.push(error.code); }\n"
      "try { require('./absent'); } catch (error) { out.push(error.code, error.message); }\n"
      "out.push(Object.keys(require.cache).length, require.main === module, module.id, module.loaded);\n"
      "process.stdout.write(JSON.stringify(out));\n");
}

TEST_F(CommonJsTest, GivesModulesThatRequireEachOtherWhatThereIsSoFar) {
  write("a.js", "exports.early = 1; exports.b = require('./b'); exports.late = 2;");
  write("b.js", "const a = require('./a'); exports.seen = Object.keys(a);");
  expectAsNode("process.stdout.write(JSON.stringify(require('./a')));\n");
}

TEST_F(CommonJsTest, ShiftsColumnsWhereTheWrapperWasReplaced) {
  write("late.js", "throw new Error('here');\n");
  expectAsNode(
      "const Module = require('node:module');\n"
      "process.stdout.write(Module.wrap('body') + '\\n');\n"
      "Module.wrapper[0] += 'const extra = 1; ';\n"
      "try { require('./late'); } catch (error) { process.stdout.write(error.stack.split('\\n')[1]); }\n");
}

TEST_F(CommonJsTest, FindsBuiltInModulesWithAndWithoutPrefix) {
  expectAsNode(
      "const { isBuiltin } = require('module');\n"
      "process.stdout.write([require('path') === require('node:path'), isBuiltin('vm'), isBuiltin('node:path'), "
      "isBuiltin('left-pad')].join());\n"
      "try { require('node:nothing'); } catch (error) { process.stdout.write(error.message); }\n");
}

TEST_F(CommonJsTest, ForgetsAModuleThatThrewWhileItLoaded) {
  write("once.js",
        "if (!globalThis.tried) { globalThis.tried = true; throw new Error('first'); } module.exports = 'ok';");
  expectAsNode(
      "try { require('./once'); } catch (error) { process.stdout.write(error.message); }\n"
      "process.stdout.write(require('./once'));\n");
}

}  // namespace
}  // namespace vmscope::test
