// A program with two contexts, debugged in the Sources panel from its first statement: the tree, a breakpoint set by
// clicking the gutter, the call stack with its async parents across contexts and timers, scopes, and each kind of step.

import assert from 'node:assert/strict';

import { Engine, Folder } from '../engine.mjs';
import { FrontEnd } from './frontend.mjs';
import { SourcesPanel } from './sources.mjs';

using folder = new Folder({
  'sum.js': `const first = 1;
async function load(n) {
  await null;
  return sum(n);
}
function sum(n) {
  let total = 0;
  total += add(first, n);
  total += add(2, n);
  return total;
}
function add(a, b) {
  const both = a + b;
  return both;
}
globalThis.start = () => setTimeout(function later() { load(4).then(print); }, 0);
`,
  'greet.js': `function greet(who) { return 'hello ' + who; }
alpha.start();
`,
  'main.js': `const vm = require('node:vm');
const read = (name) => require('node:fs').readFileSync(__dirname + '/' + name, 'utf8');
const alpha = vm.createContext({ setTimeout, print: (n) => console.log(n) }, { name: 'alpha', origin: 'http://alpha.example' });
const beta = vm.createContext({ alpha }, { name: 'beta', origin: 'https://beta.example:8443', microtaskMode: 'afterEvaluate' });
const define = vm.compileFunction(read('sum.js'), [], { parsingContext: alpha, filename: 'http://alpha.example/sum.js' });
debugger;
define();
vm.runInContext(read('greet.js'), beta, { filename: 'https://beta.example:8443/lib/greet.js' });
`,
});
await using engine = await Engine.run(folder.file('main.js'));
await using page = await FrontEnd.attach(engine.address);
const sources = new SourcesPanel(page);

await sources.isPausedIn('(anonymous) main.js:1');
await page.picture('debugger_break_on_start');
await sources.resume();
await sources.isPausedIn('(anonymous) main.js:6');

// It has been compiled and has not run yet.
await sources.open(['alpha.example', 'sum.js'], 'function add(a, b)');
await sources.setBreakpoint(13);
await sources.resume();
const parents = ['await in load', 'later sum.js:16', 'setTimeout', 'globalThis.start sum.js:16', '(anonymous) greet.js:2', '(anonymous) main.js:8'];
const inSum = (line) => [`sum sum.js:${line}`, 'load sum.js:4', ...parents];
await sources.isPausedIn('add sum.js:13', ...inSum(8));
await sources.variableReads('a: 1');
await sources.variableReads('b: 4');
await sources.reveal('beta.example:8443', 'lib', 'greet.js');
await sources.reveal('file://', folder.path.slice(1), 'main.js');
assert.deepEqual(await sources.rows(), ['alpha.example', 'sum.js', 'beta.example:8443', 'lib', 'greet.js', 'file://', folder.path.slice(1), 'main.js']);
await page.picture('debugger_paused');

await sources.stepOver();
await sources.isPausedIn('add sum.js:14', ...inSum(8));
await sources.variableReads('both: 5');
await sources.removeBreakpoint(13);
await sources.stepOut();
await sources.isPausedIn(...inSum(9));
await sources.variableReads('total: 5');
await sources.stepInto();
await sources.isPausedIn('add sum.js:13', ...inSum(9));
await sources.variableReads('a: 2');
await sources.resume();
await sources.isRunning();
await page.findNone(`element.role === 'treeitem' && textOf(element) === 'main.js'`);  // its context ended with the program
assert.equal(engine.output, '11\n');
assert.deepEqual(page.complaints, []);
console.log('the program was debugged from its first statement to its end');
