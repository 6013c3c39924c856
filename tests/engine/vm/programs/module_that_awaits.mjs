// Top-level await: what the questions about it answer, and what evaluate() gives.
import vm from 'node:vm';

const waits = new vm.SourceTextModule('export const value = await new Promise((done) => { globalThis.release = done });', { identifier: 'waits' });
const uses = new vm.SourceTextModule("import { value } from 'waits'; export const twice = value * 2;", { identifier: 'uses' });
console.log(waits.hasTopLevelAwait(), uses.hasTopLevelAwait());
try {
  uses.hasAsyncGraph();
} catch (error) {
  console.log(error.code, error.message);
}
waits.linkRequests([]);
uses.linkRequests([waits]);
uses.instantiate();
console.log(waits.hasAsyncGraph(), uses.hasAsyncGraph());
const done = uses.evaluate();
console.log(uses.status, waits.status, done);
try {
  console.log(uses.namespace.twice);
} catch (error) {
  console.log(error.name, error.message);
}
globalThis.release(21);
console.log(await done, uses.namespace.twice, uses.status);

const fails = new vm.SourceTextModule("await null; throw new RangeError('too far')", { identifier: 'fails' });
await fails.link(() => {});
await fails.evaluate().catch((error) => console.log(error.name, error.message, fails.status, fails.error === error));
await fails.evaluate().catch((error) => console.log('again', error === fails.error));
const sudden = new vm.SourceTextModule("throw 'at once'");
await sudden.link(() => {});
const rejected = sudden.evaluate();
rejected.catch(() => {});
console.log(sudden.status, rejected, sudden.error);
