#include "tests/engine/vm/VmFixture.h"

namespace vmscope {
namespace {

using test::Agreement;

constexpr std::string_view kPrelude = R"js(
const { SourceTextModule, SyntheticModule } = vm;
const told = async (promise) => { try { return await promise } catch (error) { return caught(() => { throw error }) } };
const parsed = (text, identifier = 'file://main') => new SourceTextModule(text, { identifier });
const linked = async (text, options) => { const made = new SourceTextModule(text, options); await made.link(() => leaf); return made };
const leaf = new SyntheticModule(['x'], function() { this.setExport('x', 1) }, { identifier: 'file://leaf' });
)js";

// Behaviours 44 to 59: each program prints the same in Node, unless it says otherwise.
using VmBehaviour = test::VmTest;

std::string inModules(std::string_view source) {
  return std::string(kPrelude) + "(async () => {" + std::string(source) + "})();";
}

TEST_F(VmBehaviour, B44_ModuleIsAbstractAndItsMembersCheckTheirReceiver) {
  expectPrints(
      inModules(R"js(
    print(caught(() => new vm.Module()), '|', caught(() => vm.SourceTextModule('')));
    print(leaf instanceof vm.Module, Object.getPrototypeOf(SourceTextModule) === vm.Module);
    for (const name of ['identifier', 'context', 'namespace', 'status', 'error'])
      print(caught(() => Reflect.get(vm.Module.prototype, name, {})));
    print(await told(vm.Module.prototype.link.call({}, () => 0)), '|', await told(vm.Module.prototype.evaluate.call(1)));
    print(caught(() => SyntheticModule.prototype.setExport.call({}, 'x')));
  )js"),
      R"(TypeError: Module is not a constructor | TypeError: Class constructor SourceTextModule cannot be invoked without 'new'
true true
TypeError ERR_INVALID_THIS: Value of "this" must be of type Module
TypeError ERR_INVALID_THIS: Value of "this" must be of type Module
TypeError ERR_INVALID_THIS: Value of "this" must be of type Module
TypeError ERR_INVALID_THIS: Value of "this" must be of type Module
TypeError ERR_INVALID_THIS: Value of "this" must be of type Module
TypeError ERR_INVALID_THIS: Value of "this" must be of type Module | TypeError ERR_INVALID_THIS: Value of "this" must be of type Module
TypeError ERR_INVALID_THIS: Value of "this" must be of type SyntheticModule
)");
}

TEST_F(VmBehaviour, B44_TheFirstFormOfModuleSaysWhatToUseInstead) {
  expectPrints(inModules("print(caught(() => new vm.Module('1', { url: 'file://old' })))"),
               "TypeError: Module is not a constructor: use new vm.SourceTextModule(sourceText, { identifier }), then "
               "link() and evaluate()\n",
               Agreement::OursOnly);
}

TEST_F(VmBehaviour, B45_SourceTextModuleChecksItsArguments) {
  expectPrints(
      inModules(R"js(
    print(caught(() => new SourceTextModule(1)), '|', caught(() => new SourceTextModule('', null)));
    for (const options of [{ identifier: 1 }, { context: null }, { context: {} }, { lineOffset: 1.5 }, { columnOffset: 'x' }, { cachedData: 'x' },
                           { initializeImportMeta: 1 }, { importModuleDynamically: {} }])
      print(caught(() => new SourceTextModule('', options)));
    const context = vm.createContext();
    const made = () => [new SourceTextModule('', { context }).identifier, new SyntheticModule([], () => 0, { context }).identifier];
    print(made(), made(), new SourceTextModule('').identifier);
    print(new SourceTextModule('', { context }).context === context, parsed('').context);
  )js"),
      R"(TypeError ERR_INVALID_ARG_TYPE: The "sourceText" argument must be of type string. Received type number (1) | TypeError ERR_INVALID_ARG_TYPE: The "options" argument must be of type object. Received null
TypeError ERR_INVALID_ARG_TYPE: The "options.identifier" property must be of type string. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "context" argument must be of type object. Received null
TypeError ERR_INVALID_ARG_TYPE: The "options.context" property must be an vm.Context. Received an instance of Object
RangeError ERR_OUT_OF_RANGE: The value of "options.lineOffset" is out of range. It must be an integer. Received 1.5
TypeError ERR_INVALID_ARG_TYPE: The "options.columnOffset" property must be of type number. Received type string ('x')
TypeError ERR_INVALID_ARG_TYPE: The "options.cachedData" property must be an instance of Buffer, TypedArray, or DataView. Received type string ('x')
TypeError ERR_INVALID_ARG_TYPE: The "options.initializeImportMeta" property must be of type function. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.importModuleDynamically" property must be of type function. Received an instance of Object
vm:module(0),vm:module(1) vm:module(2),vm:module(3) vm:module(0)
true undefined
)");
}

TEST_F(VmBehaviour, B46_StatusTellsEachStep) {
  expectPrints(inModules(R"js(
    const seen = [];
    globalThis.note = () => seen.push(made.status);
    const made = parsed('import "x"; note()');
    seen.push(made.status);
    const linking = made.link(() => { seen.push(made.status); return leaf });
    await linking;
    seen.push(made.status);
    await made.evaluate();
    seen.push(made.status);
    print(seen);
    const waiting = await linked('await new Promise(() => 0)');
    waiting.evaluate();
    print(waiting.status);
    const byHand = parsed('import "x"');
    byHand.linkRequests([leaf]);
    const before = byHand.status;
    byHand.instantiate();
    print(before, byHand.status, parsed('').status);
  )js"),
               "unlinked,linking,linked,evaluating,evaluated\nevaluated\nunlinked linked unlinked\n");
}

TEST_F(VmBehaviour, B47_LinkAsksTheLinkerForEachRequestOfEachModuleOnce) {
  expectPrints(
      inModules(R"js(
    const asked = [];
    const all = { a: parsed('import "b"; import "c"', 'a'), b: parsed('import "c"', 'b'), c: parsed('import "a" with { type: "t" }', 'c') };
    await all.a.link(async (specifier, referrer, extra) => {
      asked.push(`${referrer.identifier}>${specifier}${JSON.stringify(extra)}`);
      return all[specifier];
    });
    print(asked.join(' '));
    print(all.a.status, all.b.status, all.c.status);
    print(await told(all.a.link(() => 0)));
  )js"),
      R"(a>b{"attributes":{},"assert":{}} a>c{"attributes":{},"assert":{}} b>c{"attributes":{},"assert":{}} c>a{"attributes":{"type":"t"},"assert":{"type":"t"}}
linked linked linked
Error ERR_VM_MODULE_ALREADY_LINKED: Module has already been linked
)");
}

TEST_F(VmBehaviour, B47_LinkFailsWithTheAnswerThatIsNoModule) {
  expectPrints(
      inModules(R"js(
    const other = new SourceTextModule('', { context: vm.createContext() });
    const broken = await linked('throw new Error("mine")');
    await told(broken.evaluate());
    for (const answer of [1, {}, other, broken]) {
      const made = parsed('import "x"');
      print(await told(made.link(() => answer)), made.status, await told(made.link(() => leaf)));
    }
    const made = parsed('import "x"');
    try { await made.link(() => broken) } catch (error) { print(error.cause === broken.error, made.error === error) }
    const twice = parsed('import "x"');
    const first = twice.link(() => leaf);
    print(await told(twice.link(() => leaf)));
    await first;
    print(twice.status, await told(parsed('').link(1)));
  )js"),
      R"(Error ERR_VM_MODULE_NOT_MODULE: Provided module is not an instance of Module errored Error ERR_VM_MODULE_STATUS: Module status must be unlinked
Error ERR_VM_MODULE_NOT_MODULE: Provided module is not an instance of Module errored Error ERR_VM_MODULE_STATUS: Module status must be unlinked
Error ERR_VM_MODULE_DIFFERENT_CONTEXT: Linked modules must use the same context errored Error ERR_VM_MODULE_STATUS: Module status must be unlinked
Error ERR_VM_MODULE_LINK_FAILURE: request for 'x' resolved to an errored module errored Error ERR_VM_MODULE_STATUS: Module status must be unlinked
true true
Error ERR_VM_MODULE_STATUS: Module status must be unlinked
linked TypeError ERR_INVALID_ARG_TYPE: The "linker" argument must be of type function. Received type number (1)
)");
}

TEST_F(VmBehaviour, B48_LinkRequestsTakesOneModulePerRequest) {
  expectPrints(
      inModules(R"js(
    const made = parsed('import "x"');
    for (const modules of [1, [], [leaf, leaf], [1]]) print(caught(() => made.linkRequests(modules)));
    const twins = parsed('import "x"; import source y from "x"');
    print(caught(() => twins.linkRequests([leaf, parsed('')])));
    const a = parsed('import { b } from "b"; export const a = () => b', 'a'), b = parsed('import { a } from "a"; export const b = () => a', 'b');
    a.linkRequests([b]);
    b.linkRequests([a]);
    a.instantiate();
    await a.evaluate();
    print(a.namespace.a() === b.namespace.b);
  )js"),
      R"(TypeError ERR_INVALID_ARG_TYPE: The "modules" argument must be an instance of Array. Received type number (1)
TypeError ERR_MODULE_LINK_MISMATCH: Expected 1 modules, got 0
TypeError ERR_MODULE_LINK_MISMATCH: Expected 1 modules, got 2
Error ERR_VM_MODULE_NOT_MODULE: Provided module is not an instance of Module
TypeError ERR_MODULE_LINK_MISMATCH: Module request 'ModuleCacheKey("x")' at index 0 must be linked to the same module requested at index 1
true
)");
}

TEST_F(VmBehaviour, B49_InstantiateNamesWhatIsMissing) {
  expectPrints(inModules(R"js(
    print(caught(() => parsed('import "x"').instantiate()));
    const bar = parsed('import "unknown"', 'file://bar'), main = parsed('import "bar"');
    main.linkRequests([bar]);
    print(caught(() => main.instantiate()), main.status);
    const missing = parsed('import { y } from "leaf"');
    missing.linkRequests([leaf]);
    print(caught(() => missing.instantiate()), missing.status);
    const done = await linked('');
    print(caught(() => done.instantiate()));
  )js"),
               R"(Error ERR_VM_MODULE_LINK_FAILURE: module is not linked
Error ERR_VM_MODULE_LINK_FAILURE: request for 'unknown' can not be resolved on module 'file://bar' that is not linked unlinked
SyntaxError: The requested module 'leaf' does not provide an export named 'y' unlinked
Error ERR_VM_MODULE_STATUS: Module status must be unlinked
)");
}

TEST_F(VmBehaviour, B50_ModuleRequestsAreFrozenAndWithoutDuplicates) {
  expectPrints(
      inModules(R"js(
    const made = parsed('import "a"; import { x } from "a"; export * from "b"; import "a" with { type: "json" }; import source s from "a"');
    print(JSON.stringify(made.moduleRequests), made.dependencySpecifiers);
    const [first] = made.moduleRequests;
    print(Object.isFrozen(made.moduleRequests), Object.isFrozen(first), Object.isFrozen(first.attributes), Object.getPrototypeOf(first),
          Object.getPrototypeOf(first.attributes));
    print(made.moduleRequests === made.moduleRequests, made.dependencySpecifiers === made.dependencySpecifiers);
  )js"),
      R"([{"specifier":"a","attributes":{},"phase":"evaluation"},{"specifier":"b","attributes":{},"phase":"evaluation"},{"specifier":"a","attributes":{"type":"json"},"phase":"evaluation"},{"specifier":"a","attributes":{},"phase":"source"}] a,b,a,a
true true true null null
true true
)");
}

TEST_F(VmBehaviour, B51_EvaluateIsAPromiseAndRunsOnce) {
  expectPrints(inModules(R"js(
    globalThis.runs = 0;
    const made = await linked('runs++');
    for (const options of [null, 1, { timeout: 0 }, { timeout: 'x' }, { breakOnSigint: 1 }]) print(await told(made.evaluate(options)));
    print(await made.evaluate(), await made.evaluate(), runs);
    print(await told(parsed('').evaluate()));
    const bad = await linked('runs++; throw new Error("mine")');
    const errors = [await bad.evaluate().catch((error) => error), await bad.evaluate().catch((error) => error)];
    print(errors[0] === errors[1], errors[0] === bad.error, runs);
  )js"),
               R"(TypeError ERR_INVALID_ARG_TYPE: The "options" argument must be of type object. Received null
TypeError ERR_INVALID_ARG_TYPE: The "options" argument must be of type object. Received type number (1)
RangeError ERR_OUT_OF_RANGE: The value of "options.timeout" is out of range. It must be >= 1 && <= 4294967295. Received 0
TypeError ERR_INVALID_ARG_TYPE: The "options.timeout" property must be of type number. Received type string ('x')
TypeError ERR_INVALID_ARG_TYPE: The "options.breakOnSigint" property must be of type boolean. Received type number (1)
undefined undefined 1
Error ERR_VM_MODULE_STATUS: Module status must be one of linked, evaluated, or errored
true true 2
)");
}

TEST_F(VmBehaviour, B51_ATimeoutEndsAnEvaluationForGood) {
  expectPrints(inModules(R"js(
    const endless = await linked('for (;;);');
    print(await told(endless.evaluate({ timeout: 20 })), endless.status);
    print(await told(endless.evaluate()), caught(() => { throw endless.error }));
  )js"),
               R"(Error ERR_SCRIPT_EXECUTION_TIMEOUT: Script execution timed out after 20ms errored
Error ERR_SCRIPT_EXECUTION_TIMEOUT: Script execution timed out after 20ms Error ERR_SCRIPT_EXECUTION_TIMEOUT: Script execution timed out after 20ms
)",
               Agreement::OursOnly);  // Node ends the process at the second evaluation
}

