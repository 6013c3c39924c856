// process.stdin: what comes in, as events, by read() or by iteration. A read that has begun is not taken back: after
// pause() the process still waits for what comes next, or for the end.
const EventEmitter = require('events');
const { Buffer } = require('buffer');
const { missing } = require('_errors');
const shown = require('_generators');
const fs = require('fs');

const chunkSize = 65536;

class ReadStream extends EventEmitter {
  #chunks = [];
  #decoder;
  #isReading = false;
  #hasEnded = false;
  #state = 'waiting';  // 'flowing' emits data as it comes; 'readable' keeps it for read()
  fd = 0;
  readable = true;
  constructor() {
    super();
    if (native.process.isTerminal(0)) this.isTTY = true;
    for (const key of ['_events', '_eventsCount', '_maxListeners']) Object.defineProperty(this, key, { enumerable: false });
  }
  get readableFlowing() { return this.#state === 'flowing' ? true : this.#state === 'paused' ? false : null; }
  get readableEncoding() { return this.#decoder ? this.#decoder.given : null; }
  setEncoding(encoding = 'utf8') {
    this.#decoder = Object.assign(new TextDecoder(/^(latin1|binary)$/.test(encoding) ? 'latin1' : 'utf-8', { ignoreBOM: true }), { given: encoding });
    return this;
  }
  on(event, listener) {
    super.on(event, listener);
    if (event === 'data' && this.#state === 'waiting') this.resume();
    if (event === 'readable') {
      this.#state = 'readable';
      this.#fetch();
    }
    return this;
  }
  addListener(event, listener) { return this.on(event, listener); }
  resume() {
    this.#state = 'flowing';
    native.process.nextTick(() => this.#give());
    return this;
  }
  pause() {
    this.#state = 'paused';
    return this;
  }
  isPaused() { return this.#state === 'paused'; }
  #fetch() {
    if (this.#isReading || this.#hasEnded) return;
    this.#isReading = true;
    const buffer = Buffer.alloc(chunkSize);
    fs.read(this.fd, buffer, 0, chunkSize, null, (error, count) => {
      this.#isReading = false;
      if (error && error.code !== 'EOF') return this.emit('error', error);
      if (error || count === 0) this.#hasEnded = true;
      const bytes = buffer.subarray(0, count || 0);
      const chunk = this.#decoder ? this.#decoder.decode(bytes, { stream: !this.#hasEnded }) : bytes;
      if (chunk.length > 0) this.#chunks.push(chunk);
      this.#give();
    });
  }
  #give() {
    while (this.#state === 'flowing' && this.#chunks.length > 0) this.emit('data', this.#chunks.shift());
    if (this.#state === 'readable' && (this.#chunks.length > 0 || this.#hasEnded)) this.emit('readable');
    if (this.#hasEnded && this.#chunks.length === 0) this.#end();
    else if (this.#state === 'flowing' && this.#chunks.length === 0) this.#fetch();
  }
  #end() {
    if (!this.readable || this.#state === 'paused') return;
    this.readable = false;
    native.process.nextTick(() => {
      this.emit('end');
      this.emit('close');
    });
  }
  read() {
    if (this.#chunks.length === 0) {
      if (this.#state === 'readable') this.#hasEnded ? this.#end() : this.#fetch();
      return null;
    }
    const all = this.#chunks.splice(0);
    return typeof all[0] === 'string' ? all.join('') : Buffer.concat(all);
  }
  [Symbol.asyncIterator]() { return shown(this.#iterate()); }
  async *#iterate() {
    let wake;
    let failure;
    const chunks = [];
    const note = () => wake?.();
    this.on('error', (error) => { failure = error; note(); });
    this.on('end', note);
    this.on('data', (chunk) => { chunks.push(chunk); note(); });
    for (;;) {
      while (chunks.length > 0) yield chunks.shift();
      if (failure) throw failure;
      if (!this.readable) return;
      await new Promise((resolve) => { wake = resolve; });
    }
  }
  ref() { return this; }
  unref() { return this; }
}
for (const name of ['pipe', 'setRawMode', 'unshift', 'destroy'])
  ReadStream.prototype[name] = () => { throw missing(`process.stdin.${name}`); };

module.exports = new ReadStream();
