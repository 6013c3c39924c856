// Plugins are ES modules in memory, loaded into a context of their own with a narrow API.
import vm from 'node:vm';

const files = {
  'plugins/upper.mjs': `import { text } from 'host:api'; import * as util from './util.mjs'; export const name = 'upper'; export default (s) => util.tag(text.upper(s)); log('upper loaded', import.meta.url);`,
  'plugins/util.mjs': `import config from '../config.json' with { type: 'json' }; export const tag = (s) => config.open + s + config.close; export { config as default };`,
  'config.json': '{"open":"<","close":">"}',
  'plugins/lazy.mjs': `export const name = 'lazy'; let n = 0; export default async function (s) { const { default: rev, count } = await import('./rev.mjs'); n++; return rev(s) + count() + n }`,
  'plugins/rev.mjs': `let c = 0; export default (s) => { c++; return [...s].reverse().join('') }; export const count = () => c;`,
  'plugins/bad.mjs': `export const name = 'bad'; import { missing } from './util.mjs'; export default missing;`,
  'plugins/syntax.mjs': `export const name = 'syntax';\nexport default function ( { }`,
  'plugins/throws.mjs': `export const name = 'throws';\nfunction init() {\n  throw new TypeError('cannot init');\n}\ninit();`,
  'plugins/cyc-a.mjs': `import { b } from './cyc-b.mjs'; export const a = 'A'; export const name = 'cyc'; export default () => a + b();`,
  'plugins/cyc-b.mjs': `import { a } from './cyc-a.mjs'; export const b = () => 'B' + a;`,
  'plugins/tla.mjs': `export const name = await Promise.resolve('tla'); const later = await new Promise(r => setTimeout(r, 5, 'later')); export default () => later;`,
};
const resolve = (specifier, from) => {
  if (!specifier.startsWith('.')) return specifier;
  return new URL(specifier, 'mem:///' + from).pathname.slice(1);
};
class Loader {
  #cache = new Map();
  constructor() {
    this.logs = [];
    this.context = vm.createContext({ log: (...args) => this.logs.push(args.join(' ')), setTimeout }, { name: 'plugins', codeGeneration: { strings: false } });
  }
  get(path) {
    if (!this.#cache.has(path)) this.#cache.set(path, this.#make(path));
    return this.#cache.get(path);
  }
  #make(path) {
    if (path === 'host:api') {
      return new vm.SyntheticModule(['text', 'version'], function () {
        this.setExport('text', { upper: (s) => s.toUpperCase() });
        this.setExport('version', '1.2.3');
      }, { context: this.context, identifier: path });
    }
    const source = files[path];
    if (source === undefined) throw Object.assign(new Error(`Cannot find '${path}'`), { code: 'ENOENT' });
    if (path.endsWith('.json')) {
      return new vm.SyntheticModule(['default'], function () { this.setExport('default', JSON.parse(source)) }, { context: this.context, identifier: path });
    }
    return new vm.SourceTextModule(source, {
      context: this.context,
      identifier: path,
      initializeImportMeta: (meta) => { meta.url = 'mem:///' + path },
      importModuleDynamically: async (specifier, referrer) => this.load(resolve(specifier, referrer.identifier)),
    });
  }
  async load(path) {
    const module = this.get(path);
    if (module.status === 'unlinked') await module.link((specifier, referrer) => this.get(resolve(specifier, referrer.identifier)));
    if (module.status === 'linked') await module.evaluate();
    if (module.status === 'errored') throw module.error;
    return module;
  }
}
const loader = new Loader();
for (const path of ['plugins/upper.mjs', 'plugins/lazy.mjs', 'plugins/bad.mjs', 'plugins/syntax.mjs', 'plugins/throws.mjs', 'plugins/cyc-a.mjs', 'plugins/tla.mjs', 'plugins/none.mjs']) {
  try {
    const { namespace } = await loader.load(path);
    console.log(path, namespace.name, await namespace.default('abc'), await namespace.default('xyz'));
    console.log(namespace);
  } catch (e) {
    console.log(path, 'failed:', e.name, e.code, e.message);
    console.log(String(e.stack).split('\n').filter((l) => !l.includes('node:') && !l.includes(import.meta.url)).join('\n'));
  }
}
console.log(loader.logs);
console.log(loader.get('plugins/bad.mjs').status, loader.get('plugins/throws.mjs').status, loader.get('plugins/throws.mjs').error instanceof Error);
try { await loader.load('plugins/throws.mjs') } catch (e) { console.log('again', e === loader.get('plugins/throws.mjs').error) }
console.log(loader.get('plugins/upper.mjs'));
