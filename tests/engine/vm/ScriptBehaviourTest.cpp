#include "tests/engine/vm/VmFixture.h"

namespace vmscope {
namespace {

using test::Agreement;
using VmBehaviour = test::VmTest;

TEST_F(VmBehaviour, B23_NewScriptTakesTextAndAFileName) {
  expectPrints(R"js(
    print(new vm.Script({ toString() { return '1 + 1' } }).runInThisContext(), new vm.Script('').runInThisContext());
    print(caught(() => new vm.Script({ toString() { throw new RangeError('mine') } })), '|', caught(() => new vm.Script(Symbol('s'))));
    print(caught(() => vm.Script('')), '|', vm.createScript('2') instanceof vm.Script);
    print(caught(() => new vm.Script('', null)));
    const place = (options) => { try { new vm.Script('throw new Error()', options).runInThisContext() } catch (e) { return e.stack.split('\n')[0] } };
    print(place(), place('named.js'), place({ filename: 'option.js' }));
  )js",
               R"(2 undefined
RangeError: mine | TypeError: Cannot convert a Symbol value to a string
TypeError: Class constructor Script cannot be invoked without 'new' | true
TypeError ERR_INVALID_ARG_TYPE: The "options" argument must be of type object. Received null
evalmachine.<anonymous>:1 named.js:1 option.js:1
)");
}

TEST_F(VmBehaviour, B24_NewScriptChecksItsOptions) {
  expectPrints(
      R"js(
    const wrong = [{ filename: 1 }, { filename: null }, { lineOffset: '1' }, { lineOffset: 1.5 }, { lineOffset: 2 ** 31 }, { columnOffset: NaN },
                   { columnOffset: -(2 ** 31) - 1 }, { produceCachedData: 1 }, { cachedData: 'x' }, { cachedData: [] }, { importModuleDynamically: 'x' }];
    for (const options of wrong) print(caught(() => new vm.Script('', options)));
    print(caught(() => new vm.Script('', { get filename() { throw new RangeError('mine') } })));
    print(typeof new vm.Script('', { lineOffset: -(2 ** 31), columnOffset: 2 ** 31 - 1 }));
  )js",
      R"(TypeError ERR_INVALID_ARG_TYPE: The "options.filename" property must be of type string. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.filename" property must be of type string. Received null
TypeError ERR_INVALID_ARG_TYPE: The "options.lineOffset" property must be of type number. Received type string ('1')
RangeError ERR_OUT_OF_RANGE: The value of "options.lineOffset" is out of range. It must be an integer. Received 1.5
RangeError ERR_OUT_OF_RANGE: The value of "options.lineOffset" is out of range. It must be >= -2147483648 && <= 2147483647. Received 2147483648
RangeError ERR_OUT_OF_RANGE: The value of "options.columnOffset" is out of range. It must be an integer. Received NaN
RangeError ERR_OUT_OF_RANGE: The value of "options.columnOffset" is out of range. It must be >= -2147483648 && <= 2147483647. Received -2147483649
TypeError ERR_INVALID_ARG_TYPE: The "options.produceCachedData" property must be of type boolean. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.cachedData" property must be an instance of Buffer, TypedArray, or DataView. Received type string ('x')
TypeError ERR_INVALID_ARG_TYPE: The "options.cachedData" property must be an instance of Buffer, TypedArray, or DataView. Received an instance of Array
TypeError ERR_INVALID_ARG_TYPE: The "options.importModuleDynamically" property must be of type function. Received type string ('x')
RangeError: mine
object
)");
}

