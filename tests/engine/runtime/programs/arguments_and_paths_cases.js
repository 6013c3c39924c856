// util.parseArgs and path.win32 on thousands of made-up inputs: each line is a digest of many results, and the first few.
const path = require('node:path');
const { parseArgs, inspect } = require('node:util');

let state = 1;
const pick = (below) => {
  state = (state * 1103515245 + 12345) & 0x7fffffff;
  return (state >> 8) % below;
};
const some = (choices, most) => Array.from({ length: pick(most) }, () => choices[pick(choices.length)]);
const attempt = (call) => {
  try { return inspect(call(), { depth: 5 }); } catch (error) { return `${error.name} ${error.code} ${error.message}`; }
};
let digest = 0;
const add = (text) => {
  for (const character of text) digest = (Math.imul(digest, 31) + character.charCodeAt()) | 0;
};

const words = ['-a', '-b', '-f', '--foo', '--bar', '--no-bar', '--no-foo', '--foo=x', '--bar=y', '--', '-ab', '-fa', '-bf',
               '-f=x', 'pos', '-', '', '--unknown', '--no-', '--foo=', '-x', '--constructor', '--multi', '-m', '1'];
const declared = [
  { foo: { type: 'string', short: 'f' }, bar: { type: 'boolean', short: 'b' } },
  { foo: { type: 'boolean' }, a: { type: 'boolean', short: 'a' } },
  { multi: { type: 'string', multiple: true, short: 'm', default: ['d'] }, bar: { type: 'boolean', default: true } },
  { multi: { type: 'boolean', multiple: true, short: 'm' }, 'no-bar': { type: 'string' }, bar: { type: 'boolean' } },
  { foo: { type: 'number' } }, { foo: { type: 'string', short: 'ff' } }, { foo: { type: 'string', default: 5 } },
  { foo: { type: 'string', multiple: true, default: 'x' } }, { foo: 5 }, 5, [], undefined,
];
for (let round = 0; round < 40; ++round) {
  for (let n = 0; n < 50; ++n) {
    const config = { args: some(words, 6), options: declared[pick(declared.length)] };
    if (config.options === undefined) delete config.options;
    for (const flag of ['strict', 'allowPositionals', 'tokens', 'allowNegative'])
      if (pick(3) === 0) config[flag] = pick(12) === 0 ? 5 : pick(2) === 0;
    const result = attempt(() => parseArgs(config));
    add(result);
    if (n === 0) console.log(inspect(config, { breakLength: Infinity }), result);
  }
  console.log(round, digest);
}

const parts = ['a', 'b', 'C:', 'c:', 'd', '..', '.', '\\', '/', 'foo', 'bar.txt', '.x', 'x.', 'server', 'share', 'con:', ':'];
for (const { kind, functions } of [
  { kind: 'win32', functions: ['normalize', 'isAbsolute', 'dirname', 'basename', 'extname', 'parse', 'toNamespacedPath'] },
  { kind: 'posix', functions: ['normalize', 'isAbsolute', 'dirname', 'basename', 'extname', 'parse', 'resolve'] },
]) {
  for (const name of functions) {
    for (let n = 0; n < 500; ++n) add(attempt(() => path[kind][name](some(parts, 8).join(''))));
    console.log(kind, name, digest);
  }
  for (let n = 0; n < 500; ++n) {
    const [from, to] = [some(parts, 8).join(''), some(parts, 8).join('')];
    add(attempt(() => path[kind].join(`x${from}`, to)));
    add(attempt(() => path[kind].resolve(from, to)));
    add(attempt(() => path[kind].relative(`C:\\${from.replaceAll(':', '')}`, `C:\\${to.replaceAll(':', '')}`)));
  }
  console.log(kind, digest);
}
console.log(path.win32.sep, path.win32.delimiter, path.win32.posix === path.posix, path.posix.win32 === path.win32, path === path.posix);
console.log(path.win32.format({ dir: 'C:\\a', base: 'b.c' }), path.win32.parse('\\\\server\\share\\dir\\file.ext'), attempt(() => path.win32.join(5)));
