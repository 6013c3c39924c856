// The pause button stops a loop that never ends, where one can look around in it and step.

import assert from 'node:assert/strict';

import { Engine } from '../engine.mjs';
import { FrontEnd } from './frontend.mjs';
import { SourcesPanel } from './sources.mjs';

await using engine = await Engine.serve();
const alpha = await engine.createContext('alpha', 'http://alpha.example');
await using page = await FrontEnd.attach(engine.address);
const sources = new SourcesPanel(page);
await sources.show();

const loop = engine.run(alpha, 'http://alpha.example/loop.js', `function spin(step) {
  let n = 0;
  for (;;) {
    n += step;
  }
}
spin(2);`);
loop.catch(() => {});  // awaited below, once it has been paused
await sources.reveal('alpha.example', 'loop.js');  // which has begun to run
await sources.pause();
await page.find(`/^spin loop\\.js:[34]$/.test(textOf(element)) && hasClass(element, 'call-frame-item')`);
await page.find(`element.role === 'treeitem' && /^n : [1-9]\\d*$/.test(textOf(element))`);
await sources.variableReads('step: 2');
await sources.stepOver();
await page.find(`/^spin loop\\.js:[34]$/.test(textOf(element)) && hasClass(element, 'call-frame-item')`);
await page.picture('busy_loop_paused');
await sources.resume();
await sources.isRunning();
await engine.client.call('Vm.terminate');
assert.match((await loop).exceptionDetails.text, /terminated/);
assert.deepEqual(page.complaints, []);
console.log('the loop was paused, stepped and ended');