TEST_F(VmBehaviour, B25_RunningChecksItsOptions) {
  expectPrints(R"js(
    const script = new vm.Script('1');
    const context = vm.createContext();
    for (const options of [null, 'x', 1]) print(caught(() => script.runInContext(context, options)));
    for (const options of [{ timeout: 0 }, { timeout: -1 }, { timeout: 1.5 }, { timeout: 2 ** 32 }, { timeout: '5' }, { displayErrors: 1 }, { breakOnSigint: 0 }]) {
      print(caught(() => script.runInThisContext(options)));
      print(caught(() => vm.runInContext('1', context, options)));
    }
    print(script.runInThisContext({ timeout: 2 ** 32 - 1 }));
    for (const run of [(o) => vm.runInThisContext('throw new Error()', o), (o) => vm.runInContext('throw new Error()', context, o), (o) => vm.runInNewContext('throw new Error()', {}, o)])
      try { run('file.js') } catch (error) { print(error.stack.split('\n')[0]) }
  )js",
               R"(TypeError ERR_INVALID_ARG_TYPE: The "options" argument must be of type object. Received null
TypeError ERR_INVALID_ARG_TYPE: The "options" argument must be of type object. Received type string ('x')
TypeError ERR_INVALID_ARG_TYPE: The "options" argument must be of type object. Received type number (1)
RangeError ERR_OUT_OF_RANGE: The value of "options.timeout" is out of range. It must be >= 1 && <= 4294967295. Received 0
RangeError ERR_OUT_OF_RANGE: The value of "options.timeout" is out of range. It must be >= 1 && <= 4294967295. Received 0
RangeError ERR_OUT_OF_RANGE: The value of "options.timeout" is out of range. It must be >= 1 && <= 4294967295. Received -1
RangeError ERR_OUT_OF_RANGE: The value of "options.timeout" is out of range. It must be >= 1 && <= 4294967295. Received -1
RangeError ERR_OUT_OF_RANGE: The value of "options.timeout" is out of range. It must be an integer. Received 1.5
RangeError ERR_OUT_OF_RANGE: The value of "options.timeout" is out of range. It must be an integer. Received 1.5
RangeError ERR_OUT_OF_RANGE: The value of "options.timeout" is out of range. It must be >= 1 && <= 4294967295. Received 4294967296
RangeError ERR_OUT_OF_RANGE: The value of "options.timeout" is out of range. It must be >= 1 && <= 4294967295. Received 4294967296
TypeError ERR_INVALID_ARG_TYPE: The "options.timeout" property must be of type number. Received type string ('5')
TypeError ERR_INVALID_ARG_TYPE: The "options.timeout" property must be of type number. Received type string ('5')
TypeError ERR_INVALID_ARG_TYPE: The "options.displayErrors" property must be of type boolean. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.displayErrors" property must be of type boolean. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.breakOnSigint" property must be of type boolean. Received type number (0)
TypeError ERR_INVALID_ARG_TYPE: The "options.breakOnSigint" property must be of type boolean. Received type number (0)
1
file.js:1
file.js:1
file.js:1
)");
}

TEST_F(VmBehaviour, B26_RunInContextWantsAContext) {
  expectPrints(
      R"js(
    for (const run of [(x) => vm.runInContext('', x), (x) => new vm.Script('').runInContext(x)])
      for (const wrong of [{}, [], undefined, null, 1, new (class Foo {})()]) print(caught(() => run(wrong)));
  )js",
      R"(TypeError ERR_INVALID_ARG_TYPE: The "contextifiedObject" argument must be an vm.Context. Received an instance of Object
TypeError ERR_INVALID_ARG_TYPE: The "contextifiedObject" argument must be an vm.Context. Received an instance of Array
TypeError ERR_INVALID_ARG_TYPE: The "object" argument must be of type object. Received undefined
TypeError ERR_INVALID_ARG_TYPE: The "object" argument must be of type object. Received null
TypeError ERR_INVALID_ARG_TYPE: The "object" argument must be of type object. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "contextifiedObject" argument must be an vm.Context. Received an instance of Foo
TypeError ERR_INVALID_ARG_TYPE: The "contextifiedObject" argument must be an vm.Context. Received an instance of Object
TypeError ERR_INVALID_ARG_TYPE: The "contextifiedObject" argument must be an vm.Context. Received an instance of Array
TypeError ERR_INVALID_ARG_TYPE: The "object" argument must be of type object. Received undefined
TypeError ERR_INVALID_ARG_TYPE: The "object" argument must be of type object. Received null
TypeError ERR_INVALID_ARG_TYPE: The "object" argument must be of type object. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "contextifiedObject" argument must be an vm.Context. Received an instance of Foo
)");
}

