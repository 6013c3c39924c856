// Random trees of ticks, jobs, timers, immediates and files, of which some throw or reject: prints the order in which
// they run. Arguments: the first seed, how many. A tree begins when nothing is left of the one before.
const fs = require('fs');
const [first, count] = process.argv.slice(2).map(Number);
const kKinds = ['tick', 'tick', 'job', 'reaction', 'timeout', 'timeout', 'immediate', 'await'];
const kEndings = ['throw', 'throw', 'throw', 'reject', 'return', 'return', 'return', 'return', 'return', 'return'];

function randomFrom(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6D2B79F5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return (below) => next() % below;
}

function makeTree(pick) {
  let left = 5 + pick(15);
  let number = 0;
  const make = (depth) => {
    const task = { name: `t${++number}`, ending: kEndings[pick(kEndings.length)], children: [] };
    for (let wanted = depth === 0 ? 3 + pick(5) : pick(4); wanted > 0 && left > 0; --wanted, --left)
      task.children.push({ kind: kKinds[pick(kKinds.length)], task: make(depth + 1) });
    return task;
  };
  return make(0);
}

let timers = 0;
const later = {
  tick: process.nextTick,
  job: queueMicrotask,
  reaction: (run) => { Promise.resolve().then(run); },
  timeout: (run) => {
    ++timers;
    setTimeout(() => { --timers; run(); }, 1);
  },
  immediate: setImmediate,
  await: async (run) => { await null; run(); },
};

// So that timers are due in the next turn, whoever is faster. Not a busy loop: optimized code brings tasks of V8, at
// whose end Node has a checkpoint too.
const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3);

function run(task) {
  console.log(task.name);
  for (const { kind, task: child } of task.children) later[kind](() => run(child));
  if (timers > 0) pause();
  if (task.ending === 'throw') throw task.name;
  if (task.ending === 'reject') Promise.reject(task.name);
}

const nameOf = (reason) => (typeof reason === 'string' ? reason : /"(.*)"/.exec(reason.message)?.[1] ?? String(reason));
let pick = randomFrom(first);
let reacts = false;
const react = (what) => (reason, origin) => {
  console.log(what, nameOf(reason), typeof origin === 'string' ? origin : '');
  if (!reacts) return;
  process.nextTick(() => console.log('tick of the listener'));
  queueMicrotask(() => console.log('job of the listener'));
};
process.on('uncaughtException', react('uncaught'));

let seed = first;
function begin() {
  pick = randomFrom(seed);
  console.log('==', seed);
  reacts = pick(3) === 0;
  process.removeAllListeners('unhandledRejection');
  if (pick(4) === 0) process.on('unhandledRejection', react('unhandled'));
  if (pick(8) === 0) process.on('unhandledRejection', (reason) => { throw `${reason} again`; });
  const tree = makeTree(pick);
  ++seed;
  if (pick(4) > 0) return run(tree);
  fs.readFile(__filename, () => run(tree));
}
process.on('beforeExit', () => { if (seed < first + count) begin(); });
begin();
