// The front-end comes back: by its own dialog when the connection broke, and on an engine that was started again on the
// same port, where the breakpoints that it kept stop a script in its first run.

import assert from 'node:assert/strict';
import { connect, createServer } from 'node:net';

import { Engine, Folder } from '../engine.mjs';
import { ConsolePanel } from './console.mjs';
import { FrontEnd } from './frontend.mjs';
import { SourcesPanel } from './sources.mjs';

// A way to the engine that can break while both ends live.
class Wire {
  #pairs = new Set();

  static async to({ host, port, address }) {
    const wire = new Wire();
    wire.server = createServer((inner) => {
      const outer = connect(port, host);
      inner.pipe(outer).pipe(inner);
      for (const socket of [inner, outer]) socket.on('error', () => {});
      wire.#pairs.add([inner, outer]);
    });
    await new Promise((resolve) => wire.server.listen(0, '127.0.0.1', resolve));
    wire.address = address.replace(`:${port}`, `:${wire.server.address().port}`);
    return wire;
  }

  cut() {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
    this.#pairs.clear();
  }

  [Symbol.dispose]() {
    this.cut();
    this.server.close();
  }
}

const url = 'http://alpha.example/app.js';
const source = `function twice(n) {
  return n + n;
}
twice(21);`;
const disconnected = `textOf(element) === 'Debugging connection was closed'`;

using folder = new Folder({
  'app.js': source,
  'main.js': `const vm = require('node:vm');
const alpha = vm.createContext({}, { name: 'alpha', origin: 'http://alpha.example' });
const source = require('node:fs').readFileSync(__dirname + '/app.js', 'utf8');
console.log(vm.runInContext(source, alpha, { filename: '${url}' }));
`,
});
await using engine = await Engine.serve();
const alpha = await engine.createContext('alpha', 'http://alpha.example');
await engine.run(alpha, url, source);
using wire = await Wire.to(engine);
await using page = await FrontEnd.attach(wire.address);
const console_ = new ConsolePanel(page);
const sources = new SourcesPanel(page);
await console_.choose('alpha');
await console_.evaluates('globalThis.before = twice(4)', '8');

wire.cut();
await page.find(disconnected);
await page.picture('reconnect_dialog');
await page.clickButton('Reconnect DevTools');
await page.findNone(disconnected);
await console_.choose('alpha');
await console_.evaluates('before + 1', '9');
await sources.show();
await sources.open(['alpha.example', 'app.js'], 'function twice');
await sources.setBreakpoint(2);

const { port } = engine;
await engine[Symbol.asyncDispose]();
await page.find(disconnected);
await using again = await Engine.run(folder.file('main.js'), port);
await page.open(again.address);
await sources.isPausedIn('(anonymous) main.js:1');
await sources.resume();
await sources.isPausedIn('twice app.js:2', '(anonymous) app.js:4', '(anonymous) main.js:4');
await sources.variableReads('n: 21');
await sources.resume();
await sources.isRunning();
assert.equal(again.output, '42\n');
assert.deepEqual(page.complaints, []);
console.log('the front-end came back twice and kept its breakpoint');
