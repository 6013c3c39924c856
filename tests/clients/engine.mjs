// Starts the engine that VMSCOPE_ENGINE names with an inspector on a free port of loopback.

import { spawn } from 'node:child_process';

import { Connection } from './cdp.mjs';

// Resolves with the first match of `pattern` in what the process writes to standard error.
export function lineOf(child, pattern) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr.on('data', (data) => {
      text += data;
      const match = pattern.exec(text);
      if (match) resolve(match);
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`${child.spawnfile} ended with ${code}: ${text}`)));
  });
}

export class Engine {
  static async serve(...options) {
    const engine = new Engine();
    engine.process = spawn(process.env.VMSCOPE_ENGINE, ['serve', '--inspect=127.0.0.1:0', ...options], {
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    const [, address] = await lineOf(engine.process, /Debugger listening on (ws:\S+)/);
    engine.address = address;
    engine.origin = `http://${new URL(address).host}`;
    engine.client = await Connection.open(address);
    return engine;
  }

  async createContext(name, origin, more = {}) {
    const { context } = await this.client.call('Vm.createContext', { name, origin, ...more });
    return context.executionContextId;
  }

  async run(executionContextId, url, source) {
    return this.client.call('Vm.runScript', { executionContextId, url, source });
  }

  stop() {
    this.client?.close();
    this.process.kill();
  }
}
