// A source text module whose requests a linker answers, step by step: parse, link, evaluate.
import vm from 'node:vm';

const kitchen = vm.createContext({ say: console.log, secret: 'saffron' });
const soup = new vm.SourceTextModule(`
  import spice, { grams } from 'pantry';
  import * as all from 'pantry';
  say(spice, grams, all === import.meta.pantry);
  say(Object.keys(all), all[Symbol.toStringTag], Object.getPrototypeOf(all));
  export default spice;
  export let stirred = 0;
  export function stir() { return ++stirred }
`, {
  context: kitchen,
  identifier: 'kitchen:soup',
  initializeImportMeta(meta, module) {
    meta.pantry = pantryOf(module);
    meta.name = module.identifier;
  },
});
const pantries = new Map();
function pantryOf(module) { return pantries.get(module)?.namespace }

console.log(soup.status, soup.identifier, soup.context === kitchen, soup.dependencySpecifiers);
await soup.link(async (specifier, referrer, extra) => {
  console.log('asked for', specifier, 'by', referrer.identifier, extra);
  if (specifier !== 'pantry') throw new Error(`no ${specifier}`);
  const pantry = new vm.SourceTextModule('export default secret; export const grams = 2', { context: referrer.context });
  pantries.set(referrer, pantry);
  return pantry;
});
console.log(soup.status);
console.log(await soup.evaluate(), soup.status);
console.log(soup.namespace.default, soup.namespace.stir(), soup.namespace.stirred);
console.log(soup.namespace);
console.log(soup);
console.log(pantries.get(soup).identifier, pantries.get(soup).status);

const broken = new vm.SourceTextModule('import { nothing } from "pantry"; nothing', { context: kitchen });
try {
  await broken.link(() => pantries.get(soup));
} catch (error) {
  console.log(error.name, error.message);
  console.log(broken.status);
}
for (const wrong of [() => 1, () => new vm.SourceTextModule('', { context: vm.createContext() }), async () => { throw new Error('lost') }]) {
  const lost = new vm.SourceTextModule('import "anything"', { context: kitchen });
  await lost.link(wrong).catch((error) => console.log(error.code, error.message, lost.status));
}
