// One compiled script, run in one context again and again, in new contexts, and in the caller's own.
const vm = require('node:vm');

const clock = vm.createContext({ strokes: 0, says: 'tick' });
const strike = new vm.Script('strokes += 1; says = strokes % 2 ? "tock" : "tick"; strokes;');
let last;
for (let i = 0; i < 11; i++) last = strike.runInContext(clock);
console.log(clock, last);

const label = new vm.Script('label = "seen " + (typeof label)');
const boxes = [{}, { label: 'old' }, {}];
boxes.forEach((box) => label.runInNewContext(box));
console.log(boxes);

globalThis.turns = 0;
const turn = new vm.Script('turns += 1', { filename: 'turn.js' });
for (let i = 0; i < 1000; i++) turn.runInThisContext();
console.log(turns);

console.log(strike);
console.log(Object.keys(turn), turn.sourceMapURL, turn.cachedDataRejected);
console.log(typeof vm.Script, vm.Script.name, vm.Script.length, Object.getOwnPropertyNames(vm.Script.prototype).sort(), Object.getPrototypeOf(vm.Script).name);
console.log(vm.Script);
