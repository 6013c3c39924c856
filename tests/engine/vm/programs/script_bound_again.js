// The same script again and again, in one context and in several: each run declares, throws and makes closures anew.
const vm = require('node:vm');

const [a, b] = [vm.createContext({}), vm.createContext({})];
const counts = new vm.Script('n = (globalThis.n ?? 0) + 1; (() => n)');
const made = [a, a, b, a, a].map((context) => counts.runInContext(context));
console.log(a.n, b.n, new Set(made).size, made[0](), made[2](), made[2].constructor === made[0].constructor);

const declares = new vm.Script('let fixed = 1; fixed');
for (let i = 0; i < 4; i++) {
  try {
    console.log(declares.runInContext(a));
  } catch (error) {
    console.log(error.message);
  }
}
const keeps = new vm.Script('var kept; kept = (kept || 0) + 1; function read() { return kept }; read()');
for (let i = 0; i < 5; i++) {
  if (i === 3) delete a.kept;
  console.log(keeps.runInContext(a));
}

const template = new vm.Script('((strings) => strings)`part${1}`');
const sites = [a, a, a, b].map((context) => template.runInContext(context));
console.log(sites[0] === sites[1], sites[1] === sites[2], sites[2] === sites[3]);

const nested = new vm.Script('depth++ < 3 ? again() + depth : depth');
const recursive = vm.createContext({ depth: 0, again: () => nested.runInContext(recursive) });
console.log(nested.runInContext(recursive), nested.runInContext(recursive));

const throws = new vm.Script('if (k++ % 2) throw new Error("odd"); k', { filename: 'odd.js' });
const odd = vm.createContext({ k: 0 });
for (let i = 0; i < 5; i++) {
  try {
    console.log(throws.runInContext(odd));
  } catch (error) {
    console.log(error.stack.split('\n').slice(0, 6).join(' | '));
  }
}
const spins = new vm.Script('for (;;);');
for (let i = 0; i < 3; i++) {
  try {
    spins.runInContext(b, { timeout: 5 });
  } catch (error) {
    console.log(error.code);
  }
}
const sums = new vm.Script('(() => { let total = 0; for (let i = 0; i < 1e5; i++) total += i; return total })()');
for (let i = 0; i < 20; i++) sums.runInContext(b);
console.log(sums.runInContext(b));

(async () => {
  const asked = [];
  const imports = new vm.Script('import("x")', {
    importModuleDynamically: (specifier, referrer) => { asked.push(referrer === imports); return new vm.SyntheticModule([], () => {}) },
  });
  for (let i = 0; i < 3; i++) await imports.runInContext(b);
  console.log(asked);
})();
