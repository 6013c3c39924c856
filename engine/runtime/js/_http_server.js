// The server of node:http, with kept-alive connections.
const EventEmitter = require('events');
const { Buffer } = require('buffer');
const { coded, missing } = require('_errors');
const { IncomingMessage, OutgoingMessage } = require('_http_messages');
const { Socket, systemError, toHost } = require('_http_socket');
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
const withoutBody = (status) => status === 204 || status === 304 || (status >= 100 && status < 200);

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

module.exports = { STATUS_CODES, Server, ServerResponse };