TEST_F(VmBehaviour, B52_ErrorAndNamespaceWaitForTheirStatus) {
  expectPrints(
      inModules(R"js(
    const made = parsed('export let a = 1; export { leaf as b } from "x"; import "y"');
    print(caught(() => made.error), '|', caught(() => made.namespace));
    const thrower = parsed('throw new TypeError("mine")', 'file://thrower');
    const first = parsed('import "thrower"'), second = parsed('import "thrower"');
    for (const one of [first, second]) await one.link(() => thrower);
    for (const one of [first, second]) await told(one.evaluate());
    print(first.error === second.error, first.error === thrower.error, first.error.message);
    const early = await linked('export let a = 1; export var b = 2');
    print(caught(() => early.namespace.a), early.namespace.b, Object.keys(Object(leaf.namespace)));
  )js"),
      R"(Error ERR_VM_MODULE_STATUS: Module status must be errored | Error ERR_VM_MODULE_STATUS: Module status must not be unlinked or linking
true true mine
ReferenceError: Cannot access 'a' before initialization undefined x
)");
}

TEST_F(VmBehaviour, B53_TopLevelAwaitIsKnownPerModuleAndPerGraph) {
  expectPrints(
      inModules(R"js(
    const waits = parsed('await 1'), plain = parsed('import "waits"');
    print(waits.hasTopLevelAwait(), plain.hasTopLevelAwait(), caught(() => plain.hasAsyncGraph()));
    await plain.link(() => waits);
    print(plain.hasAsyncGraph(), waits.hasAsyncGraph(), (await linked('')).hasAsyncGraph());
    let isDone = false;
    const evaluation = plain.evaluate().then(() => { isDone = true });
    const before = isDone;
    await evaluation;
    print(before, isDone);
  )js"),
      "true false Error ERR_VM_MODULE_STATUS: Module status must be instantiated\ntrue true false\nfalse true\n");
}

