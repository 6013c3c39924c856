// console.Console: consoles that print to other streams, each with its own groups, counts and timers.
const { invalidArgType, invalidArgValue, outOfRange, coded } = require('_errors');
const { format, formatWithOptions, inspect, table, duration } = native.inspect;

const maxIndentation = 1000;
const states = new WeakMap();
const stateOf = (console) => states.get(console);

function checkStream(stream, name) {
  if (typeof stream?.write !== 'function')
    throw coded(TypeError, 'ERR_CONSOLE_WRITABLE_STREAM', `Console expects a writable stream instance for ${name}`);
}

function checkOptions({ colorMode, groupIndentation, inspectOptions }) {
  if (!['auto', true, false].includes(colorMode)) throw invalidArgValue('colorMode', colorMode, "must be one of: 'auto', true, false");
  if (typeof groupIndentation !== 'number') throw invalidArgType('groupIndentation', 'number', groupIndentation);
  if (!Number.isInteger(groupIndentation)) throw outOfRange('groupIndentation', 'an integer', groupIndentation);
  if (groupIndentation < 0 || groupIndentation > maxIndentation) throw outOfRange('groupIndentation', `>= 0 && <= ${maxIndentation}`, groupIndentation);
  if (inspectOptions !== undefined && (inspectOptions === null || typeof inspectOptions !== 'object'))
    throw invalidArgType('options.inspectOptions', 'object', inspectOptions);
}

function hasColors({ colorMode, inspectOptions }, stream) {
  if (colorMode !== 'auto') return colorMode;
  if (inspectOptions?.colors !== undefined) return inspectOptions.colors;
  return Boolean(stream.isTTY && (typeof stream.getColorDepth !== 'function' || stream.getColorDepth() > 2));
}

function print(console, which, values) {
  const state = stateOf(console);
  const stream = state[which];
  let text = formatWithOptions({ ...state.inspectOptions, colors: hasColors(state, stream) }, ...values);
  const margin = ' '.repeat(state.depth * state.groupIndentation);
  if (margin !== '') text = margin + text.replaceAll('\n', `\n${margin}`);
  try {
    stream.write(`${text}\n`);
  } catch (error) {
    if (!state.ignoreErrors) throw error;
  }
}

const warn = (message) => require('process').emitWarning(message);

function printTime(console, label, method, values) {
  const begun = stateOf(console).timers.get(label);
  if (begun === undefined) return warn(`No such label '${label}' for console.${method}()`);
  print(console, 'stdout', [`${label}: ${duration(Number(native.process.hrtime() - begun) / 1e6)}`, ...values]);
}

const methods = {
  log(...values) { print(this, 'stdout', values); },
  info(...values) { print(this, 'stdout', values); },
  debug(...values) { print(this, 'stdout', values); },
  warn(...values) { print(this, 'stderr', values); },
  error(...values) { print(this, 'stderr', values); },
  dir(value, options) {
    const state = stateOf(this);
    print(this, 'stdout', ['%s', inspect(value, { customInspect: false, ...state.inspectOptions, colors: hasColors(state, state.stdout), ...options })]);
  },
  time(label = 'default') {
    const { timers } = stateOf(this);
    if (timers.has(`${label}`)) return warn(`Label '${label}' already exists for console.time()`);
    timers.set(`${label}`, native.process.hrtime());
  },
  timeEnd(label = 'default') {
    printTime(this, `${label}`, 'timeEnd', []);
    stateOf(this).timers.delete(`${label}`);
  },
  timeLog(label = 'default', ...values) { printTime(this, `${label}`, 'timeLog', values); },
  trace(...values) {
    const traced = { name: 'Trace', message: format(...values) };
    Error.captureStackTrace(traced, this.trace);
    this.error(traced.stack);
  },
  assert(condition, ...values) {
    if (condition) return;
    values[0] = `Assertion failed${values.length === 0 ? '' : `: ${values[0]}`}`;
    this.warn(...values);
  },
  clear() {
    const { stdout } = stateOf(this);
    if (stdout.isTTY && process.env.TERM !== 'dumb') stdout.write('\u001b[1;1H\u001b[0J');
  },
  count(label = 'default') {
    const { counts } = stateOf(this);
    counts.set(`${label}`, (counts.get(`${label}`) ?? 0) + 1);
    this.log(`${label}: ${counts.get(`${label}`)}`);
  },
  countReset(label = 'default') {
    if (!stateOf(this).counts.delete(`${label}`)) warn(`Count for '${label}' does not exist`);
  },
  group(...values) {
    if (values.length > 0) this.log(...values);
    ++stateOf(this).depth;
  },
  groupEnd() {
    const state = stateOf(this);
    state.depth = Math.max(0, state.depth - 1);
  },
  table(value, columns) { this.log(Object(value) === value ? table(value, columns) : value); },
  dirxml(...values) { print(this, 'stdout', values); },
  groupCollapsed(...values) { this.group(...values); },
};

function Console(options) {
  if (!new.target) return Reflect.construct(Console, arguments);
  const isStream = !options || typeof options.write === 'function';
  const given = isStream ? { stdout: options, stderr: arguments[1], ignoreErrors: arguments[2] } : options;
  const { stdout, stderr = stdout, ignoreErrors = true, colorMode = 'auto', groupIndentation = 2, inspectOptions } = given;
  checkStream(stdout, 'stdout');
  checkStream(stderr, 'stderr');
  checkOptions({ colorMode, groupIndentation, inspectOptions });
  states.set(this, { stdout, stderr, ignoreErrors, colorMode, groupIndentation, inspectOptions, depth: 0, counts: new Map(), timers: new Map() });
  for (const name of Object.keys(methods)) this[name] = Object.defineProperty(this[name].bind(this), 'name', { value: name });
}
Object.assign(Console.prototype, methods);
Object.defineProperty(Console, Symbol.hasInstance, { value: (object) => object === globalThis.console || states.has(object) });

const tasks = new WeakSet();
// What V8's inspector replaces, to show the task in asynchronous stacks.
function createTask(name) {
  if (typeof name !== 'string' || name === '') throw new Error('First argument must be a non-empty string.');
  const task = {
    run(callback) {
      if (!tasks.has(this)) throw new Error("'run' called with illegal receiver.");
      if (typeof callback !== 'function') throw new Error('First argument must be a function.');
      return callback();
    },
  };
  tasks.add(task);
  return task;
}

module.exports = { Console, createTask };
