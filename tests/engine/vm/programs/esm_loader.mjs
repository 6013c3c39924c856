// A loader of ES modules from files on disk into a context: cycles, JSON, CommonJS interop, re-exports, errors, async.
import vm from 'node:vm';
import fs from 'node:fs/promises';
import { mkdtempSync, rmSync, existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';

const root = mkdtempSync(path.join(process.env.TMPDIR ?? '/tmp', 'esm-'));
const sources = {
  'main.js': `import def, { named as renamed, live, bump } from './lib.js'; import * as ns from './lib.js'; import data from './data.json' with { type: 'json' }; import cjs, { value } from './legacy.cjs'; export * from './more.js'; export * as grouped from './more.js';
    import { even } from './even.js'; bump(); export const result = [def, renamed, live, Object.keys(ns), data.n, cjs.value, value, even(10), import.meta.url.split('/').pop(), import.meta.resolve('./x.js').split('/').pop()]; export default class Main { static who = 'main' }`,
  'lib.js': `export default function () {} ; export const named = 'N'; export let live = 1; export const bump = () => { live++ };`,
  'more.js': `export const extra = 1; export const other = 2; export default 'not exported by star';`,
  'even.js': `import { odd } from './odd.js'; export const even = (n) => n === 0 || odd(n - 1);`,
  'odd.js': `import { even } from './even.js'; export const odd = (n) => n !== 0 && even(n - 1);`,
  'data.json': '{"n": 7}',
  'legacy.cjs': `module.exports = { value: 'cjs', list: [1] };`,
  'amb1.js': 'export const same = 1;', 'amb2.js': 'export const same = 2;',
  'ambiguous.js': `export * from './amb1.js'; export * from './amb2.js';`,
  'uses-ambiguous.js': `import { same } from './ambiguous.js'; export default same;`,
  'tdz-a.js': `import { b } from './tdz-b.js'; export let a = 'a'; `, 'tdz-b.js': `import { a } from './tdz-a.js'; export const b = 1; a;`,
  'dyn.js': `export const load = (n) => import(n); const kinds = await Promise.all(['./lib.js', './data.json'].map((n) => import(n, n.endsWith('json') ? { with: { type: 'json' } } : undefined))); export default kinds.map((m) => Object.keys(m));`,
  'throwing.js': `import './lib.js';\n\nthrow Object.assign(new Error('at top'), { code: 'E_TOP' });`,
  'imports-throwing.js': `import './throwing.js'; console.log('never');`,
  'dup.js': `export const a = 1; export { a };`,
  'assign.js': `import { live } from './lib.js'; live = 5;`,
  'notfound.js': `import './absent.js';`,
};
for (const [name, text] of Object.entries(sources)) await fs.writeFile(path.join(root, name), text);
const context = vm.createContext({ console }, { name: 'esm' });
const cache = new Map();
const require = createRequire(import.meta.url);
const synthetic = (url, values) => new vm.SyntheticModule(Object.keys(values), function () { for (const [k, v] of Object.entries(values)) this.setExport(k, v) }, { context, identifier: url });
async function load(url, attributes) {
  if (cache.has(url)) return cache.get(url);
  const pending = (async () => {
    const file = fileURLToPath(url);
    if (url.endsWith('.json')) { assert.equal(attributes.type, 'json'); return synthetic(url, { default: JSON.parse(await fs.readFile(file, 'utf8')) }) }
    if (url.endsWith('.cjs')) { const exports = require(file); return synthetic(url, { default: exports, ...exports }) }
    return new vm.SourceTextModule(await fs.readFile(file, 'utf8'), {
      context, identifier: url,
      initializeImportMeta(meta, { identifier }) { meta.url = identifier; meta.resolve = (s) => new URL(s, identifier).href },
      importModuleDynamically: async (specifier, { identifier }, attributes) => evaluate(await load(new URL(specifier, identifier).href, attributes)),
    });
  })();
  cache.set(url, pending);
  return pending;
}
async function evaluate(module) {
  if (module.status === 'unlinked') await module.link((s, { identifier }, { attributes }) => load(new URL(s, identifier).href, attributes));
  await module.evaluate();
  return module;
}
const hide = (text) => String(text).replaceAll(pathToFileURL(root).href, 'ROOT').replaceAll(root, 'ROOT');
for (const name of ['main.js', 'dyn.js', 'ambiguous.js', 'uses-ambiguous.js', 'tdz-a.js', 'throwing.js', 'imports-throwing.js', 'dup.js', 'assign.js', 'notfound.js', 'even.js']) {
  let module;
  try {
    module = await load(pathToFileURL(path.join(root, name)).href);
    await evaluate(module);
    console.log(name, module.status, module.namespace);
  } catch (e) {
    console.log(name, module?.status, e.name, e.code, hide(e.message));
    console.log('   ', hide(e.stack).split('\n').filter((l) => l.includes('ROOT') && !l.includes('Error')).map((l) => l.trim()).join('; '), e.constructor === Error || e.constructor === SyntaxError);
  }
}
const main = await load(pathToFileURL(path.join(root, 'main.js')).href);
console.log(main.namespace.result, main.dependencySpecifiers, main.namespace.default.who);
console.log(main.moduleRequests.map(({ specifier, attributes, phase }) => `${specifier} ${attributes.type} ${phase}`));
console.log((await (await load(pathToFileURL(path.join(root, 'dyn.js')).href)).namespace.load('./more.js')).extra);
rmSync(root, { recursive: true });
console.log(existsSync(root));
