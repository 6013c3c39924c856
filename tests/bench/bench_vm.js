// The work of bench_vm, run by vmscope-engine and by Node in turn: `bench_vm.js NAME` prints nanoseconds per operation.
const vm = require('vm');

const context = vm.createContext({});
const empty = new vm.Script('');
const inside = (code) => new vm.Script(code).runInContext(context);
const modules = (count) => {
  const made = [];
  for (let i = 0; i < count; i++) {
    const source = i === 0 ? 'export const value = 0' : `import { value as before } from '${i - 1}'; export const value = before + 1`;
    made.push(new vm.SourceTextModule(source, { context, identifier: String(i) }));
  }
  return made;
};

const works = {
  createContext: { count: 100, run: (n) => { for (let i = 0; i < n; i++) vm.createContext({}) } },
  createVanilla: { count: 100, run: (n) => { for (let i = 0; i < n; i++) vm.createContext(vm.constants.DONT_CONTEXTIFY) } },
  runScript: { count: 20000, run: (n) => { for (let i = 0; i < n; i++) empty.runInContext(context) } },
  runWithTimeout: { count: 300, run: (n) => { for (let i = 0; i < n; i++) empty.runInContext(context, { timeout: 1000 }) } },
  runText: { count: 5000, run: (n) => { for (let i = 0; i < n; i++) vm.runInContext('1+' + i, context) } },
  readWrite: { count: 300000, run: inside('x = 0; (n) => { for (let i = 0; i < n; i++) x = x + 1 }') },
  call: { count: 300000, run: inside('function f() { return 1 } (n) => { let sum = 0; for (let i = 0; i < n; i++) sum += f(); return sum }') },
  readBuiltIn: { count: 300000, run: inside('(n) => { let last; for (let i = 0; i < n; i++) last = Math; return last }') },
  modules: {
    count: 1000,
    prepare: modules,
    run: async (n, made) => {
      for (let i = 0; i < n; i++) made[i].linkRequests(i === 0 ? [] : [made[i - 1]]);
      made[n - 1].instantiate();
      await made[n - 1].evaluate();
    },
  },
};

const clock = () => {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e9 + nanoseconds;
};

(async () => {
  if (process.argv[2] === 'memory') return console.log(process.memoryUsage().rss);
  const { count, prepare, run } = works[process.argv[2]];
  let best = Infinity;
  for (let round = 0; round < 4; round++) {  // the first ones warm up
    const prepared = prepare?.(count);
    const start = clock();
    await run(count, prepared);
    best = Math.min(best, (clock() - start) / count);
  }
  console.log(best);
})();
