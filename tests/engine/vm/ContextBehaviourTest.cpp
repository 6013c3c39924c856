#include "tests/engine/vm/VmFixture.h"

namespace vmscope {
namespace {

using test::Agreement;
using VmBehaviour = test::VmTest;

TEST_F(VmBehaviour, B01_CreateContextGivesTheObjectBack) {
  expectPrints(R"js(
    const object = { a: 1 };
    print(vm.createContext(object) === object, vm.createContext(object, 5) === object, vm.isContext(vm.createContext()));
    for (const allowed of [Object.create(null), [], new Proxy({}, {}), globalThis]) print(vm.createContext(allowed) === allowed);
    for (const refused of [function named() {}, 1, 'x', null]) print(caught(() => vm.createContext(refused)));
  )js",
               R"(true true true
true
true
true
true
TypeError ERR_INVALID_ARG_TYPE: The "object" argument must be of type object. Received function named
TypeError ERR_INVALID_ARG_TYPE: The "object" argument must be of type object. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "object" argument must be of type object. Received type string ('x')
TypeError ERR_INVALID_ARG_TYPE: The "object" argument must be of type object. Received null
)");
}

TEST_F(VmBehaviour, B02_IsContextAsksAboutObjectsOnly) {
  expectPrints(R"js(
    print(vm.isContext({}), vm.isContext([]), vm.isContext(vm.createContext([])));
    for (const refused of [undefined, null, 1, 'x', Symbol('s'), () => {}]) print(caught(() => vm.isContext(refused)));
  )js",
               R"(false false true
TypeError ERR_INVALID_ARG_TYPE: The "object" argument must be of type object. Received undefined
TypeError ERR_INVALID_ARG_TYPE: The "object" argument must be of type object. Received null
TypeError ERR_INVALID_ARG_TYPE: The "object" argument must be of type object. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "object" argument must be of type object. Received type string ('x')
TypeError ERR_INVALID_ARG_TYPE: The "object" argument must be of type object. Received type symbol (Symbol(s))
TypeError ERR_INVALID_ARG_TYPE: The "object" argument must be of type object. Received function 
)");
}

TEST_F(VmBehaviour, B03_CreateContextChecksItsOptions) {
  expectPrints(R"js(
    const options = [null, 'x', { name: 1 }, { origin: 1 }, { codeGeneration: 1 }, { codeGeneration: { strings: 1 } },
                     { codeGeneration: { wasm: 'no' } }, { microtaskMode: 'x' }, { microtaskMode: null }, { importModuleDynamically: 1 }];
    for (const option of options) print(caught(() => vm.createContext({}, option)));
    for (const option of [{ contextName: 1 }, { contextOrigin: 1 }, { contextCodeGeneration: 1 },
                          { contextCodeGeneration: { strings: 1 } }, { microtaskMode: 'x' }]) {
      print(caught(() => vm.runInNewContext('', {}, option)));
      print(caught(() => new vm.Script('').runInNewContext({}, option)));
    }
    print(caught(() => vm.createContext({}, { name: 'n', origin: 'o', microtaskMode: 'afterEvaluate' })));
  )js",
               R"(TypeError ERR_INVALID_ARG_TYPE: The "options" argument must be of type object. Received null
TypeError ERR_INVALID_ARG_TYPE: The "options" argument must be of type object. Received type string ('x')
TypeError ERR_INVALID_ARG_TYPE: The "options.name" property must be of type string. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.origin" property must be of type string. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.codeGeneration" property must be of type object. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.codeGeneration.strings" property must be of type boolean. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.codeGeneration.wasm" property must be of type boolean. Received type string ('no')
TypeError ERR_INVALID_ARG_VALUE: The property 'options.microtaskMode' must be one of: 'afterEvaluate', undefined. Received 'x'
TypeError ERR_INVALID_ARG_VALUE: The property 'options.microtaskMode' must be one of: 'afterEvaluate', undefined. Received null
TypeError ERR_INVALID_ARG_TYPE: The "options.importModuleDynamically" property must be of type function. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.contextName" property must be of type string. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.contextName" property must be of type string. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.contextOrigin" property must be of type string. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.contextOrigin" property must be of type string. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.contextCodeGeneration" property must be of type object. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.contextCodeGeneration" property must be of type object. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.contextCodeGeneration.strings" property must be of type boolean. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.contextCodeGeneration.strings" property must be of type boolean. Received type number (1)
TypeError ERR_INVALID_ARG_VALUE: The property 'options.microtaskMode' must be one of: 'afterEvaluate', undefined. Received 'x'
TypeError ERR_INVALID_ARG_VALUE: The property 'options.microtaskMode' must be one of: 'afterEvaluate', undefined. Received 'x'
[object Object]
)");
}

