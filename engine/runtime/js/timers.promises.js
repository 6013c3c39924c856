// node:timers/promises.
const { setTimeout, setImmediate, setInterval, clearTimeout, clearImmediate, clearInterval } = require('timers');
const { invalidArgType } = require('_errors');
const shown = require('_generators');

function abortError(signal) {
  const error = new Error('The operation was aborted', { cause: signal.reason });
  error.name = 'AbortError';
  error.code = 'ABORT_ERR';
  return error;
}

function checkOptions(options) {
  if (options === null || typeof options !== 'object') throw invalidArgType('options', 'Object', options);
  const { signal, ref = true } = options;
  if (signal !== undefined && (signal === null || typeof signal !== 'object' || !('aborted' in signal)))
    throw invalidArgType('options.signal', 'AbortSignal', signal);
  if (typeof ref !== 'boolean') throw invalidArgType('options.ref', 'boolean', ref);
  return { signal, ref };
}

function wait(start, clear, value, options) {
  let checked;
  try {
    checked = checkOptions(options);
  } catch (error) {
    return Promise.reject(error);
  }
  const { signal, ref } = checked;
  if (signal?.aborted) return Promise.reject(abortError(signal));
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clear(timer);
      reject(abortError(signal));
    };
    const timer = start(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve(value);
    });
    if (!ref) timer.unref();
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

async function* repeat(delay, value, options) {
  const { signal, ref } = checkOptions(options);
  if (signal?.aborted) throw abortError(signal);
  let due = 0;
  let wake;
  const timer = setInterval(() => {
    ++due;
    wake?.();
  }, delay);
  if (!ref) timer.unref();
  const onAbort = () => wake?.();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    while (!signal?.aborted) {
      if (due === 0) await new Promise((resolve) => { wake = resolve; });
      for (; due > 0; --due) yield value;
    }
    throw abortError(signal);
  } finally {
    clearInterval(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

module.exports = {
  setTimeout(delay, value, options = {}) {
    if (delay !== undefined && typeof delay !== 'number')
      return Promise.reject(invalidArgType('delay', 'number', delay));
    return wait((callback) => setTimeout(callback, delay), clearTimeout, value, options);
  },
  setImmediate: (value, options = {}) => wait(setImmediate, clearImmediate, value, options),
  setInterval: (delay, value, options = {}) => shown(repeat(delay, value, options)),
  scheduler: {
    wait: (delay, options) => module.exports.setTimeout(delay, undefined, options),
    yield: () => module.exports.setImmediate(),
  },
};
