// import source gives what a module is before it is linked: of a .wasm file its WebAssembly.Module, of others nothing.
import vm from 'node:vm';
import source sum from './shelf/sum.wasm';
import * as instance from './shelf/sum.wasm';

console.log(sum, sum instanceof WebAssembly.Module, WebAssembly.Module.exports(sum));
const { exports } = await WebAssembly.instantiate(sum);
console.log(exports.add(2, 3), exports.g.value, await import.source('./shelf/sum.wasm') === sum);
console.log(instance, instance.add(20, 22), instance.g);

async function attempt(name, act) {
  try {
    console.log(name, await act());
  } catch (error) {
    console.log(name, error.name, error.code, error.message.replaceAll(import.meta.dirname, 'HERE'));
  }
}
await attempt('broken', () => import.source('./shelf/broken.wasm'));
await attempt('broken, evaluated', () => import('./shelf/broken.wasm'));
await attempt('no source', () => import.source('./shelf/book.mjs'));
await attempt('absent', () => import.source('./shelf/absent.wasm'));
await attempt('imports another', async () => (await import('./shelf/needs.wasm')).run());

const asks = (answer) => vm.runInThisContext('import.source("x")', {
  importModuleDynamically(specifier, referrer, attributes, phase) {
    console.log('asked for', specifier, phase);
    return answer();
  },
});
await attempt('callback: a WebAssembly.Module', () => asks(() => sum));
await attempt('callback: a module without source', () => asks(() => new vm.SyntheticModule([], () => {})));
await attempt('callback: a namespace', () => asks(() => import('./shelf/book.mjs')));
const importModuleDynamically = vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
await attempt('main loader', () => vm.runInThisContext('import.source("./shelf/sum.wasm")', { filename: import.meta.filename, importModuleDynamically }));

const module = new vm.SourceTextModule('import source made from "x"; import "x"; export { made }');
console.log(module.moduleRequests.map(({ specifier, phase }) => `${specifier} ${phase}`));
await attempt('linked', () => module.link(() => new vm.SyntheticModule([], () => {})));