TEST_F(VmBehaviour, B04_TheSandboxReadsAsTheGlobal) {
  expectPrints(R"js(
    const sandbox = { nested: {} };
    sandbox.self = sandbox;
    sandbox.nested.self = sandbox;
    vm.createContext(sandbox);
    print(vm.runInContext('this === globalThis', sandbox), vm.runInContext('(function() { return this === globalThis })()', sandbox));
    print(vm.runInContext('self === globalThis', sandbox), vm.runInContext('nested.self === globalThis', sandbox));
    print(vm.runInContext('nested.self', sandbox) === sandbox);
    vm.runInContext('const raw = nested.self; Object.defineProperty(this, "own", { get() { return raw } })', sandbox);
    print(vm.runInContext('own === globalThis', sandbox));
  )js",
               R"(true true
true false
true
true
)");
}

TEST_F(VmBehaviour, B05_ReadsTheSandboxThenItsPrototypesThenTheGlobal) {
  expectPrints(R"js(
    const sandbox = vm.createContext(Object.create({ inherited: 1, Array: 'mine' }));
    print(vm.runInContext('[inherited, Array, typeof Map]', sandbox));
    print(vm.runInContext('["inherited" in this, this.hasOwnProperty("inherited")]', sandbox));
    print(vm.runInContext('typeof Object.getOwnPropertyDescriptor(this, "inherited")', sandbox));
    print(vm.runInContext('["toString" in this, "nothing" in this]', sandbox));
  )js",
               R"(1,mine,function
false,false
undefined
true,false
)");
}

TEST_F(VmBehaviour, B06_OwnPropertiesReflectTheSandbox) {
  expectPrints(R"js(
    const symbol = Symbol('s');
    const get = () => 1;
    const sandbox = { plain: 1, 2: 'two', [symbol]: 3 };
    Object.defineProperty(sandbox, 'hidden', { value: 4, writable: true, configurable: true });
    Object.defineProperty(sandbox, 'accessor', { get, configurable: true, enumerable: true });
    vm.createContext(sandbox);
    sandbox.symbol = symbol;
    print(vm.runInContext('Object.keys(this)', sandbox));
    print(vm.runInContext('const names = []; for (const name in this) names.push(name); names', sandbox));
    print(vm.runInContext('Object.getOwnPropertyNames(this).includes("hidden")', sandbox));
    print(vm.runInContext('Object.getOwnPropertySymbols(this).includes(symbol)', sandbox));
    for (const key of ['plain', 'hidden', 'accessor', '2'])
      print(key, JSON.stringify(vm.runInContext(`Object.getOwnPropertyDescriptor(this, "${key}")`, sandbox)));
    print(vm.runInContext('Object.getOwnPropertyDescriptor(this, "accessor").get', sandbox) === get);
    print(vm.runInContext('Reflect.ownKeys(this).includes("2") && this.hasOwnProperty(2) && this.propertyIsEnumerable("plain")', sandbox));
  )js",
               R"(2,plain,accessor,symbol
2,plain,accessor,symbol
true
true
plain {"value":1,"writable":true,"enumerable":true,"configurable":true}
hidden {"value":4,"writable":true,"enumerable":false,"configurable":true}
accessor {"enumerable":true,"configurable":true}
2 {"value":"two","writable":true,"enumerable":true,"configurable":true}
true
true
)");
}

