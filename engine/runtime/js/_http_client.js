// The client of node:http: a connection for each request.
const { Buffer } = require('buffer');
const { coded } = require('_errors');
const { IncomingMessage, OutgoingMessage, tokenPattern } = require('_http_messages');
const { Socket, systemError, toHost } = require('_http_socket');
const net = native.net;
const http = native.http;

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

module.exports = { ClientRequest };
