// Connections of node:http, over loopback or any address.
const EventEmitter = require('events');
const { Buffer } = require('buffer');
const { coded } = require('_errors');
const net = native.net;

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

module.exports = { Socket, systemError, toHost };
