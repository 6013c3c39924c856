// A host of plugins: frozen API through proxies, deadlines, quotas, prototype pollution kept inside, teardown.
const vm = require('node:vm');
const {performance} = require('node:perf_hooks');
const clean = (error) =>
    (error && typeof error === 'object' && 'message' in error ? `${error.code ?? error.name}: ${error.message}` :
                                                                String(error));
function membrane(target, log, seen = new WeakMap()) {
  if (Object(target) !== target) return target;
  if (seen.has(target)) return seen.get(target);
  const proxy = new Proxy(target, {
    get(object, key, receiver) {
      log.push(`get ${String(key)}`);
      return membrane(Reflect.get(object, key), log, seen);
    },
    set(object, key) {
      log.push(`set ${String(key)}`);
      return false;
    },
    deleteProperty: () => false,
    defineProperty: () => false,
    setPrototypeOf: () => false,
    getPrototypeOf: () => null,
    apply(object, self, args) {
      log.push(`call ${object.name}/${args.length}`);
      return membrane(Reflect.apply(object, undefined, args), log, seen);
    },
    construct(object, args) { return membrane(Reflect.construct(object, args), log, seen); },
  });
  seen.set(target, proxy);
  return proxy;
}
class Host {
  constructor() { this.plugins = new Map(); }
  load(name, source, {timeout = 50} = {}) {
    const log = [];
    const sandbox = Object.create(null);
    sandbox.host = membrane(
        {
          version: 3,
          add: (a, b) => a + b,
          storage: {items: [1, 2]},
          Thing: class Thing { x = 1; },
          fail() { throw new Error('host failure'); }
        },
        log);
    sandbox.exports = {};
    const context = vm.createContext(
        sandbox, {name, codeGeneration: {strings: false, wasm: false}, microtaskMode: 'afterEvaluate'});
    let outcome;
    try {
      outcome = new vm.Script(source, {filename: `${name}.plugin.js`}).runInContext(context, {timeout});
    } catch (error) { outcome = clean(error); }
    this.plugins.set(name, {context, sandbox, log});
    return {outcome, log};
  }
  call(name, hook, ...args) {
    const {context, sandbox} = this.plugins.get(name);
    sandbox.arguments_ = args;
    try {
      return vm.runInContext(
          `exports[${JSON.stringify(hook)}](...arguments_)`, context, {timeout: 50, filename: 'call.js'});
    } catch (error) { return clean(error); }
  }
}
const host = new Host();
const sources = {
  good: 'exports.run = (a) => host.add(a, 1); "ready"',
  writes: '"use strict"; host.version = 4;',
  sloppy: 'host.version = 4; host.version',
  deletes: '"use strict"; delete host.add',
  spins: 'for (;;);',
  spinsLater: 'exports.run = () => { for (;;); }',
  spinsInJob: 'Promise.resolve().then(() => { for (;;); }); "queued"',
  catches: 'try { for (;;); } catch { "caught" } finally { exports.finallyRan = true; }',
  evals: 'eval("1")',
  makes: 'new Function("return 1")',
  compiles: 'new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))',
  escapes: 'host.add.constructor("return typeof process")()',
  prototype: 'Object.getPrototypeOf(host)',
  this_: 'this.constructor.constructor("return this")()',
  pollutes: 'Object.prototype.polluted = 1; Array.prototype.push = () => "pushed"; [].push(1)',
  recursion: '(function f() { f(); })()',
  big: 'new Array(-1)',
  rejects: 'Promise.reject(1).catch((e) => exports.late = e); "rejected"',
  throwsString: 'throw "just text"',
  throwsNull: 'throw null',
  constructs: 'new host.Thing().x',
  failing: 'host.fail()',
  failingCaught: 'try { host.fail() } catch (e) { [e instanceof Error, e.message, e.constructor.name].join() }',
  symbol: 'Symbol.iterator in host.storage.items',
  spread: '[...host.storage.items].join()',
  json: 'JSON.stringify(host.storage)',
  keys: 'Object.keys(host).join()',
  syntax: 'let a = ;',
  strict: '"use strict"; undeclared = 1',
  generator: 'exports.gen = function* () { yield 1; yield host.version; }; "ok"',
  async_: 'exports.run = async (n) => { await null; return n * 2; }; "ok"',
};
for (const [name, source] of Object.entries(sources)) {
  const {outcome, log} = host.load(name, source);
  console.log(name, '→', outcome, log.join(', '));
}
console.log(
    host.call('good', 'run', 4), host.call('spinsLater', 'run'), host.call('good', 'missing'),
    host.plugins.get('catches').sandbox.exports, host.plugins.get('rejects').sandbox.exports);
console.log([...host.call('generator', 'gen')], ({}).polluted, [].push(1));
host.call('async_', 'run', 21).then((value) => console.log('never: its queue is drained no more', value));
const returned = host.call('async_', 'run', 4);
console.log(returned instanceof Promise, Object.prototype.toString.call(returned));
setTimeout(() => {
  host.call('async_', 'run', 1);
  setTimeout(() => console.log('done'), 5);
}, 5);
const begun = performance.now();
try {
  vm.runInNewContext('while (true) step()', {step() {}}, {timeout: 30});
} catch (error) { console.log(clean(error), performance.now() - begun >= 25); }
