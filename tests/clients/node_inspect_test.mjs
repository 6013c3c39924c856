// Node's own command-line debugger attaches, evaluates in each context, stops at a breakpoint and goes on.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';

import { Engine } from './engine.mjs';

// The debugger's terminal: what it printed since the last question, up to its next prompt.
class Terminal {
  #text = '';
  #wake = () => {};

  constructor(address) {
    this.process = spawn(process.env.VMSCOPE_NODE, ['inspect', address], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.process.stdout.on('data', (data) => {
      this.#text += data;
      this.#wake();
    });
  }

  async until(pattern) {
    while (!pattern.test(this.#text)) await new Promise((resolve) => (this.#wake = resolve));
    const text = this.#text;
    this.#text = '';
    return text;
  }

  async ask(command, pattern = /debug> $/) {
    this.process.stdin.write(`${command}\n`);
    return this.until(pattern);
  }
}

const engine = await Engine.serve();
const alpha = await engine.createContext('alpha', 'http://alpha.example');
const beta = await engine.createContext('beta', 'https://beta.example:8443');
const url = 'http://alpha.example/sum.js';
const terminal = new Terminal(new URL(engine.address).host);
try {
  await terminal.until(/debug> $/);
  for (const contextId of [alpha, beta]) {
    const answer = await terminal.ask(`Runtime.evaluate({ contextId: ${contextId}, expression: '${contextId} * 1000' })`);
    assert.match(answer, new RegExp(`value: ${contextId * 1000}`));
  }

  await terminal.ask(`setBreakpoint('${url}', 3)`);
  const finished = engine.run(alpha, url, 'var sum = 0;\nfor (const n of [1, 2]) sum += n;\nsum *= 10;\nsum');
  const stopped = await terminal.until(/break in [^]*debug> $/);
  assert.match(stopped, /sum\.js:3/);
  assert.match(await terminal.ask('exec("sum")'), /\b3\b/);
  terminal.process.stdin.write('cont\n');
  assert.equal((await finished).result.value, 30);
  console.log('node inspect evaluated in both contexts, stopped at sum.js:3 and went on');
} finally {
  terminal.process.kill();
  engine.stop();
}
