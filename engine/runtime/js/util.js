// node:util.
const inspect = native.inspect.inspect;

const foreground = (code) => [code, 39];
const background = (code) => [code, 49];
inspect.custom = native.inspect.custom;
inspect.colors = Object.assign({ __proto__: null }, {
  reset: [0, 0], bold: [1, 22], dim: [2, 22], italic: [3, 23], underline: [4, 24], blink: [5, 25], inverse: [7, 27],
  hidden: [8, 28], strikethrough: [9, 29], doubleunderline: [21, 24],
  black: foreground(30), red: foreground(31), green: foreground(32), yellow: foreground(33), blue: foreground(34),
  magenta: foreground(35), cyan: foreground(36), white: foreground(37),
  bgBlack: background(40), bgRed: background(41), bgGreen: background(42), bgYellow: background(43),
  bgBlue: background(44), bgMagenta: background(45), bgCyan: background(46), bgWhite: background(47),
  framed: [51, 54], overlined: [53, 55],
  gray: foreground(90), redBright: foreground(91), greenBright: foreground(92), yellowBright: foreground(93),
  blueBright: foreground(94), magentaBright: foreground(95), cyanBright: foreground(96), whiteBright: foreground(97),
  bgGray: background(100), bgRedBright: background(101), bgGreenBright: background(102),
  bgYellowBright: background(103), bgBlueBright: background(104), bgMagentaBright: background(105),
  bgCyanBright: background(106), bgWhiteBright: background(107),
});
inspect.styles = Object.assign({ __proto__: null }, {
  special: 'cyan', number: 'yellow', bigint: 'yellow', boolean: 'yellow', undefined: 'grey', null: 'bold',
  string: 'green', symbol: 'green', date: 'magenta', regexp: 'red', module: 'underline',
});
Object.defineProperty(inspect, 'defaultOptions', {
  get: () => native.inspect.defaults(),
  set: (options) => native.inspect.setDefaults(options),
});

const { invalidArgType, coded, missing } = require('_errors');
const kPromisify = Symbol.for('nodejs.util.promisify.custom');

function promisify(original) {
  if (typeof original !== 'function') throw invalidArgType('original', 'function', original);
  const custom = original[kPromisify];
  if (custom !== undefined) {
    if (typeof custom !== 'function') throw invalidArgType('util.promisify.custom', 'function', custom);
    return Object.defineProperty(custom, kPromisify, { value: custom, enumerable: false, writable: false, configurable: true });
  }
  function promised(...args) {
    return new Promise((resolve, reject) => {
      Reflect.apply(original, this, [...args, (error, ...values) => (error ? reject(error) : resolve(values[0]))]);
    });
  }
  Object.setPrototypeOf(promised, Object.getPrototypeOf(original));
  Object.defineProperty(promised, kPromisify, { value: promised, enumerable: false, writable: false, configurable: true });
  return Object.defineProperties(promised, Object.getOwnPropertyDescriptors(original));
}
promisify.custom = kPromisify;

function callbackify(original) {
  if (typeof original !== 'function') throw invalidArgType('original', 'function', original);
  function called(...args) {
    const callback = args.pop();
    if (typeof callback !== 'function') throw invalidArgType('last argument', 'function', callback);
    const { nextTick } = require('process');
    const fail = (reason) => reason || coded(Error, 'ERR_FALSY_VALUE_REJECTION', 'Promise was rejected with falsy value', { reason });
    Reflect.apply(original, this, args).then((value) => nextTick(callback.bind(this), null, value),
                                             (reason) => nextTick(callback.bind(this), fail(reason)));
  }
  const descriptors = Object.getOwnPropertyDescriptors(original);
  if (typeof descriptors.length.value === 'number') ++descriptors.length.value;
  if (typeof descriptors.name.value === 'string') descriptors.name.value += 'Callbackified';
  return Object.defineProperties(called, descriptors);
}

function inherits(constructor, parent) {
  if (constructor === undefined || constructor === null) throw invalidArgType('ctor', 'function', constructor);
  if (parent === undefined || parent === null) throw invalidArgType('superCtor', 'function', parent);
  if (parent.prototype === undefined) throw invalidArgType('superCtor.prototype', 'object', parent.prototype);
  Object.defineProperty(constructor, 'super_', { value: parent, writable: true, configurable: true });
  Object.setPrototypeOf(constructor.prototype, parent.prototype);
}

const warnedCodes = new Set();
function deprecate(fn, message, code) {
  let isWarned = false;
  function deprecated(...args) {
    if (!isWarned && !(code !== undefined && warnedCodes.has(code))) {
      isWarned = true;
      if (code !== undefined) warnedCodes.add(code);
      require('process').emitWarning(message, 'DeprecationWarning', code);
    }
    return new.target ? Reflect.construct(fn, args, new.target) : Reflect.apply(fn, this, args);
  }
  Object.setPrototypeOf(deprecated, fn);
  if (fn.prototype) deprecated.prototype = fn.prototype;
  return deprecated;
}

function debuglog(set) {
  const process = require('process');
  const names = (process.env.NODE_DEBUG ?? '').toUpperCase().split(',');
  const isOn = names.includes(set.toUpperCase());
  const log = (...values) => {
    if (isOn) process.stderr.write(`${set.toUpperCase()} ${process.pid}: ${module.exports.format(...values)}\n`);
  };
  return Object.defineProperty(log, 'enabled', { get: () => isOn });
}

function styleText(format, text, { validateStream = true } = {}) {
  if (validateStream && !native.process.isTerminal(1)) return text;
  const formats = Array.isArray(format) ? format : [format];
  return formats.reduceRight((styled, name) => {
    const codes = inspect.colors[name];
    if (!codes) throw require('_errors').invalidArgValue('format', name, `must be one of: ${Object.keys(inspect.colors).map((each) => `'${each}'`).join(', ')}`);
    return `\u001b[${codes[0]}m${styled}\u001b[${codes[1]}m`;
  }, text);
}

const ansi = /(?:\u001B\][\s\S]*?(?:\u0007|\u001B\\|\u009C))|[\u001B\u009B][[\]()#;?]*(?:\d{1,4}(?:[;:]\d{0,4})*)?[\dA-PR-TZcf-nq-uy=><~]/g;
const lazy = (name, read) => Object.defineProperty(module.exports, name, { get: read, enumerable: true, configurable: true });
const absent = (name) => { module.exports[name] = () => { throw missing(`util.${name}`); }; };

module.exports = {
  inspect,
  format: native.inspect.format,
  formatWithOptions(options, ...values) {
    if (options === null || typeof options !== 'object') throw invalidArgType('inspectOptions', 'object', options);
    return native.inspect.formatWithOptions(options, ...values);
  },
  promisify,
  callbackify,
  inherits,
  deprecate,
  debuglog,
  debug: debuglog,
  styleText,
  types: native.util.types,
  isDeepStrictEqual: (a, b) => require('_comparisons').isDeepStrictEqual(a, b),
  isArray: Array.isArray,
  stripVTControlCharacters: (text) => text.replace(ansi, ''),
  toUSVString: (text) => `${text}`.toWellFormed(),
};
lazy('TextEncoder', () => require('_encoding').TextEncoder);
lazy('TextDecoder', () => require('_encoding').TextDecoder);
lazy('parseArgs', () => require('_parse_args').parseArgs);
['parseEnv', 'MIMEType', 'MIMEParams', 'getSystemErrorName', 'getSystemErrorMap', 'getCallSites', 'aborted',
 'transferableAbortController', 'transferableAbortSignal', 'diff', 'setTraceSigInt'].forEach(absent);
