// A module whose exports a function sets: a JSON file as a module, and exports that change later.
import vm from 'node:vm';

const text = '{ "boat": "ferry", "seats": 120 }';
const json = new vm.SyntheticModule(['default'], function () {
  console.log('steps', arguments.length);
  this.setExport('default', JSON.parse(text));
});
console.log(json.identifier, json.status, json.link(() => {}));
console.log(json);
const harbour = new vm.SourceTextModule("import boat from 'boat.json'; export { boat }; export * as whole from 'boat.json'");
await harbour.link(() => json);
await harbour.evaluate();
console.log(harbour.namespace.boat, harbour.namespace.whole, json.status);

const tide = new vm.SyntheticModule(['level', 'name'], () => { tide.setExport('level', 1) }, { identifier: 'tide' });
const gauge = new vm.SourceTextModule("import { level, name } from 'tide'; export const read = () => [level, name]");
await gauge.link(() => tide);
tide.setExport('name', 'spring');
await gauge.evaluate();
console.log(gauge.namespace.read());
tide.setExport('level', 2);
console.log(gauge.namespace.read(), tide.namespace);
const attempts = {
  unknown: () => tide.setExport('depth', 1),
  number: () => tide.setExport(1, 1),
  wrongThis: () => tide.setExport.call({}, 'level', 1),
  twice: () => new vm.SyntheticModule(['a', 'a'], () => {}),
  noNames: () => new vm.SyntheticModule('a', () => {}),
  noSteps: () => new vm.SyntheticModule(['a']),
};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    console.log(name, attempt());
  } catch (error) {
    console.log(name, error.code, error.message);
  }
}
const thrower = new vm.SyntheticModule([], () => { throw new Error('steps failed') });
await thrower.link(() => {});
await thrower.evaluate().catch((error) => console.log(error.message, thrower.status));
