// chrome://inspect finds the engine, and its "inspect" opens DevTools on it.

import assert from 'node:assert/strict';

import { Engine } from '../engine.mjs';
import { ConsolePanel } from './console.mjs';
import { FrontEnd } from './frontend.mjs';

await using engine = await Engine.serve();
await engine.createContext('alpha', 'http://alpha.example');
await using page = await FrontEnd.start();
await page.go('chrome://inspect/#devices');
// What its "Configure..." does; the port is not the usual one.
await page.evaluate(`chrome.send('set-discover-tcp-targets-enabled', [true])`);
await page.evaluate(`chrome.send('set-tcp-discovery-config', [['${engine.host}:${engine.port}']])`);
await page.find(`hasClass(element, 'row') && textOf(element).includes('vmscope')`);
await page.picture('chrome_inspect_list');

const opened = page.opened('js_app.html');
await page.click(`hasClass(element, 'action') && textOf(element) === 'inspect'`);
await page.drive(await opened);
const console_ = new ConsolePanel(page);
await console_.choose('alpha');
await console_.evaluates('6 * 7', '42');
assert.deepEqual(page.complaints, []);
console.log('chrome://inspect listed the engine and opened DevTools on it');
