// node:fs: each operation once, as a sync function, one with a callback and one with a promise.
const { coded, invalidArgType, invalidArgValue, missing } = require('_errors');
const { Buffer } = require('buffer');
const { constants, now, later } = native.fs;

function toPath(value, name = 'path') {
  if (value instanceof URL) return require('url').fileURLToPath(value);
  const text = native.util.types.isUint8Array(value) ? Buffer.from(value).toString() : value;
  if (typeof text !== 'string') throw invalidArgType(name, ['string', 'Buffer', 'URL'], value);
  if (text.includes('\0')) throw invalidArgValue(name, value, 'must be a string, Uint8Array, or URL without null bytes');
  return text;
}
function toFd(value) {
  if (typeof value !== 'number') throw invalidArgType('fd', 'number', value);
  return value;
}
const target = (value) => (typeof value === 'number' ? { fd: value } : value instanceof FileHandle ? { fd: value.fd } : { path: toPath(value) });

const { O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND, O_EXCL, O_SYNC } = constants;
const flagWords = {
  r: O_RDONLY, rs: O_RDONLY | O_SYNC, 'r+': O_RDWR, 'rs+': O_RDWR | O_SYNC, w: O_TRUNC | O_CREAT | O_WRONLY, wx: O_TRUNC | O_CREAT | O_WRONLY | O_EXCL,
  'w+': O_TRUNC | O_CREAT | O_RDWR, 'wx+': O_TRUNC | O_CREAT | O_RDWR | O_EXCL, a: O_APPEND | O_CREAT | O_WRONLY, ax: O_APPEND | O_CREAT | O_WRONLY | O_EXCL,
  'a+': O_APPEND | O_CREAT | O_RDWR, 'ax+': O_APPEND | O_CREAT | O_RDWR | O_EXCL,
};
function toFlags(flags, fallback) {
  if (flags === undefined || flags === null) return flagWords[fallback];
  if (typeof flags === 'number') return flags;
  if (!(flags in flagWords)) throw invalidArgValue('flags', flags);
  return flagWords[flags];
}
const toMode = (mode, fallback) => (typeof mode === 'string' ? parseInt(mode, 8) : mode ?? fallback);
function toBytes(data, encoding) {
  if (typeof data === 'string') return Buffer.from(data, encoding);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  throw invalidArgType('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
}
function withEncoding(options) {
  const given = typeof options === 'string' ? { encoding: options } : options ?? {};
  if (typeof given !== 'object') throw invalidArgType('options', ['string', 'Object'], options);
  const { encoding } = given;
  if (encoding !== undefined && encoding !== null && encoding !== 'buffer' && !Buffer.isEncoding(encoding))
    throw invalidArgValue('encoding', encoding, 'is invalid encoding');
  return given;
}
const toSeconds = (time) => (time instanceof Date ? time.getTime() / 1000 : Number(time));

const kinds = { isFile: 1, isDirectory: 2, isSymbolicLink: 3, isFIFO: 4, isSocket: 5, isCharacterDevice: 6, isBlockDevice: 7 };
const modes = { isFile: 0o100000, isDirectory: 0o040000, isSymbolicLink: 0o120000, isFIFO: 0o010000, isSocket: 0o140000, isCharacterDevice: 0o020000, isBlockDevice: 0o060000 };
class Stats {
  constructor(values) {
    Object.assign(this, values);
    for (const name of ['atime', 'mtime', 'ctime', 'birthtime'])
      Object.defineProperty(this, name, { get: () => new Date(Math.round(values[`${name}Ms`])), enumerable: true, configurable: true });
  }
}
class Dirent {
  #kind;
  constructor(name, kind, folder) {
    this.name = name;
    this.parentPath = folder;
    this.#kind = kind;
  }
  static {
    for (const [name, kind] of Object.entries(kinds))
      Object.defineProperty(Dirent.prototype, name, { value() { return this.#kind === kind; }, writable: true, configurable: true });
  }
}
for (const [name, bits] of Object.entries(modes))
  Object.defineProperty(Stats.prototype, name, { value() { return (this.mode & 0o170000) === bits; }, writable: true, configurable: true });

const same = (value) => value;
const nothing = () => undefined;

// Each row says what is asked of the native operation, and what is made of its answer.
const operations = {
  access: (path, mode = constants.F_OK) => ['access', { path: toPath(path), mode }, nothing],
  appendFile: (path, data, options) => operations.writeFile(path, data, { ...withEncoding(options), flag: withEncoding(options).flag ?? 'a' }),
  chmod: (path, mode) => ['chmod', { path: toPath(path), mode: toMode(mode) }, nothing],
  close: (fd) => ['close', { fd: toFd(fd) }, nothing],
  copyFile: (from, to, flags = 0) => ['copyFile', { path: toPath(from, 'src'), other: toPath(to, 'dest'), flags }, nothing],
  fstat: (fd) => ['fstat', { fd: toFd(fd) }, (values) => new Stats(values)],
  fsync: (fd) => ['fsync', { fd: toFd(fd) }, nothing],
  ftruncate: (fd, length = 0) => ['ftruncate', { fd: toFd(fd), position: length }, nothing],
  lstat: (path) => ['lstat', { path: toPath(path) }, (values) => new Stats(values)],
  mkdir: (path, options) => {
    const { recursive = false, mode } = typeof options === 'object' && options !== null ? options : { mode: options };
    return recursive ? ['mkdirs', { path: toPath(path), mode: toMode(mode, 0o777) }, (made) => made || undefined] :
      ['mkdir', { path: toPath(path), mode: toMode(mode, 0o777) }, nothing];
  },
  mkdtemp: (prefix) => ['mkdtemp', { path: toPath(prefix, 'prefix') }, same],
  open: (path, flags, mode) => ['open', { path: toPath(path), flags: toFlags(flags, 'r'), mode: toMode(mode, 0o666) }, same],
  readdir: (path, options) => {
    const { withFileTypes, recursive } = withEncoding(options);
    if (recursive) throw missing("fs.readdir's recursive option");
    const folder = toPath(path);
    return ['readdir', { path: folder }, (entries) => entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, kind]) => (withFileTypes ? new Dirent(name, kind, folder) : name))];
  },
  readFile: (path, options) => {
    const { encoding, flag } = withEncoding(options);
    return ['readFile', { ...target(path), flags: toFlags(flag, 'r') }, (bytes) => {
      const buffer = Buffer.from(bytes.buffer);
      return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
    }];
  },
  readlink: (path) => ['readlink', { path: toPath(path) }, same],
  realpath: (path) => ['realpath', { path: toPath(path) }, same],
  rename: (from, to) => ['rename', { path: toPath(from, 'oldPath'), other: toPath(to, 'newPath') }, nothing],
  rm: (path, options) => {
    const { recursive = false, force = false } = options ?? {};
    const name = toPath(path);
    const kind = exists(name, 'lstat');
    if (!kind && force) return ['access', { path: '/', mode: 0 }, nothing];
    if (kind?.isDirectory() && !recursive)
      throw coded(Error, 'ERR_FS_EISDIR', `Path is a directory: rm returned EISDIR (is a directory) ${name}`, { name: 'SystemError', syscall: 'rm', path: name });
    return [kind?.isDirectory() ? 'rm' : kind ? 'unlink' : 'lstat', { path: name }, nothing];
  },
  rmdir: (path) => ['rmdir', { path: toPath(path) }, nothing],
  stat: (path) => ['stat', { path: toPath(path) }, (values) => new Stats(values)],
  symlink: (to, path) => ['symlink', { path: toPath(to, 'target'), other: toPath(path) }, nothing],
  unlink: (path) => ['unlink', { path: toPath(path) }, nothing],
  utimes: (path, accessed, modified) => ['utimes', { path: toPath(path), accessed: toSeconds(accessed), modified: toSeconds(modified) }, nothing],
  writeFile: (path, data, options) => {
    const { encoding, mode, flag } = withEncoding(options);
    return ['writeFile', { ...target(path), bytes: toBytes(data, encoding), flags: toFlags(flag, 'w'), mode: toMode(mode, 0o666) }, nothing];
  },
};

function exists(path, operation = 'stat') {
  try {
    return new Stats(now(operation, { path }));
  } catch {
    return undefined;
  }
}

const fs = module.exports = {};
const promises = {};
for (const [name, ask] of Object.entries(operations)) {
  const take = (parameters) => ask(...parameters);
  fs[`${name}Sync`] = { [`${name}Sync`](...parameters) {
    const [operation, request, finish] = take(parameters);
    return finish(now(operation, request));
  } }[`${name}Sync`];
  fs[name] = { [name](...parameters) {
    const callback = parameters.pop();
    if (typeof callback !== 'function') throw invalidArgType('cb', 'function', callback);
    const [operation, request, finish] = take(parameters);
    later(operation, request, (error, value) => (error ? callback(error) : callback(null, finish(value))));
  } }[name];
  promises[name] = { async [name](...parameters) {
    if (name.endsWith('File') && typeof parameters[0] === 'number') toPath(parameters[0]);
    const [operation, request, finish] = take(parameters);
    return new Promise((resolve, reject) => {
      later(operation, request, (error, value) => {
        if (!error) return resolve(finish(value));
        Error.captureStackTrace(error);
        reject(error);
      });
    });
  } }[name];
}

// What asks no question of its own.
fs.statSync = (path, options) => {
  const known = options?.throwIfNoEntry === false ? exists(toPath(path)) : undefined;
  return options?.throwIfNoEntry === false ? known : new Stats(now('stat', { path: toPath(path) }));
};
fs.lstatSync = (path, options) =>
  (options?.throwIfNoEntry === false ? exists(toPath(path), 'lstat') : new Stats(now('lstat', { path: toPath(path) })));
fs.existsSync = (path) => {
  try {
    return exists(toPath(path)) !== undefined;
  } catch {
    return false;
  }
};
fs.exists = (path, callback) => native.process.nextTick(callback, fs.existsSync(path));
fs.realpathSync.native = fs.realpathSync;
fs.realpath.native = fs.realpath;

function readInto(fd, buffer, ...rest) {
  let [offset = 0, length = buffer.byteLength - offset, position = null] = rest;
  if (typeof rest[0] === 'object' && rest[0] !== null) ({ offset = 0, length = buffer.byteLength - offset, position = null } = rest[0]);
  const request = { fd: toFd(fd), flags: length, position: position === null ? -1 : Number(position) };
  return [request, (bytes) => {
    new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength).set(bytes, offset);
    return bytes.length;
  }];
}
function writeFrom(fd, data, ...rest) {
  if (typeof data === 'string') return { fd: toFd(fd), bytes: Buffer.from(data, rest[1]), position: rest[0] ?? -1 };
  const bytes = toBytes(data);
  const [offset = 0, length = bytes.length - offset, position] = rest;
  return { fd: toFd(fd), bytes: bytes.subarray(offset, offset + length), position: position ?? -1 };
}
fs.readSync = (fd, buffer, ...rest) => {
  const [request, finish] = readInto(fd, buffer, ...rest);
  return finish(now('read', request));
};
fs.read = (fd, buffer, ...rest) => {
  const callback = rest.pop();
  const [request, finish] = readInto(fd, buffer, ...rest);
  later('read', request, (error, bytes) => (error ? callback(error) : callback(null, finish(bytes), buffer)));
};
fs.writeSync = (fd, data, ...rest) => now('write', writeFrom(fd, data, ...rest));
fs.write = (fd, data, ...rest) => {
  const callback = rest.pop();
  later('write', writeFrom(fd, data, ...rest), (error, count) => (error ? callback(error) : callback(null, count, data)));
};

