// A client that sends many calls without waiting hears of each of them.

import assert from 'node:assert/strict';

import { Engine } from './engine.mjs';

await using engine = await Engine.serve();
const ask = () => engine.client.call('Runtime.evaluate', { expression: '6 * 7', returnByValue: true });
for (let round = 0; round < 40; ++round) {
  const answers = await Promise.all(Array.from({ length: 500 }, ask));
  assert.ok(answers.every(({ result }) => result.value === 42));
}
