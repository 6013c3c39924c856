// What a sandbox is: the object behind the names of a context, from both sides.
const vm = require('node:vm');

const desk = { lamp: 'off', get drawer() { return `${this.lamp} drawer` }, set drawer(value) { this.put = value } };
Object.defineProperty(desk, 'fixed', { value: 1, enumerable: true });
Object.defineProperty(desk, 'hidden', { value: 'no key', writable: true });
desk.self = desk;
desk[Symbol.for('mark')] = 'by symbol';
desk[0] = 'by index';
vm.createContext(desk);
const inside = (code) => {
  try {
    return vm.runInContext(code, desk);
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};
console.log(inside('Object.keys(globalThis)'));
console.log(inside('Reflect.ownKeys(this).length >= 8'), inside('this[Symbol.for("mark")]'), inside('globalThis[0]'));
console.log(inside('self === globalThis'), inside('globalThis') === desk, inside('drawer'));
console.log(inside('lamp = "on"; drawer = "pen"; drawer + put'), desk.put);
console.log(inside('fixed = 2; fixed'), inside('"use strict"; fixed = 2'));
console.log(inside('delete hidden'), inside('typeof hidden'), inside('delete fixed'));
console.log(inside('"use strict"; chair = 1'), inside('chair = 1; chair'), desk.chair);
console.log(inside('var table; let stool = 3; const rug = 4; function bench() {} class Shelf {}'), Object.keys(desk));
console.log(inside('let rug'), inside('[stool, rug, typeof Shelf, typeof bench]'));
console.log(inside('Object.getOwnPropertyDescriptor(this, "drawer").get.name'), inside('"lamp" in this'), inside('"toString" in this'));
console.log(inside('Object.defineProperty(this, "late", { get: () => "lately", configurable: true }); late'), Object.getOwnPropertyDescriptor(desk, 'late'));
console.log(inside('Object.freeze(this)'), inside('Object.preventExtensions(globalThis)'), inside('Object.isFrozen(this)'));
console.log(inside('Object.prototype.toString.call(this)'), inside('String(this)'));
console.log(desk);
console.log(vm.createContext(new Proxy({ seen: [] }, { has: () => true, get: (target, key) => typeof key === 'string' ? `trap ${key}` : undefined })).anything);
