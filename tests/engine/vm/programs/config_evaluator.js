// Configuration files as code: defaults, helpers as globals, what it declared is read afterwards, errors with their
// place.
const vm = require('node:vm');
const path = require('node:path');
const util = require('node:util');
const helpers = {
  env: (name, fallback) => ({HOME: '/home/me', PORT: '8080'})[name] ?? fallback,
  join: path.posix.join,
  include: null,
  MB: 1024 ** 2
};
function evaluate(name, source, {strict = false, defaults = {}} = {}) {
  const settings = Object.create(defaults);
  const touched = new Set();
  const scope = new Proxy(settings, {
    has: (target, key) => key in helpers || Reflect.has(target, key),
    get: (target, key) => (key in helpers ? helpers[key] : Reflect.get(target, key)),
    set: (target, key, value) => {
      touched.add(String(key));
      return Reflect.set(target, key, value);
    },
    defineProperty: (target, key, descriptor) => {
      touched.add(`define ${String(key)}`);
      return Reflect.defineProperty(target, key, descriptor);
    },
    deleteProperty: (target, key) => {
      touched.add(`delete ${String(key)}`);
      return Reflect.deleteProperty(target, key);
    },
  });
  try {
    const value = vm.runInNewContext(
        (strict ? '"use strict";' : '') + source, scope, {filename: name, timeout: 100, contextName: name});
    return {value, own: {...settings}, touched: [...touched]};
  } catch (error) {
    return {
      error: error.stack ? error.stack.split('\n').filter((line) => !/^\s+at (?!.*\.conf)/.test(line)).join('\n') :
                           error,
      own: {...settings}
    };
  }
}
const show = (name, source, options) =>
    console.log(name, util.inspect(evaluate(name, source, options), {depth: 3, breakLength: 100}));
show(
    'a.conf',
    'port = Number(env("PORT")); root = join(env("HOME"), "data", ".."); size = 5 * MB; var debug = false; function hook() { return port }');
show(
    'b.conf', 'cache = { ttl: 60, ...cache }; delete name; level = level + 1',
    {defaults: {cache: {ttl: 10, max: 5}, level: 2, name: 'x'}});
show('c.conf', 'undeclaredOne = 1', {strict: true});
show('d.conf', '\n\n  port = prot + 1;');
show('e.conf', 'a = 1;\nb = {\n  c: [1, 2,,\n};');
show('f.conf', 'let hidden = 1; const alsoHidden = 2; class Hidden {} ; visible = hidden + alsoHidden; ({ visible })');
show('g.conf', 'Object.defineProperty(this, "fixed", { value: 1, enumerable: true }); fixed = 2; fixed');
show('h.conf', '"use strict"; Object.defineProperty(this, "fixed", { value: 1 }); fixed = 2;');
show('i.conf', 'for (const [i, host] of ["a", "b"].entries()) this["host" + i] = host; Object.keys(this).join()');
show('j.conf', 'MB = 5; typeof MB + MB');
show('k.conf', 'with ({ x: 1, port: 2 }) { port = x + 10; y = 3 } port');
show('l.conf', 'this.self = this; self === this');
show(
    'm.conf',
    'matrix = Array.from({ length: 2 }, (_, i) => [i, i ** 2]); when = new Date(0); re = /x/g; set = new Set([1]); fn = async () => {}; sym = Symbol("s"); big = 1n');
show('n.conf', 'throw { code: 7 }');
show('o.conf', 'throw "text"');
show('p.conf', 'null.port');
show('q.conf', 'while (true) ;');
show(
    'r.conf',
    'eval("var inEval = 1; let notSeen = 2"); (0, eval)("var indirect = 3"); Function("this.made = 4")(); [typeof inEval, typeof indirect, typeof made]');
const include = (name) => {
  const {own} = evaluate(name, {'base.conf': 'port = 1; host = "base"; nested = { deep: [1] }'}[name]);
  return own;
};
helpers.include = include;
show(
    's.conf',
    'Object.assign(this, include("base.conf")); port += 1; nested.deep.push(2); nested.deep instanceof Array');
console.log(vm.isContext(helpers), Object.keys(globalThis).includes('port'));
