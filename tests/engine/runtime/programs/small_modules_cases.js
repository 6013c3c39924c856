const os = require('node:os');
const querystring = require('querystring');

console.log(os.EOL, os.devNull, os.arch(), os.platform(), os.type(), os.release(), os.version(), os.hostname(), os.machine(), os.endianness());
console.log(os.homedir(), os.tmpdir(), os.uptime() > 0, os.loadavg().length, os.totalmem(), os.freemem() > 0);

for (const text of ['a=1&b=2', 'a=1&a=2&a=3', 'x', '=y', '&&k=v&', 'sp+ace=%20%2B', 'caf%C3%A9=%E9', 'a=b=c', '__proto__=1', '', 'a=%', '%zz=1'])
  console.log(text, querystring.parse(text));
console.log(querystring.parse('a:1;b:2;c', ';', ':'), querystring.parse('a=1&b=2&c=3', null, null, { maxKeys: 2 }));
console.log(querystring.stringify({ a: 1, b: ['x', 'y z'], c: true, d: null, e: undefined, f: 'é&=', g: NaN, h: 10n, i: [] , j: {} }));
console.log(querystring.stringify({ a: 1, b: 2 }, ';', ':'), querystring.stringify('text'), querystring.escape('a b/ü!'), querystring.unescape('%41%zz'));
console.log(querystring.stringify({ w: '日本' }, '&', '=', { encodeURIComponent: (text) => `<${text}>` }));
