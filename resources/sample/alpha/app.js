// A script of the context "alpha". Before you press Run, guess the order.
//
// alpha shares the engine's default microtask queue. setTimeout and queueMicrotask
// come from its context object; everything else here is JavaScript itself.

console.log('1  the script runs from top to bottom');

setTimeout(() => console.log('7  a timer waits until the queue is empty'), 0);

queueMicrotask(() => console.log('3  queueMicrotask queues a callback'));

Promise.resolve('4  a settled promise').then((what) => {
  console.log(what, 'has queued its reaction at once');
});

async function load(name) {
  console.log('2  an async function runs up to its first await');
  await null; // the rest of this function becomes a job
  console.log('5  after the first await');
  await null;
  console.log('6  after the second: the job before queued this one');
  return { name, size: name.length };
}

// `var`, so that Run works a second time: a script cannot declare a `let` or
// `const` that its context already has.
var loading = load('app.js'); // hold the queue, and this promise stays pending

loading.then((result) => console.log('   loaded', result));
