#include "tests/engine/vm/VmFixture.h"

namespace vmscope {
namespace {

using test::Agreement;
using VmBehaviour = test::VmTest;

TEST_F(VmBehaviour, B14_BuiltInsAreNotOnTheSandbox) {
  expectPrints(R"js(
    const sandbox = vm.createContext({ undefined: 1, JSON: 'mine' });
    print('Array' in sandbox, vm.runInContext('[typeof Array, JSON, typeof undefined]', sandbox));
    vm.runInContext('Array = 1; Object.defineProperty(this, "Map", { value: 2, enumerable: true })', sandbox);
    print(Object.keys(sandbox));
    print(vm.runInContext('this.undefined', sandbox));
  )js",
               R"(false function,mine,undefined
undefined,JSON,Array,Map
1
)");
}

TEST_F(VmBehaviour, B15_AnArrayServesAsSandbox) {
  expectPrints(R"js(
    const sandbox = vm.createContext(['zero', 'one']);
    print(vm.runInContext('this[0] + this[1]', sandbox));
    vm.runInContext('this[2] = "two"; this[-1] = "minus"; this[4294967295] = "name"; delete this[0]', sandbox);
    print(vm.runInContext('[0 in this, 1 in this, this.length]', sandbox), sandbox.length, 0 in sandbox, sandbox[2]);
    print(Object.keys(sandbox), vm.runInContext('Object.keys(this)', sandbox));
    vm.runInContext('Object.defineProperty(this, 5, { value: "five" })', sandbox);
    print(JSON.stringify(Object.getOwnPropertyDescriptor(sandbox, 5)), sandbox[-1]);
  )js",
               R"(zeroone
false,true,3 3 false two
1,2,-1,4294967295 2,1,-1,4294967295
{"value":"five","writable":false,"enumerable":false,"configurable":false} minus
)");
}

TEST_F(VmBehaviour, B16_AProxyServesAsSandbox) {
  expectPrints(R"js(
    const log = [];
    const proxy = new Proxy({ a: 1 }, {
      getOwnPropertyDescriptor(target, key) { log.push('descriptor ' + String(key)); return Reflect.getOwnPropertyDescriptor(target, key) },
      defineProperty(target, key, descriptor) { log.push('define ' + String(key)); return Reflect.defineProperty(target, key, descriptor) },
    });
    vm.createContext(proxy);
    vm.runInContext('', proxy);
    print(log.filter((line) => line.startsWith('descriptor')));
    log.length = 0;
    vm.runInContext('Object.defineProperty(this, "b", { value: 2, configurable: true })', proxy);
    print(log.filter((line) => line === 'define b').length);
    const throwing = vm.createContext(new Proxy({}, { getOwnPropertyDescriptor() { throw new TypeError('no') } }));
    print(caught(() => vm.runInContext('x = 1', throwing)));
  )js",
               R"(
1
TypeError: no
)");
}

TEST_F(VmBehaviour, B16_ATrapThatAnswersNonsenseThrows) {
  expectPrints(R"js(
    const nonsense = vm.createContext(new Proxy({}, { getOwnPropertyDescriptor: () => 5 }));
    print(caught(() => vm.runInContext('x = 1', nonsense)).split(':')[0]);
  )js",
               "TypeError\n");
}

TEST_F(VmBehaviour, B16_QueriesOfAProxyAgree) {
  expectPrints(R"js(
    const proxy = vm.createContext(new Proxy({ a: 1 }, {}));
    print(vm.runInContext('["a" in this, this.hasOwnProperty("a"), Object.keys(this), JSON.stringify(Object.getOwnPropertyDescriptor(this, "a"))]', proxy));
    print(vm.runInContext('["b" in this, this.hasOwnProperty("b"), Object.getOwnPropertyDescriptor(this, "b")]', proxy));
  )js",
               R"(true,true,a,{"value":1,"writable":true,"enumerable":true,"configurable":true}
false,false,undefined
)",
               Agreement::OursOnly);
}

