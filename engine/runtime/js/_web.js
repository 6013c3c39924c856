// Events of the web platform, as far as AbortSignal needs them.
const { coded, invalidArgType } = require('_errors');
const { inspect } = require('util');

class Event {
  #type;
  #options;
  #isPrevented = false;
  #isStopped = false;
  constructor(type, options = {}) {
    if (arguments.length === 0) throw coded(TypeError, 'ERR_MISSING_ARGS', 'The "type" argument must be specified');
    this.#type = `${type}`;
    this.#options = options ?? {};
    this.target = null;
    this.currentTarget = null;
    this.timeStamp = native.process.uptime() * 1000;
  }
  get type() { return this.#type; }
  get cancelable() { return !!this.#options.cancelable; }
  get bubbles() { return !!this.#options.bubbles; }
  get defaultPrevented() { return this.#isPrevented; }
  get isStopped() { return this.#isStopped; }
  preventDefault() { this.#isPrevented = this.cancelable; }
  stopImmediatePropagation() { this.#isStopped = true; }
  stopPropagation() {}
}

class CustomEvent extends Event {
  #detail;
  constructor(type, options) {
    super(type, options);
    this.#detail = options?.detail ?? null;
  }
  get detail() { return this.#detail; }
}

class EventTarget {
  #listeners = new Map();
  addEventListener(type, listener, options) {
    if (listener === null || listener === undefined) return;
    const { once = false, signal } = typeof options === 'object' && options !== null ? options : {};
    if (signal?.aborted) return;
    const list = this.#listeners.get(type) ?? [];
    if (list.some((each) => each.listener === listener)) return;
    this.#listeners.set(type, [...list, { listener, once }]);
    signal?.addEventListener('abort', () => this.removeEventListener(type, listener), { once: true });
  }
  removeEventListener(type, listener) {
    this.#listeners.set(type, (this.#listeners.get(type) ?? []).filter((each) => each.listener !== listener));
  }
  dispatchEvent(event) {
    if (!(event instanceof Event)) throw invalidArgType('event', 'Event', event);
    event.target = event.currentTarget = this;
    const own = this[`on${event.type}`];
    const list = [...(typeof own === 'function' ? [{ listener: own }] : []), ...(this.#listeners.get(event.type) ?? [])];
    for (const { listener, once } of list) {
      if (once) this.removeEventListener(event.type, listener);
      try {
        if (typeof listener === 'function') listener.call(this, event);
        else listener.handleEvent(event);
      } catch (error) {
        native.process.nextTick(() => { throw error; });
      }
      if (event.isStopped) break;
    }
    event.currentTarget = null;
    return !event.defaultPrevented;
  }
}

const codes = {
  IndexSizeError: 1, InvalidCharacterError: 5, NotFoundError: 8, NotSupportedError: 9, InvalidStateError: 11, SyntaxError: 12, InvalidAccessError: 15,
  AbortError: 20, URLMismatchError: 21, QuotaExceededError: 22, TimeoutError: 23, InvalidNodeTypeError: 24, DataCloneError: 25,
};
class DOMException extends Error {
  constructor(message = '', options = 'Error') {
    super(message);
    const name = typeof options === 'object' && options !== null ? options.name ?? 'Error' : `${options}`;
    Object.defineProperty(this, 'name', { value: name, configurable: true, writable: true, enumerable: false });
    Object.defineProperty(this, 'code', { value: codes[name] ?? 0, configurable: true, enumerable: false });
    if (typeof options === 'object' && options !== null && 'cause' in options)
      Object.defineProperty(this, 'cause', { value: options.cause, configurable: true, writable: true, enumerable: false });
    Error.captureStackTrace(this, DOMException);
  }
}

const make = Symbol('make');
class AbortSignal extends EventTarget {
  #isAborted = false;
  #reason;
  constructor(key) {
    super();
    if (key !== make) throw coded(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
  }
  get aborted() { return this.#isAborted; }
  get reason() { return this.#reason; }
  throwIfAborted() { if (this.#isAborted) throw this.#reason; }
  [inspect.custom](depth, options) { return `AbortSignal ${inspect({ aborted: this.aborted }, { ...options, depth })}`; }
  static [make](signal, reason) {
    if (signal.#isAborted) return;
    signal.#isAborted = true;
    signal.#reason = reason === undefined ? new DOMException('This operation was aborted', 'AbortError') : reason;
    signal.dispatchEvent(new Event('abort'));
  }
  static abort(reason) {
    const signal = new AbortSignal(make);
    AbortSignal[make](signal, reason);
    return signal;
  }
  static timeout(delay) {
    const signal = new AbortSignal(make);
    const reason = () => new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    require('timers').setTimeout(() => AbortSignal[make](signal, reason()), delay).unref();
    return signal;
  }
  static any(signals) {
    const combined = new AbortSignal(make);
    for (const signal of signals) {
      if (signal.aborted) AbortSignal[make](combined, signal.reason);
      else signal.addEventListener('abort', () => AbortSignal[make](combined, signal.reason), { once: true });
    }
    return combined;
  }
}

class AbortController {
  #signal = new AbortSignal(make);
  get signal() { return this.#signal; }
  abort(reason) { AbortSignal[make](this.#signal, reason); }
  [inspect.custom](depth, options) { return `AbortController ${inspect({ signal: this.signal }, { ...options, depth })}`; }
}

module.exports = { Event, CustomEvent, EventTarget, DOMException, AbortSignal, AbortController };
