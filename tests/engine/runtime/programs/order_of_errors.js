// What nobody catches, in ticks, jobs, timers and promises, goes to 'uncaughtException' and the rest goes on.
const say = (...words) => console.log(...words);
process.on('uncaughtException', (error, origin) => say('uncaught', error.message ?? error, origin));
process.on('unhandledRejection', (reason) => say('unhandled', reason.message ?? reason));
process.on('rejectionHandled', () => say('handled late'));
process.on('uncaughtExceptionMonitor', (error) => say('monitor', error.message));
process.nextTick(() => { throw new Error('in tick'); });
process.nextTick(() => say('next tick'));
queueMicrotask(() => { throw new Error('in job'); });
queueMicrotask(() => say('next job'));
Promise.reject(new Error('in promise'));
const late = Promise.reject('late');
setImmediate(() => { throw new Error('in immediate'); });
setImmediate(() => say('next immediate'));
setImmediate(() => {
  setTimeout(() => late.catch(() => say('caught late')), 5);
  setTimeout(() => { throw new Error('in timer'); }, 5);
  setTimeout(() => say('next timer'), 5);
});
(async () => { await null; throw new Error('in async'); })();
new Promise((resolve, reject) => { reject(new Error('handled in time')); }).catch(() => say('in time'));
process.nextTick(() => { Promise.reject(new Error('from tick')); });
process.on('exit', (code) => say('exit', code));