TEST_F(VmBehaviour, B17_TheGlobalCannotBeFrozen) {
  expectPrints(R"js(
    const sandbox = vm.createContext({ a: 1 });
    for (const call of ['freeze', 'seal', 'preventExtensions']) print(caught(() => vm.runInContext(`Object.${call}(this)`, sandbox)));
    vm.runInContext('this.__proto__ = null', sandbox);
    print(vm.runInContext('a', sandbox));
  )js",
               R"(TypeError: Cannot freeze
TypeError: Cannot seal
TypeError: Cannot prevent extensions
1
)");
}

TEST_F(VmBehaviour, B18_TheGlobalIsNamedAfterTheSandboxsClass) {
  expectPrints(R"js(
    class Foo {}
    const tag = 'Object.prototype.toString.call(this)';
    print(vm.runInNewContext('String(this)', new Foo()), vm.runInNewContext(tag, []), vm.runInNewContext(tag, {}));
    print(vm.runInNewContext(tag, { [Symbol.toStringTag]: 'Tagged' }));
  )js",
               R"([object Foo] [object Array] [object Object]
[object Tagged]
)");
}

TEST_F(VmBehaviour, B19_DontContextifyGivesTheInnerGlobal) {
  expectPrints(R"js(
    print(Object.isFrozen(vm.constants), Object.getPrototypeOf(vm.constants), typeof vm.constants.DONT_CONTEXTIFY);
    const global = vm.createContext(vm.constants.DONT_CONTEXTIFY);
    print(vm.runInContext('this', global) === global, vm.runInContext('globalThis', global) === global, vm.isContext(global));
    print(typeof global.Array, global.Array === Array, Object.keys(global), vm.createContext(global) === global);
    vm.runInContext('x = 1; var y = 2', global);
    print(global.x, global.y);
    vm.runInContext('Object.freeze(globalThis); z = 3', global);
    print('z' in global, caught(() => vm.runInContext('z', global)));
    print(typeof vm.runInNewContext('this', vm.constants.DONT_CONTEXTIFY).Array);
    print(typeof new vm.Script('this').runInNewContext(vm.constants.DONT_CONTEXTIFY).Array);
  )js",
               R"(true null symbol
true true true
function false  true
1 2
false ReferenceError: z is not defined
function
function
)");
}

TEST_F(VmBehaviour, B20_EachContextHasItsOwnBuiltInsAndNoHostGlobals) {
  expectPrints(R"js(
    for (const name of ['Array', 'Symbol', 'Proxy', 'Error', 'Promise']) print(name, vm.runInNewContext(name) === globalThis[name]);
    const host = ['setTimeout', 'require', 'process', 'Buffer', 'URL', 'queueMicrotask', 'structuredClone', 'global'];
    print(host.map((name) => vm.runInNewContext('typeof ' + name)));
    print(['console', 'WebAssembly', 'Intl', 'SharedArrayBuffer'].map((name) => vm.runInNewContext('typeof ' + name)));
  )js",
               R"(Array false
Symbol false
Proxy false
Error false
Promise false
undefined,undefined,undefined,undefined,undefined,undefined,undefined,undefined
object,object,object,function
)");
}

TEST_F(VmBehaviour, B22_EvalDeclaresWhereItRuns) {
  expectPrints(R"js(
    const sandbox = vm.createContext({ seen: 'sandbox' });
    vm.runInContext('(0, eval)("var a = 1; let b = 2")', sandbox);
    print(sandbox.a, vm.runInContext('typeof b', sandbox), 'b' in sandbox);
    print(vm.runInContext('new Function("return seen")()', sandbox));
    vm.runInContext('(function() { eval("var local = 1") })()', sandbox);
    print('local' in sandbox, vm.runInContext('typeof local', sandbox));
  )js",
               R"(1 undefined false
sandbox
false undefined
)");
}

TEST_F(VmBehaviour, B21_AContextLivesAsLongAsAnythingOfItIsReachable) {
  expectPrints(R"js(
    let context = vm.createContext({ kept: { mark: 1 } });
    let inner = vm.runInContext('(() => kept.mark)', context);
    const gone = new WeakRef(context);
    context = undefined;
    const look = () => {
      collect();
      print(inner(), gone.deref() !== undefined);
    };
    look();
  )js",
               R"(1 true
)",
               Agreement::OursOnly);
}

}  // namespace
}  // namespace vmscope
