// A read-eval-print loop: input that is not complete yet, `_`, errors, declarations that last, await at top level.
const vm = require('node:vm');
const util = require('node:util');
class Repl {
  constructor() {
    this.context = vm.createContext({console: {log: (...values) => console.log('  |', ...values)}, setTimeout});
    Object.defineProperty(this.context, '_', {value: undefined, writable: true, configurable: true});
    this.buffered = '';
    this.line = 0;
  }
  isIncomplete(error) {
    return error instanceof SyntaxError &&
        /^(Unexpected end of input|Unterminated template literal|missing \) after argument list)/.test(error.message);
  }
  compile(source) {
    const wrapped = /^\s*\{/.test(source) && !/;\s*$/.test(source) ? `(${source.trim()}\n)` : source;
    for (const candidate of new Set([wrapped, source])) {
      try {
        return new vm.Script(candidate, {filename: `repl${this.line}`});
      } catch (error) {
        if (candidate === source) throw error;
      }
    }
  }
  async feed(text) {
    const source = this.buffered + text + '\n';
    let script;
    try {
      script = this.compile(/\bawait\b/.test(source) ? `(async () => (${source.trim().replace(/;$/, '')}))()` : source);
    } catch (error) {
      if (this.isIncomplete(error)) {
        this.buffered = source;
        return '...';
      }
      this.buffered = '';
      return `${error.name}: ${error.message}`;
    }
    this.buffered = '';
    ++this.line;
    try {
      let value = script.runInContext(this.context, {displayErrors: false, timeout: 200});
      if (util.types.isPromise(value)) value = await value;
      this.context._ = value;
      return util.inspect(value, {depth: 1});
    } catch (error) {
      return error?.stack ?
          error.stack.split('\n').filter((line) => !/node:|repl_loop/.test(line)).slice(0, 3).join(' / ') :
          `thrown ${util.inspect(error)}`;
    }
  }
}
(async () => {
  const repl = new Repl();
  for (const line
           of ['1 + 1',
               '_ * 21',
               'let a = [1, 2',
               ', 3]',
               'a.map((n) => n ** 2)',
               '{ x: 1, y: { z: { deep: true } } }',
               'const k = 1',
               'const k = 2',
               'k = 3',
               'typeof undeclared',
               'undeclared',
               'function f(n) {',
               '  return n < 2 ? n : f(n - 1) + f(n - 2);',
               '}',
               'f(15)',
               'class A { #p = 1; get p() { return this.#p } static s = 2 }',
               'new A',
               'A',
               'new A().p',
               'await Promise.resolve(a)',
               'await new Promise((r) => setTimeout(r, 1, "later"))',
               'await Promise.reject(new TypeError("no"))',
               'throw 5',
               'throw new RangeError("bad")',
               'null.x',
               '`multi',
               'line ${1 + 1}`',
               'for (;;);',
               'Object.getOwnPropertyNames(globalThis).filter((n) => n.length < 3)',
               'console.log("hi", [1])',
               'Symbol("s")',
               '10n ** 20n',
               'new Map([[1, { a: [] }]])',
               '/re/gi.exec("REre")',
               'function* g() { yield* [1, 2] } [...g()]',
               'var v = 1; delete globalThis.v',
               'v',
               'delete globalThis.k',
               'let let = 1',
               'if (',
               '1) { 2 } else 3',
               'new Error("e", { cause: 1 }).cause',
               'this === globalThis',
               '[,1,,2]',
               'async () => {}',
               'new Proxy({}, {})',
               'new WeakSet',
               'globalThis',
  ])
    console.log('>', line, '\n' + await repl.feed(line));
  console.log(Object.keys(repl.context), Object.getOwnPropertyNames(repl.context));
})();
