// Promises, generators and async iteration that cross contexts, and the errors of each realm.
const vm = require('node:vm');
const inner = vm.createContext({
  console: {log: (...v) => console.log('  inner:', ...v)},
  setTimeout,
  outerArray: [1, 2],
  OuterError: Error,
  outerPromise: Promise.resolve('outer')
});
const run = (code) => vm.runInContext(code, inner);
const realm = (value) => (value instanceof Object ? 'ours' : Object(value) === value ? 'theirs' : 'primitive');
(async () => {
  const promise = run('(async () => { await null; return [1] })()');
  console.log(promise instanceof Promise, Promise.resolve(promise) === promise, realm(await promise));
  for await (const each of run('(async function* () { for (let i = 0; i < 3; ++i) { await null; yield { i }; } })()'))
    console.log(each.i, realm(each));
  for (const each of run('(function* () { const got = yield 1; console.log("got", got); yield* [2, 3]; })()'))
    console.log(each);
  console.log([...run('new Map([[1, 2]])')], [...run('"text"')], {...run('({ a: 1, get b() { return 2 } })')});
  for (const code
           of ['throw new TypeError("t")', 'null.x', 'new Array(-1)', 'JSON.parse("{")', 'throw new OuterError("o")',
               'decodeURIComponent("%")', '(function f() { f() })()', 'BigInt(1.5)', 'Symbol() + ""', 'await 1',
               'class A extends null { constructor() { super() } } new A',
               'new (class { #p; static t(o) { return o.#p } }).constructor.t({})', 'Reflect.construct(1)',
               'Promise.reject(new RangeError("r"))']) {
    try {
      const value = await run(code);
      console.log(code, '→', value);
    } catch (error) {
      console.log(
          code, '→', error.name, error.message, realm(error), Object.prototype.toString.call(error),
          error instanceof run(error.name));
    }
  }
  console.log(
      await run('Promise.all([outerPromise, Promise.resolve(1), 2]).then((all) => [all, all instanceof Array])'));
  console.log(
      await run('Promise.race([new Promise((r) => setTimeout(r, 5, "late")), outerPromise])'),
      await run('Promise.allSettled([Promise.reject(1), outerPromise])'),
      await run('Promise.any([Promise.reject(1), outerPromise])'));
  console.log(
      await run('outerPromise.then(() => outerArray.map((n) => n * 2))').then((a) => realm(a)),
      realm(run('outerArray.map((n) => n)')), realm(run('Array.from(outerArray)')), realm(run('outerArray.concat([])')),
      realm(run('[...outerArray]')));
  const order = [];
  inner.order = order;
  queueMicrotask(() => order.push('outer micro'));
  run('Promise.resolve().then(() => order.push("inner 1")).then(() => order.push("inner 2")); (async () => { order.push("sync"); await outerPromise; order.push("after outer"); })()');
  Promise.resolve().then(() => order.push('outer then'));
  process.nextTick(() => order.push('tick'));
  await new Promise((resolve) => setImmediate(resolve));
  console.log(order.join(', '));
  class Thenable {
    then(resolve) {
      order.push('then called');
      resolve('thenable');
    }
  }
  inner.thenable = new Thenable();
  console.log(await run('(async () => await thenable)()'), await run('Promise.resolve(thenable)'));
  const generator = run('async function* g() { try { yield 1; yield 2 } finally { console.log("closed") } } g()');
  for await (const each of generator) {
    console.log(each);
    break;
  }
  console.log(
      await generator.next(), Object.prototype.toString.call(generator),
      run('Symbol.asyncIterator') === Symbol.asyncIterator, run('Symbol.for("x")') === Symbol.for('x'),
      run('Symbol.iterator in outerArray'));
  process.on(
      'unhandledRejection',
      (reason, rejected) =>
          console.log('unhandled', reason.message, reason instanceof Error, rejected instanceof Promise));
  run('Promise.reject(new Error("nobody")); (async () => { throw new Error("async nobody") })()');
  await new Promise((resolve) => setImmediate(resolve));
  const {promise: p, resolve} = run('Promise.withResolvers()');
  setTimeout(resolve, 1, 'with resolvers');
  console.log(
      await p, structuredClone(run('({ d: new Date(0), m: new Map([[1, new Set([2])]]), b: new Uint8Array([1]) })')));
  const weak = run('new WeakRef({ alive: true })');
  console.log(
      weak.deref().alive, run('new Error("stack").stack').split('\n')[0],
      run('Error.captureStackTrace(outerArray); typeof outerArray.stack'));
})();
