#include "tests/engine/module/ModulePrograms.h"

namespace vmscope {
namespace {

using test::Agreement;
using test::inModules;

// Behaviours 56 to 58: modules made by code, and import(). Each program prints the same in Node, unless it says
// otherwise.
using VmBehaviour = test::VmTest;

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

TEST_F(VmBehaviour, B57_TheFourthArgumentIsThePhase) {
  expectPrints(inModules(R"js(
    const importModuleDynamically = (specifier, referrer, attributes, phase) => { print(specifier, phase); throw new Error('mine') };
    print(await told(vm.runInThisContext('import.source("x")', { importModuleDynamically })));
  )js"),
               "x source\nError: mine\n");
}

TEST_F(VmBehaviour, B58_ScriptAndCallbackLiveUntilTheImportIsAnswered) {
  expectPrints(inModules(R"js(
    await leaf.evaluate();
    let answer;
    const promise = vm.runInThisContext('import("x")', { importModuleDynamically: () => new Promise((resolve) => { answer = () => resolve(leaf) }) });
    await null;
    collect();
    answer();
    print((await promise).x);
  )js"),
               "1\n", Agreement::OursOnly);
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

}  // namespace
}  // namespace vmscope
