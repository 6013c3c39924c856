// The code cache of a module: to be made before it runs.
import vm from 'node:vm';

const text = 'export const sum = (...all) => all.reduce((a, b) => a + b, 0); export const six = sum(1, 2, 3);';
const first = new vm.SourceTextModule(text);
const cachedData = first.createCachedData();
console.log(Buffer.isBuffer(cachedData), cachedData.length > 0);
const second = new vm.SourceTextModule(text, { cachedData });
await second.link(() => {});
await second.evaluate();
console.log(second.namespace.six);
for (const attempt of [
  () => second.createCachedData(),
  () => new vm.SourceTextModule(text + ' ', { cachedData }),
  () => new vm.SourceTextModule(text, { cachedData: 5 }),
]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.code, error.message);
  }
}