TEST_F(VmBehaviour, B07_DefinitionsInsideLandOnTheSandbox) {
  expectPrints(R"js(
    const sandbox = vm.createContext({});
    vm.runInContext(`
      Object.defineProperty(this, 'f', { value: 1 });
      Object.defineProperty(this, 'accessor', { get() { return 2 }, configurable: true });
      Object.defineProperty(this, Symbol.for('s'), { value: 3, enumerable: true });
      Object.defineProperty(this, 4, { value: 'four', enumerable: true });`, sandbox);
    for (const key of ['f', 'accessor', Symbol.for('s'), 4]) {
      const { get, set, ...rest } = Object.getOwnPropertyDescriptor(sandbox, key);
      print(String(key), typeof get, typeof set, JSON.stringify(rest));
    }
    print(caught(() => vm.runInContext('Object.defineProperty(this, "f", { value: 2 })', sandbox)), sandbox.f);
  )js",
               R"(f undefined undefined {"value":1,"writable":false,"enumerable":false,"configurable":false}
accessor function undefined {"enumerable":false,"configurable":true}
Symbol(s) undefined undefined {"value":3,"writable":false,"enumerable":true,"configurable":false}
4 undefined undefined {"value":"four","writable":false,"enumerable":true,"configurable":false}
TypeError: Cannot redefine property: f 1
)");
}

TEST_F(VmBehaviour, B08_AssignmentsBecomePlainProperties) {
  expectPrints(R"js(
    const sandbox = vm.createContext({ kept: 1, replaced: 1 });
    vm.runInContext('x = 1; this.y = 2; var z = 3; function f() {} var kept; function replaced() {}', sandbox);
    for (const key of ['x', 'y', 'z', 'f']) {
      const { value, ...rest } = Object.getOwnPropertyDescriptor(sandbox, key);
      print(key, typeof value, JSON.stringify(rest));
    }
    print(sandbox.kept, typeof sandbox.replaced);
    print(vm.runInContext('function f() { return "again" } f()', sandbox));
  )js",
               R"(x number {"writable":true,"enumerable":true,"configurable":true}
y number {"writable":true,"enumerable":true,"configurable":true}
z number {"writable":true,"enumerable":true,"configurable":true}
f function {"writable":true,"enumerable":true,"configurable":true}
1 function
again
)");
}

TEST_F(VmBehaviour, B09_LexicalDeclarationsStayInTheContext) {
  expectPrints(R"js(
    const sandbox = vm.createContext({ shadowed: 'sandbox' });
    vm.runInContext('let a = 1; const b = 2; class C {} let shadowed = "let"', sandbox);
    print(vm.runInContext('[a, b, typeof C, shadowed, this.shadowed]', sandbox), Object.keys(sandbox));
    print(vm.runInContext('"a" in globalThis', sandbox), sandbox.shadowed);
    print(caught(() => vm.runInContext('let a', sandbox)), '|', caught(() => vm.runInContext('let undefined', sandbox)));
  )js",
               R"(1,2,function,let,sandbox shadowed
false sandbox
SyntaxError: Identifier 'a' has already been declared | SyntaxError: Identifier 'undefined' has already been declared
)");
}

// V8 13.6 refuses `let` after `var`; later ones take it, since the var is a configurable property.
TEST_F(VmBehaviour, B09_LetMayFollowAnAssignment) {
  expectPrints(R"js(
    const sandbox = vm.createContext({});
    vm.runInContext('assigned = "property"; var declared = "var"', sandbox);
    print(vm.runInContext('let assigned = "let"; assigned', sandbox), sandbox.assigned);
    print(caught(() => vm.runInContext('let declared', sandbox)), '|', caught(() => vm.runInContext('var assigned', sandbox)));
  )js",
               R"(let property
SyntaxError: Identifier 'declared' has already been declared | SyntaxError: Identifier 'assigned' has already been declared
)");
}

