// A minimal CDP client over a WebSocket or a debugging pipe: calls by promise, events by waiting for them. No wait is
// longer than `patience`: a test that waits in vain says what for, and still cleans up.

const patience = Number(process.env.VMSCOPE_PATIENCE ?? 30);  // seconds

export async function inTime(promise, what) {
  const late = new Error(`waited ${patience} s for ${what}`);  // made here, where the stack says who waits
  let timer;
  const deadline = new Promise((_, reject) => (timer = setTimeout(reject, patience * 1000, late)));
  return Promise.race([promise, deadline]).finally(() => clearTimeout(timer));
}

function resultOf(method, { error, result }) {
  if (error) throw new Error(`${method}: ${error.message} (${error.code})`);
  return result;
}

export class Connection {
  #send;
  #lastId = 0;
  #replies = new Map();
  #listeners = new Set();

  constructor(send, close) {
    this.#send = send;
    this.close = close;
  }

  static async open(url) {
    const socket = new WebSocket(url);
    const connection = new Connection((text) => socket.send(text), () => socket.close());
    socket.onmessage = (event) => connection.#receive(event.data);
    connection.closed = new Promise((resolve) => (socket.onclose = resolve));
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = () => reject(new Error(`no WebSocket at ${url}`));
    });
    return connection;
  }

  // Messages that end in a NUL byte, as a browser's debugging pipe has them.
  static overPipe(output, input) {
    const connection = new Connection((text) => output.write(`${text}\0`), () => output.end());
    let rest = '';
    input.setEncoding('utf8');
    input.on('data', (text) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop();
      for (const message of messages) connection.#receive(message);
    });
    output.on('error', () => {});  // whoever reads it may end first
    return connection;
  }

  #receive(text) {
    const message = JSON.parse(text);
    const reply = this.#replies.get(message.id);
    if (reply) {
      this.#replies.delete(message.id);
      reply(message);
      return;
    }
    for (const listener of this.#listeners) listener(message);
  }

  #post(method, params = {}, sessionId) {
    const id = ++this.#lastId;
    const replied = new Promise((resolve) => this.#replies.set(id, resolve));
    this.#send(JSON.stringify({ id, method, params, sessionId }));
    return replied;
  }

  // The whole reply, with the error where there is one.
  async ask(method, params, sessionId) {
    return inTime(this.#post(method, params, sessionId), `the answer to ${method}`);
  }

  // The result of `method`; throws an Error with the protocol's message.
  async call(method, params, sessionId) {
    return resultOf(method, await this.ask(method, params, sessionId));
  }

  // Begins what lasts until something else ends it. Gives a function that waits for its result, in time from then on.
  begin(method, params) {
    const replied = this.#post(method, params);
    return async () => resultOf(method, await inTime(replied, `the answer to ${method}`));
  }

  // The parameters of the next event `method` that `accepts` takes.
  next(method, accepts = () => true) {
    let stop;
    const seen = new Promise((resolve) => (stop = this.on(method, (params) => accepts(params) && resolve(params))));
    return inTime(seen, method).finally(stop);
  }

  // Calls `handle` with the parameters of each event `method`; gives what stops it.
  on(method, handle) {
    const listener = (message) => message.method === method && handle(message.params, message.sessionId);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
