// URL, URLSearchParams and node:url.
const url = require('node:url');
const attempt = (action) => { try { console.log(action()); } catch (error) { console.log(error.name, error.code, error.message, error.input); } };
for (const [text, base] of [['https://user:pa%20ss@Example.ORG:8080/a/../b?q=1&r=%20#frag'], ['/path?x#y', 'http://host/other/'], ['file:///tmp/a b'], ['mailto:a@b.c'], ['http://münchen.de/ä'], ['HTTP://EXAMPLE.com:80/'], ['?only=query', 'https://h/p'], ['data:text/plain,hi'], ['http://[::1]:3000/']]) {
  const parsed = new URL(text, base);
  console.log(parsed.href, parsed.origin, parsed.host, parsed.pathname, parsed.search, parsed.hash, parsed.username, parsed.password, parsed.port);
}
const one = new URL('https://example.org/a?x=1');
one.searchParams.append('y', 'two words'); one.hash = 'top'; one.port = '444'; one.pathname = '/new path'; one.protocol = 'http';
console.log(one.href, `${one}`, JSON.stringify({ one }), one.searchParams.get('y'));
one.search = '?z=9';
console.log([...one.searchParams], one.searchParams.size, one);
console.log({ nested: { deep: { url: one } } });
attempt(() => new URL('nope')); attempt(() => new URL('/x', 'also nope')); attempt(() => new URL()); attempt(() => { one.href = 'bad'; });
console.log(URL.canParse('http://x'), URL.canParse('x'), URL.parse('x'), URL.parse('http://y').host);
const params = new URLSearchParams('a=1&b=2&a=3&c=%E2%82%AC&d=a+b&e');
console.log(params, params.getAll('a'), params.has('b', '2'), params.get('none'), params.toString());
params.set('a', 'x y&z'); params.delete('b'); params.sort();
console.log(params.toString(), [...params.keys()], Object.fromEntries(params), new URLSearchParams({ p: 1, q: [2, 3] }).toString(), new URLSearchParams([['m', 'n']]).toString(), new URLSearchParams());
params.forEach((value, key) => console.log(key, value));
attempt(() => new URLSearchParams([1])); 
console.log(url.fileURLToPath('file:///tmp/a%20b'), url.pathToFileURL('/tmp/a b#c?d%').href);
attempt(() => url.fileURLToPath('http://x')); attempt(() => url.fileURLToPath(5)); attempt(() => url.pathToFileURL(5));
console.log(url.format(new URL('http://u:p@h/p?q#f'), { auth: false, fragment: false }), url.format({ protocol: 'http', host: 'h:1', pathname: 'x', query: { a: 1 } }), url.resolve('/one/two', 'three'), url.resolve('http://a/b/c', '../d'));
const { pathname, query, search, host, port, hostname, protocol, hash, auth, path, href } = url.parse('http://User:pw@Host.com:81/p/a?x=1&y=2#h');
console.log(pathname, query, search, host, port, hostname, protocol, hash, auth, path, href, url.parse('/just/path?q=5', true).query.q, url.parse('/p?').pathname);
console.log(url.urlToHttpOptions(new URL('http://u:p@h:99/p?q')).auth, url.domainToASCII('español.com'), url.URL === URL);
