// node:buffer: Buffer as what files, cached data and HTTP need of it; what is missing says so.
const { coded, invalidArgType, invalidArgValue, outOfRange, missing } = require('_errors');
const bytes = native.bytes;
const { inspect } = require('util');
const { types } = native.util;

const encodings = {
  utf8: 'utf8', 'utf-8': 'utf8', hex: 'hex', base64: 'base64', base64url: 'base64url', latin1: 'latin1', binary: 'latin1',
  ascii: 'ascii', ucs2: 'utf16le', 'ucs-2': 'utf16le', utf16le: 'utf16le', 'utf-16le': 'utf16le',
};
const known = (encoding) => (typeof encoding === 'string' ? encodings[encoding.toLowerCase()] : undefined);
function checked(encoding) {
  const name = encoding === undefined || encoding === null || encoding === '' ? 'utf8' : known(encoding);
  if (name === undefined) throw coded(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${encoding}`);
  return name;
}
function checkSize(size) {
  if (typeof size !== 'number') throw invalidArgType('size', 'number', size);
  if (!(size >= 0 && size <= constants.MAX_LENGTH)) throw outOfRange('size', `>= 0 && <= ${constants.MAX_LENGTH}`, size);
}
const constants = { MAX_LENGTH: 2 ** 53 - 1, MAX_STRING_LENGTH: 2 ** 29 - 24 };
const asBuffer = (view) => Object.setPrototypeOf(view, Buffer.prototype);
const fromText = (text, encoding) => asBuffer(bytes.encode(text, checked(encoding)));

// Of what text would become, wrong characters included.
function textLength(text, encoding) {
  if (encoding === 'hex') return text.length >>> 1;
  if (encoding !== 'base64' && encoding !== 'base64url') return bytes.encode(text, encoding).length;
  return (text.replace(/={1,2}$/, '').length * 3) >>> 2;
}

function Buffer(value, encodingOrOffset, length) {
  if (typeof value === 'number') return Buffer.alloc(value);
  return Buffer.from(value, encodingOrOffset, length);
}
Object.setPrototypeOf(Buffer, Uint8Array);
Buffer.prototype = Object.create(Uint8Array.prototype, {
  constructor: { value: Buffer, writable: true, configurable: true },
});

Object.assign(Buffer, {
  poolSize: 8192,
  from(value, encodingOrOffset, length) {
    if (typeof value === 'string') return fromText(value, encodingOrOffset);
    if (types.isAnyArrayBuffer(value)) return asBuffer(new Uint8Array(value, encodingOrOffset, length));
    if (value !== null && typeof value === 'object') {
      const primitive = typeof value.valueOf === 'function' ? value.valueOf() : value;
      if (primitive !== value && primitive !== null && primitive !== undefined) return Buffer.from(primitive, encodingOrOffset, length);
      if (value.type === 'Buffer' && Array.isArray(value.data)) return asBuffer(Uint8Array.from(value.data));
      if (typeof value.length === 'number') return asBuffer(Uint8Array.from(value, (each) => each & 255));
      if (typeof value[Symbol.toPrimitive] === 'function') return fromText(value[Symbol.toPrimitive]('string'), encodingOrOffset);
    }
    const error = invalidArgType('first argument', ['string', 'Buffer', 'ArrayBuffer', 'Array'], value);
    throw coded(TypeError, error.code, error.message.replace('or Array.', 'or Array or an Array-like Object.'));
  },
  of: (...items) => asBuffer(Uint8Array.of(...items)),
  alloc(size, fill, encoding) {
    checkSize(size);
    const made = asBuffer(new Uint8Array(size));
    return fill === undefined || fill === 0 ? made : made.fill(fill, encoding);
  },
  allocUnsafe(size) { return Buffer.alloc(size); },
  allocUnsafeSlow(size) { return Buffer.alloc(size); },
  isBuffer: (value) => value instanceof Buffer,
  isEncoding: (encoding) => known(encoding) !== undefined,
  byteLength(value, encoding) {
    if (typeof value === 'string') return textLength(value, known(encoding) ?? 'utf8');
    if (ArrayBuffer.isView(value) || types.isAnyArrayBuffer(value)) return value.byteLength;
    throw invalidArgType('string', ['string', 'Buffer', 'ArrayBuffer'], value);
  },
  compare(a, b) {
    if (!types.isUint8Array(a)) throw invalidArgType('buf1', ['Buffer', 'Uint8Array'], a);
    if (!types.isUint8Array(b)) throw invalidArgType('buf2', ['Buffer', 'Uint8Array'], b);
    for (let i = 0; i < a.length && i < b.length; ++i) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
    return Math.sign(a.length - b.length);
  },
  concat(list, length) {
    if (!Array.isArray(list)) throw invalidArgType('list', 'Array', list);
    list.forEach((each, index) => {
      if (!types.isUint8Array(each)) throw invalidArgType(`list[${index}]`, ['Buffer', 'Uint8Array'], each);
    });
    const all = Buffer.alloc(length ?? list.reduce((sum, each) => sum + each.length, 0));
    let at = 0;
    for (const each of list) {
      if (at >= all.length) break;
      all.set(each.subarray(0, all.length - at), at);
      at += each.length;
    }
    return all;
  },
});

const methods = {
  toString(encoding, start = 0, end = this.length) {
    const part = this.subarray(Math.max(0, start), Math.max(0, end));
    return bytes.decode(part, checked(encoding));
  },
  toJSON() { return { type: 'Buffer', data: [...this] }; },
  equals(other) {
    if (!types.isUint8Array(other)) throw invalidArgType('otherBuffer', ['Buffer', 'Uint8Array'], other);
    return Buffer.compare(this, other) === 0;
  },
  compare(target, targetStart = 0, targetEnd = target.length, start = 0, end = this.length) {
    return Buffer.compare(this.subarray(start, end), target.subarray(targetStart, targetEnd));
  },
  slice(start, end) { return this.subarray(start, end); },
  subarray(start, end) {
    const [from, to] = [start, end ?? this.length].map((at) => Math.min(Math.max((at | 0) < 0 ? this.length + (at | 0) : at | 0, 0), this.length));
    return asBuffer(new Uint8Array(this.buffer, this.byteOffset + from, Math.max(0, to - from)));
  },
  copy(target, targetStart = 0, start = 0, end = this.length) {
    const part = this.subarray(start, Math.min(end, start + target.length - targetStart));
    target.set(part, targetStart);
    return part.length;
  },
  write(text, offset = 0, length = this.length - offset, encoding) {
    if (typeof offset === 'string') [offset, length, encoding] = [0, this.length, offset];
    else if (typeof length === 'string') [length, encoding] = [this.length - offset, length];
    const encoded = bytes.encode(`${text}`, checked(encoding));
    let count = Math.min(encoded.length, length, this.length - offset);
    if (checked(encoding) === 'utf8') while (count > 0 && count < encoded.length && (encoded[count] & 0xC0) === 0x80) --count;
    this.set(encoded.subarray(0, count), offset);
    return count;
  },
  fill(value, offset = 0, end = this.length, encoding) {
    if (typeof offset === 'string') [offset, end, encoding] = [0, this.length, offset];
    else if (typeof end === 'string') [end, encoding] = [this.length, end];
    if (typeof value === 'number' || typeof value === 'boolean') return Uint8Array.prototype.fill.call(this, value, offset, end);
    const pattern = typeof value === 'string' ? bytes.encode(value, checked(encoding)) : value;
    if (pattern.length === 0 && typeof value === 'string' && value.length > 0) throw invalidArgValue('value', value);
    for (let i = offset; i < end; ++i) this[i] = pattern.length > 0 ? pattern[(i - offset) % pattern.length] : 0;
    return this;
  },
  indexOf(value, offset = 0, encoding) { return search(this, value, offset, encoding, 1); },
  lastIndexOf(value, offset = this.length, encoding) { return search(this, value, offset, encoding, -1); },
  includes(value, offset, encoding) { return this.indexOf(value, offset, encoding) !== -1; },
  swap16() { return swapped(this, 2); },
  swap32() { return swapped(this, 4); },
  swap64() { return swapped(this, 8); },
};

function search(buffer, value, offset, encoding, step) {
  if (typeof offset === 'string') [offset, encoding] = [step > 0 ? 0 : buffer.length, offset];
  const wanted = typeof value === 'number' ? [value & 255] : typeof value === 'string' ? bytes.encode(value, checked(encoding)) : value;
  if (!wanted || typeof wanted.length !== 'number') throw invalidArgType('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
  let at = offset < 0 ? buffer.length + offset : offset;
  at = Math.min(Math.max(at, step > 0 ? 0 : -1), buffer.length - wanted.length);
  for (; at >= 0 && at + wanted.length <= buffer.length; at += step) {
    let same = 0;
    while (same < wanted.length && buffer[at + same] === wanted[same]) ++same;
    if (same === wanted.length) return at;
  }
  return -1;
}

function swapped(buffer, size) {
  if (buffer.length % size !== 0) throw coded(RangeError, 'ERR_INVALID_BUFFER_SIZE', `Buffer size must be a multiple of ${size * 8}-bits`);
  for (let at = 0; at < buffer.length; at += size) buffer.subarray(at, at + size).reverse();
  return buffer;
}

// readUInt8 ... writeDoubleBE, by DataView.
const numbers = [
  ['Int8', 'Int8', 1], ['UInt8', 'Uint8', 1], ['Int16', 'Int16', 2], ['UInt16', 'Uint16', 2], ['Int32', 'Int32', 4], ['UInt32', 'Uint32', 4],
  ['BigInt64', 'BigInt64', 8], ['BigUInt64', 'BigUint64', 8], ['Float', 'Float32', 4], ['Double', 'Float64', 8],
];
function checkOffset(buffer, offset, size) {
  if (typeof offset !== 'number') throw invalidArgType('offset', 'number', offset);
  if (!Number.isInteger(offset)) throw outOfRange('offset', 'an integer', offset);
  if (buffer.length < size) throw coded(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', 'Attempt to access memory outside buffer bounds');
  if (offset < 0 || offset + size > buffer.length) throw outOfRange('offset', `>= 0 and <= ${buffer.length - size}`, offset);
}
const dataView = (buffer) => new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
for (const [name, view, size] of numbers) {
  for (const order of size === 1 ? [''] : ['LE', 'BE']) {
    const read = { [`read${name}${order}`](offset = 0) {
      checkOffset(this, offset, size);
      return dataView(this)[`get${view}`](offset, order === 'LE');
    } };
    const write = { [`write${name}${order}`](value, offset = 0) {
      checkOffset(this, offset, size);
      dataView(this)[`set${view}`](offset, value, order === 'LE');
      return offset + size;
    } };
    Object.assign(methods, read, write);
    const alias = name.replace('UInt', 'Uint');
    if (alias !== name) {
      methods[`read${alias}${order}`] = read[`read${name}${order}`];
      methods[`write${alias}${order}`] = write[`write${name}${order}`];
    }
  }
}
for (const name of ['readIntLE', 'readIntBE', 'readUIntLE', 'readUIntBE', 'writeIntLE', 'writeIntBE', 'writeUIntLE', 'writeUIntBE'])
  methods[name] = () => { throw missing(`buffer.${name}`); };

for (const [name, value] of Object.entries(methods))
  Object.defineProperty(Buffer.prototype, name, { value, writable: true, configurable: true, enumerable: true });
Object.defineProperty(Buffer.prototype, 'parent', { get() { return this instanceof Buffer ? this.buffer : undefined; }, enumerable: true });
Object.defineProperty(Buffer.prototype, 'offset', { get() { return this instanceof Buffer ? this.byteOffset : undefined; }, enumerable: true });
Buffer.prototype.toLocaleString = Buffer.prototype.toString;
Object.defineProperty(Buffer.prototype, inspect.custom, { value(depth, options) {
  const most = 50;
  const shown = bytes.decode(this.subarray(0, most), 'hex').replace(/(..)(?!$)/g, '$1 ');
  const left = this.length - most;
  const more = left > 0 ? ` ... ${left} more byte${left > 1 ? 's' : ''}` : '';
  const extra = Object.keys(this).filter((key) => !/^\d+$/.test(key));
  const listed = extra.length === 0 ? '' : `, ${inspect(Object.fromEntries(extra.map((key) => [key, this[key]])), { ...options, breakLength: Infinity, compact: true }).slice(2, -2)}`;
  return `<${this.constructor.name} ${shown}${more}${listed}>`;
}, writable: true, configurable: true });

class Blob { constructor() { throw missing('Blob'); } }
class File { constructor() { throw missing('File'); } }
const { atob, btoa } = require('_encoding');
module.exports = {
  Buffer, Blob, File, atob, btoa, constants, kMaxLength: constants.MAX_LENGTH, kStringMaxLength: constants.MAX_STRING_LENGTH, INSPECT_MAX_BYTES: 50,
  isUtf8: (view) => bytes.isUtf8(view),
  isAscii: (view) => view.every((byte) => byte < 128),
  transcode: () => { throw missing('buffer.transcode'); },
};
