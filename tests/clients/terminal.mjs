// The terminal of Node's command-line debugger: commands go in, and what it prints up to its next prompt comes out.

import { spawn } from 'node:child_process';

import { inTime } from './cdp.mjs';
import { end } from './engine.mjs';

const prompt = /(debug>|>) $/;

export class Terminal {
  #text = '';
  #wake = () => {};

  constructor({ host, port }) {
    this.process = spawn(process.env.VMSCOPE_NODE, ['inspect', `${host}:${port}`], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.exited = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.stdout.on('data', (data) => {
      this.#text += data;
      this.#wake();
    });
  }

  // What it printed since the last answer, once that matches all of `patterns` and ends with a prompt.
  async until(...patterns) {
    const enough = async () => {
      while (![prompt, ...patterns].every((pattern) => pattern.test(this.#text))) await new Promise((resolve) => (this.#wake = resolve));
    };
    await inTime(enough(), patterns).catch((error) => {
      throw new Error(`${error.message}; it printed: ${this.#text}`);
    });
    const text = this.#text;
    this.#text = '';
    return text;
  }

  // Types a line; the answer, once it matches all of `patterns`.
  ask(line, ...patterns) {
    this.process.stdin.write(`${line}\n`);
    return this.until(...patterns);
  }

  [Symbol.asyncDispose]() {
    return end(this.process);
  }
}
