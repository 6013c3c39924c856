// Each case prints as a numbered line, by util.inspect, in our engine and in Node; the test compares them.
const util = require('util');

class Plain { constructor() { this.x = 1; } }
class Derived extends Plain { get tag() { return 'derived'; } static make() {} }
class Tagged { get [Symbol.toStringTag]() { return 'Custom'; } }
class Empty {}
class Numbers extends Array {}
class Table extends Map {}
class Failure extends TypeError { constructor(message) { super(message); this.name = 'Failure'; this.code = 'E_FAIL'; } }
class Shown { [util.inspect.custom](depth, options, inspect) { return `shown ${depth} ${typeof options.stylize} ${inspect === util.inspect}\nsecond line`; } }
class Swapped { [util.inspect.custom]() { return { swapped: true }; } }
const bare = (error) => { error.stack = error.stack.split('\n')[0]; return error; };
const cyclic = { name: 'ring' }; cyclic.self = cyclic; cyclic.list = [cyclic, { back: cyclic }];
const twoRings = { a: {}, b: {} }; twoRings.a.self = twoRings.a; twoRings.b.self = twoRings.b; twoRings.top = twoRings;
const deep = { a: { b: { c: { d: { e: 1 } } } } };
const sym = Symbol('key');
const named = (name) => Object.defineProperty(function() {}, 'name', { value: name });
const sparse = [1, , 3]; sparse[10] = 'ten'; sparse.extra = true;
const accessors = { get a() { return 1; }, set b(v) {}, get c() { return { inner: 1 }; }, set c(v) {}, get d() { throw bare(new RangeError('no')); } };
const iterated = new Map([['a', 1], [{ k: 1 }, new Set([1])]]);
const withProps = (value, props = { extra: 1 }) => Object.assign(value, props);
const nullProto = (object) => Object.setPrototypeOf(object, null);

