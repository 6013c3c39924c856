// The console's context selector shows each context by name and host, as they come and go, and the console evaluates in
// the chosen one.

import assert from 'node:assert/strict';

import { Engine } from '../engine.mjs';
import { ConsolePanel } from './console.mjs';
import { FrontEnd } from './frontend.mjs';

await using engine = await Engine.serve();
const alpha = await engine.createContext('alpha', 'http://alpha.example');
await engine.createContext('beta', 'https://beta.example:8443', { microtaskMode: 'afterEvaluate' });
await engine.createContext('nowhere');
await engine.run(alpha, 'http://alpha.example/app.js', 'var answer = 42');

await using page = await FrontEnd.attach(engine.address);
const console_ = new ConsolePanel(page);
const main = 'main engine';
await console_.showsContexts('alpha alpha.example', 'beta beta.example:8443', 'nowhere', main);

await console_.choose('alpha');
await console_.evaluates('answer + 1', '43');
await console_.choose('beta');
await console_.evaluates('typeof answer', "'undefined'");

const gamma = await engine.createContext('gamma', 'http://gamma.example');
await console_.showsContexts('alpha alpha.example', 'beta beta.example:8443', 'gamma gamma.example', 'nowhere', main);
await console_.choose('gamma');
await page.picture('context_selector_gamma');
await engine.client.call('Vm.disposeContext', { executionContextId: gamma });
await console_.showsContexts('alpha alpha.example', 'beta beta.example:8443', 'nowhere', main);
await console_.choose('alpha');
await console_.evaluates('answer + 2', '44');
assert.deepEqual(page.complaints, []);
console.log('the selector showed alpha, beta and gamma, and gamma gone');
