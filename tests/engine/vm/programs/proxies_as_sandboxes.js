// Sandboxes that record, refuse, default or forward: what a proxy sees of code that runs over it.
const vm = require('node:vm');
const attempt = (call) => {
  try {
    return call();
  } catch (error) { return `${error?.name}: ${error?.message}`; }
};
function recorder(target, log, overrides = {}) {
  const handler = {};
  for (const trap
           of ['get', 'set', 'has', 'deleteProperty', 'defineProperty', 'getPrototypeOf', 'setPrototypeOf',
               'isExtensible', 'preventExtensions'])
    handler[trap] = (...args) => {
      if (typeof args[1] !== 'symbol' && !['console'].includes(args[1]))
        log.push(`${trap} ${typeof args[1] === 'string' ? args[1] : ''}`.trim());
      return (overrides[trap] ?? Reflect[trap])(...args);
    };
  return new Proxy(target, handler);
}
const codes = [
  'a',
  'a = 1',
  'typeof missing',
  'b ??= 2',
  'var c = 3; c',
  'function d() { return 4 } d()',
  'delete a',
  'delete missing',
  'this.e = 5',
  'e++',
  '({ a, ...rest } = { a: 6, x: 1 })',
  '"use strict"; f = 7',
  '"use strict"; a = 8',
  'Object.defineProperty(this, "g", { get() { return 9 }, configurable: true }); g',
  'for (h of [1, 2]);',
  'let i = 10; i',
  'i = 11; i',
  '[a, b].join()',
  'eval("var j = 12"); j',
  'new Function("k = 13; return k")()',
  'Reflect.set(globalThis, "l", 14)',
  'Reflect.deleteProperty(this, "l")',
  'label: { a = 15 }',
  'class M {} ; typeof M',
  'async function n() { return a } typeof n',
  'toString()',
  'undefined = 1',
  'NaN',
  'globalThis.constructor.name'
];
for (const [name, overrides] of Object.entries({
       transparent: {},
       refusesWrites: {set: () => false},
       refusesDefinitions: {defineProperty: () => false},
       refusesDeletion: {deleteProperty: () => false},
       hasEverything: {
         has: () => true,
         get: (target, key) =>
             (key in target               ? target[key] :
                  typeof key === 'string' ? `default ${key}` :
                                            undefined)
       },
     })) {
  const log = [];
  const target = {a: 0, console};
  const context = vm.createContext(recorder(target, log, overrides));
  console.log(`== ${name}`, log.splice(0).join(', '));
  for (const code of codes) {
    const result = attempt(() => vm.runInContext(code, context));
    const kinds = new Set(log.splice(0).map((line) => line.split(' ')[0]));
    console.log(
        code, '→', typeof result === 'function' ? 'function' : result, kinds.has('defineProperty') ? 'defines' : '',
        kinds.has('deleteProperty') ? 'deletes' : '');
  }
  console.log(Reflect.ownKeys(target).join(), target.a);
}
const chained = new Proxy(new Proxy({deep: 1}, {}), {});
vm.createContext(chained);
console.log(vm.runInContext('deep = deep + 1; deep', chained), chained.deep);
const revocable = Proxy.revocable({x: 1}, {});
const revoked = vm.createContext(revocable.proxy);
console.log(vm.runInContext('x', revoked));
revocable.revoke();
console.log(
    attempt(() => vm.runInContext('x = 2', revoked)), attempt(() => vm.runInContext('1 + 1', revoked)),
    attempt(() => vm.isContext(revoked)));
const functionProxy = attempt(() => vm.createContext(new Proxy(function() {}, {})));
console.log(typeof functionProxy === 'function' ? 'made' : String(functionProxy).split('Received')[0]);
