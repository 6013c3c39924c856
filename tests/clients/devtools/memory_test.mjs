// The Memory panel takes a heap snapshot, while a loop runs, and lists its constructors and who holds an object.

import assert from 'node:assert/strict';

import { Engine } from '../engine.mjs';
import { FrontEnd } from './frontend.mjs';

const row = (start) => `element.localName === 'tr' && textOf(element).replaceAll(' ', '').startsWith(${JSON.stringify(start)})`;

await using engine = await Engine.serve();
const alpha = await engine.createContext('alpha', 'http://alpha.example');
await engine.run(alpha, 'http://alpha.example/marker.js', 'class Marker { label = "found"; }\nvar markers = [new Marker(), new Marker(), new Marker()];');

await using page = await FrontEnd.attach(engine.address);
await page.showPanel('Memory');
await engine.client.call('Vm.enable');
const running = engine.client.next('Vm.engineState', ({ activity }) => activity === 'running');
const loop = engine.run(alpha, 'http://alpha.example/loop.js', 'for (;;);');
loop.catch(() => {});  // awaited below, once the snapshot is there
await running;
await page.clickButton('Take snapshot');
await page.find(row('Object/http://alpha.example'));
await engine.client.call('Vm.terminate');
assert.match((await loop).exceptionDetails.text, /terminated/);

await page.click(`hasClass(element, 'text-prompt') && labelOf(element) === 'Filter by class'`);
await page.type('Marker');
await page.clickUntil(row('Marker×3'), `${row('Marker×3')} && hasClass(element, 'selected')`);
await page.press('ArrowRight', 'ArrowRight', 39);
await page.click(row('Marker@'));
await page.find(row('[0]inArray@'));
assert.deepEqual(page.complaints, []);
console.log('the panel lists Marker×3 and the array that holds one');
