// chrome-remote-interface finds the engine, learns our domains from it, and debugs both contexts.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

import { Engine } from './engine.mjs';

const CDP = createRequire(`${process.env.VMSCOPE_CLIENTS}/`)('chrome-remote-interface');

const source = `function greet(who) {
  const text = 'hello ' + who;
  return text;
}
greet('beta');`;

const engine = await Engine.serve();
try {
  const alpha = await engine.createContext('alpha', 'http://alpha.example');
  const beta = await engine.createContext('beta', 'https://beta.example:8443', { microtaskMode: 'afterEvaluate' });

  const { hostname: host, port } = new URL(engine.address);
  const [target] = await CDP.List({ host, port });
  assert.equal(target.type, 'node');
  const client = await CDP({ host, port, target });

  const announced = [];
  client.Runtime.executionContextCreated(({ context }) => announced.push(context));
  await client.Runtime.enable();
  // V8 announces contexts that exist already in no particular order.
  const seen = announced.filter(({ id }) => id === alpha || id === beta).sort((a, b) => a.id - b.id);
  assert.deepEqual(seen.map(({ name, origin }) => [name, origin]),
    [['alpha', 'http://alpha.example'], ['beta', 'https://beta.example:8443']]);

  for (const contextId of [alpha, beta]) {
    await client.Runtime.evaluate({ contextId, expression: `globalThis.here = ${contextId}` });
    const { result } = await client.Runtime.evaluate({ contextId, expression: 'here' });
    assert.equal(result.value, contextId);
  }

  await client.Debugger.enable();
  const url = 'https://beta.example:8443/greet.js';
  await client.Debugger.setBreakpointByUrl({ url, lineNumber: 2 });
  const paused = new Promise((resolve) => client.Debugger.paused(resolve));
  const finished = client.Vm.runScript({ executionContextId: beta, url, source });
  const { callFrames: [frame] } = await paused;
  assert.equal(frame.functionName, 'greet');
  assert.equal(frame.location.lineNumber, 2);
  const { result: text } = await client.Debugger.evaluateOnCallFrame({ callFrameId: frame.callFrameId, expression: 'text' });
  assert.equal(text.value, 'hello beta');
  await client.Debugger.resume();
  assert.equal((await finished).result.value, 'hello beta');
  await client.close();
  console.log('chrome-remote-interface saw', seen.map(({ name, origin }) => `${name} at ${origin}`).join(' and '));
} finally {
  engine.stop();
}
