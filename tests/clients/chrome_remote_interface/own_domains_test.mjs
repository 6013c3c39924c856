// chrome-remote-interface calls our own domains as it found them in /json/protocol, and hears their events.

import assert from 'node:assert/strict';

import { Engine } from '../engine.mjs';
import { attach, next } from './client.mjs';

await using engine = await Engine.serve();
await using client = await attach(engine);
const { Vm, Microtasks, Modules, Trace } = client;

await Vm.enable();
const created = next(Vm.contextCreated);
const { context } = await Vm.createContext({ name: 'lab', origin: 'http://lab.example', microtaskMode: 'afterEvaluate' });
assert.deepEqual((await created).context, context);
const { contexts } = await Vm.listContexts();
assert.deepEqual(contexts.map(({ name }) => name), ['main', 'lab']);
const { executionContextId, queueId } = context;
const { v8Version } = await Vm.getEngineInfo();
assert.match(v8Version, /^13\.6\./);
const { problems: [problem] } = await Vm.compileCheck({ source: 'let x = ;', isModule: false });
assert.deepEqual([problem.message, problem.line, problem.column], ["SyntaxError: Unexpected token ';'", 0, 8]);

await Trace.start({});
await Microtasks.enable({ origins: 'full' });
await Microtasks.hold({ queueId, held: true });
const url = 'http://lab.example/jobs.js';
await Vm.runScript({
  executionContextId, url,
  source: `globalThis.order = [];
Promise.resolve().then(function first() { order.push('first'); });
Promise.resolve().then(function second() { order.push('second'); });`,
});
const waiting = async () => (await Microtasks.getQueues()).queues.find((queue) => queue.queueId === queueId).jobs.map(({ handler }) => handler.name);
const order = async () => (await client.Runtime.evaluate({ contextId: executionContextId, expression: 'order.join()' })).result.value;
assert.deepEqual(await waiting(), ['first', 'second']);
const started = next(Microtasks.jobStarted);
const { job } = await Microtasks.step({ queueId });
assert.deepEqual([job.handler.name, job.handler.location.url, job.handler.location.line, job.kind], ['first', url, 1, 'then']);
assert.equal((await started).job.jobId, job.jobId);
assert.equal(job.origin.callFrames[0].url, url);
assert.deepEqual([await order(), await waiting()], ['first', ['second']]);
assert.equal((await Microtasks.drain({ queueId })).jobsRun, 1);
assert.deepEqual([await order(), await waiting()], ['first,second', []]);
await Microtasks.hold({ queueId, held: false });

await Modules.enable();
const changes = [];
Modules.statusChanged(({ module, to }) => changes.push([module.identifier, to]));
const { module: dependency } = await Modules.create({ executionContextId, kind: 'synthetic', identifier: 'numbers', exports: [{ name: 'six', expression: '6' }] });
const { module: main } = await Modules.create({ executionContextId, kind: 'sourceText', identifier: 'http://lab.example/main.mjs', source: "import { six } from 'numbers';\nexport const answer = six * 7;" });
await Modules.link({ moduleId: main.moduleId, resolutions: [{ specifier: 'numbers', moduleId: dependency.moduleId }] });
await Modules.instantiate({ moduleId: main.moduleId });
const { module: evaluated } = await Modules.evaluate({ moduleId: main.moduleId, awaitPromise: true });
assert.equal(evaluated.status, 'evaluated');
const { namespace: { objectId } } = await Modules.getNamespace({ moduleId: main.moduleId });
const { result: answer } = await client.Runtime.callFunctionOn({ objectId, functionDeclaration: 'function () { return this.answer; }' });
assert.equal(answer.value, 42);
const { edges } = await Modules.getGraph({ executionContextId });
assert.deepEqual(edges.map(({ from, to, specifier }) => [from, to, specifier]), [[main.moduleId, dependency.moduleId, 'numbers']]);
assert.ok(changes.some(([identifier, to]) => identifier === 'numbers' && to === 'evaluated'), JSON.stringify(changes));

await Trace.stop();
const { rows } = await Trace.get({ from: 0, count: 1000 });
assert.ok(rows.some((row) => row.kind === 'jobStart' && row.jobId === job.jobId));
assert.ok(JSON.parse((await Trace.export({ format: 'trace-event' })).content).traceEvents.length > 0);

await assert.rejects(Vm.runScript({ executionContextId }), /source/);
await assert.rejects(Vm.runScript({ executionContextId: 'one', source: '' }), /executionContextId/);
await assert.rejects(client.send('Vm.nothing'), /'Vm\.nothing' wasn't found/);
const disposed = next(Vm.contextDisposed);
await Vm.disposeContext({ executionContextId });
assert.equal((await disposed).executionContextId, executionContextId);
console.log(`our domains answered; the recording has ${rows.length} rows`);
