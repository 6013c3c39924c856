const util = require('node:util');
const assert = require('assert');
console.log(util.types.isProxy(new Proxy({}, {})), util.types.isMap(new Map()), util.types.isPromise({}), util.types === require('util/types'));
console.log(util.isDeepStrictEqual({ a: [1, new Map([[1, 2]])] }, { a: [1, new Map([[1, 2]])] }), util.isDeepStrictEqual([1], ['1']));
function old(a, callback) { callback(null, a * 2, 'ignored'); }
util.promisify(old)(21).then((value) => console.log('promisified', value));
util.promisify((callback) => callback(new Error('failed')))().catch((error) => console.log(error.message));
util.callbackify(async (a) => a + 1)(1, (error, value) => console.log('callbackified', error, value));
util.callbackify(async () => { throw null; })((error) => console.log(error.code, error.message));
function Base() {} function Sub() {} util.inherits(Sub, Base);
console.log(new Sub() instanceof Base, Sub.super_ === Base);
console.log(util.stripVTControlCharacters('\u001b[31mred\u001b[0m'), util.styleText('red', 'red') === '\u001b[31mred\u001b[39m');
console.log(util.formatWithOptions({ compact: false }, '%O', { a: 1 }));
console.log(util.deprecate((a) => a, 'old')(4), typeof util.debuglog('x'), util.debuglog('x').enabled);
for (const wrong of [() => util.promisify(1), () => util.inherits(1, 2), () => util.callbackify(), () => util.formatWithOptions(1)]) {
  try { wrong(); } catch (error) { console.log(error.code, error.message); }
}
console.log(Object.keys(util.inspect.defaultOptions).join(), util.inspect.defaultOptions.depth);
util.inspect.defaultOptions.depth;
util.inspect.defaultOptions = { depth: 0 };
console.log({ a: { b: 1 } });