const values = {
  // primitives
  p1: 1, p2: -0, p3: 1.5, p4: NaN, p5: -Infinity, p6: 10n, p7: true, p8: null, p9: undefined, p10: 'text', p11: '', p12: "it's",
  p13: 'say "it\'s"', p14: '`${all}` "\'', p15: 'tab\tnew\nline\\', p16: '\u0000\u001b\u007f\u0085', p17: '\ud83d lone', p18: '😀 pair', p19: Symbol('s'),
  p20: Symbol(), p21: Symbol('with \n newline'), p22: 1e21, p23: 123456789.123, p24: 2 ** 53, p25: 'é', p26: -1n, p27: Symbol.iterator,
  // boxed
  b1: new Number(3), b2: new String('abc'), b3: new Boolean(false), b4: Object(7n), b5: Object(Symbol('boxed')), b6: withProps(new String('ab')), b7: withProps(new Number(-0)),
  b8: nullProto(new Number(4)), b9: new (class Mine extends String {})('mine'),
  // objects
  o1: {}, o2: { a: 1 }, o3: { a: 1, b: 'two', c: [3] }, o4: { 'needs quotes': 1, valid_1: 2, 3: 4, 'a-b': 5, __proto__: { hidden: 1 } }, o5: { [sym]: 1, [Symbol('')]: 2, [Symbol()]: 3 },
  o6: Object.create(null), o7: nullProto({ a: 1 }), o8: Object.create({ inherited: 1 }), o9: Object.create(Object.create(null)), o10: Object.create(Object.create(null), { x: { value: 1, enumerable: true } }),
  o11: new Plain(), o12: new Derived(), o13: new Tagged(), o14: new Empty(), o15: { constructor: 'not a function' }, o16: { constructor: { name: 'Fake' } },
  o17: Object.defineProperty({}, 'hidden', { value: 1 }), o18: { ['__proto__']: 1 }, o19: { undefinedValue: undefined, nullValue: null },
  o20: Object.create(Plain.prototype), o21: Object.create(Derived.prototype), o22: Plain.prototype, o23: Derived.prototype, o24: { [Symbol.toStringTag]: 'Own' },
  o25: Object.defineProperty({ a: 1 }, Symbol.toStringTag, { value: 'HiddenOwn' }), o26: new (class extends Plain {})(), o27: new (class Object {})(), o28: { "a'b": 1, 'a"b\'': 2, 'new\nline': 3 },
  // depth, cycles
  d1: deep, d2: [[[[[1]]]]], d3: { a: [{ b: [{ c: 1 }] }] }, d4: cyclic, d5: twoRings, d6: new Map([['m', new Map([['n', new Map([['o', new Map([['p', 1]])]])]])]]), d7: { f: { g: { h() {}, i: new Empty(), j: [], k: {} } } },
  d8: { x: { y: { date: new Date(0), re: /x/g, err: bare(new Error('deep')), fn() {}, set: new Set([1]), ta: new Uint8Array(2), prom: Promise.resolve(1), nul: Object.create(null), p: new Plain() } } },
  // arrays
  a1: [], a2: [1, 2, 3], a3: ['a', 'b'], a4: sparse, a5: [, ,], a6: [undefined, , null], a7: new Array(5), a8: new Numbers(1, 2, 3), a9: new Numbers(), a10: withProps([1], { key: 'v', [sym]: 2 }),
  a11: Array.from({ length: 7 }, (_, i) => i), a12: Array.from({ length: 30 }, (_, i) => i), a13: Array.from({ length: 120 }, (_, i) => i), a14: Array.from({ length: 27 }, (_, i) => `item ${i}`),
  a15: Array.from({ length: 101 }, (_, i) => 'x'.repeat(i % 13)), a16: Array.from({ length: 10 }, (_, i) => ({ id: i })), a17: Array.from({ length: 8 }, (_, i) => [i, i * 2]), a18: Array.from({ length: 9 }, () => 'a long entry that takes much space'),
  a19: Array.from({ length: 50 }, (_, i) => i * 1000.5), a20: Array.from({ length: 12 }, (_, i) => (i % 2 ? i : `${i}`)), a21: Array.from({ length: 20 }, (_, i) => BigInt(i) ** 5n), a22: nullProto([1, 2]), a23: [[], {}, [[]], [{}]],
  a24: Array.from({ length: 7 }, () => null), a25: Array.from({ length: 15 }, () => true), a26: ['日本語', '한국어', '中文', 'e', 'ff', 'ggg', 'hhhh', '日本'], a27: Array.from({ length: 8 }, (_, i) => Symbol(`s${i}`)),
  a28: [1.5, -2, 3, 4, 5, 6, -7.25], a29: [, 1, 2, 3, 4, 5, 6, , , 9], a30: Object.assign(Array.from({ length: 8 }, (_, i) => i), { more: { than: { this: { and: 1 } } } }), a31: Array.from({ length: 7 }, (_, i) => 'ab'.repeat(i * 4)),
  a32: Array(200).fill(0), a33: [['a', 1], ['b', 2]], a34: Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i)),
  // lines
  l1: { first: 'a'.repeat(30), second: 'b'.repeat(30) }, l2: { first: 'a'.repeat(40), second: 'b'.repeat(40) }, l3: { text: 'word '.repeat(30) }, l4: { text: 'line one\nline two\nline three' }, l5: ['short', 'line one\nline two'],
  l6: 'line one\nline two', l7: { a: { b: 'x'.repeat(60) }, c: 1 }, l8: { a: 1, b: { c: 2, d: { e: 3 } } }, l9: { a: { b: { c: {} } } }, l10: { level: { a: 1, b: 2, c: 3, d: { e: 4, f: 5 } }, other: [1, 2, { g: 6 }] },
  l11: Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`key${i}`, i])), l12: { 'a': 'x'.repeat(76) }, l13: { 'ab': 'x'.repeat(61) }, l14: 'x'.repeat(10001), l15: { long: 'y'.repeat(10010) }, l16: { fn: function longFunctionNameForTheTest() {}, value: 12345678901234567890n, other: 'quite long text here' },
  l17: { one: 1, two: 22, three: 333, four: 4444, five: 55555, six: 666666, seven: 7777777, eight: 88888888 }, l18: { a: [1, 2, [3, 4, [5, [6]]]], b: 'text' },
  // functions
  f1: function() {}, f2: function named() {}, f3: () => {}, f4: async () => {}, f5: function* gen() {}, f6: async function* agen() {}, f7: class {}, f8: class A {}, f9: class B extends Plain {}, f10: withProps(function propped() {}), f11: nullProto(function bare() {}),
  f12: Math.max, f13: named('spaced name'), f14: (() => {}).bind(null), f15: class extends null {}, f16: Object.assign(class C {}, { statics: 1 }), f17: new Function('a', 'return a'), f18: { method() {}, get x() { return 1; }, arrow: () => {}, async am() {}, *g() {} }, f19: Symbol, f20: Proxy,
  f21: nullProto(class D {}), f22: class E { static name = 'Renamed'; }, f23: Object.setPrototypeOf(function odd() {}, Plain.prototype), f24: class F { static [Symbol.toStringTag] = 'T'; }, f25: Derived,
  // built-in kinds
  k1: new Date(0), k2: new Date(NaN), k3: withProps(new Date(5)), k4: /a\/b/gimsuy, k5: withProps(/x/), k6: new RegExp('', 'g'), k7: new (class Re extends RegExp {})('z', 'i'), k8: nullProto(/null/), k9: new (class Day extends Date {})(0),
  k10: new Map(), k11: iterated, k12: new Set(), k13: new Set([1, 'two', { three: 3 }]), k14: withProps(new Map([[1, 2]])), k15: new Table([['k', 'v']]), k16: nullProto(new Map([[1, 2]])), k17: new WeakMap(), k18: new WeakSet(), k19: iterated.keys(), k20: iterated.values(), k21: iterated.entries(), k22: iterated[Symbol.iterator](),
  k23: new Set([1, 2]).values(), k24: new Set([1, 2]).entries(), k25: [1, 2][Symbol.iterator](), k26: 'ab'[Symbol.iterator](), k27: (function* g() { yield 1; })(), k28: 'aXbX'.matchAll(/X/g), k29: new Map(Array.from({ length: 110 }, (_, i) => [i, i])), k30: new Set(Array.from({ length: 110 }, (_, i) => i)),
  k31: Promise.resolve(4), k32: new Promise(() => {}), k33: (() => { const p = Promise.reject(bare(new Error('r'))); p.catch(() => {}); return p; })(), k34: withProps(Promise.resolve({ a: { b: 1 } })), k35: new WeakRef({}), k36: (function() { return arguments; })(1, 'a'), k37: Math, k38: JSON, k39: Reflect, k42: Atomics,
  k43: new ArrayBuffer(4), k44: new Uint8Array([1, 2, 3]), k45: new Float64Array([1.5, -0]), k46: new BigInt64Array(2), k47: new DataView(new ArrayBuffer(3), 1), k48: new SharedArrayBuffer(2), k49: new Uint8Array(150), k50: withProps(new Uint8Array(1)), k51: new ArrayBuffer(60), k52: nullProto(new Uint8Array(2)), k53: new (class Bytes extends Uint8Array {})(2), k54: new Uint8ClampedArray(1), k55: new Int16Array(0),
  k56: new Intl.NumberFormat('en'), k57: new AggregateError([1, 2], 'many').errors, k58: new FinalizationRegistry(() => {}), k59: Object(1n),
  // proxies
  x1: new Proxy({ a: 1 }, {}), x2: new Proxy([1, 2], {}), x3: new Proxy(function f() {}, {}), x4: (() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })(), x5: { p: new Proxy(new Map([[1, 2]]), {}) }, x6: new Proxy(new Plain(), { get() { throw new Error('trap'); } }),
  // accessors
  g1: accessors, g2: { get only() { return 1; } }, g3: { set only(v) {} }, g4: [accessors], g5: Object.defineProperty([], 0, { get() { return 1; }, enumerable: true }), g6: class { static get s() { return 1; } },
  // errors
  e1: bare(new Error('plain')), e2: bare(new Failure('custom')), e3: bare(new Error('with cause', { cause: bare(new Error('inner')) })), e4: bare(new Error('with text', { cause: 'text' })), e5: bare(withProps(new Error('props'), { code: 'X', detail: { a: [1] } })), e6: bare(new AggregateError([bare(new Error('one')), 2], 'both')), e7: bare(new Error('')), e8: bare(new Error('multi\nline')),
  e9: Object.assign(new Error('no stack'), { stack: undefined }), e10: Object.assign(new Error('odd stack'), { stack: 'only this' }), e11: Object.assign(new Error('number stack'), { stack: 5 }), e12: (() => { const e = bare(new Error('renamed')); e.name = 'Other'; return e; })(), e13: (() => { const e = new TypeError('stack kept'); e.stack = 'TypeError: stack kept\n    at somewhere (file.js:1:2)\n    at else (file.js:3:4)'; return e; })(),
  e14: (() => { const e = new RangeError('m'); e.stack = 'RangeError: m\n    at f (x.js:1:1)'; e.code = 1; return { nested: e }; })(), e15: bare(nullProto(new Error('null proto'))), e16: bare(new (class Special extends Error {})('sub')), e17: bare(Object.assign(new Error('m'), { message: 'changed' })), e18: { error: bare(new Error('inside')) }, e19: [bare(new SyntaxError('in list'))],
  e20: bare(new (class MyError extends Error { get name() { return 'FromGetter'; } })('got')), e21: (() => { const e = new Error('outer'); e.stack = 'Error: outer\n    at a (f.js:1:1)\n    at b (f.js:2:1)\n    at c (f.js:3:1)\n    at d (f.js:4:1)\n    at e (f.js:5:1)'; e.cause = new Error('inner'); e.cause.stack = 'Error: inner\n    at z (f.js:9:9)\n    at b (f.js:2:1)\n    at c (f.js:3:1)\n    at d (f.js:4:1)\n    at e (f.js:5:1)'; return e; })(),
  e22: Object.create(Error.prototype), e23: bare(Object.assign(new Error('symbols'), { [sym]: 1 })), e24: Object.defineProperty(bare(new Error('x')), 'message', { value: 'enumerable', enumerable: true }),
  // custom inspection
  c1: new Shown(), c2: { nested: new Shown() }, c3: [new Swapped()], c4: { a: { b: { c: new Shown() } } }, c5: { inspect() { return 'old way'; } }, c6: { [util.inspect.custom]: 'not a function', a: 1 }, c7: { [util.inspect.custom]() { return 42; } }, c8: { [util.inspect.custom]() { return this; }, kept: 1 }, c9: new Proxy(new Shown(), {}), c10: Shown.prototype,
};

