// chrome-remote-interface finds the engine, learns our domains from it, and sees and debugs both contexts.

import assert from 'node:assert/strict';

import { Engine } from '../engine.mjs';
import { CDP, attach, next } from './client.mjs';

const source = `function greet(who) {
  let text = 'hello ' + who;
  return text + '!';
}
greet('beta');`;

await using engine = await Engine.serve();
const alpha = await engine.createContext('alpha', 'http://alpha.example');
const beta = await engine.createContext('beta', 'https://beta.example:8443', { microtaskMode: 'afterEvaluate' });

const { host, port } = engine;
const targets = await CDP.List({ host, port });
assert.deepEqual(targets.map(({ type, webSocketDebuggerUrl }) => [type, webSocketDebuggerUrl]), [['node', engine.address]]);
const version = await CDP.Version({ host, port });
assert.match(version.Browser, /^vmscope\/\d/);
assert.equal(version['Protocol-Version'], '1.1');
const { domains } = await CDP.Protocol({ host, port });
for (const domain of ['Runtime', 'Debugger', 'Profiler', 'HeapProfiler', 'Vm', 'Microtasks', 'Modules', 'Trace']) {
  assert.ok(domains.some((description) => description.domain === domain), `${domain} is not described`);
}

await using client = await attach(engine);
const announced = [];
client.Runtime.executionContextCreated(({ context }) => announced.push(context));
await client.Runtime.enable();
// V8 announces contexts that exist already in no particular order.
const seen = announced.filter(({ id }) => id === alpha || id === beta).sort((a, b) => a.id - b.id);
assert.deepEqual(seen.map(({ name, origin }) => [name, origin]), [['alpha', 'http://alpha.example'], ['beta', 'https://beta.example:8443']]);

for (const contextId of [alpha, beta]) {
  await client.Runtime.evaluate({ contextId, expression: `globalThis.here = ${contextId}` });
  const { result } = await client.Runtime.evaluate({ contextId, expression: 'here' });
  assert.equal(result.value, contextId);
}

await client.Debugger.enable();
const url = 'https://beta.example:8443/greet.js';
const { breakpointId } = await client.Debugger.setBreakpointByUrl({ url, lineNumber: 1 });
let paused = next(client.Debugger.paused);
const finished = client.Vm.runScript({ executionContextId: beta, url, source });
const { callFrames: [frame], hitBreakpoints } = await paused;
assert.deepEqual([frame.functionName, frame.location.lineNumber, hitBreakpoints], ['greet', 1, [breakpointId]]);
assert.equal((await client.Debugger.getScriptSource({ scriptId: frame.location.scriptId })).scriptSource, source);

paused = next(client.Debugger.paused);
await client.Debugger.stepOver();
const { callFrames: [after, outer] } = await paused;
assert.deepEqual([after.location.lineNumber, outer.location.lineNumber], [2, 4]);
const local = after.scopeChain.find(({ type }) => type === 'local');
const { result: variables } = await client.Runtime.getProperties({ objectId: local.object.objectId, ownProperties: true });
assert.deepEqual(variables.map(({ name, value }) => [name, value.value]), [['who', 'beta'], ['text', 'hello beta']]);
const { callFrameId } = after;
const { result: length } = await client.Debugger.evaluateOnCallFrame({ callFrameId, expression: 'text.length' });
assert.equal(length.value, 10);
await client.Debugger.setVariableValue({ scopeNumber: 0, variableName: 'text', newValue: { value: 'changed' }, callFrameId });
await client.Debugger.resume();
assert.equal((await finished).result.value, 'changed!');

const destroyed = next(client.Runtime.executionContextDestroyed);
await client.Vm.disposeContext({ executionContextId: alpha });
assert.equal((await destroyed).executionContextId, alpha);
console.log('chrome-remote-interface saw', seen.map(({ name, origin }) => `${name} at ${origin}`).join(' and '));
