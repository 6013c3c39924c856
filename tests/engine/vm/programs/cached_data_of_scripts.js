// Code caches: made before and after running, taken by the same text, refused by another.
const vm = require('node:vm');

const text = 'function area(w, h) { return w * h }  const floor = area(3, 4);';
const first = new vm.Script(text, { filename: 'area.js' });
const before = first.createCachedData();
first.runInThisContext();
const after = first.createCachedData();
console.log(Buffer.isBuffer(before), before.length > 0, after.length >= before.length);
console.log('cachedDataRejected' in first, 'cachedData' in first);

for (const [name, cachedData] of Object.entries({
  buffer: before,
  later: after,
  bytes: new Uint8Array(before),
  view: new DataView(before.buffer, before.byteOffset, before.length),
})) {
  const again = new vm.Script(text, { filename: 'area.js', cachedData });
  console.log(name, again.cachedDataRejected, vm.isContext(globalThis));
}
console.log('other text', new vm.Script(text + ' // more', { cachedData: before }).cachedDataRejected);
console.log('cut off', new vm.Script(text, { cachedData: before.subarray(0, 40) }).cachedDataRejected);
console.log('nonsense', new vm.Script('6 * 7', { cachedData: Buffer.from('no such data') }).runInNewContext());

const produced = new vm.Script(text, { produceCachedData: true });
console.log(produced.cachedDataProduced, Buffer.isBuffer(produced.cachedData));
const called = vm.compileFunction('return a + b', ['a', 'b'], { produceCachedData: true });
console.log(called(20, 22), called.cachedDataProduced, Buffer.isBuffer(called.cachedData));
const fromCache = vm.compileFunction('return a + b', ['a', 'b'], { cachedData: called.cachedData });
console.log(fromCache(1, 2), fromCache.cachedDataRejected, fromCache.cachedDataProduced);
try {
  new vm.Script(text, { cachedData: 'a string' });
} catch (error) {
  console.log(error.code, error.message);
}
