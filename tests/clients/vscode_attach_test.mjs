// What VS Code's JavaScript debugger sends when it attaches to a Node process, in its order, to our engine and to the
// kit's Node. Both have to answer alike: the debugger cannot be run here, so Node says what it would have seen.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';

import { Connection } from './cdp.mjs';
import { Folder, end, lineOf } from './engine.mjs';

using folder = new Folder({
  'main.js': `const vm = require('node:vm');
const context = vm.createContext({ console }, { name: 'alpha' });
const scale = 10;
function weigh(apples) {
  const sum = apples.reduce((a, b) => a + b, 0);
  return sum * scale;
}
console.log('weight', weigh([1, 2, 3]));
setTimeout(function later() {
  try {
    vm.runInContext('missing.property', context, { filename: 'file:///alpha/missing.js' });
  } catch (error) {
    console.log(error.name);
  }
}, 0);
`,
});
const main = folder.file('main.js');

// What differs between two runs of the same program.
const ownNames = /^(objectId|scriptId|breakpointId|callFrameId|debuggerId|uniqueId|executionContextUniqueId|exceptionId|hash|buildId|timestamp|functionLocation|startLocation|endLocation)$/;
const plain = (value) => JSON.parse(JSON.stringify(value, (key, inner) => (ownNames.test(key) ? undefined : inner)));
const frames = ({ callFrames }) => callFrames.map(({ functionName, location: { lineNumber } }) => `${functionName}:${lineNumber + 1}`);

