// chrome-remote-interface takes a heap snapshot while a loop runs, a CPU profile, and coverage.

import assert from 'node:assert/strict';

import { Engine } from '../engine.mjs';
import { attach, next } from './client.mjs';

await using engine = await Engine.serve();
const alpha = await engine.createContext('alpha', 'http://alpha.example');
await engine.run(alpha, 'http://alpha.example/marker.js', 'class Marker { label = "found in the snapshot"; }\nvar marker = new Marker();');
await using client = await attach(engine);
const { HeapProfiler, Profiler, Vm } = client;

await Vm.enable();
const running = next(Vm.engineState, ({ activity }) => activity === 'running');
const loop = Vm.runScript({ executionContextId: alpha, url: 'http://alpha.example/loop.js', source: 'for (;;);' });
await running;
const chunks = [];
HeapProfiler.addHeapSnapshotChunk(({ chunk }) => chunks.push(chunk));
await HeapProfiler.enable();
const progress = [];
HeapProfiler.reportHeapSnapshotProgress((report) => progress.push(report));
await HeapProfiler.takeHeapSnapshot({ reportProgress: true });
const { snapshot, nodes, strings } = JSON.parse(chunks.join(''));
const { node_fields: fields, node_types: [kinds] } = snapshot.meta;
assert.equal(nodes.length, snapshot.node_count * fields.length);
const objects = [];
for (let at = 0; at < nodes.length; at += fields.length) {
  if (kinds[nodes[at + fields.indexOf('type')]] === 'object') objects.push(strings[nodes[at + fields.indexOf('name')]]);
}
assert.equal(objects.filter((name) => name === 'Marker').length, 1);
assert.ok(strings.includes('found in the snapshot'));
assert.ok(progress.at(-1).finished);
await Vm.terminate();
assert.match((await loop).exceptionDetails.text, /terminated/);

await Profiler.enable();
await Profiler.setSamplingInterval({ interval: 200 });
await Profiler.start();
const url = 'http://alpha.example/hot.js';
const source = `function spin(until) { let n = 0; while (Date.now() < until) n += Math.sqrt(n); return n; }
function cold() { return 1; }
spin(Date.now() + 200); cold();`;
await Vm.runScript({ executionContextId: alpha, url, source });
const { profile } = await Profiler.stop();
const hits = (name) => profile.nodes.filter(({ callFrame }) => callFrame.functionName === name && callFrame.url === url)
  .reduce((sum, { hitCount }) => sum + hitCount, 0);
assert.ok(hits('spin') > profile.samples.length / 2, `spin has ${hits('spin')} of ${profile.samples.length} samples`);
assert.ok(hits('spin') > hits('cold'));

await Profiler.startPreciseCoverage({ callCount: true, detailed: true });
const covered = 'http://alpha.example/covered.js';
await Vm.runScript({ executionContextId: alpha, url: covered, source: 'function thrice() {}\nfor (let i = 0; i < 3; ++i) thrice();\nfunction never() {}' });
const { result } = await Profiler.takePreciseCoverage();
const { functions } = result.find((script) => script.url === covered);
assert.deepEqual(functions.map(({ functionName, ranges }) => [functionName, ranges[0].count]), [['', 1], ['thrice', 3], ['never', 0]]);
await Profiler.stopPreciseCoverage();

await HeapProfiler.startSampling({ samplingInterval: 1024 });
await Vm.runScript({ executionContextId: alpha, url: 'http://alpha.example/allocate.js', source: 'function allocate() { return Array.from({ length: 20000 }, (_, n) => ({ n })); }\nvar kept = allocate();' });
const { profile: { head } } = await HeapProfiler.stopSampling();
const names = (node) => [node.callFrame.functionName, ...node.children.flatMap(names)];
assert.ok(names(head).includes('allocate'));
console.log(`a snapshot of ${snapshot.node_count} nodes in ${chunks.length} chunks during for(;;); spin has ${hits('spin')} of ${profile.samples.length} samples`);
