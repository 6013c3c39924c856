// Ticks, jobs, timers and immediates in the order that Node runs them.
const say = (...words) => console.log(...words);
setImmediate(() => {
  say('immediate 1');
  process.nextTick(() => say('tick of immediate 1'));
  Promise.resolve().then(() => say('job of immediate 1'));
  setImmediate(() => say('immediate of immediate'));
});
setImmediate(() => say('immediate 2'));
setTimeout(() => {
  say('timeout 1');
  process.nextTick(() => say('tick of timeout 1'));
  queueMicrotask(() => say('job of timeout 1'));
}, 60);
setTimeout((a, b) => say('timeout 2', a, b), 60, 'with', 'arguments');
process.nextTick((word) => {
  say('tick 1', word);
  process.nextTick(() => say('tick in tick'));
  Promise.resolve().then(() => say('job in tick'));
}, 'argument');
process.nextTick(() => say('tick 2'));
Promise.resolve().then(() => {
  say('job 1');
  process.nextTick(() => {
    say('tick of job 1');
    Promise.resolve().then(() => say('job of tick of job 1'));
  });
  return Promise.resolve().then(() => say('job 3'));
}).then(() => say('job 4'));
queueMicrotask(() => say('job 2'));
(async () => {
  say('async begins');
  await null;
  say('async goes on');
  await new Promise((resolve) => setTimeout(resolve, 100));
  say('async ends');
})();
const cleared = setTimeout(() => say('never'), 1);
clearTimeout(cleared);
const clearedById = setTimeout(() => say('never'), 1);
clearTimeout(+clearedById);
const clearedImmediate = setImmediate(() => say('never'));
clearImmediate(clearedImmediate);
let times = 0;
const interval = setInterval(() => {
  say('interval', ++times);
  if (times === 3) clearInterval(interval);
}, 80);
setTimeout(() => say('never, as it lets the program end'), 1e6).unref();
const refreshed = setTimeout(() => say('refreshed'), 130);
say(refreshed.hasRef(), refreshed.unref() === refreshed, refreshed.hasRef(), refreshed.ref().hasRef(), refreshed.refresh() === refreshed);
say(typeof refreshed[Symbol.toPrimitive](), refreshed.constructor.name, setImmediate(() => {}).constructor.name);
for (const wrong of [undefined, 'text', {}, null]) {
  for (const start of [setTimeout, setInterval, setImmediate, queueMicrotask]) {
    try { start(wrong); } catch (error) { say(start.name, error.code, error.message); }
  }
}
process.on('beforeExit', (code) => {
  say('before exit', code);
  if (!process.again) { process.again = true; setTimeout(() => say('one more turn'), 1); }
});
process.on('exit', (code) => say('exit', code));
say('main ends');
