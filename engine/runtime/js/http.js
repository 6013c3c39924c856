// node:http: a server and a client over loopback or any address, HTTP/1.1, with kept-alive connections on the server's side.
const EventEmitter = require('events');
const { Buffer } = require('buffer');
const { coded, invalidArgType, missing } = require('_errors');
const net = native.net;
const http = native.http;

const STATUS_CODES = {
  100: 'Continue', 101: 'Switching Protocols', 102: 'Processing', 103: 'Early Hints', 200: 'OK', 201: 'Created', 202: 'Accepted', 203: 'Non-Authoritative Information',
  204: 'No Content', 205: 'Reset Content', 206: 'Partial Content', 207: 'Multi-Status', 208: 'Already Reported', 226: 'IM Used', 300: 'Multiple Choices', 301: 'Moved Permanently',
  302: 'Found', 303: 'See Other', 304: 'Not Modified', 305: 'Use Proxy', 307: 'Temporary Redirect', 308: 'Permanent Redirect', 400: 'Bad Request', 401: 'Unauthorized',
  402: 'Payment Required', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 406: 'Not Acceptable', 407: 'Proxy Authentication Required', 408: 'Request Timeout',
  409: 'Conflict', 410: 'Gone', 411: 'Length Required', 412: 'Precondition Failed', 413: 'Payload Too Large', 414: 'URI Too Long', 415: 'Unsupported Media Type',
  416: 'Range Not Satisfiable', 417: 'Expectation Failed', 418: "I'm a Teapot", 421: 'Misdirected Request', 422: 'Unprocessable Entity', 423: 'Locked', 424: 'Failed Dependency',
  425: 'Too Early', 426: 'Upgrade Required', 428: 'Precondition Required', 429: 'Too Many Requests', 431: 'Request Header Fields Too Large', 451: 'Unavailable For Legal Reasons',
  500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Timeout', 505: 'HTTP Version Not Supported',
  506: 'Variant Also Negotiates', 507: 'Insufficient Storage', 508: 'Loop Detected', 509: 'Bandwidth Limit Exceeded', 510: 'Not Extended', 511: 'Network Authentication Required',
};
const METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE', 'CONNECT'];
const withoutBody = (status) => status === 204 || status === 304 || (status >= 100 && status < 200);
const tokenPattern = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const onlyOnce = new Set(['age', 'authorization', 'content-length', 'content-type', 'etag', 'expires', 'from', 'host', 'if-modified-since', 'if-unmodified-since', 'last-modified', 'location', 'max-forwards', 'proxy-authorization', 'referer', 'retry-after', 'server', 'user-agent']);

function systemError(number, call, host, port) {
  const code = net.errorName(number);
  const where = host === undefined ? '' : ` ${host}:${port}`;
  const meaning = code === 'EADDRINUSE' ? `${call} ${code}: address already in use${where}` : `${call} ${code}${where}`;
  return Object.assign(new Error(meaning), { code, errno: number, syscall: call, ...(host === undefined ? {} : { address: host, port }) });
}

const toHost = (host) => {
  if (host === undefined || host === null || host === '' || host === 'localhost') return '127.0.0.1';
  if (/^[\d.]+$/.test(host) || host.includes(':')) return host.replace(/^\[|\]$/g, '');
  throw coded(Error, 'ENOTFOUND', `getaddrinfo ENOTFOUND ${host}`, { hostname: host, syscall: 'getaddrinfo' });
};

