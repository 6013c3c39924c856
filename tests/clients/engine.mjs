// Starts the engine that VMSCOPE_ENGINE names with an inspector on a port of loopback, and ends it with the test.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Connection, inTime } from './cdp.mjs';

// Resolves with the first match of `pattern` in what the process writes to standard error.
export function lineOf(child, pattern) {
  const found = new Promise((resolve, reject) => {
    let text = '';
    child.stderr.on('data', (data) => {
      text += data;
      const match = pattern.exec(text);
      if (match) resolve(match);
    });
    child.on('error', reject);
    child.on('close', (code) => reject(new Error(`${child.spawnfile} ended with ${code}: ${text}`)));
  });
  return inTime(found, pattern);
}

// Ends a process and waits until it has gone.
export async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await inTime(gone, `the end of ${child.spawnfile}`).catch(() => child.kill('SIGKILL'));
}

// A folder with `files` (text by name) that goes with the test.
export class Folder {
  constructor(files = {}) {
    this.path = mkdtempSync(join(tmpdir(), 'vmscope-clients-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.path, name), text);
  }

  file(name) {
    return join(this.path, name);
  }

  [Symbol.dispose]() {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}

export class Engine {
  // An engine that waits for clients; `client` is attached to it.
  static async serve(port = 0) {
    const engine = await Engine.#start('serve', `--inspect=127.0.0.1:${port}`);
    engine.client = await Connection.open(engine.address);
    return engine;
  }

  // An engine that runs a program once a debugger says so; nobody is attached to it.
  static run(program, port = 0) {
    return Engine.#start('run', `--inspect-brk=127.0.0.1:${port}`, program);
  }

  static async #start(...words) {
    const engine = new Engine();
    engine.process = spawn(process.env.VMSCOPE_ENGINE, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    engine.output = '';
    engine.process.stdout.on('data', (data) => (engine.output += data));
    engine.exited = new Promise((resolve) => engine.process.once('close', resolve));  // with its exit code
    const [, address] = await lineOf(engine.process, /Debugger listening on (ws:\S+)/);
    engine.address = address;
    engine.host = new URL(address).hostname;
    engine.port = Number(new URL(address).port);
    return engine;
  }

  async createContext(name, origin, more = {}) {
    const { context } = await this.client.call('Vm.createContext', { name, origin, ...more });
    return context.executionContextId;
  }

  run(executionContextId, url, source) {
    return this.client.call('Vm.runScript', { executionContextId, url, source });
  }

  async [Symbol.asyncDispose]() {
    this.client?.close();
    await end(this.process);
  }
}
