// Whether contexts, scripts and functions go away: FinalizationRegistry and WeakRef after a collection.
const vm = require('node:vm');
const collected = [];
const registry = new FinalizationRegistry((name) => collected.push(name));
const churn = async () => {
  for (let i = 0; i < 40 && !done(); ++i) {
    let waste = [];
    for (let n = 0; n < 200; ++n) waste.push(new ArrayBuffer(1 << 16), new Array(2000).fill(n));
    waste = null;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
};
const wanted = ['context', 'script', 'function', 'closure', 'inner array', 'vanilla', 'proxy'];
const done = () => wanted.every((name) => collected.includes(name));
const kept = [];
(() => {
  const sandbox = {big: new Array(1000).fill(0)};
  const context = vm.createContext(sandbox);
  registry.register(context, 'context');
  const script = new vm.Script('var list = [1, 2, 3]; () => list', {importModuleDynamically: () => script});
  registry.register(script, 'script');
  const closure = script.runInContext(context);
  registry.register(closure, 'closure');
  registry.register(closure(), 'inner array');
  const compiled =
      vm.compileFunction('return a', ['a'], {parsingContext: context, importModuleDynamically: () => compiled});
  registry.register(compiled, 'function');
  const vanilla = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  vm.runInContext('globalThis.self = this', vanilla);
  registry.register(vanilla, 'vanilla');
  const proxied = new Proxy({}, {});
  vm.createContext(proxied);
  registry.register(proxied, 'proxy');
  const keeper = vm.createContext({name: 'kept'});
  kept.push(vm.runInContext('() => name', keeper));
  registry.register(keeper, 'keeper');
})();
churn().then(async () => {
  for (let i = 0; i < 50 && !done(); ++i) await churn();
  console.log(wanted.filter((name) => !collected.includes(name)), collected.includes('keeper'), kept[0]());
});
