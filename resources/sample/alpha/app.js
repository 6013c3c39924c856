// A script of the context "alpha". Before you press Run, guess the order of the numbers.
//
// alpha shares the engine's default microtask queue. Its two functions from outside, setTimeout and queueMicrotask,
// come from its context object; everything else here is JavaScript itself.

console.log('1  the script runs from top to bottom');

setTimeout(() => console.log('7  a timer is a macrotask: it waits until the queue is empty'), 0);

queueMicrotask(() => console.log('3  queueMicrotask puts a callback into the queue'));

Promise.resolve('a settled promise').then((what) => console.log('4 ', what, 'has queued its reaction at once'));

async function load(name) {
  console.log('2  an async function runs like any other, up to its first await:', name);
  await null; // the rest of this function becomes a job
  console.log('5  after the first await');
  await null;
  console.log('6  after the second: this job was queued by the one before');
  return { name, size: name.length };
}

// `var`, so that Run works a second time: a script cannot declare a `let` or `const` that its context already has.
var loading = load('app.js'); // hold the queue, and this promise stays pending

loading.then((result) => console.log('   loaded', result));