TEST_F(VmBehaviour, B54_ImportMetaIsMadeAtItsFirstUse) {
  expectPrints(inModules(R"js(
    let calls = 0;
    const initializeImportMeta = (meta, module) => { calls++; meta.of = module };
    const made = await linked('export const first = () => import.meta; export const again = () => import.meta', { initializeImportMeta });
    await made.evaluate();
    const before = calls;
    const meta = made.namespace.first();
    print(before, meta === made.namespace.again(), meta.of === made, Object.getPrototypeOf(meta), calls);
    const failing = await linked('import.meta', { initializeImportMeta() { throw new RangeError('mine') } });
    print(await told(failing.evaluate()));
    const bare = await linked('export default Reflect.ownKeys(import.meta).length');
    await bare.evaluate();
    print(bare.namespace.default);
  )js"),
               "0 true true null 1\nRangeError: mine\n0\n");
}

TEST_F(VmBehaviour, B55_CachedDataIsMadeBeforeEvaluationOnly) {
  expectPrints(inModules(R"js(
    const text = 'export const answer = () => 42';
    const made = parsed(text);
    const data = made.createCachedData();
    print(data instanceof Uint8Array, data.length > 0, new SourceTextModule(text, { cachedData: data }).status);
    print(caught(() => new SourceTextModule(text, { cachedData: new Uint8Array(8) })));
    await made.link(() => leaf);
    print(made.createCachedData().length > 0);
    await made.evaluate();
    print(caught(() => made.createCachedData()));
  )js"),
               R"(true true unlinked
Error ERR_VM_MODULE_CACHED_DATA_REJECTED: cachedData buffer was rejected
true
Error ERR_VM_MODULE_CANNOT_CREATE_CACHED_DATA: Cached data cannot be created for a module which has been evaluated
)");
}

