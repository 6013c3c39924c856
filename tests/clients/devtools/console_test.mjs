// The console shows what programs write and what people evaluate: objects that open, tables, errors with their place;
// it completes and previews without running anything that has effects, and keeps live expressions.

import assert from 'node:assert/strict';

import { Engine } from '../engine.mjs';
import { ConsolePanel } from './console.mjs';
import { FrontEnd } from './frontend.mjs';

await using engine = await Engine.serve();
const alpha = await engine.createContext('alpha', 'http://alpha.example');
await engine.client.call('Microtasks.enable', { origins: 'full' });  // which must not get in the way of previews
await engine.run(alpha, 'http://alpha.example/app.js', `
var greeting = { hello: 'world', list: [1, 2, { deep: true }] };
var looks = 0;
Object.defineProperty(globalThis, 'peek', { get() { return ++looks; } });
console.warn('written before anybody was attached');`);

await using page = await FrontEnd.attach(engine.address);
const console_ = new ConsolePanel(page);
await console_.shows('written before anybody was attached');
await page.find(`hasClass(element, 'console-message-anchor') && textOf(element) === 'app.js:5'`);

await console_.choose('alpha');
await console_.evaluates('greeting', /^\{hello: 'world', list: Array\(3\)\}$/);
await page.click(`element.role === 'treeitem' && textOf(element).startsWith("{hello: 'world'")`);
await page.find(`element.role === 'treeitem' && textOf(element) === 'list : (3) [1, 2, {…}]'`);

await console_.evaluates('console.table([{ n: 3, square: 9 }])', 'undefined');
await page.find(`element.localName === 'tr' && /^0\\s*3\\s*9$/.test(textOf(element))`);

await console_.evaluates('(function here() { throw new TypeError("on purpose"); })()', /^Uncaught TypeError: on purpose\s+at here \(<anonymous>:1:26\)\s+at <anonymous>:1:57$/);
await console_.evaluates('await new Promise((resolve) => resolve("awaited"))', "'awaited'");

await console_.type('peek');
await page.find(`hasClass(element, 'cm-completionLabel') && textOf(element) === 'peek'`);
await page.press('Escape', 'Escape', 27);
await console_.clear();
await console_.type('greeting.list.length * 11');
await page.find(`hasClass(element, 'console-eager-preview') && textOf(element) === '33'`);
await page.picture('console_preview');
await console_.clear();
await console_.evaluates('looks', '0');

await console_.addLiveExpression('greeting.hello.length + looks * 100');
await page.find(`hasClass(element, 'console-pin-preview') && textOf(element) === '5'`);
await console_.evaluates('void peek', 'undefined');
await page.find(`hasClass(element, 'console-pin-preview') && textOf(element) === '105'`);
assert.deepEqual(page.complaints, []);
console.log('the console showed objects, tables, errors, previews and a live expression');
