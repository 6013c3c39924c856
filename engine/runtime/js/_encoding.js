// TextEncoder and TextDecoder; base64 for the web.
const { coded, invalidArgType } = require('_errors');
const bytes = native.bytes;

const labels = {
  'utf-8': 'utf-8', utf8: 'utf-8', 'unicode-1-1-utf-8': 'utf-8', 'utf-16le': 'utf-16le', 'utf-16': 'utf-16le', 'ucs-2': 'utf-16le',
  latin1: 'windows-1252', 'iso-8859-1': 'windows-1252', ascii: 'windows-1252', 'us-ascii': 'windows-1252', 'windows-1252': 'windows-1252',
};

class TextEncoder {
  get encoding() { return 'utf-8'; }
  encode(text = '') { return bytes.encode(`${text}`, 'utf8'); }
  encodeInto(text, target) {
    const encoded = bytes.encode(`${text}`, 'utf8');
    let written = Math.min(encoded.length, target.length);
    while (written < encoded.length && written > 0 && (encoded[written] & 0xC0) === 0x80) --written;
    target.set(encoded.subarray(0, written));
    return { read: bytes.decode(encoded.subarray(0, written), 'utf8').length, written };
  }
}

const viewOf = (input) => {
  if (input === undefined) return new Uint8Array();
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  if (native.util.types.isAnyArrayBuffer(input)) return new Uint8Array(input);
  throw invalidArgType('list', ['ArrayBuffer', 'ArrayBufferView'], input);
};

class TextDecoder {
  #encoding;
  #isFatal;
  #keepsMark;
  #rest = new Uint8Array();
  #isContinued = false;
  constructor(label = 'utf-8', options = {}) {
    const encoding = labels[`${label}`.trim().toLowerCase()];
    if (!encoding) throw coded(RangeError, 'ERR_ENCODING_NOT_SUPPORTED', `The "${label}" encoding is not supported`);
    this.#encoding = encoding;
    this.#isFatal = !!options?.fatal;
    this.#keepsMark = !!options?.ignoreBOM;
  }
  get encoding() { return this.#encoding; }
  get fatal() { return this.#isFatal; }
  get ignoreBOM() { return this.#keepsMark; }
  decode(input, options = {}) {
    const added = viewOf(input);
    const all = new Uint8Array(this.#rest.length + added.length);
    all.set(this.#rest);
    all.set(added, this.#rest.length);
    const end = options.stream ? completeLength(all, this.#encoding) : all.length;
    this.#rest = all.slice(end);
    const whole = all.subarray(0, end);
    if (this.#isFatal && this.#encoding === 'utf-8' && !bytes.isUtf8(whole))
      throw coded(TypeError, 'ERR_ENCODING_INVALID_ENCODED_DATA', 'The encoded data was not valid for encoding utf-8');
    let text = bytes.decode(whole, { 'utf-8': 'utf8', 'utf-16le': 'utf16le', 'windows-1252': 'latin1' }[this.#encoding]);
    if (!this.#keepsMark && !this.#isContinued && text.startsWith('\uFEFF')) text = text.slice(1);
    this.#isContinued = !!options.stream;
    return text;
  }
}

// Up to where no character is cut in two.
function completeLength(all, encoding) {
  if (encoding === 'utf-16le') return all.length & ~1;
  if (encoding !== 'utf-8') return all.length;
  for (let back = 1; back <= 3 && back <= all.length; ++back) {
    const byte = all[all.length - back];
    if ((byte & 0xC0) === 0x80) continue;
    const needs = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    return needs > back ? all.length - back : all.length;
  }
  return all.length;
}

function atob(text) {
  const plain = `${text}`.replace(/[\t\n\f\r ]/g, '');
  if (plain.replace(/={1,2}$/, '').length % 4 === 1 || !/^[A-Za-z0-9+/]*={0,2}$/.test(plain))
    throw new DOMException('Invalid character', 'InvalidCharacterError');
  return bytes.decode(bytes.encode(plain, 'base64'), 'latin1');
}

function btoa(text) {
  if (/[^\0-\xFF]/.test(`${text}`)) throw new DOMException('Invalid character', 'InvalidCharacterError');
  return bytes.decode(bytes.encode(`${text}`, 'latin1'), 'base64');
}

module.exports = { TextEncoder, TextDecoder, atob, btoa };
