// Workers in contexts: messages are cloned into the other realm, each worker has a queue of its own, errors come back.
const vm = require('node:vm');
const util = require('node:util');
class Worker {
  constructor(name, source, {onmessage, onerror}) {
    this.name = name;
    this.inbox = [];
    this.context = vm.createContext(
        {
          console: {log: (...values) => console.log(`[${name}]`, ...values)},
          postMessage: (value) => this.outgoing(value)
        },
        {name, microtaskMode: 'afterEvaluate'});
    this.handlers = {onmessage, onerror};
    this.run(source, `${name}.js`);
    this.receive = this.run(
        '(text) => { const event = { data: deserialize(text), type: "message" }; for (const fn of listeners) fn.call(globalThis, event); onmessage?.(event); }',
        'receive.js');
  }
  run(source, filename) {
    vm.runInContext(
        'var listeners = globalThis.listeners ?? []; var onmessage = globalThis.onmessage ?? null; function addEventListener(type, fn) { listeners.push(fn); } function deserialize(text) { return JSON.parse(text, (key, value) => value?.$date ? new Date(value.$date) : value?.$map ? new Map(value.$map) : value); }',
        this.context);
    try {
      return vm.runInContext(source, this.context, {filename, timeout: 100});
    } catch (error) { this.handlers.onerror(error, this); }
  }
  serialize(value) {
    return JSON.stringify(value, function(key, each) {
      const raw = this[key];
      return util.types.isDate(raw) ? {$date: raw.getTime()} : util.types.isMap(raw) ? {$map: [...raw]} : each;
    });
  }
  outgoing(value) {
    const text = this.serialize(value);
    setImmediate(() => this.handlers.onmessage(JSON.parse(text), this));
  }
  postMessage(value) {
    const text = this.serialize(value);
    setImmediate(() => {
      this.context.incoming = text;
      this.context.receiveNow = this.receive;
      try {
        vm.runInContext('receiveNow(incoming)', this.context, {timeout: 100});
      } catch (error) { this.handlers.onerror(error, this); }
    });
  }
}
const events = [];
const handlers = {
  onmessage: (data, worker) => {
    events.push(data);
    console.log(`main ← ${worker.name}`, data);
  },
  onerror: (error, worker) => console.log(
      `main ! ${worker.name}`, error?.name, error?.code ?? '', error?.message, error instanceof Error,
      util.types.isNativeError(error)),
};
const sum = new Worker(
    'sum', `
  onmessage = async ({ data }) => {
    console.log('got', data, data instanceof Object, data.list instanceof Array);
    await null;
    postMessage({ sum: data.list.reduce((a, b) => a + b, 0), when: data.when });
    await 1; await 2;
    postMessage('third tick');
  };
  addEventListener('message', function (event) { console.log('listener', event.type, this === globalThis); });
`,
    handlers);
const maps = new Worker(
    'maps', `
  onmessage = ({ data }) => {
    if (data === 'throw') throw new TypeError('asked to');
    if (data === 'spin') for (;;);
    if (data === 'reject') return void Promise.reject(new Error('nobody listens')).catch((e) => postMessage(e.message));
    if (data === 'generate') { for (const each of (function* () { yield* 'ab'; })()) postMessage(each); return; }
    postMessage(data instanceof Map ? new Map([...data].map(([k, v]) => [k, v * 2])) : typeof data);
  };
`,
    handlers);
new Worker('broken', 'this is not JavaScript', handlers);
sum.postMessage({list: [1, 2, 3], when: new Date(0)});
maps.postMessage(new Map([['a', 1], ['b', 2]]));
for (const each of ['throw', 'spin', 'reject', 'generate', 5, null, [1]]) maps.postMessage(each);
console.log('sent');
const {port1, port2} = (() => {
  const make = () => ({
    onmessage: null,
    postMessage(v) {
      const copy = structuredClone(v);
      queueMicrotask(() => this.other.onmessage?.({data: copy}));
    }
  });
  const a = make(), b = make();
  a.other = b;
  b.other = a;
  return {port1: a, port2: b};
})();
const inner = vm.createContext({port: port2, log: (...v) => console.log('inner', ...v)});
vm.runInContext(
    'port.onmessage = ({ data }) => { log(data, data instanceof Object, data.constructor.name); port.postMessage({ echo: data, set: new Set([1]), error: new RangeError("r"), bytes: new Uint8Array([1, 2]) }); }',
    inner);
port1.onmessage = ({data}) => console.log(
    'outer', data.echo, data.set, data.error.name, data.bytes, data.set instanceof Set,
    data.error instanceof RangeError);
port1.postMessage({hello: ['world'], nested: {n: 1n, u: undefined, d: new Date(5)}});
process.on('exit', () => console.log(events.length));
