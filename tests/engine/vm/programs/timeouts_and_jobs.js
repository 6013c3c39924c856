// A limit of time covers a run; jobs left behind are covered only where the context has a queue of its own.
const vm = require('node:vm');

const report = (name, run) => {
  try {
    console.log(name, run());
  } catch (error) {
    console.log(name, error.code, error.message, error instanceof Error);
  }
};
report('loop', () => vm.runInNewContext('for (;;);', {}, { timeout: 20 }));
report('uncatchable', () => vm.runInNewContext('try { for (;;); } catch { never() } finally { never() }', {}, { timeout: 20 }));
report('in time', () => vm.runInNewContext('let n = 0; while (n < 1e4) n++; n', {}, { timeout: 5000 }));

const spin = () => { const end = Date.now() + 300; while (Date.now() < end); return 'spun' };
const spun = [];
vm.runInNewContext('Promise.resolve().then(() => note(spin()))', { spin, note: (text) => spun.push(text) }, { timeout: 250 });
console.log('jobs of the shared queue run later', spun);

report('own queue', () => vm.runInNewContext('Promise.resolve().then(() => { for (;;); }); 1', {}, { timeout: 20, microtaskMode: 'afterEvaluate' }));
const own = vm.createContext({ log: console.log }, { microtaskMode: 'afterEvaluate' });
console.log(vm.runInContext('log("first"); Promise.resolve("third").then(log); log("second"); "fourth"', own, { timeout: 5000 }));
report('nested', () => vm.runInNewContext('run("for (;;);", {}, { timeout: 10 })', { run: vm.runInNewContext }, { timeout: 5000 }));
setTimeout(() => console.log('afterwards', spun), 0);
