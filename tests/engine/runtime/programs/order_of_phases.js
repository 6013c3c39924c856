// Ticks, jobs, timers and immediates in the order that Node runs them.
const say = (...words) => console.log(...words);
setImmediate(() => {
  say('immediate 1');
  process.nextTick(() => say('tick of immediate 1'));
  Promise.resolve().then(() => say('job of immediate 1'));
  setImmediate(() => say('immediate of immediate'));
});
setImmediate(() => {
  say('immediate 2');
  setImmediate(() => setImmediate(startTimers));
});
// Whether a timer or an immediate comes first is a race of the clock; so timers of one duration, after the immediates.
function startTimers() {
  setTimeout(() => {
    say('timeout 1');
    process.nextTick(() => say('tick of timeout 1'));
    queueMicrotask(() => say('job of timeout 1'));
  }, 5);
  setTimeout((a, b) => say('timeout 2', a, b), 5, 'with', 'arguments');
  let times = 0;
  const interval = setInterval(() => {
    say('interval', ++times);
    if (times < 3) return;
    clearInterval(interval);
    const refreshed = setTimeout(() => say('refreshed'), 5);
    setTimeout(() => say('before the refreshed one'), 5);
    say(refreshed.refresh() === refreshed);
  }, 5);
}
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
  await new Promise(setImmediate);
  say('async ends');
})();
const cleared = setTimeout(() => say('never'), 1);
clearTimeout(cleared);
const clearedById = setTimeout(() => say('never'), 1);
clearTimeout(+clearedById);
const clearedImmediate = setImmediate(() => say('never'));
clearImmediate(clearedImmediate);
setTimeout(() => say('never, as it lets the program end'), 1e6).unref();
const held = setTimeout(() => {}, 1e6);
say(held.hasRef(), held.unref() === held, held.hasRef(), held.ref().hasRef(), held.refresh() === held);
clearTimeout(held);
say(typeof held[Symbol.toPrimitive](), held.constructor.name, setImmediate(() => {}).constructor.name);
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