// Plays the debugger's part; gives what it learned, by step.
async function attach(program, ...words) {
  const child = spawn(program, [...words, main], { stdio: ['ignore', 'pipe', 'pipe'] });
  await using _ = { [Symbol.asyncDispose]: () => end(child) };
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  const exited = new Promise((resolve) => child.once('close', resolve));
  const [, listening] = await lineOf(child, /Debugger listening on (ws:\S+)/);
  const seen = {};

  // It asks for /json/version first, as for a browser, and takes the first of the list where that names no socket.
  const { host } = new URL(listening);
  const get = async (path) => (await fetch(`http://${host}${path}`)).json();
  seen.browserSocket = (await get('/json/version')).webSocketDebuggerUrl;
  const [target] = await get('/json/list');
  assert.equal(target.webSocketDebuggerUrl, listening);
  const client = await Connection.open(target.webSocketDebuggerUrl);
  const ask = async (method, params) => {
    const { result, error } = await client.ask(method, params);
    return error ? { error } : result;
  };
  const step = async (name, method, params) => (seen[name] = plain(await ask(method, params)));

  const contexts = [];
  const logged = [];
  client.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  client.on('Runtime.consoleAPICalled', ({ type, args }) => logged.push([type, ...args.map(({ value }) => value)]));
  await step('workers', 'NodeWorker.enable', { waitForDebuggerOnStart: true });
  await step('runtime', 'Runtime.enable');
  await step('debugger', 'Debugger.enable');
  await step('depth', 'Debugger.setAsyncCallStackDepth', { maxDepth: 32 });
  await step('skipped files', 'Debugger.setBlackboxPatterns', { patterns: ['/node_modules/', '^node:'] });
  await step('uncaught only', 'Debugger.setPauseOnExceptions', { state: 'uncaught' });
  await step('source maps', 'Debugger.setInstrumentationBreakpoint', { instrumentation: 'beforeScriptWithSourceMapExecution' });
  await step('binding', 'Runtime.addBinding', { name: 'bindingOfTheDebugger' });
  for (const unknown of ['Network.enable', 'Target.setAutoAttach', 'Page.enable', 'DOMDebugger.setXHRBreakpoint', 'Debugger.nothing']) {
    await step(unknown, unknown, {});
  }
  const byPath = `file://${main.replaceAll('.', '\\.')}`;
  await step('breakpoint', 'Debugger.setBreakpointByUrl', { urlRegex: `^${byPath}$`, lineNumber: 4, columnNumber: 0, condition: 'apples.length === 3' });

  let paused = client.next('Debugger.paused');
  await step('run', 'Runtime.runIfWaitingForDebugger');
  const entry = await paused;
  // It tries this until the process is ready to tell.
  const evaluated = await ask('Runtime.evaluate', {
    contextId: 1, returnByValue: true,
    expression: '({ processId: process.pid, nodeVersion: process.version, architecture: process.arch })',
  });
  assert.equal(evaluated.result.value.processId, child.pid);
  seen.architecture = evaluated.result.value.architecture;
  assert.match(evaluated.result.value.nodeVersion, /^v\d/);
  await step('environment', 'Runtime.evaluate', {
    contextId: 1, returnByValue: true,
    expression: `typeof process === 'undefined' || process.pid === undefined ? 'process not defined' : Object.assign(process.env, { VSCODE_INSPECTOR_OPTIONS: 'x' }).VSCODE_INSPECTOR_OPTIONS`,
  });
  seen.entry = [entry.reason, frames(entry)[0]];
  paused = client.next('Debugger.paused');
  await step('resume', 'Debugger.resume');
  const atBreakpoint = await paused;
  seen.breakpointHit = [atBreakpoint.reason, atBreakpoint.hitBreakpoints.length, frames(atBreakpoint).slice(0, 2)];
  const [{ callFrameId, scopeChain, location: { scriptId } }] = atBreakpoint.callFrames;
  seen.scopes = scopeChain.map(({ type }) => type).filter((type) => type !== 'script');
  const { objectId } = scopeChain[0].object;
  await step('variables', 'Runtime.getProperties', { objectId, ownProperties: true, generatePreview: true });
  await step('accessors', 'Runtime.getProperties', { objectId, accessorPropertiesOnly: true, ownProperties: false });
  await step('hover', 'Debugger.evaluateOnCallFrame', { callFrameId, expression: 'apples.length + scale', objectGroup: 'hover', timeout: 500, throwOnSideEffect: true });
  const refused = await ask('Debugger.evaluateOnCallFrame', { callFrameId, expression: 'apples.push(4)', throwOnSideEffect: true });
  seen['with effects'] = refused.exceptionDetails.exception.description.split('\n')[0];
  const apples = await ask('Debugger.evaluateOnCallFrame', { callFrameId, expression: 'apples', generatePreview: true });
  seen.apples = plain(apples.result.preview);
  await step('indexed', 'Runtime.callFunctionOn', { objectId: apples.result.objectId, functionDeclaration: 'function (start, count) { return this.slice(start, start + count); }', arguments: [{ value: 0 }, { value: 2 }], returnByValue: true });
  await step('changed', 'Debugger.setVariableValue', { callFrameId, scopeNumber: 0, variableName: 'apples', newValue: { objectId: apples.result.objectId } });
  seen.source = (await ask('Debugger.getScriptSource', { scriptId })).scriptSource.includes('function weigh(apples)');
  seen.places = (await ask('Debugger.getPossibleBreakpoints', { start: { scriptId, lineNumber: 4 }, end: { scriptId, lineNumber: 6 } })).locations.map(({ lineNumber, columnNumber, type }) => [lineNumber, columnNumber, type]);
  await step('released', 'Runtime.releaseObjectGroup', { objectGroup: 'hover' });

  for (const [name, method, params] of [['into', 'Debugger.stepInto', { breakOnAsyncCall: true }], ['over', 'Debugger.stepOver'], ['out', 'Debugger.stepOut']]) {
    paused = client.next('Debugger.paused');
    await ask(method, params);
    seen[name] = frames(await paused)[0];
  }
  await step('all exceptions', 'Debugger.setPauseOnExceptions', { state: 'all' });
  paused = client.next('Debugger.paused', ({ reason }) => reason === 'exception');
  await ask('Debugger.resume');
  const thrown = await paused;
  seen.thrown = [thrown.data.className, thrown.data.description.split('\n')[0], thrown.data.uncaught];
  seen.scheduledAt = thrown.asyncStackTrace.callFrames.filter(({ url }) => url === `file://${main}`).map(({ lineNumber }) => lineNumber + 1);
  await ask('Debugger.setPauseOnExceptions', { state: 'none' });

  // It takes the default context that was announced last for the program, and ends its session when that is destroyed.
  const { id } = contexts.filter(({ auxData }) => auxData.isDefault).at(-1);
  const over = client.next('Runtime.executionContextDestroyed', ({ executionContextId }) => executionContextId === id);
  await ask('Debugger.resume');
  await over;
  client.close();
  seen.exitCode = await exited;
  seen.logged = logged;
  seen.contexts = contexts.map(({ id, auxData }) => [id, auxData.isDefault]);
  seen.output = output;
  return seen;
}

const node = await attach(process.env.VMSCOPE_NODE, '--inspect-brk=127.0.0.1:0');
const ours = await attach(process.env.VMSCOPE_ENGINE, 'run', '--inspect-brk=127.0.0.1:0');
// Node has a network to show.
assert.deepEqual([node['Network.enable'], ours['Network.enable'].error.code], [{}, -32601]);
node['Network.enable'] = ours['Network.enable'];
assert.deepEqual(ours, node);
console.log(`${Object.keys(node).length} answers to VS Code's debugger are those of Node`);
