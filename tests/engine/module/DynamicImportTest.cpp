#include "engine/module/DynamicImport.h"

#include <tuple>

#include "tests/support/EngineFixture.h"

namespace vmscope {
namespace {

class DynamicImportTest : public test::EngineTest {
 protected:
  // Runs `source` with `callback` (JavaScript, of the main context) answering its import() calls.
  void runWithCallback(Context& context, std::string_view source, std::string_view callback) {
    Lock lock(isolate);
    const Isolate::Turn turn(isolate);
    const auto function = evaluate(lock, callback).As<v8::Function>();
    const auto options = isolate.imports().unique(lock);
    isolate.imports().bind(lock, options, {function, lock.string("the referrer")});
    const auto realm = context.v8(lock);
    const v8::Context::Scope scope(realm);
    const v8::ScriptOrigin origin(lock.string("test.js"), 0, 0, false, -1, {}, false, false, false, options);
    v8::ScriptCompiler::Source text(lock.string(source), origin);
    const auto script = v8::ScriptCompiler::Compile(realm, &text).ToLocalChecked();
    std::ignore = script->Run(realm);
  }

  v8::Local<v8::Value> evaluate(Lock& lock, std::string_view source) {
    const auto main = isolate.contexts().main().v8(lock);
    const v8::Context::Scope scope(main);
    return v8::Script::Compile(main, lock.string(source)).ToLocalChecked()->Run(main).ToLocalChecked();
  }

  Context& vanilla() {
    Lock lock(isolate);
    return *isolate.contexts().create(lock, {.global = GlobalKind::Vanilla}, ContextLife::Pinned);
  }
};

TEST_F(DynamicImportTest, RejectsWhereNoCallbackWasGiven) {
  run("import('a').catch((error) => { globalThis.caught = error })");
  EXPECT_EQ(run("`${caught.name} ${caught.code} ${caught.message}`"),
            "TypeError ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING A dynamic import callback was not specified.");
}

TEST_F(DynamicImportTest, PassesSpecifierReferrerAttributesAndPhase) {
  runWithCallback(isolate.contexts().main(),
                  "import('a', {with: {type: 'json'}}).catch(() => 0); import.source('b').catch(() => 0)",
                  "globalThis.log = []; (...all) => { log.push(all) }");
  EXPECT_EQ(run("JSON.stringify(log)"),
            R"([["a","the referrer",{"type":"json"},"evaluation"],["b","the referrer",{},"source"]])");
  EXPECT_EQ(run("Object.isFrozen(log[0][2]) && Object.getPrototypeOf(log[0][2]) === null"), "true");
}

TEST_F(DynamicImportTest, GivesAPromiseOfTheImportingRealm) {
  Context& inner = vanilla();
  runWithCallback(inner, "globalThis.promise = import('a'); promise.catch((error) => { globalThis.caught = error })",
                  "() => { throw new TypeError('no such module') }");
  EXPECT_EQ(run(inner, "promise instanceof Promise"), "true");
  EXPECT_EQ(run(inner, "String(caught)"), "TypeError: no such module");
  EXPECT_EQ(run(inner, "caught instanceof TypeError"), "false");
}

TEST_F(DynamicImportTest, RefusesWhatIsNoModule) {
  runWithCallback(isolate.contexts().main(), "import('a').catch((error) => { globalThis.caught = error })",
                  "() => ({})");
  EXPECT_EQ(run("caught.code"), "ERR_VM_MODULE_NOT_MODULE");
}

TEST_F(DynamicImportTest, AsksTheContextForCodeWithoutOptions) {
  {
    Lock lock(isolate);
    const v8::Context::Scope scope(isolate.contexts().main().v8(lock));
    const auto callback = evaluate(lock, "(specifier, referrer) => { throw specifier + ' by ' + referrer }");
    isolate.imports().bindContext(lock, isolate.contexts().main(), {callback.As<v8::Function>(), lock.string("me")});
  }
  run("import('a').catch((error) => { globalThis.caught = error })");
  EXPECT_EQ(run("caught"), "a by me");
}

TEST_F(DynamicImportTest, LetsCodeBeCollectedThatItsOwnCallbackRefersTo) {
  run("globalThis.alive = []");
  for (int i = 0; i < 10; ++i) {
    runWithCallback(
        isolate.contexts().main(), "hold(() => import('a'))",
        "{ const held = []; globalThis.hold = (code) => { held.push(code); alive.push(new WeakRef(code)); };"
        " () => held }");
  }
  run("hold = null");
  isolate.v8()->LowMemoryNotification();
  EXPECT_EQ(run("alive.filter((code) => code.deref()).length"), "0");
}

}  // namespace
}  // namespace vmscope
