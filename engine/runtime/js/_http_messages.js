// The messages of HTTP/1.1: what comes in, and what requests and responses that go out have in common.
const EventEmitter = require('events');
const { Buffer } = require('buffer');
const { coded, invalidArgType, missing } = require('_errors');
const shown = require('_generators');

const tokenPattern = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const onlyOnce = new Set(['age', 'authorization', 'content-length', 'content-type', 'etag', 'expires', 'from', 'host', 'if-modified-since', 'if-unmodified-since', 'last-modified', 'location', 'max-forwards', 'proxy-authorization', 'referer', 'retry-after', 'server', 'user-agent']);


class IncomingMessage extends EventEmitter {
  #queue = [];
  #isFlowing = false;
  #encoding;
  constructor(socket, head) {
    super();
    this.socket = this.connection = socket;
    this.httpVersion = `${head.major}.${head.minor}`;
    this.httpVersionMajor = head.major;
    this.httpVersionMinor = head.minor;
    this.complete = false;
    this.rawHeaders = head.rawHeaders;
    this.headers = {};
    for (let i = 0; i < head.rawHeaders.length; i += 2) this.#addHeader(head.rawHeaders[i].toLowerCase(), head.rawHeaders[i + 1]);
    this.trailers = {};
    this.url = head.url;
    this.method = head.method || null;
    this.statusCode = head.statusCode || null;
    this.statusMessage = head.statusMessage || null;
  }
  #addHeader(name, value) {
    if (name === 'set-cookie') (this.headers[name] ??= []).push(value);
    else if (this.headers[name] === undefined) this.headers[name] = value;
    else if (!onlyOnce.has(name)) this.headers[name] += `${name === 'cookie' ? '; ' : ', '}${value}`;
  }
  setEncoding(encoding) { this.#encoding = new TextDecoder(/^(latin1|binary)$/.test(encoding) ? 'latin1' : 'utf-8'); return this; }
  on(event, listener) {
    super.on(event, listener);
    if (event === 'data' || (event === 'readable')) this.resume();
    return this;
  }
  resume() {
    if (!this.#isFlowing) {
      this.#isFlowing = true;
      native.process.nextTick(() => this.#flow());
    }
    return this;
  }
  pause() { this.#isFlowing = false; return this; }
  push(chunk) {
    this.#queue.push(chunk);
    if (this.#isFlowing) this.#flow();
  }
  #flow() {
    while (this.#isFlowing && this.#queue.length > 0) {
      const chunk = this.#queue.shift();
      if (chunk === null) {
        this.complete = true;
        this.readableEnded = true;
        this.emit('end');
        this.emit('close');
      } else {
        this.emit('data', this.#encoding ? this.#encoding.decode(chunk, { stream: true }) : chunk);
      }
    }
  }
  [Symbol.asyncIterator]() { return shown(this.#iterate()); }
  async *#iterate() {
    const chunks = [];
    let wake;
    let isDone = false;
    this.on('data', (chunk) => { chunks.push(chunk); wake?.(); });
    this.on('end', () => { isDone = true; wake?.(); });
    for (;;) {
      while (chunks.length > 0) yield chunks.shift();
      if (isDone) return;
      await new Promise((resolve) => { wake = resolve; });
    }
  }
  pipe() { throw missing('http.IncomingMessage.pipe'); }
  destroy(error) { this.socket.destroy(error); return this; }
}

// What a request and a response have in common: headers, then a body of known length or in chunks.
class OutgoingMessage extends EventEmitter {
  #headers = new Map();
  headersSent = false;
  finished = false;
  writableEnded = false;
  sendsBody = true;
  isChunked = false;
  parts = [];
  setHeader(name, value) {
    if (this.headersSent) throw coded(Error, 'ERR_HTTP_HEADERS_SENT', 'Cannot set headers after they are sent to the client');
    if (typeof name !== 'string' || !tokenPattern.test(name)) throw coded(TypeError, 'ERR_INVALID_HTTP_TOKEN', `Header name must be a valid HTTP token ["${name}"]`);
    if (value === undefined) throw coded(TypeError, 'ERR_HTTP_INVALID_HEADER_VALUE', `Invalid value "undefined" for header "${name}"`);
    if (/[^\t\x20-\x7e\x80-\xff]/.test(`${value}`)) throw coded(TypeError, 'ERR_INVALID_CHAR', `Invalid character in header content ["${name}"]`);
    this.#headers.set(name.toLowerCase(), [name, value]);
    return this;
  }
  getHeader(name) { return this.#headers.get(name.toLowerCase())?.[1]; }
  getHeaderNames() { return [...this.#headers.keys()]; }
  getHeaders() { return Object.assign({ __proto__: null }, Object.fromEntries([...this.#headers].map(([key, [, value]]) => [key, value]))); }
  hasHeader(name) { return this.#headers.has(name.toLowerCase()); }
  removeHeader(name) {
    if (this.headersSent) throw coded(Error, 'ERR_HTTP_HEADERS_SENT', 'Cannot remove headers after they are sent to the client');
    this.#headers.delete(name.toLowerCase());
  }
  flushHeaders() { this.send(''); }
  headText(firstLine) {
    const lines = [firstLine];
    for (const [name, value] of this.#headers.values()) {
      for (const each of Array.isArray(value) ? value : [value]) lines.push(`${name}: ${each}`);
    }
    return `${lines.join('\r\n')}\r\n\r\n`;
  }
  // Headers go with the first part of the body; `isLast` tells that its length is the whole length.
  send(chunk, encoding, isLast = false) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;
    if (!this.headersSent) {
      this.prepareHead(isLast ? bytes.length : undefined);
      this.headersSent = true;
      this.sendBytes(Buffer.from(this.firstText(), 'latin1'));
    }
    if (!this.sendsBody) return;
    if (bytes.length > 0) {
      this.sendBytes(this.isChunked ? Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]) : bytes);
    }
    if (isLast && this.isChunked) this.sendBytes(Buffer.from('0\r\n\r\n'));
  }
  frameBody(length) {
    if (this.hasHeader('content-length') || this.hasHeader('transfer-encoding')) {
      this.isChunked = /chunked/i.test(this.getHeader('transfer-encoding') ?? '');
    } else if (length !== undefined) {
      this.setHeader('Content-Length', length);
    } else {
      this.setHeader('Transfer-Encoding', 'chunked');
      this.isChunked = true;
    }
  }
  checkChunk(chunk) {
    if (this.writableEnded) throw coded(Error, 'ERR_STREAM_WRITE_AFTER_END', 'write after end');
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) throw invalidArgType('chunk', ['string', 'Buffer', 'Uint8Array'], chunk);
  }
  write(chunk, encoding, callback) {
    this.checkChunk(chunk);
    if (typeof encoding === 'function') [callback, encoding] = [encoding];
    this.send(chunk, encoding);
    if (callback) native.process.nextTick(callback);
    return true;
  }
  end(chunk, encoding, callback) {
    if (typeof chunk === 'function') [callback, chunk] = [chunk];
    if (typeof encoding === 'function') [callback, encoding] = [encoding];
    if (this.writableEnded) return this;
    if (chunk !== undefined && chunk !== null) this.checkChunk(chunk);
    if (callback) this.once('finish', callback);
    this.send(chunk ?? '', encoding, true);
    this.writableEnded = this.finished = true;
    native.process.nextTick(() => this.emit('finish'));
    this.ended();
    return this;
  }
}

module.exports = { IncomingMessage, OutgoingMessage, tokenPattern };
