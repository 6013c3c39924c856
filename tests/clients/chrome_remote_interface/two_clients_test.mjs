// Two clients of chrome-remote-interface at once: both hear the console and the pause, either may resume, and a
// breakpoint goes with the one that set it.

import assert from 'node:assert/strict';

import { Engine } from '../engine.mjs';
import { attach, next } from './client.mjs';

await using engine = await Engine.serve();
const alpha = await engine.createContext('alpha', 'http://alpha.example');
const url = 'http://alpha.example/shared.js';
await using first = await attach(engine);
const second = await attach(engine);
for (const { Runtime, Debugger } of [first, second]) {
  await Runtime.enable();
  await Debugger.enable();
}
await second.Debugger.setBreakpointByUrl({ url, lineNumber: 0 });
const run = () => first.Vm.runScript({ executionContextId: alpha, url, source: 'console.log("to both"); 5' });

const pauses = [first, second].map(({ Debugger }) => next(Debugger.paused));
const resumed = next(second.Debugger.resumed);
const parsed = next(first.Debugger.scriptParsed, (script) => script.url === url);
const lines = [first, second].map(({ Runtime }) => next(Runtime.consoleAPICalled));
const finished = run();
const [seenByFirst, seenBySecond] = await Promise.all(pauses);
const { scriptId } = await parsed;
for (const { callFrames: [frame] } of [seenByFirst, seenBySecond]) assert.equal(frame.location.scriptId, scriptId);
const { result } = await second.Runtime.evaluate({ contextId: alpha, expression: '1 + 1' });
assert.equal(result.value, 2);
await first.Debugger.resume();
await resumed;
for (const { args } of await Promise.all(lines)) assert.equal(args[0].value, 'to both');
assert.equal((await finished).result.value, 5);

await second.close();
let pausedAgain = false;
first.Debugger.paused(() => (pausedAgain = true));
assert.equal((await run()).result.value, 5);
assert.equal(pausedAgain, false);
console.log('two clients shared a pause, and one took its breakpoint along');
