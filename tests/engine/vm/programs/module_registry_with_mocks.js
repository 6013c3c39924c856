// As a test runner: each file's modules are in a registry of their own, mocks are hoisted, globals are given per file.
const vm = require('node:vm');
const path = require('node:path');
const assert = require('node:assert');
const files = {
  '/src/clock.js': 'module.exports = { now: () => Date.now() };',
  '/src/store.js': 'let n = 0; exports.next = () => ++n; exports.id = module.id; exports.self = require("./store");',
  '/src/user.js':
      'const clock = require("./clock"); const { next } = require("./store.js"); exports.User = class User { constructor(name) { this.name = name; this.at = clock.now(); this.id = next(); } };',
  '/src/cycle-a.js':
      'exports.early = 1; const b = require("./cycle-b"); exports.late = b.sawEarly + 1; exports.sawLate = b.sawLate;',
  '/src/cycle-b.js': 'const a = require("./cycle-a"); exports.sawEarly = a.early; exports.sawLate = a.late;',
  '/src/broken.js': 'exports.half = 1;\nthrow new Error("cannot load");',
  '/src/syntax.js': 'exports.a = 1;\nexports.b = ;',
  '/src/data.json': '{ "version": [1, 2, 3] }',
  '/test/user.test.js': `
    jest.mock('../src/clock', () => ({ now: () => 42 }));
    const { User } = require('../src/user');
    test('has the mocked time', () => { expect(new User('ann').at).toBe(42); });
    test('counts', () => { expect(new User('bob').id).toBe(2); });
    test('is of this realm', () => { expect([] instanceof Array).toBe(true); expect(User.prototype.__proto__ === Object.prototype).toBe(true); });
    test('reloads', () => { jest.resetModules(); expect(new (require('../src/user').User)('cal').id).toBe(1); });
    test('fails', () => { expect(1).toBe(2); });
  `,
  '/test/loading.test.js': `
    test('cycles', () => { const a = require('../src/cycle-a'); expect(a.late).toBe(2); expect(a.sawLate).toBe(undefined); });
    test('a broken module is loaded anew', () => { for (let i = 0; i < 2; ++i) { try { require('../src/broken'); } catch (error) { expect(error.message).toBe('cannot load'); expect(error instanceof Error).toBe(true); } } });
    test('syntax', () => { require('../src/syntax'); });
    test('json', () => { expect(require('../src/data.json').version.length).toBe(3); });
    test('missing', () => { require('../src/missing'); });
    test('spies', () => { const spy = jest.fn((a, b) => a + b); [1, 2].reduce(spy, 0); expect(spy.calls.length).toBe(2); expect(spy.calls[1][0]).toBe(1); });
    test('no leaks', () => { leaked = 1; expect(typeof leaked).toBe('number'); });
    test('self', () => { expect(require('../src/store').self === require('../src/store')).toBe(true); });
  `,
};
class Runtime {
  constructor(file) {
    this.results = [];
    this.registry = new Map();
    this.mocks = new Map();
    this.wrappers = new Map();
    this.file = file;
    const runtime = this;
    this.context = vm.createContext(Object.create(null), {name: file});
    this.global = vm.runInContext('this', this.context);
    Object.assign(this.global, {
      test: (name, body) => {
        try {
          body();
          this.results.push(`ok ${name}`);
        } catch (error) {
          this.results.push(`not ok ${name}: ${error.name}: ${error.message.split('\n')[0]}${
              error instanceof Error ? ' (outer)' : ''}`);
        }
      },
      expect: (actual) => ({toBe: (expected) => assert.strictEqual(actual, expected)}),
      jest: {
        mock: (request, factory) => runtime.mocks.set(runtime.resolve(file, request), factory),
        resetModules: () => runtime.registry.clear(),
        fn: (implementation) => {
          const spy = function(...args) {
            spy.calls.push(args);
            return Reflect.apply(implementation, this, args);
          };
          spy.calls = [];
          return spy;
        },
      },
    });
  }
  resolve(from, request) {
    const base = path.posix.join(path.posix.dirname(from), request);
    const found = [base, `${base}.js`].find((name) => name in files);
    if (!found)
      throw Object.assign(new Error(`Cannot find module '${request}' from '${from}'`), {code: 'MODULE_NOT_FOUND'});
    return found;
  }
  require(from, request) {
    const name = this.resolve(from, request);
    if (this.registry.has(name)) return this.registry.get(name).exports;
    const module = {id: name, exports: {}};
    this.registry.set(name, module);
    try {
      this.load(module, name);
    } catch (error) {
      this.registry.delete(name);
      throw error;
    }
    return module.exports;
  }
  load(module, name) {
    if (this.mocks.has(name)) return void (module.exports = this.mocks.get(name)());
    if (name.endsWith('.json')) return void (module.exports = vm.runInContext('JSON.parse', this.context)(files[name]));
    if (!this.wrappers.has(name))
      this.wrappers.set(
          name,
          new vm.Script(
              `({"Object.<anonymous>":function(module,exports,require,__dirname,__filename,global){${
                  files[name]}\n}});`,
              {filename: name}));
    const wrapper = this.wrappers.get(name).runInContext(this.context)['Object.<anonymous>'];
    wrapper.call(
        module.exports, module, module.exports, (request) => this.require(name, request), path.posix.dirname(name),
        name, this.global);
  }
  run() {
    try {
      this.require('/', `.${this.file}`);
    } catch (error) { this.results.push(String(error.stack).split('\n').slice(0, 3).join('|')); }
    return this.results;
  }
}
for (const file of Object.keys(files).filter((name) => name.startsWith('/test/'))) {
  const runtime = new Runtime(file);
  console.log(file, runtime.run());
  console.log(Object.keys(runtime.context), [...runtime.registry.keys()]);
}
console.log(typeof leaked);
