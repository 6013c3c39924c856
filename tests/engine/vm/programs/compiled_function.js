// A text as the body of a function, with parameters, in a context of choice, under objects as scopes.
const vm = require('node:vm');

const greet = vm.compileFunction('return `${greeting}, ${name}${mark}`', ['greeting', 'name'], { contextExtensions: [{ mark: '!' }] });
console.log(greet('Hello', 'Ada'), greet.length, greet.name === '');
console.log(String(greet), Object.keys(greet));
console.log(greet);

const scope = { level: 1 };
const climb = vm.compileFunction('level += by; return level', ['by'], { contextExtensions: [scope] });
console.log(climb(2), climb(3), scope);

const context = vm.createContext({ origin: 'the context' });
const where = vm.compileFunction('return [origin, arguments.length, this === globalThis, []]', [], { parsingContext: context });
const [origin, count, isGlobal, list] = where(1, 2);
console.log(origin, count, isGlobal, list instanceof Array, Array.isArray(list), where instanceof Function);

const wrapped = vm.compileFunction('exports.answer = require(module.id) + __filename.length', ['exports', 'require', 'module', '__filename', '__dirname'], { filename: '/app/answer.js' });
const module_ = { id: 'forty', exports: {} };
wrapped.call(module_.exports, module_.exports, () => 40, module_, 'xy', '/app');
console.log(module_.exports);

for (const [code, params, options] of [
  ['return }', []], ['});(() => {', []], [1], ['', 'ab'], ['', ['a', 1]], ['', [], 'name.js'],
  ['', [], { parsingContext: {} }], ['', [], { contextExtensions: {} }], ['', [], { contextExtensions: [{}, 'x'] }],
  ['', [], { filename: 1 }], ['', [], { lineOffset: 1.5 }], ['', [], { columnOffset: '1' }], ['', [], { produceCachedData: 1 }], ['', [], { cachedData: [] }],
]) {
  try {
    console.log(vm.compileFunction(code, params, options));
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
try {
  vm.compileFunction('\n  throw new Error("placed")', [], { filename: 'placed.js', lineOffset: 10, columnOffset: 5 })();
} catch (error) {
  console.log(error.stack.split('\n').slice(0, 3).join('\n'));
}
