// A queue of a million jobs is read page by page while the program is in a busy loop.

import assert from 'node:assert/strict';

import { Engine } from './engine.mjs';

const source = `const done = Promise.resolve();
for (let i = 0; i < 999999; ++i) done.then(function each() {});
done.finally(function last() {});
globalThis.isReady = true;
for (;;);`;
const million = 1_000_000;
const size = 1000;

await using engine = await Engine.serve();
const context = await engine.createContext('flood', '');
await engine.client.call('Microtasks.enable', { jobs: 'stepped' });
const ended = engine.client.begin('Vm.runScript', { executionContextId: context, url: 'flood.js', source });

const page = (from, count) => engine.client.call('Microtasks.getJobs', { queueId: 1, from, count });
while ((await page(0, 0)).length < million);

const first = (await page(0, 1)).jobs[0].jobId;
let slowest = 0;
for (let from = 0; from < million; from += 20 * size) {
  const begun = performance.now();
  const { jobs, length } = await page(from, size);
  slowest = Math.max(slowest, performance.now() - begun);
  assert.equal(length, million);
  assert.deepEqual(jobs.map(({ jobId }) => jobId - first), Array.from({ length: size }, (_, i) => from + i));
}
console.log(`the slowest page of ${size} jobs took ${slowest.toFixed(0)} ms`);

const { jobs: end } = await page(million - 2, size);
assert.deepEqual(end.map(({ kind, handler }) => `${kind} ${handler.name}:${handler.location.line}`),
  ['then each:1', 'finally last:2']);
assert.deepEqual(end[1].enqueuedBy, { kind: 'script', name: 'flood.js' });
assert.deepEqual((await page(million + 5, size)).jobs, []);

const { queues: [queue] } = await engine.client.call('Microtasks.getQueues');
assert.equal(queue.jobs.length, 1000);
assert.equal(queue.length, million);

await engine.client.call('Vm.terminate');
await ended();
