// node:events.
const { invalidArgType, outOfRange, coded } = require('_errors');
const kCapture = Symbol('kCapture');
const kRejection = Symbol.for('nodejs.rejection');
const errorMonitor = Symbol('events.errorMonitor');
let defaultMaxListeners = 10;

function checkListener(listener) {
  if (typeof listener !== 'function') throw invalidArgType('listener', 'function', listener);
}

function EventEmitter(options) {
  EventEmitter.init.call(this, options);
}
EventEmitter.init = function(options) {
  if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) {
    this._events = { __proto__: null };
    this._eventsCount = 0;
  }
  this._maxListeners = this._maxListeners || undefined;
  if (options?.captureRejections) this[kCapture] = true;
};
EventEmitter.prototype._events = undefined;
EventEmitter.prototype._eventsCount = 0;
EventEmitter.prototype._maxListeners = undefined;
Object.defineProperty(EventEmitter.prototype, kCapture, { value: false, writable: true, enumerable: false });

const limitOf = (emitter) => emitter._maxListeners ?? defaultMaxListeners;
const listenersOf = (emitter, type) => {
  const found = emitter._events?.[type];
  return found === undefined ? [] : typeof found === 'function' ? [found] : found;
};

function warnOfLeak(emitter, type, list) {
  list.warned = true;
  const limit = limitOf(emitter);
  const warning = new Error(`Possible EventEmitter memory leak detected. ${list.length} ${String(type)} listeners added to ${require('util').inspect(emitter, { depth: -1 })}. MaxListeners is ${limit}. Use emitter.setMaxListeners() to increase limit`);
  warning.name = 'MaxListenersExceededWarning';
  Object.assign(warning, { emitter, type, count: list.length });
  require('process').emitWarning(warning);
}

function add(emitter, type, listener, prepend) {
  checkListener(listener);
  const events = emitter._events ??= { __proto__: null };
  if (events.newListener !== undefined) emitter.emit('newListener', type, listener.listener ?? listener);
  const existing = emitter._events[type];
  if (existing === undefined) {
    emitter._events[type] = listener;
    emitter._eventsCount = (emitter._eventsCount ?? 0) + 1;
    return emitter;
  }
  let list = existing;
  if (typeof existing === 'function') list = emitter._events[type] = prepend ? [listener, existing] : [existing, listener];
  else if (prepend) list.unshift(listener);
  else list.push(listener);
  const limit = limitOf(emitter);
  if (limit > 0 && list.length > limit && !list.warned) warnOfLeak(emitter, type, list);
  return emitter;
}

function onceWrap(emitter, type, listener) {
  checkListener(listener);
  let isFired = false;
  function wrapped(...args) {
    if (isFired) return;
    isFired = true;
    emitter.removeListener(type, wrapped);
    return Reflect.apply(listener, emitter, args);
  }
  wrapped.listener = listener;
  return wrapped;
}

function throwUnhandled(error) {
  if (error instanceof Error) throw error;
  const shown = require('util').inspect(error);
  throw coded(Error, 'ERR_UNHANDLED_ERROR', `Unhandled error. (${shown})`, { context: error });
}

function captureRejection(emitter, promise, type, args) {
  promise.then(undefined, (error) => {
    require('process').nextTick(() => {
      if (typeof emitter[kRejection] === 'function') return emitter[kRejection](error, type, ...args);
      emitter[kCapture] = false;
      try {
        emitter.emit('error', error);
      } finally {
        emitter[kCapture] = true;
      }
    });
  });
}

