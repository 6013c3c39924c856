// A bundler's runtime: chunks that push themselves on an array, lazy chunks, hot replacement, source maps, live
// exports.
const vm = require('node:vm');
const runtime = `
(() => {
  const modules = {}, cache = {}, installed = {}, waiting = {};
  function __require(id) {
    if (cache[id]) return cache[id].exports;
    if (!modules[id]) { const e = new Error("Cannot find module '" + id + "'"); e.code = 'MODULE_NOT_FOUND'; throw e; }
    const module = cache[id] = { id, loaded: false, exports: {}, hot: { accept(dep, fn) { (hotHandlers[dep] ??= []).push(fn); }, dispose(fn) { disposers[id] = fn; } } };
    modules[id].call(module.exports, module, module.exports, __require);
    module.loaded = true;
    return module.exports;
  }
  const hotHandlers = {}, disposers = {};
  __require.d = (exports, definition) => { for (const key in definition) Object.defineProperty(exports, key, { enumerable: true, get: definition[key] }); };
  __require.r = (exports) => { Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' }); Object.defineProperty(exports, '__esModule', { value: true }); };
  __require.n = (module) => { const getter = module && module.__esModule ? () => module.default : () => module; __require.d(getter, { a: getter }); return getter; };
  __require.e = (chunk) => installed[chunk] ? Promise.resolve() : new Promise((resolve, reject) => { (waiting[chunk] ??= []).push(resolve); loadChunk(chunk, reject); });
  const install = ([chunks, more, run]) => { Object.assign(modules, more); for (const chunk of chunks) { installed[chunk] = true; (waiting[chunk] ?? []).forEach((resolve) => resolve()); } run && run(__require); };
  const queue = self.webpackChunk = self.webpackChunk || [];
  queue.forEach(install);
  queue.push = install;
  self.hotUpdate = (more) => { for (const id in more) { disposers[id]?.(); modules[id] = more[id]; delete cache[id]; (hotHandlers[id] ?? []).forEach((handler) => handler(__require)); } };
  self.__cacheKeys = () => Object.keys(cache);
})();
//# sourceMappingURL=runtime.js.map`;
const chunks = {
  main: `(self.webpackChunk = self.webpackChunk || []).push([["main"], {
    "./a.js"(module, exports, require) { require.r(exports); require.d(exports, { default: () => __default, count: () => count, bump: () => bump }); let count = 0; function bump() { return ++count; } const __default = class A { static n = count }; },
    "./common.js"(module) { module.exports = { common: true }; },
    "./index.js"(module, exports, require) {
      require.r(exports);
      const a = require("./a.js"); const common = require.n(require("./common.js"));
      console.log('before', a.count, common().common, common.a.common, Object.prototype.toString.call(a), a.default.n);
      (0, a.bump)(); (0, a.bump)();
      console.log('live', a.count);
      try { a.count = 5; console.log('sloppy write ignored', a.count); } catch (e) { console.log(e.message); }
      try { require('./missing.js') } catch (e) { console.log(e.code) }
      module.hot.accept('./view.js', (r) => console.log('hot', r('./view.js').render()));
      require.e('lazy').then(() => require('./view.js')).then((view) => console.log('lazy', view.render(), Object.keys(view)));
      require.e('nope').catch((e) => console.log('chunk failed', e.message, e instanceof Error));
    },
  }, (require) => require("./index.js")]);`,
  lazy:
      `self.webpackChunk.push([["lazy"], { "./view.js"(module, exports, require) { module.hot.dispose(() => console.log('dispose')); exports.render = () => 'v1 ' + require("./a.js").count; } }]);`,
};
const sandbox = {
  console,
  setTimeout
};
sandbox.self = sandbox;
sandbox.loadChunk = (name, reject) => setTimeout(() => {
  if (!(name in chunks)) return reject(vm.runInContext(`new Error('Loading chunk ${name} failed')`, sandbox));
  new vm.Script(chunks[name], {filename: `dist/${name}.js`}).runInContext(sandbox);
}, 1);
vm.createContext(sandbox);
vm.runInContext(chunks.main, sandbox, 'dist/main.js');
const script = new vm.Script(runtime, {filename: 'dist/runtime.js'});
console.log(script.sourceMapURL);
script.runInContext(sandbox);
setTimeout(() => {
  console.log(vm.runInContext('__cacheKeys()', sandbox), vm.runInContext('webpackChunk.length', sandbox));
  vm.runInContext(
      'hotUpdate({ "./view.js"(module, exports, require) { exports.render = () => "v2 " + require("./a.js").bump(); } })',
      sandbox);
  try {
    vm.runInContext(
        'webpackChunk.push([["x"], { "./x.js"() {\n  throw new TypeError("in chunk") } }, (r) => r("./x.js")])',
        sandbox, {filename: 'dist/x.js', lineOffset: 10, columnOffset: 4});
  } catch (error) {
    console.log(error.stack.split('\n    at')[0]);
    console.log(error.stack.split('\n').filter((line) => /dist/.test(line)).join('\n'));
  }
}, 30);
