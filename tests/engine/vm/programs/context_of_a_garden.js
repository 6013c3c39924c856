// A context has its own globals: what runs in it reads and writes the sandbox, and the caller's names stay as they are.
const vm = require('node:vm');

const apples = 3;
const garden = { apples: 10, harvest() { return `${this.apples} apples` } };
vm.createContext(garden);

vm.runInContext('apples *= 2; var pears = apples + 1; globalThis.quinces = [apples, pears]; total = () => apples + pears;', garden);

console.log(garden);
console.log(garden.total(), garden.harvest());
console.log(apples, typeof pears, typeof quinces);
console.log(vm.isContext(garden), vm.isContext({ apples }), vm.createContext(garden) === garden);
console.log(vm.runInContext('this === globalThis && typeof require', garden));
for (const value of [undefined, null, 1, 'garden', () => 1]) {
  try {
    console.log(vm.isContext(value));
  } catch (error) {
    console.log(error.code, error.message);
  }
}
