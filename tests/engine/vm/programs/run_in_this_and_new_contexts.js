// runInThisContext sees globals but no local names; runInNewContext makes a sandbox on the way.
const vm = require('node:vm');

let nearby = 'as it was';
const byVm = vm.runInThisContext('nearby = "changed by vm"; typeof nearby');
console.log('vm:', byVm, '| nearby:', nearby, '| global:', globalThis.nearby);
const byEval = eval('nearby = "changed by eval"');
console.log('eval:', byEval, '| nearby:', nearby);
vm.runInThisContext('function declared() { return this === globalThis }; var made = 5; const kept = 6;');
console.log(declared(), made, globalThis.made, typeof globalThis.kept, vm.runInThisContext('kept'));

const farm = { hens: 2, egg: null };
console.log(vm.runInNewContext('hens += 1; egg = "white"', farm), farm);
console.log(vm.runInNewContext('typeof hens'), vm.runInNewContext('[1, 2]') instanceof Array);
const again = {};
vm.runInNewContext('first = 1', again);
vm.runInNewContext('second = first + 1', again);
console.log(again, vm.isContext(again));
console.log(vm.runInNewContext('new Error("from inside")', {}, 'inside.js').stack.split('\n')[1].trim());
for (const run of [
  () => vm.runInNewContext('a', 'not an object'),
  () => vm.runInContext('1', {}),
  () => vm.runInContext('1'),
  () => vm.runInThisContext('1', { timeout: 0 }),
  () => vm.runInThisContext('1', { timeout: 'soon' }),
  () => vm.runInThisContext('1', { displayErrors: 1 }),
  () => vm.runInNewContext('1', {}, { contextName: 5 }),
  () => vm.runInNewContext('1', {}, { contextCodeGeneration: { strings: 'no' } }),
  () => vm.runInNewContext('1', {}, { microtaskMode: 'never' }),
  () => vm.createContext({}, { origin: 7 }),
  () => vm.createContext({}, 5),
  () => new vm.Script('1').runInContext(globalThis, null),
]) {
  try {
    console.log(run());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
