#include "tests/engine/module/ModulePrograms.h"

namespace vmscope {
namespace {

using test::Agreement;
using test::inModules;

// Behaviours 44 to 46, 50 and 59: what modules are and say of themselves. Each program prints the same in Node, unless
// it says otherwise.
using VmBehaviour = test::VmTest;

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

TEST_F(VmBehaviour, B44_VmExportsWhatNodeExports) {
  expectPrints("print(Object.keys(vm).sort())",
               "Module,Script,SourceTextModule,SyntheticModule,compileFunction,constants,createContext,createScript,"
               "isContext,measureMemory,runInContext,runInNewContext,runInThisContext\n");
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
