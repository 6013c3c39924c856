// The Performance panel records a CPU profile and shows the function that took the time, with its file.

import assert from 'node:assert/strict';

import { Engine } from '../engine.mjs';
import { FrontEnd } from './frontend.mjs';

await using engine = await Engine.serve();
const alpha = await engine.createContext('alpha', 'http://alpha.example');
await using page = await FrontEnd.attach(engine.address);
await page.showPanel('Performance');
await page.clickButton('Record');
await page.find(`textOf(element) === 'Tracing…'`);
await engine.run(alpha, 'http://alpha.example/hot.js', `function spin(until) {
  let n = 0;
  while (Date.now() < until) n += Math.sqrt(n);
  return n;
}
spin(Date.now() + 200);`);
await page.clickButton('Stop');
await page.showPanel('Bottom-up');
await page.find(`element.localName === 'tr' && /spin.*hot\\.js/.test(textOf(element))`);
assert.deepEqual(page.complaints, []);
console.log('the profile shows spin of hot.js');