TEST_F(VmBehaviour, B56_SyntheticModuleIsLinkedAtOnceAndLive) {
  expectPrints(
      inModules(R"js(
    for (const names of ['x', [1], ['x', 'x']]) print(caught(() => new SyntheticModule(names, () => 0)));
    print(caught(() => new SyntheticModule(['x'])));
    const made = new SyntheticModule(['a', 'b'], function(...all) { print(typeof this.setExport, all.length); this.setExport('a', 1) });
    print(made.status, made.link(() => 0), made.namespace.a, caught(() => made.setExport('c', 1)), '|', caught(() => made.setExport(1)));
    const importer = parsed('import { a } from "x"; export const read = () => a');
    await importer.link(() => made);
    await importer.evaluate();
    const before = importer.namespace.read();
    made.setExport('a', 2);
    print(before, importer.namespace.read(), made.namespace.b);
    const later = new SyntheticModule(['a'], async function() { await null; this.setExport('a', 'later') });
    let isSettled = false;
    later.evaluate().then(() => { isSettled = true });
    await null; await null;
    print(isSettled, later.status, await told(new SyntheticModule([], () => { throw new TypeError('mine') }).evaluate()));
  )js"),
      R"(TypeError ERR_INVALID_ARG_TYPE: The "exportNames" argument must be an Array of unique strings. Received type string ('x')
TypeError ERR_INVALID_ARG_TYPE: The "exportNames" argument must be an Array of unique strings. Received an instance of Array
TypeError ERR_INVALID_ARG_VALUE: The property 'exportNames.x' is duplicated. Received 'x'
TypeError ERR_INVALID_ARG_TYPE: The "evaluateCallback" argument must be of type function. Received undefined
linked undefined undefined ReferenceError: Export 'c' is not defined in module | TypeError ERR_INVALID_ARG_TYPE: The "name" argument must be of type string. Received type number (1)
function 0
1 2 undefined
true evaluated TypeError: mine
)");
}

