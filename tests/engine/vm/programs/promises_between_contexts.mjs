// Promises that cross contexts with queues of their own: whose queue a job is in decides when it runs.
import vm from 'node:vm';

const steps = [];
const step = (name) => steps.push(name);

const shared = vm.createContext({ step });
vm.runInContext('Promise.resolve().then(() => step("inner, shared queue"))', shared);
Promise.resolve().then(() => step('outer'));
step('run');
await null;
await null;
console.log(steps.splice(0));

const own = vm.createContext({ step, Promise }, { microtaskMode: 'afterEvaluate' });
const inner = vm.runInContext('(async () => { step("body"); await null; step("after await"); return "result" })()', own);
step('run returned');
console.log(steps.splice(0));

let isSettled = false;
const waiting = (async () => { await inner; isSettled = true })();
await new Promise((done) => setTimeout(done, 5));
console.log('settled without another run:', isSettled);
vm.runInContext('0', own);
await new Promise((done) => setTimeout(done, 5));
console.log('settled after another run:', isSettled, await Promise.race([waiting, 'pending']));

const outerPromise = vm.runInContext('Promise.resolve("outer class").then((text) => step(text))', own);
step('run returned');
await outerPromise;
console.log(steps.splice(0), outerPromise instanceof Promise);

const module = new vm.SourceTextModule('step("module body"); await null; step("module after await"); export const end = 1;', { context: own });
await module.link(() => {});
const evaluated = module.evaluate();
step('evaluate returned');
console.log(steps.splice(0), module.status, module.namespace.end);
