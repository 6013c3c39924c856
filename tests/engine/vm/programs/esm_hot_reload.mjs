// ECMAScript modules that are replaced while the program runs: a registry of vm modules by URL and version.
import vm from 'node:vm';
const files = new Map(Object.entries({
  'app:/main.js':
      `import { greet } from './greet.js'; import * as state from './state.js'; import config from './config.json' with { type: 'json' };
    export const version = import.meta.version; export function run(name) { state.visits.push(name); return greet(name) + config.mark + state.visits.length; }
    import.meta.hot?.accept((next) => { state.log.push('accepted ' + next.version); }); export const lazy = () => import('./lazy.js'); export default class Main {}`,
  'app:/greet.js':
      `import { shout } from './shout.js'; export const greet = (n) => shout('hello ' + n); export let self; import('./greet.js').then((m) => { self = m.greet === greet; });`,
  'app:/shout.js': `export { upper as shout } from './text.js'; export * from './text.js';`,
  'app:/text.js':
      `export const upper = (s) => s.toUpperCase(); export const lower = (s) => s.toLowerCase(); export { upper as default };`,
  'app:/state.js':
      `export const visits = []; export const log = []; globalThis.stateLoads = (globalThis.stateLoads ?? 0) + 1;`,
  'app:/config.json': `{ "mark": "!" }`,
  'app:/lazy.js':
      `const { upper } = await import('./text.js'); export const value = upper('lazy'); export const late = await new Promise((resolve) => later(() => resolve('late')));`,
  'app:/cycle-a.js':
      `import { b } from './cycle-b.js'; export const a = 'a'; export const fromB = b(); export function readA() { return a; }`,
  'app:/cycle-b.js':
      `import { readA } from './cycle-a.js'; export const b = () => { try { return readA(); } catch (e) { return e.name + ': ' + e.message; } }; export const early = b();`,
  'app:/bad-syntax.js': `export const = 1`,
  'app:/missing-export.js': `import { nothing } from './text.js';`,
  'app:/missing-file.js': `import './nowhere.js';`,
  'app:/throws.js': `export const before = 1; throw new RangeError('while evaluating');`,
  'app:/imports-throws.js': `import './throws.js'; export const after = 1;`,
  'app:/ambiguous.js': `export * from './text.js'; export * from './other.js';`,
  'app:/other.js': `export const upper = 1; export const only = 2;`,
  'app:/uses-ambiguous.js': `import { upper } from './ambiguous.js';`,
  'app:/lists-ambiguous.js': `import * as all from './ambiguous.js'; export const names = Object.keys(all).join();`,
  'app:/rejects.js': `await Promise.reject(new TypeError('awaited'));`,
}));
class Loader {
  constructor() {
    this.context = vm.createContext({later: (fn) => setTimeout(fn, 2), console}, {name: 'app'});
    this.cache = new Map();
    this.accepts = new Map();
    this.version = 1;
  }
  resolve(specifier, base) {
    return new URL(specifier, base.replace('app:/', 'http://app/')).href.replace('http://app/', 'app:/');
  }
  load(url) {
    if (this.cache.has(url)) return this.cache.get(url);
    if (!files.has(url)) throw Object.assign(new Error(`no ${url}`), {code: 'ERR_NO_FILE'});
    const text = files.get(url);
    const module = url.endsWith('.json') ? new vm.SyntheticModule(
                                               ['default'], function() { this.setExport('default', JSON.parse(text)); },
                                               {identifier: url, context: this.context}) :
                                           new vm.SourceTextModule(text, {
                                             identifier: url,
                                             context: this.context,
                                             initializeImportMeta: (meta, made) => {
                                               meta.url = url;
                                               meta.version = this.version;
                                               meta.hot = {accept: (fn) => this.accepts.set(url, fn)};
                                             },
                                             importModuleDynamically: async (specifier, from) => {
                                               const next = this.load(this.resolve(specifier, from.identifier));
                                               if (next.status === 'unlinked') await next.link(this.linker);
                                               if (next.status === 'linked') await next.evaluate();
                                               return next;
                                             },
                                           });
    this.cache.set(url, module);
    return module;
  }
  linker = (specifier, from, {attributes}) => {
    if (specifier.endsWith('.json') && attributes.type !== 'json')
      throw new TypeError(`attribute missing for ${specifier}`);
    return this.load(this.resolve(specifier, from.identifier));
  };
  async import(url) {
    const module = this.load(url);
    if (module.status === 'unlinked') await module.link(this.linker);
    if (module.status === 'linked') await module.evaluate();
    if (module.status === 'errored') throw module.error;
    return module.namespace;
  }
  async update(url, text) {
    files.set(url, text);
    ++this.version;
    const stale = new Set([url]);
    for (let size = 0; size !== stale.size;) {
      size = stale.size;
      for (const [each, module] of this.cache)
        if (module instanceof vm.SourceTextModule &&
            module.dependencySpecifiers.some((specifier) => stale.has(this.resolve(specifier, each))))
          stale.add(each);
    }
    for (const each of stale) this.cache.delete(each);
    const handlers = [...stale].filter((each) => this.accepts.has(each)).map((each) => [each, this.accepts.get(each)]);
    for (const [each, accept] of handlers) accept(await this.import(each));
    return [...stale].sort();
  }
}
const loader = new Loader();
const main = await loader.import('app:/main.js');
console.log(
    main.run('ann'), main.version, Object.keys(main), main[Symbol.toStringTag],
    Object.getOwnPropertyDescriptor(main, 'version'));
const lazy = await main.lazy();
console.log(lazy.value, lazy.late, lazy, (await main.lazy()) === lazy);
console.log(
    await loader.update('app:/text.js', 'export const upper = (s) => s.toUpperCase() + "2"; export default upper;'));
const next = await loader.import('app:/main.js');
console.log(
    main.run('bob'), next.run('cal'), next === main, next.default === main.default, next.version,
    (await loader.import('app:/state.js')).log, loader.context.stateLoads);
console.log((await loader.import('app:/cycle-a.js')), (await loader.import('app:/cycle-b.js')).early);
for (const name
         of ['bad-syntax', 'missing-export', 'missing-file', 'throws', 'imports-throws', 'throws', 'uses-ambiguous',
             'lists-ambiguous', 'rejects', 'rejects']) {
  try {
    console.log(name, await loader.import(`app:/${name}.js`));
  } catch (error) {
    const cached = loader.cache.get(`app:/${name}.js`);
    console.log(
        name, '→', error.name, error.message, error.code ?? '', name === 'missing-file' ? '' : cached?.status,
        error.stack.split('\n')[0]);
  }
}
for (const [url, module] of loader.cache)
  console.log(
      url, url.includes('missing-file') || module.status, module.constructor.name, module instanceof vm.Module,
      module.dependencySpecifiers?.join() ?? '');
console.log(Object.keys(loader.context), loader.cache.get('app:/text.js').namespace);