TEST_F(VmBehaviour, B27_RunInThisContextChangesTheCallersGlobals) {
  expectPrints(R"js(
    vm.runInThisContext('var leaked = 1; function leakedFunction() {}');
    print(globalThis.leaked, typeof globalThis.leakedFunction, vm.runInThisContext('this') === globalThis);
    vm.runInNewContext('var hidden = 1');
    print('hidden' in globalThis);
    const count = new vm.Script('n = (typeof n === "undefined" ? 0 : n) + 1');
    const first = vm.createContext({ n: 10 });
    print(count.runInContext(first), count.runInContext(first), count.runInNewContext(), count.runInThisContext(), globalThis.n);
  )js",
               R"(1 function true
false
11 12 1 1 1
)");
}

TEST_F(VmBehaviour, B28_RunInNewContextRunsTheReceiversMethod) {
  expectPrints(R"js(
    print(caught(() => vm.Script.prototype.runInNewContext.call({})));
    print(caught(() => vm.Script.prototype.runInContext.call({}, vm.createContext())));
    print(vm.Script.prototype.runInNewContext.call({ runInContext: (context) => vm.isContext(context) }));
  )js",
               R"(TypeError: this.runInContext is not a function
TypeError: Illegal invocation
true
)");
}

TEST_F(VmBehaviour, B29_StacksBeginWithThePlace) {
  expectPrints(R"js(
    const stack = (run) => { try { run() } catch (error) { return Object(error) === error ? error.stack.split(/\n +at /)[0] : 'no stack: ' + error } };
    const context = vm.createContext();
    print(stack(() => vm.runInContext('throw new Error("boom")', context, 'a.js')));
    print(stack(() => vm.runInContext('\n\tmissing.name', context, { filename: 'tab.js', lineOffset: 10 })));
    print(stack(() => vm.runInContext('missing', context, { filename: 'column.js', columnOffset: 7 })));
    print(stack(() => vm.runInContext('missing //# sourceURL=url.js', context)));
    print(stack(() => new vm.Script('let let', 'syntax.js')));
    print(stack(() => vm.runInContext('throw 1', context)), stack(() => vm.runInContext('throw new Error("plain")', context, { displayErrors: false })));
    const inner = () => vm.runInContext('throw new Error("once")', context, 'inner.js');
    context.inner = inner;
    print(stack(() => vm.runInContext('inner()', context, 'outer.js')));
    try { vm.runInContext('throw new Error("message")', context) } catch (error) { print(error.message) }
  )js",
               R"(a.js:1
throw new Error("boom")
^

Error: boom
tab.js:12
	missing.name
	^

ReferenceError: missing is not defined
column.js:1
missing
^

ReferenceError: missing is not defined
url.js:1
missing //# sourceURL=url.js
^

ReferenceError: missing is not defined
syntax.js:1
let let
    ^^^

SyntaxError: let is disallowed as a lexically bound name
no stack: 1 Error: plain
inner.js:1
throw new Error("once")
^

Error: once
message
)");
}

TEST_F(VmBehaviour, B30_FramesAtTopLevelHaveNoName) {
  expectPrints(R"js(
    const frame = (run) => { try { run() } catch (error) { return error.stack.split('\n').find((line) => line.startsWith('    at ')) } };
    print(frame(() => vm.runInNewContext('throw new Error()', {}, 'top.js')));
    print(frame(() => vm.runInNewContext('\n function named() { throw new Error() } named()', {}, 'top.js')));
  )js",
               R"(    at top.js:1:7
    at named (top.js:2:27)
)");
}

TEST_F(VmBehaviour, B31_ErrorsBelongToTheRealmThatTheyComeFrom) {
  expectPrints(R"js(
    const context = vm.createContext();
    const realm = (run, name) => { try { run() } catch (error) { return error instanceof globalThis[name] ? 'caller' : error instanceof vm.runInContext(name, context) ? 'context' : 'other' } };
    print(realm(() => new vm.Script('let let'), 'SyntaxError'), realm(() => vm.runInContext('let let', context), 'SyntaxError'));
    print(realm(() => vm.runInNewContext('let let', context), 'SyntaxError'), realm(() => vm.compileFunction('let let', [], { parsingContext: context }), 'SyntaxError'));
    print(realm(() => vm.compileFunction('let let'), 'SyntaxError'), realm(() => vm.runInContext('missing', context), 'ReferenceError'));
    print(realm(() => vm.runInContext('for (;;);', context, { timeout: 5 }), 'Error'), realm(() => vm.createContext(1), 'TypeError'));
  )js",
               R"(caller context
context context
caller context
context caller
)");
}