TEST_F(VmBehaviour, B10_StrictCodeCannotCreateGlobals) {
  expectPrints(R"js(
    const sandbox = vm.createContext({ known: 1 });
    print(caught(() => vm.runInContext('"use strict"; nope = 1', sandbox)), 'nope' in sandbox);
    vm.runInContext('"use strict"; known = 2', sandbox);
    print(sandbox.known, vm.runInContext('typeof nope', sandbox));
  )js",
               R"(ReferenceError: nope is not defined false
2 undefined
)");
}

TEST_F(VmBehaviour, B11_ReadOnlyPropertiesStay) {
  expectPrints(R"js(
    const sandbox = vm.createContext(Object.defineProperty({}, 'x', { value: 1 }));
    print(vm.runInContext('x = 2; x', sandbox));
    vm.runInContext('Object.defineProperty(this, "inner", { value: 1 })', sandbox);
    print(caught(() => vm.runInContext('"use strict"; inner = 2', sandbox)));
    const frozen = vm.createContext(Object.freeze({ a: 1 }));
    print(vm.runInContext('a = 2; a', frozen), frozen.a, Object.keys(frozen));
    print(caught(() => vm.runInContext('"use strict"; a = 2', frozen)));
    print(vm.runInContext('b = 2', frozen), 'b' in frozen);
  )js",
               R"(1
TypeError: Cannot assign to read only property 'inner' of object '[object Object]'
1 1 a
TypeError: Cannot redefine property: a
2 false
)");
}

TEST_F(VmBehaviour, B12_AccessorsOfTheSandboxAreCalledOnIt) {
  expectPrints(R"js(
    const sandbox = {
      get receiver() { return this === sandbox },
      set stored(value) { this.value = [this === sandbox, value] },
      set throwing(value) { throw new RangeError('set ' + value) },
      get only() { return 'get' },
    };
    vm.createContext(sandbox);
    print(vm.runInContext('receiver', sandbox));
    vm.runInContext('stored = 1', sandbox);
    print(sandbox.value, caught(() => vm.runInContext('throwing = 2', sandbox)));
    print(vm.runInContext('only = 3; only', sandbox));
    Object.defineProperty(sandbox, 'nonWritable', { value: 1 });
    const global = vm.runInContext('this', sandbox);
    global.outside = 4;
    print(sandbox.outside, global.receiver, caught(() => { 'use strict'; global.nonWritable = 2 }));
  )js",
               R"(true
true,1 RangeError: set 2
get
4 true TypeError: Cannot redefine property: nonWritable
)");
}

TEST_F(VmBehaviour, B12_ExceptionsOfGettersPropagate) {
  expectPrints(R"js(
    const sandbox = vm.createContext({ get throwing() { throw new RangeError('get') } });
    print(caught(() => vm.runInContext('throwing', sandbox)), '|', caught(() => vm.runInContext('this.throwing', sandbox)));
  )js",
               R"(RangeError: get | RangeError: get
)",
               Agreement::OursOnly);
}

TEST_F(VmBehaviour, B13_DeleteRemovesFromTheSandbox) {
  expectPrints(R"js(
    const sandbox = vm.createContext(Object.defineProperty({ a: 1 }, 'b', { value: 2 }));
    print(vm.runInContext('delete a', sandbox), 'a' in sandbox, vm.runInContext('"a" in this', sandbox));
    print(vm.runInContext('Object.getOwnPropertyDescriptor(this, "a")', sandbox), vm.runInContext('typeof a', sandbox));
    print(vm.runInContext('delete b', sandbox), sandbox.b, vm.runInContext('delete unknown', sandbox));
    print(vm.runInContext('delete this.Math', sandbox), vm.runInContext('typeof Math', sandbox));
  )js",
               R"(true false false
undefined undefined
false 2 true
true undefined
)");
}

TEST_F(VmBehaviour, B13_StrictDeleteOfWhatStaysThrows) {
  expectPrints(R"js(
    const sandbox = vm.createContext(Object.defineProperty({}, 'b', { value: 2 }));
    print(caught(() => vm.runInContext('"use strict"; delete this.b', sandbox)), sandbox.b);
  )js",
               R"(TypeError: Cannot delete property 'b' of #<Object> 2
)",
               Agreement::OursOnly);
}

}  // namespace
}  // namespace vmscope