TEST_F(VmBehaviour, B57_ImportModuleDynamicallyGetsTheReferrer) {
  expectPrints(inModules(R"js(
    const seen = [];
    const importModuleDynamically = (specifier, referrer, attributes, phase) => { seen.push([specifier, referrer, attributes, phase]); return leaf };
    await leaf.evaluate();
    const script = new vm.Script('import("s", { with: { type: "t" } })', { importModuleDynamically });
    const made = await linked('await import("m")', { importModuleDynamically });
    const call = vm.compileFunction('return import("f")', [], { importModuleDynamically });
    print((await script.runInThisContext()) === leaf.namespace, await made.evaluate(), (await call()).x);
    print(seen[0][1] === script, seen[1][1] === made, seen[2][1] === call);
    print(JSON.stringify(seen.map(([specifier, , attributes, phase]) => [specifier, attributes, phase])));
    const answer = (value) => vm.runInThisContext('import("x")', { importModuleDynamically: () => value });
    const bad = await linked('throw new Error("mine")');
    await told(bad.evaluate());
    print(await told(answer(parsed(''))), '|', await told(answer(bad)), '|', await told(answer({})));
    print((await answer(leaf.namespace)) === leaf.namespace, (await answer(Promise.resolve(leaf))).x);
    print(await told(vm.runInThisContext('import("x")')));
  )js"),
               R"(true undefined 1
true true true
[["s",{"type":"t"},"evaluation"],["m",{},"evaluation"],["f",{},"evaluation"]]
Error ERR_VM_MODULE_STATUS: Module status must not be unlinked or linking | Error: mine | Error ERR_VM_MODULE_NOT_MODULE: Provided module is not an instance of Module
true 1
TypeError ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING: A dynamic import callback was not specified.
)");
}

