// Templates compiled to functions by vm: escaping, partials, filters, inheritance, errors that point into the template.
const vm = require('node:vm');
const escape = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt()};`);
class Templates {
  constructor(sources) {
    this.sources = sources;
    this.compiled = new Map();
    this.context = vm.createContext(Object.create(null), {codeGeneration: {strings: false}});
  }
  translate(name) {
    let code = 'let __out = "";';
    const source = this.sources[name];
    let line = 0;
    for (const [, text, kind, expression] of source.matchAll(/([\s\S]*?)(?:\{([{%#])([\s\S]*?)[}%#]\}|$)/g)) {
      code += `__out += ${JSON.stringify(text)};`;
      const breaks = text.split('\n').length - 1;
      code += '\n'.repeat(breaks);
      line += breaks;
      if (kind === '{') {
        const [value, ...filters] = expression.replace(/\}$/, '').split('|').map((part) => part.trim());
        code += `__out += ${filters.includes('raw') ? '' : '__escape'}(${
            filters.filter((f) => f !== 'raw')
                .reduce((inner, filter) => `__filters.${filter}(${inner})`, `(${value})`)});`;
      }
      if (kind === '%') {
        const statement = expression.trim();
        code += statement.startsWith('include ') ? `__out += __include(${statement.slice(8)}, locals);` :
            statement.startsWith('for ') ? `for (const ${statement.slice(4)}) {` :
            statement.startsWith('if ') ? `if (${statement.slice(3)}) {` :
            statement === 'else'   ? '} else {' :
            /^end/.test(statement) ? '}' :
                                     `${statement};`;
      }
      code += '\n'.repeat((expression ?? '').split('\n').length - 1);
    }
    return `${code} return __out;`;
  }
  render(name, locals = {}) {
    if (!this.compiled.has(name)) {
      this.compiled.set(
          name, vm.compileFunction(this.translate(name), ['locals', '__escape', '__filters', '__include'], {
            filename: `${name}.tpl`,
            parsingContext: this.context,
            contextExtensions: [this.globals ??= {site: 'Garden', now: () => 'noon'}]
          }));
    }
    const filters = {upper: (s) => s.toUpperCase(), join: (a) => a.join(', '), json: (v) => JSON.stringify(v)};
    return this.compiled.get(name).call(locals, locals, escape, filters, (other, given) => this.render(other, given));
  }
}
const templates = new Templates({
  page: '<h1>{{ locals.title | upper }}</h1>\n{% include "list" %}\n{# comment #}{{ site }} at {{ now() }}',
  list:
      '{% for item of locals.items %}<li>{{ item.name }}{% if item.tags %} ({{ item.tags | join }}){% else %}!{% endif %}</li>\n{% endfor %}',
  raw: '{{ locals.html | raw }} {{ locals.html }} {{ locals | json | raw }}',
  broken: 'line one\n{{ locals.missing.deep }}\n',
  syntax: 'line one\nline two {{ 1 + }}\n',
  self:
      '{{ this === locals }} {{ typeof require }} {{ typeof process }} {{ Object.getPrototypeOf([]) === Array.prototype }}',
  evil: '{{ (() => {}).constructor("return 1")() }}',
  deep: '{% include "deep" %}',
  multi: '{{\n  locals.a\n  +\n  locals.b.c }}',
});
const show = (name, locals) => {
  try {
    console.log(name, JSON.stringify(templates.render(name, locals)));
  } catch (error) {
    console.log(
        name, error.name, error.message.replace(/ \(reading.*/, ''), error instanceof Error,
        error.constructor === Error,
        error.stack.split('\n').filter((line) => /\.tpl/.test(line)).slice(0, 2).map((line) => line.trim()));
  }
};
show('page', {title: 'plants <&>', items: [{name: 'fern', tags: ['green', 'o\'k']}, {name: '<b>'}]});
show('raw', {html: '<i>"x"</i>'});
for (const name of ['broken', 'syntax', 'self', 'evil', 'deep']) show(name);
show('multi', {a: 1, b: {c: 2}});
show('multi', {a: 1});
templates.globals.site = 'Forest';
show('page', {title: 't', items: []});
console.log(
    templates.compiled.get('self').length, templates.compiled.get('self').name === '',
    templates.compiled.get('list').toString().slice(0, 60));