// One connection: what comes from the native socket as events.
class Socket extends EventEmitter {
  constructor() {
    super();
    this.destroyed = false;
    this.writable = true;
    this.pending = 0;
  }
  attach(handle) {
    this.handle = handle;
    const peer = net.address(handle, true);
    if (peer) [this.remoteAddress, this.remotePort] = peer;
    const own = net.address(handle, false);
    if (own) [this.localAddress, this.localPort] = own;
    this.remoteFamily = this.remoteAddress?.includes(':') ? 'IPv6' : 'IPv4';
    net.startReading(handle);
  }
  hear(event, value) {
    if (event === 'data') this.emit('data', Buffer.from(value.buffer));
    else if (event === 'written') this.written(value);
    else if (event === 'error') this.destroy(systemError(value, 'read'));
    else if (event === 'end') this.emit('end');
    else if (event === 'close') this.emit('close', false);
  }
  written(error) {
    --this.pending;
    if (error < 0) this.destroy(systemError(error, 'write'));
    else if (this.pending === 0 && this.isEnding) this.shutDown();
  }
  write(data, encoding) {
    if (this.destroyed) return false;
    ++this.pending;
    net.write(this.handle, typeof data === 'string' ? Buffer.from(data, encoding) : data);
    return true;
  }
  shutDown() {
    net.shutDown(this.handle);
    this.destroy();
  }
  end(data, encoding) {
    if (data !== undefined) this.write(data, encoding);
    this.isEnding = true;
    if (this.pending === 0 && !this.destroyed) this.shutDown();
    return this;
  }
  destroy(error) {
    if (this.destroyed) return this;
    this.destroyed = true;
    this.writable = false;
    if (this.handle) net.close(this.handle);
    if (error) this.emit('error', error);
    return this;
  }
  ref() { if (this.handle) net.ref(this.handle, true); return this; }
  unref() { if (this.handle) net.ref(this.handle, false); return this; }
  setTimeout() { return this; }
  setNoDelay() { return this; }
  setKeepAlive() { return this; }
  address() { return { address: this.localAddress, port: this.localPort, family: this.remoteFamily }; }
}

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
  async *[Symbol.asyncIterator]() {
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

class ServerResponse extends OutgoingMessage {
  statusCode = 200;
  statusMessage = undefined;
  sendDate = true;
  constructor(request, socket, keepsAlive, onDone) {
    super();
    this.req = request;
    this.socket = this.connection = socket;
    this.keepsAlive = keepsAlive;
    this.ended = onDone;
    this.sendsBody = request.method !== 'HEAD';
  }
  writeHead(status, message, headers) {
    if (this.headersSent) throw coded(Error, 'ERR_HTTP_HEADERS_SENT', 'Cannot write headers after they are sent to the client');
    if (!(status >= 100 && status <= 999)) throw coded(RangeError, 'ERR_HTTP_INVALID_STATUS_CODE', `Invalid status code: ${status}`);
    this.statusCode = status;
    if (typeof message === 'string') this.statusMessage = message;
    else headers = message;
    const pairs = Array.isArray(headers) ? headers.flatMap((each, i) => (Array.isArray(each) ? [each] : i % 2 === 0 ? [[each, headers[i + 1]]] : [])) : Object.entries(headers ?? {});
    for (const [name, value] of pairs) this.setHeader(name, value);
    this.isHeadWritten = true;  // from here on the body's length is not looked at any more
    return this;
  }
  writeContinue() { this.socket.write('HTTP/1.1 100 Continue\r\n\r\n'); }
  prepareHead(length) {
    if (this.sendDate && !this.hasHeader('date')) this.setHeader('Date', new Date().toUTCString());
    const keeps = this.keepsAlive && !/close/i.test(this.getHeader('connection') ?? '');
    this.keepsAlive = keeps;
    if (!this.hasHeader('connection')) {
      this.setHeader('Connection', keeps ? 'keep-alive' : 'close');
      if (keeps) this.setHeader('Keep-Alive', 'timeout=5');
    }
    if (withoutBody(this.statusCode)) this.sendsBody = false;
    else if (this.sendsBody) this.frameBody(this.isHeadWritten ? undefined : length);
  }
  firstText() { return this.headText(`HTTP/1.1 ${this.statusCode} ${this.statusMessage ?? STATUS_CODES[this.statusCode] ?? 'unknown'}`); }
  sendBytes(bytes) { this.socket.write(bytes); }
}

class Server extends EventEmitter {
  listening = false;
  #handle;
  #sockets = new Set();
  #address;
  constructor(options, listener) {
    super();
    if (typeof options === 'function') listener = options;
    if (listener) this.on('request', listener);
  }
  listen(...given) {
    const callback = typeof given.at(-1) === 'function' ? given.pop() : undefined;
    let [port, host] = given;
    if (typeof port === 'object' && port !== null) ({ port, host } = port);
    if (typeof port === 'string' && !/^\d+$/.test(port)) throw missing('http.Server.listen on a path');
    const number = Number(port ?? 0);
    if (!(Number.isInteger(number) && number >= 0 && number < 65536))
      throw coded(RangeError, 'ERR_SOCKET_BAD_PORT', `options.port should be >= 0 and < 65536. Received ${typeof port === 'number' ? `type number (${port})` : port}.`);
    if (this.listening) throw coded(Error, 'ERR_SERVER_ALREADY_LISTEN', 'Listen method has been called more than once without closing.');
    const address = toHost(host);
    if (callback) this.once('listening', callback);
    const handle = net.listen(address, number, this.#listener());
    if (typeof handle === 'number') {
      native.process.nextTick(() => this.emit('error', systemError(handle, 'listen', address, number)));
      return this;
    }
    this.#handle = handle;
    this.listening = true;
    const [own, ownPort] = net.address(handle, false);
    this.#address = { address: own, family: own.includes(':') ? 'IPv6' : 'IPv4', port: ownPort };
    native.process.nextTick(() => this.listening && this.emit('listening'));
    return this;
  }
  // The server's handle and those of its connections share one listener; `this` is the handle.
  #listener() {
    const server = this;
    const sockets = new Map();
    return function hear(event, value) {
      if (event === 'connection') {
        const socket = new Socket();
        sockets.set(value, socket);
        server.#sockets.add(socket);
        socket.on('close', () => {
          sockets.delete(value);
          server.#sockets.delete(socket);
          server.#checkClosed();
        });
        socket.attach(value);
        server.emit('connection', socket);
        server.#serve(socket);
        return;
      }
      const socket = sockets.get(this);
      if (socket) socket.hear(event, value);
      else if (event === 'close') server.#closed();
    };
  }
  #serve(socket) {
    let request = null;
    let response = null;
    const parser = http.makeParser(true, (event, value) => {
      if (event === 'head') {
        request = new IncomingMessage(socket, value);
        const current = response = new ServerResponse(request, socket, value.keepsAlive, () => {
          if (!current.keepsAlive || !server.listening) socket.end();
          else socket.isIdle = true;
          current.emit('close');
        });
        socket.isIdle = false;
        if (/100-continue/i.test(request.headers.expect ?? '')) response.writeContinue();
        if (!server.emit('request', request, response)) response.writeHead(404).end();
      } else if (event === 'body') {
        request.push(Buffer.from(value.buffer));
      } else {
        request.push(null);
      }
    });
    const server = this;
    socket.on('data', (bytes) => {
      const wrong = http.parse(parser, bytes);
      if (!wrong) return;
      const error = Object.assign(new Error('Parse Error'), { code: wrong });
      if (server.emit('clientError', error, socket)) return;
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    });
    socket.on('end', () => { if (!response || response.writableEnded) socket.end(); });
    socket.on('error', () => {});
  }
  address() { return this.#address ?? null; }
  close(callback) {
    if (!this.listening) {
      const error = coded(Error, 'ERR_SERVER_NOT_RUNNING', 'Server is not running.');
      if (callback) native.process.nextTick(callback, error);
      return this;
    }
    if (callback) this.once('close', callback);
    this.listening = false;
    this.#address = undefined;
    net.close(this.#handle);
    this.closeIdleConnections();
    return this;
  }
  #closed() {
    this.#handle = undefined;
    this.#checkClosed();
  }
  #checkClosed() {
    if (!this.listening && this.#handle === undefined && this.#sockets.size === 0) this.emit('close');
  }
  closeIdleConnections() { for (const socket of this.#sockets) if (socket.isIdle) socket.destroy(); }
  closeAllConnections() { for (const socket of this.#sockets) socket.destroy(); }
  getConnections(callback) { callback(null, this.#sockets.size); }
  ref() { if (this.#handle) net.ref(this.#handle, true); return this; }
  unref() { if (this.#handle) net.ref(this.#handle, false); return this; }
  setTimeout() { return this; }
  async [Symbol.asyncDispose]() { await new Promise((resolve) => this.close(resolve)); }
}

class ClientRequest extends OutgoingMessage {
  constructor(input, options, callback) {
    super();
    if (typeof options === 'function') [options, callback] = [{}, options];
    const given = typeof input === 'string' ? new URL(input) : input;
    const url = given instanceof URL ? require('url').urlToHttpOptions(given) : given;
    const all = { ...url, ...options };
    if ((all.protocol ?? 'http:') !== 'http:') throw coded(TypeError, 'ERR_INVALID_PROTOCOL', `Protocol "${all.protocol}" not supported. Expected "http:"`);
    this.method = (all.method ?? 'GET').toUpperCase();
    if (!tokenPattern.test(this.method)) throw coded(TypeError, 'ERR_INVALID_HTTP_TOKEN', `Method must be a valid HTTP token ["${this.method}"]`);
    this.path = all.path ?? '/';
    if (/[^\x21-\xff]/.test(this.path)) throw coded(TypeError, 'ERR_UNESCAPED_CHARACTERS', 'Request path contains unescaped characters');
    this.host = all.hostname ?? all.host ?? 'localhost';
    this.port = Number(all.port ?? 80);
    for (const [name, value] of Object.entries(all.headers ?? {})) this.setHeader(name, value);
    if (!this.hasHeader('host')) this.setHeader('Host', this.port === 80 ? this.host : `${this.host}:${this.port}`);
    if (all.auth && !this.hasHeader('authorization')) this.setHeader('Authorization', `Basic ${Buffer.from(all.auth).toString('base64')}`);
    if (callback) this.once('response', callback);
    this.reusedSocket = false;
    this.#connect();
    all.signal?.addEventListener('abort', () => this.destroy(all.signal.reason), { once: true });
  }
  #queue = [];
  #isConnected = false;
  #connect() {
    const socket = this.socket = this.connection = new Socket();
    let address;
    try {
      address = toHost(this.host);
    } catch (error) {
      native.process.nextTick(() => this.emit('error', error));
      return;
    }
    const handle = net.connect(address, this.port, (event, value) => {
      if (this.#isConnected || event === 'close') return socket.hear(event, value);
      if (event === 'error') return socket.destroy(systemError(value, 'connect', address, this.port));
      this.#isConnected = true;
      socket.attach(handle);
      this.emit('socket', socket);
      for (const bytes of this.#queue.splice(0)) socket.write(bytes);
    });
    if (typeof handle === 'number') native.process.nextTick(() => this.emit('error', systemError(handle, 'connect', address, this.port)));
    else socket.handle = handle;
    this.#read(socket);
  }
  #read(socket) {
    let response = null;
    const parser = http.makeParser(false, (event, value) => {
      if (event === 'head') {
        if (value.statusCode === 100) return;
        response = this.res = new IncomingMessage(socket, value);
        response.req = this;
        if (!this.emit('response', response)) response.resume();
        return this.method === 'HEAD';
      }
      if (response === null) return;
      if (event === 'body') return response.push(Buffer.from(value.buffer));
      response.isWhole = true;
      response.push(null);
      socket.end();
    });
    const fail = (wrong) => socket.destroy(Object.assign(new Error(`Parse Error: ${wrong}`), { code: wrong }));
    socket.on('data', (bytes) => {
      const wrong = http.parse(parser, bytes);
      if (wrong) fail(wrong);
    });
    socket.on('end', () => {
      http.finish(parser);
      if (!response) socket.destroy(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
      else socket.end();
    });
    socket.on('error', (error) => { this.emit('error', error); });
    socket.on('close', () => {
      if (response && !response.isWhole) response.emit('aborted');
      this.emit('close');
    });
  }
  prepareHead(length) {
    if (!this.hasHeader('connection')) this.setHeader('Connection', 'close');
    const mayLackBody = ['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'].includes(this.method);
    if (!(mayLackBody && !length)) this.frameBody(length);
  }
  firstText() { return this.headText(`${this.method} ${this.path} HTTP/1.1`); }
  sendBytes(bytes) {
    if (this.#isConnected) this.socket.write(bytes);
    else this.#queue.push(bytes);
  }
  ended() {}
  destroy(error) {
    this.destroyed = true;
    this.socket.destroy(error);
    return this;
  }
  abort() { this.destroy(); }
  setTimeout() { return this; }
}

class Agent {
  constructor(options) { this.options = { ...options }; }
  destroy() {}
}

const request = (input, options, callback) => new ClientRequest(input, options, callback);
module.exports = {
  METHODS, STATUS_CODES, Agent, ClientRequest, IncomingMessage, OutgoingMessage, Server, ServerResponse, request,
  createServer: (options, listener) => new Server(options, listener),
  get(input, options, callback) {
    const made = request(input, options, callback);
    made.end();
    return made;
  },
  globalAgent: new Agent(), maxHeaderSize: 16384,
  validateHeaderName(name) {
    if (typeof name !== 'string' || !tokenPattern.test(name)) throw coded(TypeError, 'ERR_INVALID_HTTP_TOKEN', `Header name must be a valid HTTP token ["${name}"]`);
  },
};