TEST_F(VmBehaviour, B32_CodeCachesAreTakenOrRefused) {
  expectPrints(R"js(
    const source = 'function f() { return 42 } f()';
    const data = new vm.Script(source, { produceCachedData: true });
    print(data.cachedDataProduced, data.cachedData instanceof Uint8Array, 'cachedDataRejected' in data, 'cachedData' in new vm.Script(''));
    const cache = data.createCachedData();
    for (const view of [cache, new DataView(cache.buffer, cache.byteOffset, cache.byteLength), new Uint8Array(cache)]) {
      const script = new vm.Script(source, { cachedData: view });
      print(script.cachedDataRejected, script.runInThisContext());
    }
    const other = new vm.Script('function fun() { return 43 } fun()', { cachedData: cache });
    const truncated = new vm.Script(source, { cachedData: cache.subarray(0, 20) });
    print(other.cachedDataRejected, other.runInThisContext(), truncated.cachedDataRejected, truncated.runInThisContext());
    print(data.runInThisContext(), new vm.Script(source, { cachedData: data.createCachedData() }).cachedDataRejected);
  )js",
               R"(true true false false
false 42
false 42
false 42
true 43 false 42
42 false
)");
}

TEST_F(VmBehaviour, B33_ScriptsKnowTheirSourceMap) {
  expectPrints(R"js(
    print(new vm.Script('1\n//# sourceMappingURL=map.json').sourceMapURL, new vm.Script('1').sourceMapURL);
  )js",
               R"(map.json undefined
)");
}

TEST_F(VmBehaviour, B34_CodeFromStringsCanBeOff) {
  expectPrints(
      R"js(
    const strict = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
    print(caught(() => vm.runInContext('eval("1")', strict)), '|', caught(() => vm.runInContext('new Function("1")', strict)));
    print(vm.runInContext('try { eval("1") } catch (error) { error instanceof EvalError }', strict));
    print(vm.runInContext('try { new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])) } catch (error) { `${error instanceof WebAssembly.CompileError} ${error.message}` }', strict));
    print(vm.runInNewContext('eval("1 + 1")'), vm.runInNewContext('WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))'));
  )js",
      R"(EvalError: Code generation from strings disallowed for this context | EvalError: Code generation from strings disallowed for this context
true
true WebAssembly.Module(): Wasm code generation disallowed by embedder
2 true
)");
}

TEST_F(VmBehaviour, B36_ATimeoutEndsTheScriptOnly) {
  expectPrints(R"js(
    const context = vm.createContext({ log: [] });
    const endless = 'try { for (;;); } catch (error) { log.push("caught") } finally { log.push("finally") }';
    print(caught(() => vm.runInContext(endless, context, { timeout: 10 })), context.log.length, vm.runInContext('1 + 1', context));
    context.spin = () => { for (;;); };
    print(caught(() => vm.runInContext('spin()', context, { timeout: 10 })));
    print(caught(() => vm.runInThisContext('for (;;);', { timeout: 10 })));
  )js",
               R"(Error ERR_SCRIPT_EXECUTION_TIMEOUT: Script execution timed out after 10ms 0 2
Error ERR_SCRIPT_EXECUTION_TIMEOUT: Script execution timed out after 10ms
Error ERR_SCRIPT_EXECUTION_TIMEOUT: Script execution timed out after 10ms
)");
}

TEST_F(VmBehaviour, B37_TheTimeoutThatExpiresFirstIsReported) {
  expectPrints(R"js(
    const run = (code, timeout, context = vm.createContext({ run, caught })) => vm.runInContext(code, context, { timeout });
    print(caught(() => run('run("for (;;);", 10000)', 20)));
    print(run('caught(() => run("for (;;);", 20))', 10000));
    print(caught(() => run('run("throw new TypeError(\'mine\')", 1000)', 10000)));
    for (let i = 0; i < 20; i++) caught(() => run('1', 1));
    for (const end = Date.now() + 30; Date.now() < end;);
    print('the main script goes on');
  )js",
               R"(Error ERR_SCRIPT_EXECUTION_TIMEOUT: Script execution timed out after 20ms
Error ERR_SCRIPT_EXECUTION_TIMEOUT: Script execution timed out after 20ms
TypeError: mine
the main script goes on
)");
}