Object.assign(EventEmitter.prototype, {
  setMaxListeners(count) {
    if (typeof count !== 'number' || count < 0 || Number.isNaN(count)) throw outOfRange('setMaxListeners', '>= 0', count);
    this._maxListeners = count;
    return this;
  },
  getMaxListeners() { return limitOf(this); },
  emit(type, ...args) {
    if (type === 'error') {
      if (this._events?.[errorMonitor] !== undefined) this.emit(errorMonitor, ...args);
      if (this._events?.error === undefined) throwUnhandled(args[0]);
    }
    const handler = this._events?.[type];
    if (handler === undefined) return false;
    const list = typeof handler === 'function' ? [handler] : handler.slice();
    for (const listener of list) {
      const result = Reflect.apply(listener, this, args);
      if (this[kCapture] && result !== undefined && typeof result?.then === 'function')
        captureRejection(this, result, type, args);
    }
    return true;
  },
  addListener(type, listener) { return add(this, type, listener, false); },
  prependListener(type, listener) { return add(this, type, listener, true); },
  once(type, listener) { return this.on(type, onceWrap(this, type, listener)); },
  prependOnceListener(type, listener) { return this.prependListener(type, onceWrap(this, type, listener)); },
  removeListener(type, listener) {
    checkListener(listener);
    const list = listenersOf(this, type);
    const at = list.findLastIndex((each) => each === listener || each.listener === listener);
    if (at === -1) return this;
    const removed = list[at];
    const rest = list.toSpliced(at, 1);
    if (rest.length === 0) {
      delete this._events[type];
      --this._eventsCount;
    } else {
      this._events[type] = rest.length === 1 ? rest[0] : rest;
    }
    if (this._events.removeListener !== undefined) this.emit('removeListener', type, removed.listener ?? removed);
    return this;
  },
  removeAllListeners(type) {
    if (this._events === undefined) return this;
    if (type === undefined) {
      for (const key of Reflect.ownKeys(this._events)) if (key !== 'removeListener') this.removeAllListeners(key);
      if (this._events.removeListener !== undefined) this.removeAllListeners('removeListener');
      this._events = { __proto__: null };
      this._eventsCount = 0;
      return this;
    }
    for (const listener of [...listenersOf(this, type)].reverse()) this.removeListener(type, listener);
    return this;
  },
  listeners(type) { return listenersOf(this, type).map((each) => each.listener ?? each); },
  rawListeners(type) { return [...listenersOf(this, type)]; },
  listenerCount(type, listener) {
    const list = listenersOf(this, type);
    return listener ? list.filter((each) => each === listener || each.listener === listener).length : list.length;
  },
  eventNames() { return this._eventsCount > 0 ? Reflect.ownKeys(this._events) : []; },
});
EventEmitter.prototype.on = EventEmitter.prototype.addListener;
EventEmitter.prototype.off = EventEmitter.prototype.removeListener;

function once(emitter, name, options) {
  return new Promise((resolve, reject) => {
    const signal = options?.signal;
    if (signal?.aborted) return reject(signal.reason);
    const finish = (settle) => (value) => {
      emitter.removeListener?.(name, onEvent);
      emitter.removeListener?.('error', onError);
      signal?.removeEventListener('abort', onAbort);
      settle(value);
    };
    const onEvent = (...args) => finish(resolve)(args);
    const onError = finish(reject);
    const onAbort = () => finish(reject)(signal.reason);
    if (typeof emitter.addEventListener === 'function') {
      emitter.addEventListener(name, (event) => resolve([event]), { once: true });
    } else {
      emitter.once(name, onEvent);
      if (name !== 'error') emitter.once('error', onError);
    }
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

function on(emitter, name, options) {
  const queued = [];
  const waiting = [];
  let failure = null;
  let isDone = false;
  const onEvent = (...args) => {
    if (waiting.length > 0) waiting.shift().resolve({ value: args, done: false });
    else queued.push(args);
  };
  const onError = (error) => {
    if (waiting.length > 0) waiting.shift().reject(error);
    else failure = error;
    iterator.return();
  };
  const iterator = {
    next() {
      if (queued.length > 0) return Promise.resolve({ value: queued.shift(), done: false });
      if (failure) {
        const error = failure;
        failure = null;
        return Promise.reject(error);
      }
      if (isDone) return Promise.resolve({ value: undefined, done: true });
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    return() {
      isDone = true;
      emitter.removeListener(name, onEvent);
      emitter.removeListener('error', onError);
      for (const each of waiting.splice(0)) each.resolve({ value: undefined, done: true });
      return Promise.resolve({ value: undefined, done: true });
    },
    throw(error) {
      onError(error);
      return Promise.reject(error);
    },
    [Symbol.asyncIterator]() { return this; },
  };
  emitter.on(name, onEvent);
  if (name !== 'error') emitter.on('error', onError);
  options?.signal?.addEventListener('abort', () => onError(options.signal.reason), { once: true });
  return iterator;
}

module.exports = EventEmitter;
Object.assign(EventEmitter, {
  EventEmitter,
  once,
  on,
  errorMonitor,
  captureRejectionSymbol: kRejection,
  captureRejections: false,
  usingDomains: false,
  listenerCount: (emitter, type) => emitter.listenerCount(type),
  getEventListeners: (emitter, type) => emitter.listeners(type),
  getMaxListeners: (emitter) => limitOf(emitter),
  setMaxListeners(count = defaultMaxListeners, ...emitters) {
    if (emitters.length === 0) defaultMaxListeners = count;
    for (const emitter of emitters) emitter.setMaxListeners(count);
  },
});
Object.defineProperty(EventEmitter, 'defaultMaxListeners', {
  get: () => defaultMaxListeners,
  set(count) {
    if (typeof count !== 'number' || count < 0 || Number.isNaN(count)) throw outOfRange('defaultMaxListeners', '>= 0', count);
    defaultMaxListeners = count;
  },
  enumerable: true,
});
