// Templates become functions by compileFunction; helpers come as context extensions.
const vm = require('node:vm');
const assert = require('node:assert');

const escape = (s) => String(s).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
function compile(template, { filename = 'template.html', helpers = {}, params = ['data'] } = {}) {
  const parts = ['let out = "";'];
  let last = 0;
  for (const match of template.matchAll(/<%([=-]?)([\s\S]*?)%>/g)) {
    parts.push(`out += ${JSON.stringify(template.slice(last, match.index))};`);
    parts.push(match[1] === '=' ? `out += escape(${match[2].trim()});` : match[1] === '-' ? `out += (${match[2].trim()});` : match[2]);
    last = match.index + match[0].length;
  }
  parts.push(`out += ${JSON.stringify(template.slice(last))};`, 'return out;');
  return vm.compileFunction(parts.join('\n'), params, { filename, contextExtensions: [{ escape }, helpers] });
}
const list = compile('<ul><% for (const item of data.items) { %><li class="<%= item.kind %>"><%= format(item.name) %></li><% } %></ul>', { helpers: { format: (s) => s.trim() } });
console.log(list({ items: [{ name: ' a<b ', kind: 'x"y' }, { name: 'c', kind: '' }] }));
console.log(list.toString().length > 100, list.length, list);
const deep = compile('<%- include({ depth: data.depth }) %>', { helpers: { include: (d) => d.depth > 3 ? 'end' : `[${deep({ depth: d.depth + 1 })}]` } });
console.log(deep({ depth: 0 }));
try { compile('a<% if (x { %>b', { filename: 'broken.html' }) } catch (e) { console.log(e.name, e.message); console.log(e.stack.split('\n').slice(0, 4).join('\n')) }
try { compile('line\n<%= data.user.name %>', { filename: 'user.html' })({}) } catch (e) { console.log(e.stack.split('\n').slice(0, 2).join('\n')) }
assert.throws(() => compile('<%= nothing %>')({}), { name: 'ReferenceError', message: 'nothing is not defined' });
const locals = compile('<%= a %>-<%= b %>', { params: ['a', 'b'] });
console.log(locals(1, '<'), locals.length);
const context = vm.createContext({ site: 'S' });
const inContext = vm.compileFunction('return site + x + typeof require', ['x'], { parsingContext: context });
console.log(inContext(1), Object.getPrototypeOf(inContext) === Function.prototype, vm.runInContext('Function.prototype', context) === Object.getPrototypeOf(inContext));
context.site = 'T';
console.log(inContext(2));
const cached = vm.compileFunction('return 1 + x', ['x'], { produceCachedData: true });
console.log(cached.cachedData.length > 0, vm.compileFunction('return 1 + x', ['x'], { cachedData: cached.cachedData }).cachedDataRejected);
console.log(Object.getOwnPropertyDescriptors(cached).cachedDataProduced);
