// import.meta is filled at its first use, once, and belongs to the module's realm.
import vm from 'node:vm';

const attic = vm.createContext({ treasure: 'map' });
const module = new vm.SourceTextModule(`
  import.meta.box.owner = 'inside';
  Object.getPrototypeOf(import.meta.box).seen = treasure;
  export const meta = import.meta;
  export const same = meta === import.meta;
`, {
  context: attic,
  initializeImportMeta(meta, given) {
    console.log('filling', Object.getPrototypeOf(meta), given === module);
    meta.box = {};
    meta.url = `attic:${given.identifier}`;
  },
});
await module.link(() => {});
await module.evaluate();
console.log(module.namespace.same, module.namespace.meta);
console.log('the box came from outside, so the inside reached', ({}).seen);
delete Object.prototype.seen;

const safe = new vm.SourceTextModule('export const box = import.meta.box', {
  context: attic,
  initializeImportMeta(meta) { meta.box = vm.runInContext('({})', attic) },
});
await safe.link(() => {});
await safe.evaluate();
console.log(safe.namespace.box instanceof Object, vm.runInContext('Object', attic) === safe.namespace.box.constructor);
const empty = new vm.SourceTextModule('export default import.meta');
await empty.link(() => {});
await empty.evaluate();
console.log(empty.namespace.default);
