// Random operations, from inside and from outside, on sandboxes of many kinds: prints what each gives or throws.
// The first argument is how many programs, the second the first seed.
const vm = require('node:vm');
const symbol = Symbol('key');
const known = [
  'a', 'b', 'c', 'd', '0', '1', '2', 'toString', 'constructor', symbol, Symbol.iterator, Symbol.toStringTag, 'last',
  'stored'
];

let state = 0;
function pick(below) {
  state = (state + 0x6D2B79F5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
}
const one = (choices) => choices[pick(choices.length)];
const flag = () => pick(2) === 0;

function show(value) {
  try {
    if (typeof value === 'function') return `function ${value.name}`;
    if (typeof value === 'symbol') return String(value);
    if (Object(value) !== value) return Object.is(value, -0) ? '-0' : `${typeof value} ${value}`;
    return Object.prototype.toString.call(value);
  } catch (error) {
    return `cannot be shown: ${error.name}`;
  }
}
const descriptor = (found) =>
    (found === undefined ? 'none' : Object.keys(found).map((key) => `${key}: ${show(found[key])}`).join());
function attempt(call) {
  try {
    return show(call());
  } catch (error) {
    return `thrown ${Object(error) === error ? `${error.name}: ${error.message}` : String(error)}`;
  }
}

const kSandboxes = [
  () => ({a: 1}),
  () => Object.assign(Object.create({b: 2, get c() { return this.a; }, set d(value) { this.stored = value; }}), {a: 1}),
  () => [1, 2, 3],
  () => new (class A {
    #hidden = 1;
    a = 1;
    get b() { return 5; }
    static s = 2;
  })(),
  () => ({a: 1, b: {}, isFrozen: true}),
  () => ({a: 1, get b() { return 2; }, isSealed: true}),
  () => new Map(),
  () => new Date(0),
  () => new Error('m'),
  () => new Uint8Array(3),
  () => new String('xy'),
  () => Object.assign(Object.create(null), {a: 1}),
  () => (function() { return arguments; })(1, 2),
  () => vm.createContext({inner: 1}),
  () => vm.createContext(vm.constants.DONT_CONTEXTIFY),
];
const key = () => one([
  '\'a\'', '\'b\'', '\'c\'', 'symbol', '0', '1', '\'2\'', '\'__proto__\'', '\'constructor\'', '\'toString\'',
  'Symbol.iterator', 'Symbol.toStringTag'
]);
const name = () => one(['a', 'b', 'c', 'd']);
const kValues = [
  '1', '"s"', 'undefined', 'null', 'symbol', '[1, 2]', '({ x: 1 })', '() => 1',
  'function() { return this === globalThis }', 'class { static s = 1 }', '10n', '-0', 'NaN', 'new Map([[1, 2]])',
  'new Proxy({}, {})'
];
const value = () => one([...kValues, 'this']);
const flags = () => `configurable: ${flag()}, enumerable: ${flag()}`;

const kInside = [
  () => `this[${key()}] = ${value()}`,
  () => `${name()} = ${value()}`,
  () => `var ${name()} = ${value()}; typeof ${name()}`,
  () => `delete this[${key()}]`,
  () => `delete ${name()}`,
  () => `Reflect.defineProperty(this, ${key()}, { value: ${value()}, writable: ${flag()}, ${flags()} })`,
  () => `Reflect.defineProperty(this, ${key()}, { get() { return ${pick(9)} }, ${flags()} })`,
  () => `descriptor(Reflect.getOwnPropertyDescriptor(this, ${key()}))`,
  () => `Reflect.has(this, ${key()})`,
  () => `Reflect.get(this, ${key()})`,
  () => `Reflect.set(this, ${key()}, ${value()})`,
  () => `Reflect.deleteProperty(this, ${key()})`,
  () => `Object.hasOwn(this, ${key()})`,
  () => 'Reflect.ownKeys(this).filter((each) => known.includes(each)).map(String).join()',
  () => 'Object.entries(this).filter(([each]) => known.includes(each)).length',
  () => `'use strict'; ${name()} = ${value()}; typeof ${name()}`,
  () => `'use strict'; this[${key()}] = ${value()}; 1`,
  () => '(function() { \'use strict\'; return typeof this })()',
  () => '(function() { return this === globalThis })()',
  () => `class L${pick(3)} { static f = typeof ${name()}; #p = ${value()}; get() { return this.#p } }; 'class'`,
  () => `let l${pick(3)} = ${value()}; typeof l${pick(3)}`,
  () => `typeof l${pick(3)} + typeof L${pick(3)}`,
  () => '[...(function*() { for (const each of [\'a\', \'b\']) yield typeof this[each] }).call(this)].join()',
  () => `function ${name()}() { return 1 }; typeof ${name()}`,
  () => `eval('var ${name()} = 1; typeof ${name()}')`,
  () => `(0, eval)('"use strict"; var ${name()} = 2; typeof ${name()}')`,
  () => `new Function('${name()} = 3; return typeof ${name()}')()`,
  () => `with (this) { ${name()} = 4 } typeof ${name()}`,
  () => `for (var ${name()} of [1, 2]); typeof ${name()}`,
  () => `({ ${name()}, ...rest } = { a: 1, b: 2, c: 3, d: 4 }); typeof rest`,
  () => `${name()} ??= ${value()}; typeof ${name()}`,
  () => `${name()} &&= ${value()}; typeof ${name()}`,
  () => `typeof ${name()}++`,
  () => `globalThis.${name()} === ${name()}`,
  () => 'Object.isFrozen(this) + \',\' + Object.isExtensible(this)',
  () => 'Object.prototype.toString.call(this)',
  () => `Object.assign(this, { ${name()}: ${value()} }); 1`,
  () => `this.__defineSetter__('${name()}', function(value) { this.last = value }); ${name()} = 7; typeof last`,
];
const kOutside = [
  () => `context[${key()}] = ${one(kValues)}`,
  () => `delete context[${key()}]`,
  () => `global[${key()}] = ${pick(9)}`,
  () => `delete global[${key()}]`,
  () => `Reflect.defineProperty(context, ${key()}, { value: ${pick(9)}, writable: ${flag()}, enumerable: ${
      flag()}, configurable: true })`,
  () => `Reflect.defineProperty(context, ${key()}, { get() { return ${
      pick(9)} }, set(value) { this.stored = value }, configurable: true })`,
  () => `descriptor(Reflect.getOwnPropertyDescriptor(global, ${key()}))`,
  () => `${key()} in global`,
  () => 'Object.keys(global).filter((each) => known.includes(each)).join()',
  () => 'Reflect.ownKeys(context).filter((each) => known.includes(each)).map(String).join()',
  () => 'vm.isContext(global) + \',\' + vm.isContext(context)',
  () => 'Reflect.setPrototypeOf(context, { b: \'prototype\' })',
  () => 'Object.preventExtensions(context) === context',
];

function runProgram(seed) {
  state = seed;
  console.log('==', seed);
  const given = Object.assign(one(kSandboxes)(), {symbol, known, descriptor});
  if (given.isFrozen) Object.freeze(given);
  if (given.isSealed) Object.seal(given);
  const context = vm.createContext(given, pick(4) === 0 ? {microtaskMode: 'afterEvaluate'} : {});
  const global = vm.runInContext('this', context);
  for (let steps = 5 + pick(12); steps > 0; --steps) {
    const isInside = pick(4) > 0;
    const code = one(isInside ? kInside : kOutside)();
    const run = isInside ?
        () => vm.runInContext(code, context) :
        vm.compileFunction(`return ${code}`, ['vm', 'context', 'global', 'symbol', 'known', 'descriptor']);
    console.log(code, '→', attempt(() => run(vm, context, global, symbol, known, descriptor)));
  }
}

const [count = 150, first = 1] = process.argv.slice(2).map(Number);
for (let seed = first; seed < first + count; ++seed) runProgram(seed);
