// A minimal CDP client over Node's own WebSocket: calls by promise, events by waiting for them.

export class Connection {
  #socket;
  #lastId = 0;
  #replies = new Map();
  #listeners = new Set();

  static async open(url) {
    const connection = new Connection();
    connection.#socket = new WebSocket(url);
    connection.#socket.onmessage = (event) => connection.#receive(JSON.parse(event.data));
    await new Promise((resolve, reject) => {
      connection.#socket.onopen = resolve;
      connection.#socket.onerror = () => reject(new Error(`no WebSocket at ${url}`));
    });
    return connection;
  }

  #receive(message) {
    const reply = this.#replies.get(message.id);
    if (reply) {
      this.#replies.delete(message.id);
      reply(message);
      return;
    }
    for (const listener of this.#listeners) listener(message);
  }

  // The result of `method`; throws an Error with the protocol's message.
  async call(method, params = {}, sessionId) {
    const id = ++this.#lastId;
    const reply = await new Promise((resolve) => {
      this.#replies.set(id, resolve);
      this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
    if (reply.error) throw new Error(`${method}: ${reply.error.message} (${reply.error.code})`);
    return reply.result;
  }

  // The parameters of the next event `method` that `accepts` takes.
  next(method, accepts = () => true) {
    return new Promise((resolve) => {
      const listener = (message) => {
        if (message.method !== method || !accepts(message.params)) return;
        this.#listeners.delete(listener);
        resolve(message.params);
      };
      this.#listeners.add(listener);
    });
  }

  on(method, handle) {
    this.#listeners.add((message) => message.method === method && handle(message.params));
  }

  close() {
    this.#socket.close();
  }
}
