// DONT_CONTEXTIFY: the context's own global object, without a sandbox behind it.
const vm = require('node:vm');

const shut = new vm.Script('Object.freeze(globalThis)');
try {
  shut.runInNewContext({ kept: true });
} catch (error) {
  console.log('a sandbox:', error.name, error.message, error instanceof TypeError);
}
const frozen = shut.runInNewContext(vm.constants.DONT_CONTEXTIFY);
console.log('vanilla:', Object.isFrozen(frozen), frozen.Array === Array, Object.keys(frozen));

const plain = vm.createContext(vm.constants.DONT_CONTEXTIFY);
console.log(plain === vm.runInContext('globalThis', plain), vm.isContext(plain));
console.log(vm.createContext(plain) === plain, vm.runInContext('this instanceof Object', plain));
vm.runInContext('globalThis.kettle = "on"; var cups = 4; const tea = "green"', plain);
console.log(plain.kettle, plain.cups, plain.tea, vm.runInContext('tea', plain));
plain.kettle = 'off';
console.log(vm.runInContext('kettle + cups', plain));
Object.freeze(plain);
console.log(vm.runInContext('kettle = 3; kettle', plain));
for (const code of ['"use strict"; kettle = 4', '"use strict"; spoon = 1', 'spoon']) {
  try {
    console.log(vm.runInContext(code, plain));
  } catch (error) {
    console.log(error.name, error.message, error instanceof Error);
  }
}
console.log(vm.constants, Object.isFrozen(vm.constants), Object.getPrototypeOf(vm.constants));
console.log(vm.runInNewContext('typeof console + typeof WebAssembly + typeof setTimeout', vm.constants.DONT_CONTEXTIFY));
