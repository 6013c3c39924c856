const timers = require('node:timers/promises');
const { promisify } = require('node:util');
(async () => {
  console.log(await timers.setTimeout(5, 'value'), await timers.setImmediate('now'));
  let ticks = 0;
  for await (const word of timers.setInterval(2, 'tick')) {
    console.log(word);
    if (++ticks === 3) break;
  }
  const controller = new AbortController();
  const waiting = timers.setTimeout(1e6, null, { signal: controller.signal });
  controller.abort();
  await waiting.catch((error) => console.log(error.name, error.code, error.message));
  console.log(promisify(setTimeout) === timers.setTimeout, await promisify(setImmediate)('promisified'));
  await timers.setTimeout('wrong').catch((error) => console.log(error.code));
})();