TEST_F(VmBehaviour, B39_AfterEvaluateDrainsItsOwnQueue) {
  expectPrints(R"js(
    const context = vm.createContext({ log: [] }, { microtaskMode: 'afterEvaluate' });
    vm.runInContext('Promise.resolve().then(() => log.push("job")).then(() => log.push("next"))', context);
    print(context.log);
    print(caught(() => vm.runInContext('const again = () => Promise.resolve().then(again); again()', context, { timeout: 10 })));
    const shared = vm.createContext({ log: [] });
    vm.runInContext('Promise.resolve().then(() => log.push("job"))', shared);
    print(shared.log);
    Promise.resolve().then(() => print(shared.log));
    context.log.length = 0;
    const settle = vm.runInContext('let settle; const promise = new Promise((resolve) => { settle = resolve }); promise.then(() => log.push("settled")); settle', context);
    settle();
    print(context.log);
    vm.runInContext('', context);
    print(context.log);
  )js",
               R"(job,next
Error ERR_SCRIPT_EXECUTION_TIMEOUT: Script execution timed out after 10ms


settled
job
)");
}

TEST_F(VmBehaviour, B39_WhatAwaitsOutsideWaitsForTheInnerQueue) {
  expectPrints(R"js(
    const context = vm.createContext({}, { microtaskMode: 'afterEvaluate' });
    const turns = async (count) => { while (count-- > 0) await null; };
    const told = [];
    (async () => {
      const settle = vm.runInContext('let settle; var promise = new Promise((resolve) => { settle = resolve }); settle', context);
      (async () => told.push(await context.promise))();
      settle('settled');
      await turns(20);
      print(told);
      vm.runInContext('', context);
      await turns(20);
      print(told);
      (async () => told.push(await vm.runInContext('(async () => { await null; return "second" })()', context)))();
      await turns(20);
      print(told);
      const empty = new vm.SourceTextModule('', { context });
      empty.linkRequests([]);
      empty.instantiate();
      await empty.evaluate();
      await turns(20);
      print(told);
    })();
  )js",
               R"(
settled
settled
settled,second
)");
}

TEST_F(VmBehaviour, B35_NearTheStacksLimitItThrowsOrWorks) {
  expectPrints(R"js(
    const seen = new Set();
    let left = 60;
    const attempt = () => {
      if (left-- <= 0) return;
      for (const run of [() => vm.runInThisContext('1'), () => vm.runInNewContext('1'), () => vm.createContext([]), () => vm.compileFunction('')])
        try { run(); seen.add('worked') } catch (error) { seen.add(error.message) }
    };
    const dive = () => { try { dive() } finally { attempt() } };
    try { dive() } catch (error) { print(error instanceof RangeError) }
    print([...seen].sort());
  )js",
               R"(true
Maximum call stack size exceeded,worked
)",
               Agreement::OursOnly);
}

TEST_F(VmBehaviour, B38_SigintEndsTheScriptOnly) {
  expectPrints(R"js(
    globalThis.interrupt = interrupt;
    const endless = 'interrupt(); for (;;);';
    print(caught(() => vm.runInThisContext(endless, { breakOnSigint: true })));
    print(caught(() => vm.runInContext(endless, vm.createContext({ interrupt }), { breakOnSigint: true, timeout: 60000 })));
    print(caught(() => vm.runInThisContext('for (;;);', { breakOnSigint: true, timeout: 10 })));
    print(vm.runInThisContext('1 + 1', { breakOnSigint: true }));
  )js",
               R"(Error ERR_SCRIPT_EXECUTION_INTERRUPTED: Script execution was interrupted by `SIGINT`
Error ERR_SCRIPT_EXECUTION_INTERRUPTED: Script execution was interrupted by `SIGINT`
Error ERR_SCRIPT_EXECUTION_TIMEOUT: Script execution timed out after 10ms
2
)");
}

}  // namespace
}  // namespace vmscope
