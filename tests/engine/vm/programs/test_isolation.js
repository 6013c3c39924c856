// Each test file runs in a context of its own, with a module registry, mocks, fake timers and its own globals.
const vm = require('vm');
const path = require('path');
const util = require('util');
const { EventEmitter } = require('events');
const assert = require('assert');

const files = {
  '/t/sum.js': 'module.exports = (a, b) => a + b;',
  '/t/counter.js': 'let n = 0; exports.next = () => ++n; exports.self = module; exports.file = __filename;',
  '/t/fixtures.json': '{ "list": [1, 2, 3] }',
  '/t/a.js': 'exports.early = true; const b = require("./b"); exports.b = b.name; exports.late = b.sawEarly;',
  '/t/b.js': 'const a = require("./a"); exports.name = "b"; exports.sawEarly = a.early === true && a.b === undefined;',
  '/t/one.test.js': `
    const sum = require('./sum'); const { next, self, file } = require('./counter');
    describe('sum', () => {
      test('adds', () => { expect(sum(1, 2)).toBe(3) });
      test('lists', () => { expect(require('./fixtures.json').list).toEqual([1, 2, 3]) });
      test('fails', () => { expect(sum(1, 1)).toBe(3) });
      test('throws', () => { undefined.foo });
    });
    test('registry', () => { expect(next() + next()).toBe(3); expect(self.id).toBe('/t/counter.js'); expect(file).toBe('/t/counter.js') });
    test('cycles', () => { expect(require('./a').late).toBe(true) });
    test('async', async () => { await null; expect(await Promise.resolve(5)).toBe(5) });
    test('timers', async () => { const p = new Promise(r => setTimeout(r, 1000, 'done')); clock.advance(1000); expect(await p).toBe('done') });
    test('instanceof', () => { expect([] instanceof Array).toBe(true); expect(new EventEmitter() instanceof Object).toBe(false); expect(Buffer.from('a') instanceof Uint8Array).toBe(true) });
    test('mock', () => { mock('./sum', () => 99); expect(require('./sum')(1, 1)).toBe(99) });
    globalThis.leak = 'one';`,
  '/t/two.test.js': `test('isolated', () => { expect(typeof leak).toBe('undefined'); expect(require('./counter').next()).toBe(1) });
    test('globals', () => { expect(Object.keys(globalThis).includes('window')).toBe(true); expect(window === globalThis).toBe(true); expect(window.document.title).toBe('doc') });
    test('missing', () => { require('./nope') });`,
};
class Runtime {
  constructor() {
    this.registry = new Map();
    this.mocks = new Map();
    this.timers = [];
    this.now = 0;
    this.tests = [];
    this.prefix = [];
    const global = (this.global = vm.createContext({}, { name: 'test environment' }));
    Object.assign(global, { Buffer, Uint8Array, EventEmitter, clearTimeout: (id) => { this.timers = this.timers.filter((t) => t.id !== id) } });
    global.global = global.window = global;
    global.document = Object.create({ get title() { return 'doc' } });
    global.setTimeout = (f, ms, ...args) => { this.timers.push({ at: this.now + ms, f, args, id: this.timers.length + 1 }); return this.timers.length };
    global.clock = { advance: (ms) => { this.now += ms; const due = this.timers.filter((t) => t.at <= this.now); this.timers = this.timers.filter((t) => t.at > this.now); due.forEach((t) => t.f(...t.args)) } };
    global.describe = (name, body) => { this.prefix.push(name); body(); this.prefix.pop() };
    global.test = (name, run) => this.tests.push({ name: [...this.prefix, name].join(' > '), run });
    global.expect = (actual) => ({
      toBe: (expected) => assert.strictEqual(actual, expected),
      toEqual: (expected) => assert.deepEqual(actual, expected),
    });
    global.mock = (name, make) => this.mocks.set(path.posix.join('/t', name), make);
  }
  require(from, request) {
    const joined = path.posix.join(path.posix.dirname(from), request);
    if (this.mocks.has(joined)) return this.mocks.get(joined);
    const file = [joined, joined + '.js'].find((f) => f in files);
    if (!file) { const e = new Error(`Cannot find module '${request}' from '${from}'`); e.code = 'MODULE_NOT_FOUND'; throw e }
    if (this.registry.has(file)) return this.registry.get(file).exports;
    const module = { id: file, filename: file, exports: {}, children: [], loaded: false };
    this.registry.set(file, module);
    if (file.endsWith('.json')) return (module.exports = vm.runInContext(`(${files[file]})`, this.global));
    const script = new vm.Script(`({"Object.<anonymous>":function(module,exports,require,__dirname,__filename){${files[file]}\n}});`, { filename: file, displayErrors: true });
    const wrapper = script.runInContext(this.global)['Object.<anonymous>'];
    wrapper.call(module.exports, module, module.exports, (name) => this.require(file, name), path.posix.dirname(file), file);
    module.loaded = true;
    return module.exports;
  }
  async run(file) {
    const results = [];
    this.require(file, './' + path.posix.basename(file));
    for (const { name, run } of this.tests) {
      try { await run(); results.push(`ok   ${name}`) } catch (e) {
        results.push(`fail ${name}: ${e.message.split('\n')[0]} [${e.code ?? e.name}] ${e.stack.split('\n').filter((l) => l.includes('/t/')).map((l) => l.trim()).join(' ')}`);
      }
    }
    return results;
  }
}
(async () => {
  for (const file of ['/t/one.test.js', '/t/two.test.js']) console.log(file + '\n  ' + (await new Runtime().run(file)).join('\n  '));
  console.log(util.inspect(new Runtime().global, { depth: 0 }));
})();
