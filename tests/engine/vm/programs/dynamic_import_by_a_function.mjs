// import() in a text is answered by the function that was given with the text.
import vm from 'node:vm';

const catalogue = { moon: 'export const phase = "full"', star: '{ "name": "Vega" }' };
async function answer(specifier, referrer, attributes, phase) {
  console.log('import of', specifier, 'attributes', attributes, 'phase', phase, 'referrer', referrer?.constructor?.name);
  if (!(specifier in catalogue)) throw new Error(`no ${specifier} in the catalogue`);
  if (attributes.type === 'json') {
    const json = new vm.SyntheticModule(['default'], function () { this.setExport('default', JSON.parse(catalogue[specifier])) });
    await json.link(() => {});
    await json.evaluate();
    return json;
  }
  const module = new vm.SourceTextModule(catalogue[specifier]);
  await module.link(() => {});
  await module.evaluate();
  return module;
}

const script = new vm.Script('import("moon")', { importModuleDynamically: answer });
console.log((await script.runInThisContext()).phase);
const json = new vm.Script('import("star", { with: { type: "json" } })', { importModuleDynamically: answer });
console.log((await json.runInNewContext()).default);
const call = vm.compileFunction('return import(name)', ['name'], { importModuleDynamically: answer });
console.log(await call('moon'));
await call('sun').catch((error) => console.log(error.message));
const module = new vm.SourceTextModule('export const moon = await import("moon")', { importModuleDynamically: answer });
await module.link(() => {});
await module.evaluate();
console.log(module.namespace.moon.phase);
const context = vm.createContext({}, { importModuleDynamically: (specifier, referrer) => answer(specifier, { constructor: { name: referrer === context ? 'the context' : 'something else' } }, {}) });
console.log(await vm.runInContext('Promise.resolve("import(`moon`)").then(eval)', context));

for (const [name, result] of Object.entries({
  missing: () => vm.runInThisContext('import("moon")'),
  number: () => vm.runInThisContext('import("moon")', { importModuleDynamically: () => 1 }),
  namespace: () => vm.runInThisContext('import("moon")', { importModuleDynamically: async (...all) => (await answer(...all)).namespace }),
  unlinked: () => vm.runInThisContext('import("moon")', { importModuleDynamically: () => new vm.SourceTextModule('') }),
  notAFunction: async () => vm.runInThisContext('import("moon")', { importModuleDynamically: 'moon' }),
})) {
  await result().then((value) => console.log(name, value), (error) => console.log(name, error.name, error.code, error.message));
}
