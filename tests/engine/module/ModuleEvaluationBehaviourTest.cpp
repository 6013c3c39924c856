#include "tests/engine/module/ModulePrograms.h"

namespace vmscope {
namespace {

using test::Agreement;
using test::inModules;

// Behaviours 51 to 55: what evaluation gives, and what waits for it. Each program prints the same in Node, unless it
// says otherwise.
using VmBehaviour = test::VmTest;

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

TEST_F(VmBehaviour, B51_WithoutAwaitThePromiseIsSettledAtOnce) {
  expectPrints(inModules(R"js(
    const first = async (promise) => Promise.race([promise, 'pending']).catch((error) => error.message);
    print(await first((await linked('1')).evaluate()), await first((await linked('throw new Error("mine")')).evaluate()));
    print(await first((await linked('await 1')).evaluate()));
  )js"),
               "undefined mine\npending\n");
}

TEST_F(VmBehaviour, B38_SigintEndsAnEvaluation) {
  expectPrints(
      inModules(R"js(
    globalThis.interrupt = interrupt;
    const endless = await linked('interrupt(); for (;;);');
    print(await told(endless.evaluate({ breakOnSigint: true })), endless.status);
    print(await (await linked('export default 1')).evaluate({ breakOnSigint: true, timeout: 1000 }));
  )js"),
      "Error ERR_SCRIPT_EXECUTION_INTERRUPTED: Script execution was interrupted by `SIGINT` errored\nundefined\n");
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

}  // namespace
}  // namespace vmscope
