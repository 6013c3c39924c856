// A tree of 1,000 modules: what it costs to link, instantiate and evaluate them. Prints three times in milliseconds:
// with link(), with linkRequests() and instantiate(), and of parsing.
const vm = require('node:vm');

const count = 1000;
const rounds = 5;
const now = () => Number(process.hrtime.bigint()) / 1e6;

// The round's number keeps V8 from taking a script of an earlier round.
function texts(round) {
  return Array.from({ length: count }, (_, i) => {
    const targets = [2 * i + 1, 2 * i + 2].filter((target) => target < count);
    const imports = targets.map((target) => `import { v${target} } from '${target}';`).join(' ');
    return { targets, text: `// ${round}\n${imports} export const v${i} = ${targets.map((target) => `v${target}`).join(' + ') || 1};` };
  });
}

async function measure(round, prepare) {
  const all = texts(round);
  const begun = now();
  const modules = all.map(({ text }, i) => new vm.SourceTextModule(text, { identifier: `module ${i}` }));
  const parsed = now();
  await prepare(modules, all);
  await modules[0].evaluate();
  if (modules[0].namespace.v0 !== count / 2) throw new Error('wrong sum');
  return { parse: parsed - begun, work: now() - parsed };
}

const byLinker = (modules) => modules[0].link((specifier) => modules[specifier]);
function byRequests(modules, all) {
  modules.forEach((module, i) => module.linkRequests(all[i].targets.map((target) => modules[target])));
  modules[0].instantiate();
}

async function best(prepare, name) {
  let least = { parse: Infinity, work: Infinity };
  for (let round = 0; round < rounds; round++) {
    const took = await measure(name + round, prepare);
    least = { parse: Math.min(least.parse, took.parse), work: Math.min(least.work, took.work) };
  }
  return least;
}

(async () => {
  const linked = await best(byLinker, 'link');
  const requested = await best(byRequests, 'requests');
  process.stdout.write(`${linked.work} ${requested.work} ${linked.parse}\n`);
})();
