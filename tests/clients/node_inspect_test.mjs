// Node's own command-line debugger goes through a program with two contexts, from its first statement to its end.

import assert from 'node:assert/strict';

import { inTime } from './cdp.mjs';
import { Engine, Folder } from './engine.mjs';
import { Terminal } from './terminal.mjs';

using folder = new Folder({
  'main.js': `const vm = require('node:vm');
const alpha = vm.createContext({ console }, { name: 'alpha', origin: 'http://alpha.example' });
const beta = vm.createContext({ alpha }, { name: 'beta', origin: 'https://beta.example:8443' });
vm.runInContext(\`function add(a, b) {
  const both = a + b;
  return both;
}
function sum(n) {
  let total = add(1, n);
  total += add(2, n);
  return total;
}\`, alpha, { filename: 'http://alpha.example/sum.js' });
vm.runInContext(\`function run() {
  const total = alpha.sum(4);
  alpha.console.log('total', total);
}
run();\`, beta, { filename: 'https://beta.example:8443/lib/run.js' });
`,
});
await using engine = await Engine.run(folder.file('main.js'));
await using terminal = new Terminal(engine);

await terminal.until(/Break on start in .*main\.js:1\n/, />\s*1 const vm = require\('node:vm'\);/);
await terminal.ask("sb('sum.js', 2)", /script 'sum\.js' was not loaded yet/);
await terminal.ask("sb('run.js', 3)", /script 'run\.js' was not loaded yet/);
await terminal.ask("sb('main.js', 13)", />?13 vm\.runInContext/);
await terminal.ask('breakpoints', /#0 .*sum\.js\$:2/, /#1 .*run\.js\$:3/, /#2 .*main\.js:13/);
await terminal.ask('c', /break in .*main\.js:13/);
await terminal.ask('c', /break in http:\/\/alpha\.example\/sum\.js:2/, />\s*2   const both = a \+ b;/);
const scripts = await terminal.ask('scripts', /run\.js/);
assert.deepEqual(scripts.match(/\S+\.js/g), [folder.file('main.js'), 'http://alpha.example/sum.js', 'https://beta.example:8443/lib/run.js']);
const stack = await terminal.ask('bt', /main\.js/);
assert.deepEqual(stack.match(/#\d .*(?=:\d+$)/gm), [
  '#0 add http://alpha.example/sum.js:2', '#1 sum http://alpha.example/sum.js:6', '#2 run https://beta.example:8443/lib/run.js:2',
  '#3 (anonymous) https://beta.example:8443/lib/run.js:5', `#4 (anonymous) ${folder.file('main.js')}:13`,
]);
await terminal.ask('exec a * 10 + b', /^14$/m);
await terminal.ask("watch('a')");
await terminal.ask('watchers', /0: a = 1/);
await terminal.ask('n', /sum\.js:3/, /0: a = 1/, />\s*3   return both;/);
await terminal.ask('list(3)', /1 function add/, /4 \}/);
await terminal.ask("clearBreakpoint('sum.js', 2)");
await terminal.ask('o', /sum\.js:7/, /ReferenceError: a is not defined/);
await terminal.ask("unwatch('a')");
await terminal.ask('s', /sum\.js:2/);
await terminal.ask('o', /sum\.js:8/);
await terminal.ask('c', /break in https:\/\/beta\.example:8443\/lib\/run\.js:3/);
await terminal.ask('repl', /Press Ctrl\+C to leave debug repl/);
await terminal.ask('total * 2', /22$/m);
await terminal.ask('[typeof alpha.add, typeof add]', /\[ 'function', 'undefined' \]/);
assert.equal(engine.output, '');
terminal.process.stdin.write('.exit\n');  // nobody is attached then, so the program goes on
assert.equal(await inTime(terminal.exited, 'the end of node inspect'), 0);
assert.equal(await inTime(engine.exited, 'the end of the program'), 0);
assert.equal(engine.output, 'total 11\n');
console.log('node inspect debugged a program in two contexts from its first statement to its end');

// An engine that serves is still there when the debugger starts again.
await using serving = await Engine.serve();
await using again = new Terminal(serving);
await again.until(/ok\n/);
await again.ask('exec globalThis.kept = 20 + 1', /21\n/);
await again.ask('restart', /connecting to .* ok\n/);
await again.ask('exec kept * 2', /42\n/);
console.log('and attached to a serving engine twice');