const optionSets = {
  plain: {}, hidden: { showHidden: true }, flat: { depth: 0 }, all: { depth: Infinity }, none: { depth: null }, narrow: { breakLength: 40 }, wide: { breakLength: Infinity }, loose: { compact: false }, tight: { compact: true },
  one: { compact: 1 }, proxy: { showProxy: true }, few: { maxArrayLength: 2, maxStringLength: 5 }, zero: { maxArrayLength: 1 }, sorted: { sorted: true }, getters: { getters: true }, get: { getters: 'get' }, set: { getters: 'set' }, separated: { numericSeparator: true }, colors: { colors: true }, raw: { customInspect: false }, tightNarrow: { compact: true, breakLength: 20 },
};

for (const [set, options] of Object.entries(optionSets)) {
  for (const [name, value] of Object.entries(values)) {
    let text;
    try {
      text = util.inspect(value, options);
    } catch (error) {
      text = `threw ${error}`;
    }
    process.stdout.write(`${set} ${name}: ${text}\n`);
  }
}

const formats = [
  ['%s', 'a'], ['%s %s', 'a'], ['%s', 1, 2], ['%d', '42'], ['%d', 5n], ['%d', {}], ['%i', 42.9], ['%i', '12px'], ['%i', 7n], ['%f', '1.5x'], ['%f', Symbol('x')], ['%j', { a: [1] }], ['%j', cyclic], ['%j', undefined], ['%o', { f() {}, a: [1, 2] }], ['%O', deep], ['%c styled', 'color: red'],
  ['100%', 1], ['%%', 1], ['%% %s', 'x'], ['%x', 1], ['a', 'b', 1, null], [1, 2, 'x'], [{}, 'x'], ['%s', null], ['%s', undefined], ['%s', Symbol('t')], ['%s', -0], ['%s', 12n], ['%s', { a: { b: 1 } }], ['%s', [1, [2, [3]]]], ['%s', new Plain()], ['%s', new Date(0)], ['%s', bare(new Error('e'))], ['%s', () => 5], ['%s', class Q {}],
  ['%s', { toString() { return 'own'; } }], ['%s', new (class T { toString() { return 'class'; } })()], ['%s', Object.create(null)], ['%s', new (class T2 extends Date {})(0)], ['%d', -0], ['%d', '0x10'], ['%i', -0.5], ['%s%s%s', 1, 2], ['%', 1], ['trailing %', 1], ['%s', '%s', 'x'], ['%d%%', 50], [], [''], ['', 'x'], ['%s', new Proxy({}, {})], ['%s', { [Symbol.toPrimitive]() { return 'prim'; } }], ['%o', [1]], ['%o', function fn() {}],
  ['%j', { toJSON() { return 'json'; } }], ['%d', null], ['%d', undefined], ['%d', true], ['%i', 'x'], ['%s', Infinity], ['%s', 'a', 'b', { c: 1 }], ['%O %o', { a: 1 }, 'text'], ['\n', 'x'], ['%s', new Set([1])], ['%c%s', 'css', 'text'], ['%5d', 3],
];
formats.forEach((values, index) => {
  let text;
  try {
    text = util.format(...values);
  } catch (error) {
    text = `threw ${error}`;
  }
  process.stdout.write(`format ${index}: ${text}\n`);
});