TEST_F(VmBehaviour, B57_CodeWithoutAScriptAsksItsContext) {
  expectPrints(inModules(R"js(
    await leaf.evaluate();
    const sandbox = {};
    const context = vm.createContext(sandbox, { importModuleDynamically: (specifier, referrer) => { print(specifier, referrer === sandbox); return leaf } });
    vm.runInContext('Promise.resolve("import(\'late\').then((all) => { seen = all.x })").then(eval)', context);
    for (let i = 0; i < 9; i++) await null;
    print(sandbox.seen);
  )js"),
               "late true\n1\n");
}

TEST_F(VmBehaviour, B58_TheImportPromiseBelongsToTheImportingRealm) {
  expectPrints(inModules(R"js(
    const context = vm.createContext();
    const importModuleDynamically = () => { throw new RangeError('mine') };
    const promise = vm.runInContext('import("x")', context, { importModuleDynamically });
    print(promise instanceof Promise, promise instanceof vm.runInContext('Promise', context), await told(promise));
  )js"),
               "false true RangeError: mine\n");
}

TEST_F(VmBehaviour, B59_ModuleCodeIsStrictAndPrivate) {
  expectPrints(inModules(R"js(
    const sandbox = { fromSandbox: 's' };
    const context = vm.createContext(sandbox);
    vm.runInContext('let lexical = "l"; const fixed = "c"', context);
    const made = new SourceTextModule('export default [this, (function() { return this })(), typeof top, lexical, fixed, fromSandbox]; let top = 1; var alsoTop;'
                                      .replace('typeof top', 'typeof alsoTop'), { context, identifier: 'file://made' });
    await made.link(() => leaf);
    await made.evaluate();
    print(made.namespace.default.map(String).join(), 'alsoTop' in sandbox);
    const failing = new SourceTextModule('\n  undeclared = 1', { context, identifier: 'file://failing', lineOffset: 10 });
    await failing.link(() => leaf);
    try { await failing.evaluate() } catch (error) { print(error.name, error.stack.split('\n')[1].trim()) }
  )js"),
               "undefined,undefined,undefined,l,c,s false\nReferenceError at file://failing:12:14\n");
}

}  // namespace
}  // namespace vmscope