class FileHandle {
  constructor(fd) { this.fd = fd; }
  read(buffer, ...rest) {
    return new Promise((resolve, reject) => fs.read(this.fd, buffer, ...rest, (error, bytesRead) => (error ? reject(error) : resolve({ bytesRead, buffer }))));
  }
  write(data, ...rest) {
    return new Promise((resolve, reject) => fs.write(this.fd, data, ...rest, (error, bytesWritten) => (error ? reject(error) : resolve({ bytesWritten, buffer: data }))));
  }
  readFile(options) { return promises.readFile(this, options); }
  writeFile(data, options) { return promises.writeFile(this, data, options); }
  appendFile(data, options) { return promises.writeFile(this, data, options); }
  stat() { return promises.fstat(this.fd); }
  sync() { return promises.fsync(this.fd); }
  truncate(length) { return promises.ftruncate(this.fd, length); }
  async close() {
    const { fd } = this;
    this.fd = -1;
    if (fd >= 0) await promises.close(fd);
  }
  async [Symbol.asyncDispose]() { await this.close(); }
}
const openDescriptor = promises.open;
promises.open = async (...parameters) => new FileHandle(await openDescriptor(...parameters));
for (const name of ['close', 'fstat', 'fsync', 'ftruncate']) Object.defineProperty(promises, name, { enumerable: false });
promises.constants = constants;

Object.assign(fs, { constants, Stats, Dirent, promises, F_OK: constants.F_OK, R_OK: constants.R_OK, W_OK: constants.W_OK, X_OK: constants.X_OK });
for (const name of ['createReadStream', 'createWriteStream', 'watch', 'watchFile', 'unwatchFile', 'opendir', 'opendirSync', 'cp', 'cpSync', 'glob', 'globSync', 'truncate', 'truncateSync', 'link', 'linkSync', 'readv', 'readvSync', 'writev', 'writevSync', 'chown', 'chownSync', 'statfs', 'statfsSync'])
  fs[name] = () => { throw missing(`fs.${name}`); };
for (const name of ['watch', 'opendir', 'cp', 'glob', 'truncate', 'link', 'chown', 'statfs'])
  promises[name] = async () => { throw missing(`fs.promises.${name}`); };
