#include "tests/engine/vm/VmFixture.h"

namespace vmscope {
namespace {

using test::Agreement;
using VmBehaviour = test::VmTest;

TEST_F(VmBehaviour, B41_CompileFunctionChecksItsArguments) {
  expectPrints(R"js(
    for (const code of [undefined, 1, null]) print(caught(() => vm.compileFunction(code)));
    for (const params of [null, 'a', {}, ['a', 1]]) print(caught(() => vm.compileFunction('', params)));
    for (const options of [null, 'x', { parsingContext: {} }, { parsingContext: null }, { parsingContext: 1 }, { contextExtensions: {} }, { contextExtensions: [1] }, { cachedData: 1 }, { produceCachedData: 1 }, { filename: 1 }, { lineOffset: '1' }])
      print(caught(() => vm.compileFunction('', [], options)));
  )js",
               R"(TypeError ERR_INVALID_ARG_TYPE: The "code" argument must be of type string. Received undefined
TypeError ERR_INVALID_ARG_TYPE: The "code" argument must be of type string. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "code" argument must be of type string. Received null
TypeError ERR_INVALID_ARG_TYPE: The "params" argument must be an instance of Array. Received null
TypeError ERR_INVALID_ARG_TYPE: The "params" argument must be an instance of Array. Received type string ('a')
TypeError ERR_INVALID_ARG_TYPE: The "params" argument must be an instance of Array. Received an instance of Object
TypeError ERR_INVALID_ARG_TYPE: The "params[1]" argument must be of type string. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options" argument must be of type object. Received null
TypeError ERR_INVALID_ARG_TYPE: The "options" argument must be of type object. Received type string ('x')
TypeError ERR_INVALID_ARG_TYPE: The "options.parsingContext" property must be an instance of Context. Received an instance of Object
TypeError ERR_INVALID_ARG_TYPE: The "options.parsingContext" property must be an instance of Context. Received null
TypeError ERR_INVALID_ARG_TYPE: The "options.parsingContext" property must be an instance of Context. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.contextExtensions" property must be an instance of Array. Received an instance of Object
TypeError ERR_INVALID_ARG_TYPE: The "options.contextExtensions[0]" property must be of type object. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.cachedData" property must be an instance of Buffer, TypedArray, or DataView. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.produceCachedData" property must be of type boolean. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.filename" property must be of type string. Received type number (1)
TypeError ERR_INVALID_ARG_TYPE: The "options.lineOffset" property must be of type number. Received type string ('1')
)");
}

TEST_F(VmBehaviour, B42_CompileFunctionMakesAnAnonymousFunction) {
  expectPrints(R"js(
    const add = vm.compileFunction('return a + b', ['a', 'b']);
    print(add(1, 2), add.length, JSON.stringify(add.name), JSON.stringify(String(vm.compileFunction('x', ['a', 'b']))));
    print(caught(() => vm.compileFunction('}); (function() {')), '|', Object.keys(add));
    const context = vm.createContext({ seen: 'inside' });
    const inner = vm.compileFunction('return [seen, []]', [], { parsingContext: context });
    print(inner()[0], inner()[1] instanceof Array, inner instanceof vm.runInContext('Function', context));
    const extension = { live: 1 };
    const extended = vm.compileFunction('live += 1; return live', [], { contextExtensions: [extension] });
    print(extended(), extended(), extension.live);
    const cached = vm.compileFunction('return 1', [], { produceCachedData: true });
    print(cached.cachedDataProduced, vm.compileFunction('return 1', [], { cachedData: cached.cachedData }).cachedDataRejected);
    const frame = (options) => { try { vm.compileFunction('throw new Error()', [], options)() } catch (error) { return error.stack.split('\n')[1].trim() } };
    print(frame(), frame({ filename: 'f.js', lineOffset: 4, columnOffset: 10 }));
  )js",
               R"(3 2 "" "function (a, b) {\nx\n}"
SyntaxError: Unexpected token '}' | 
inside false true
2 3 3
true false
at <anonymous>:1:7 at f.js:5:17
)");
}

TEST_F(VmBehaviour, B41_WhatMakesNodeDieThrows) {
  expectPrints(
      R"js(
    print(caught(() => vm.compileFunction('', [], { contextExtensions: [null] })));
    print(caught(() => vm.compileFunction('', ['fine', 'not fine'])), '|', caught(() => vm.compileFunction('', ['a, b'])));
    print(caught(() => vm.compileFunction('', [''])), '|', typeof vm.compileFunction('', ['a', 'a']));
  )js",
      R"(TypeError ERR_INVALID_ARG_TYPE: The "options.contextExtensions[0]" property must be of type object. Received null
SyntaxError: Invalid parameter name 'not fine' at params[1] | SyntaxError: Invalid parameter name 'a, b' at params[0]
SyntaxError: Invalid parameter name '' at params[0] | function
)",
      Agreement::OursOnly);
}

TEST_F(VmBehaviour, B43_ImportInAFunctionAsksItsCallback) {
  expectPrints(R"js(
    const load = vm.compileFunction('return import("x", { with: { type: "json" } })', [], {
      importModuleDynamically(...values) {
        print(values.length, values[0], values[1] === load, JSON.stringify(values[2]), values[3]);
        throw new RangeError('mine');
      },
    });
    load().catch((error) => print(error.message)).then(() => vm.compileFunction('return import("x")')())
      .catch((error) => print(error.code, error.message));
  )js",
               R"(4 x true {"type":"json"} evaluation
mine
ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING A dynamic import callback was not specified.
)");
}

TEST_F(VmBehaviour, B60_MeasureMemoryChecksItsOptions) {
  expectPrints(R"js(
    for (const options of [null, 'x', { mode: 'x' }, { mode: 1 }, { execution: 'x' }]) print(caught(() => vm.measureMemory(options)));
  )js",
               R"(TypeError ERR_INVALID_ARG_TYPE: The "options" argument must be of type object. Received null
TypeError ERR_INVALID_ARG_TYPE: The "options" argument must be of type object. Received type string ('x')
TypeError ERR_INVALID_ARG_VALUE: The property 'options.mode' must be one of: 'summary', 'detailed'. Received 'x'
TypeError ERR_INVALID_ARG_VALUE: The property 'options.mode' must be one of: 'summary', 'detailed'. Received 1
TypeError ERR_INVALID_ARG_VALUE: The property 'options.execution' must be one of: 'default', 'eager'. Received 'x'
)");
}

TEST_F(VmBehaviour, B60_MeasureMemoryTellsOfEachContext) {
  waitsForPrint(3);
  EXPECT_EQ(printed(R"js(
    globalThis.contexts = [vm.createContext(), vm.createContext()];
    const isMeasure = ({ jsMemoryEstimate, jsMemoryRange: [low, high] }) => jsMemoryEstimate > 0 && low <= jsMemoryEstimate && jsMemoryEstimate <= high;
    const measured = vm.measureMemory({ mode: 'detailed', execution: 'eager' });
    print(measured instanceof Promise);
    measured.then(({ total, current, other }) => {
      print(isMeasure(total), isMeasure(current), other.length, other.every(isMeasure));
      return vm.measureMemory({ execution: 'eager' });
    }).then((summary) => print('other' in summary, isMeasure(summary.total)));
  )js"),
            "true\ntrue true 2 true\nfalse true\n");
}

}  // namespace
}  // namespace vmscope
