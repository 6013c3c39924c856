// The process object. Its natives are in ProcessNatives.cpp.
const EventEmitter = require('events');
const { invalidArgType, invalidArgValue, outOfRange, coded, missing } = require('_errors');
const own = native.process;

class process extends EventEmitter {}
Object.defineProperty(process.prototype, Symbol.toStringTag, { value: 'process', configurable: true });
const self = module.exports = Object.create(process.prototype);
EventEmitter.init.call(self);
for (const key of ['_events', '_eventsCount', '_maxListeners'])
  Object.defineProperty(self, key, { enumerable: false, writable: true, configurable: true, value: self[key] });

const env = new Proxy(own.environment(), {
  set(target, key, value) {
    if (typeof key === 'symbol' || typeof value === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
    target[key] = `${value}`;
    own.setEnvironment(key, target[key]);
    return true;
  },
  defineProperty(target, key, descriptor) {
    if (!descriptor.configurable || !descriptor.writable || !descriptor.enumerable) {
      throw coded(TypeError, 'ERR_INVALID_OBJECT_DEFINE_PROPERTY',
                  "'process.env' only accepts a configurable, writable, and enumerable data descriptor");
    }
    return this.set(target, key, descriptor.value);
  },
  deleteProperty(target, key) {
    if (typeof key === 'string') own.setEnvironment(key);
    return Reflect.deleteProperty(target, key);
  },
});

function exitStatus(code, name) {
  if (code === undefined || code === null) return undefined;
  const number = typeof code === 'string' && code !== '' ? Number(code) : code;
  if (typeof number !== 'number') throw invalidArgType(name, 'integer', code);
  if (!Number.isInteger(number)) throw outOfRange(name, 'an integer', code);
  return number;
}

function hrtime(previous) {
  const now = own.hrtime();
  const time = [Number(now / 1000000000n), Number(now % 1000000000n)];
  if (previous === undefined) return time;
  if (!Array.isArray(previous)) throw invalidArgType('time', 'Array', previous);
  if (previous.length !== 2) throw outOfRange('time', '2', previous.length);
  let seconds = time[0] - previous[0];
  let nanoseconds = time[1] - previous[1];
  if (nanoseconds < 0) {
    --seconds;
    nanoseconds += 1e9;
  }
  return [seconds, nanoseconds];
}
hrtime.bigint = () => own.hrtime();

function makeWarning(warning, type, code) {
  let detail;
  if (typeof type === 'object' && type !== null) ({ type, code, detail } = type);
  if (typeof warning === 'string') {
    warning = new Error(warning);
    warning.name = String(type || 'Warning');
    if (code !== undefined) warning.code = code;
    if (detail !== undefined) warning.detail = detail;
  } else if (!(warning instanceof Error)) {
    throw invalidArgType('warning', ['Error', 'string'], warning);
  }
  return warning;
}

function printWarning(warning) {
  if (self.noDeprecation && warning.name === 'DeprecationWarning') return;
  const code = warning.code ? `[${warning.code}] ` : '';
  const text = warning.name === 'DeprecationWarning' || !(warning instanceof Error) ?
    `${warning.name}: ${warning.message}` : `${warning}`;
  const detail = typeof warning.detail === 'string' ? `\n${warning.detail}` : '';
  own.write(2, `(vmscope:${own.pid}) ${code}${text}${detail}\n`);
}

const emitWarning = (warning) => self.emit('warning', warning);

const signals = own.signals();
const watched = new Map();
function watchSignal(name) {
  if (typeof name !== 'string' || !(name in signals) || watched.has(name)) return;
  if (name === 'SIGKILL' || name === 'SIGSTOP') throw coded(Error, 'EINVAL', `uv_signal_start EINVAL`);
  watched.set(name, own.watchSignal(signals[name], () => self.emit(name, name, signals[name])));
}
function unwatchSignal(name) {
  if (!watched.has(name) || self.listenerCount(name) > 0) return;
  own.unwatchSignal(watched.get(name));
  watched.delete(name);
}

function stream(fd) {
  const made = new EventEmitter();
  Object.assign(made, {
    fd,
    isTTY: own.isTerminal(fd) || undefined,
    writable: true,
    columns: own.isTerminal(fd) ? own.columns(fd) : undefined,
    write(chunk, encoding, callback) {
      own.write(fd, typeof chunk === 'string' ? chunk : chunk instanceof Uint8Array ? Buffer.from(chunk).toString() : fail(chunk));
      const done = typeof encoding === 'function' ? encoding : callback;
      if (done) own.nextTick(done);
      return true;
    },
    end(chunk, ...rest) {
      if (chunk !== undefined && typeof chunk !== 'function') made.write(chunk, ...rest);
      return made;
    },
    cork() {},
    uncork() {},
    hasColors: () => own.isTerminal(fd),
    getColorDepth: () => (own.isTerminal(fd) ? 8 : 1),
  });
  return made;
}
const fail = (chunk) => { throw invalidArgType('chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk); };

function lazy(name, make) {
  Object.defineProperty(self, name, {
    get() {
      const value = make();
      Object.defineProperty(self, name, { value, writable: true, enumerable: true, configurable: true });
      return value;
    },
    enumerable: true, configurable: true,
  });
}

let capture = null;
Object.assign(self, {
  version: own.version,
  versions: own.versions(),
  arch: own.arch,
  platform: own.platform,
  release: { name: 'vmscope' },
  title: 'vmscope',
  argv: [own.executable, ...own.arguments()],
  execArgv: [],
  execPath: own.executable,
  argv0: own.argv0,
  env,
  pid: own.pid,
  ppid: own.ppid,
  debugPort: 9229,
  features: { inspector: true, debug: false, uv: true, ipv6: true, tls: false, typescript: false, require_module: true },
  config: { target_defaults: {}, variables: {} },
  cwd: own.cwd,
  chdir(folder) {
    if (typeof folder !== 'string') throw invalidArgType('directory', 'string', folder);
    own.chdir(folder);
  },
  umask: (mask) => own.umask(mask === undefined ? -1 : Number(mask)),
  uptime: own.uptime,
  hrtime,
  cpuUsage: own.cpuUsage,
  memoryUsage: Object.assign(() => own.memoryUsage(), { rss: () => own.memoryUsage().rss }),
  resourceUsage() { throw missing('process.resourceUsage'); },
  nextTick(callback, ...args) {
    if (typeof callback !== 'function') throw invalidArgType('callback', 'function', callback);
    own.nextTick(callback, ...args);
  },
  exit(code) { own.exit(exitStatus(code, 'code')); },
  reallyExit(code) { own.exit(exitStatus(code, 'code')); },
  abort: own.abort,
  kill(pid, signal = 'SIGTERM') {
    if (!Number.isInteger(pid)) throw invalidArgType('pid', 'number', pid);
    const number = typeof signal === 'number' ? signal : signals[signal];
    if (number === undefined) throw coded(TypeError, 'ERR_UNKNOWN_SIGNAL', `Unknown signal: ${signal}`);
    own.kill(pid, number);
    return true;
  },
  emitWarning(warning, type, code) {
    own.nextTick(emitWarning, makeWarning(warning, type, code));
  },
  setUncaughtExceptionCaptureCallback(callback) {
    if (callback !== null && typeof callback !== 'function') throw invalidArgType('fn', ['function', 'null'], callback);
    capture = callback;
  },
  hasUncaughtExceptionCaptureCallback: () => capture !== null,
  binding(name) { throw coded(Error, 'ERR_INVALID_MODULE', `No such binding: ${name}`); },
  getBuiltinModule: (name) => (native.module.isBuiltin(`${name}`) ? require(name) : undefined),
  getuid: own.getuid, geteuid: own.geteuid, getgid: own.getgid, getegid: own.getegid,
  setSourceMapsEnabled() {},
});
lazy('stdout', () => stream(1));
lazy('stderr', () => stream(2));
lazy('stdin', () => require('_stdin'));
lazy('report', () => { throw missing('process.report'); });
Object.defineProperty(self, 'mainModule', {
  get: () => require('module')._main, set() {}, enumerable: true, configurable: true,
});
Object.defineProperty(self, 'exitCode', {
  get: () => own.exitCode(),
  set(code) { own.setExitCode(exitStatus(code, 'code')); },
  enumerable: true, configurable: true,
});
Object.defineProperty(self, '_capture', { get: () => capture, enumerable: false });
if (env.NODE_NO_WARNINGS !== '1') self.on('warning', printWarning);
self.on('newListener', watchSignal);
self.on('removeListener', unwatchSignal);
