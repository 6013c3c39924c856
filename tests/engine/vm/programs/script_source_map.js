// The magic comments of a text.
const vm = require('node:vm');

const mapped = new vm.Script(`
function spell(word) { return [...word].join('-') }
//# sourceMappingURL=spell.map
//# sourceURL=spelling.js
`, { filename: 'given.js' });
console.log(mapped.sourceMapURL);
console.log(new vm.Script('spell').sourceMapURL);
console.log(new vm.Script('1\n//@ sourceMappingURL=old.map').sourceMapURL);
mapped.runInThisContext();
console.log(spell('map'));
try {
  vm.runInThisContext('spell(1)');
} catch (error) {
  console.log(error.stack.split('\n').slice(0, 7).join('\n'));
}
