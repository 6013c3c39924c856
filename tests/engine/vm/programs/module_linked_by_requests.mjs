// The same in two synchronous steps: linkRequests() names a module for each request, instantiate() connects them.
import vm from 'node:vm';

const text = {
  tree: "import { leaf } from 'leaf'; import data from 'data' with { type: 'json' }; export const tree = [leaf, data.rings]; export const self = () => back; import { back } from 'bird';",
  leaf: "export const leaf = 'green'",
  bird: "import { tree } from 'tree'; export const back = () => tree",
};
const made = new Map();
function load(name) {
  if (!made.has(name)) {
    made.set(name, name === 'data'
      ? new vm.SyntheticModule(['default'], function () { this.setExport('default', { rings: 40 }) }, { identifier: 'data' })
      : new vm.SourceTextModule(text[name], { identifier: name }));
  }
  return made.get(name);
}
function linkAll(module, seen = new Set()) {
  if (seen.has(module) || !module.moduleRequests) return;
  seen.add(module);
  const targets = module.moduleRequests.map(({ specifier }) => load(specifier));
  module.linkRequests(targets);
  targets.forEach((target) => linkAll(target, seen));
}

const tree = load('tree');
console.log(tree.moduleRequests);
console.log(Object.isFrozen(tree.moduleRequests), tree.moduleRequests === tree.moduleRequests);
try {
  tree.instantiate();
} catch (error) {
  console.log(error.code, error.message);
}
linkAll(tree);
console.log([...made.values()].map((module) => `${module.identifier} ${module.status}`));
console.log(tree.instantiate());
console.log([...made.values()].map((module) => `${module.identifier} ${module.status}`));
console.log(tree.hasTopLevelAwait(), tree.hasAsyncGraph());
const evaluated = tree.evaluate();
console.log(evaluated, await evaluated);
console.log(tree.namespace.tree, tree.namespace.self()());
console.log(made.get('bird').namespace.back() === tree.namespace.tree);

const short = new vm.SourceTextModule("import 'a'; import 'b'");
for (const modules of [[], [load('leaf')], [load('leaf'), 1], 'ab']) {
  try {
    short.linkRequests(modules);
    console.log('linked');
  } catch (error) {
    console.log(error.code, error.message);
  }
}
