// node:url: the WHATWG classes over ada's parser, and Node's older functions.
const { coded, invalidArgType, invalidArgValue, missing } = require('_errors');
const { inspect } = require('util');
const own = native.url;

const plusEscapes = { '!': '%21', "'": '%27', '(': '%28', ')': '%29', '~': '%7E', '%20': '+' };
const escape = (text) => encodeURIComponent(`${text}`.toWellFormed()).replace(/%20|[!'()~]/g, (each) => plusEscapes[each]);
const unescape = (text) => {
  const spaced = text.replace(/\+/g, ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    const bytes = spaced.replace(/%(?![0-9a-f]{2})/gi, '%25').replace(/[^\0-\x7F]+/g, encodeURIComponent);
    return new (require('_encoding').TextDecoder)().decode(native.bytes.encode(bytes.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1'));
  }
};

const changed = Symbol('changed');
class URLSearchParams {
  #list = [];
  #onChange = null;
  constructor(init) {
    if (init === undefined || init === null) return;
    if (typeof init === 'object' || typeof init === 'function') return this.#addAll(init);
    this[changed](`${init}`.replace(/^\?/, ''), null);
  }
  #addAll(init) {
    const iterate = init[Symbol.iterator];
    if (iterate !== null && iterate !== undefined) {
      if (typeof iterate !== 'function') throw coded(TypeError, 'ERR_ARG_NOT_ITERABLE', 'Query pairs must be iterable');
      for (const pair of init) {
        if (pair === null || typeof pair !== 'object' || typeof pair[Symbol.iterator] !== 'function' || [...pair].length !== 2)
          throw coded(TypeError, 'ERR_INVALID_TUPLE', 'Each query pair must be an iterable [name, value] tuple');
        const [name, value] = pair;
        this.#list.push([`${name}`.toWellFormed(), `${value}`.toWellFormed()]);
      }
      return;
    }
    for (const key of Reflect.ownKeys(init)) {
      if (Object.prototype.propertyIsEnumerable.call(init, key)) this.#list.push([`${key}`, `${init[key]}`.toWellFormed()]);
    }
  }
  // The URL that these belong to sets their text and hears of changes.
  [changed](text, onChange) {
    this.#onChange = onChange;
    this.#list = text.split('&').filter(Boolean).map((part) => {
      const equals = part.indexOf('=');
      return equals === -1 ? [unescape(part), ''] : [unescape(part.slice(0, equals)), unescape(part.slice(equals + 1))];
    });
  }
  #tell() { this.#onChange?.(this.toString()); }
  get size() { return this.#list.length; }
  append(name, value) {
    this.#list.push([`${name}`.toWellFormed(), `${value}`.toWellFormed()]);
    this.#tell();
  }
  delete(name, value) {
    this.#list = this.#list.filter(([key, each]) => key !== `${name}` || (value !== undefined && each !== `${value}`));
    this.#tell();
  }
  get(name) { return this.#list.find(([key]) => key === `${name}`)?.[1] ?? null; }
  getAll(name) { return this.#list.filter(([key]) => key === `${name}`).map(([, value]) => value); }
  has(name, value) { return this.#list.some(([key, each]) => key === `${name}` && (value === undefined || each === `${value}`)); }
  set(name, value) {
    const at = this.#list.findIndex(([key]) => key === `${name}`);
    if (at === -1) return this.append(name, value);
    this.#list = this.#list.filter(([key], index) => key !== `${name}` || index === at);
    this.#list[at][1] = `${value}`.toWellFormed();
    this.#tell();
  }
  sort() {
    this.#list.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    this.#tell();
  }
  forEach(callback, self) {
    if (typeof callback !== 'function') throw invalidArgType('callback', 'function', callback);
    for (const [key, value] of this.#list) callback.call(self, value, key, this);
  }
  *entries() { for (const [key, value] of this.#list) yield [key, value]; }
  *keys() { for (const [key] of this.#list) yield key; }
  *values() { for (const [, value] of this.#list) yield value; }
  toString() { return this.#list.map(([key, value]) => `${escape(key)}=${escape(value)}`).join('&'); }
  [inspect.custom](depth, options) {
    if (typeof depth === 'number' && depth < 0) return options.stylize('[Object]', 'special');
    const shown = this.#list.map(([key, value]) => `${inspect(key, options)} => ${inspect(value, options)}`);
    if (shown.length === 0) return 'URLSearchParams {}';
    const line = shown.join(', ');
    return line.length <= options.breakLength ? `URLSearchParams { ${line} }` : `URLSearchParams {\n  ${shown.join(',\n  ')} }`;
  }
}
URLSearchParams.prototype[Symbol.iterator] = URLSearchParams.prototype.entries;
Object.defineProperty(URLSearchParams.prototype, Symbol.toStringTag, { value: 'URLSearchParams', configurable: true });
Object.defineProperty(URLSearchParams.prototype, Symbol.iterator, { enumerable: false });

const settable = ['href', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'];
class URL {
  #parts;
  #params;
  constructor(input, base) {
    if (arguments.length === 0) throw coded(TypeError, 'ERR_MISSING_ARGS', 'The "url" argument must be specified');
    const text = `${input}`.toWellFormed();
    this.#parts = own.parse(text, base === undefined ? undefined : `${base}`);
    if (!this.#parts) throw coded(TypeError, 'ERR_INVALID_URL', 'Invalid URL', base === undefined ? { input: text } : { input: text, base: `${base}` });
  }
  static #change(url, part, text) {
    const parts = own.change(url.#parts.href, part, `${text}`.toWellFormed());
    if (part === 'href') {
      if (!own.parse(`${text}`)) throw coded(TypeError, 'ERR_INVALID_URL', 'Invalid URL', { input: `${text}` });
    }
    url.#parts = parts;
    if (part === 'href' || part === 'search') url.#params?.[changed](parts.search.slice(1), url.#follow);
  }
  #follow = (text) => { this.#parts = own.change(this.#parts.href, 'search', text); };
  static {
    for (const part of [...settable, 'origin']) {
      Object.defineProperty(URL.prototype, part, {
        get() { return this.#parts[part]; },
        set: part === 'origin' ? undefined : function(text) { URL.#change(this, part, text); },
        enumerable: true, configurable: true,
      });
    }
  }
  get searchParams() {
    if (!this.#params) {
      this.#params = new URLSearchParams();
      this.#params[changed](this.#parts.search.slice(1), this.#follow);
    }
    return this.#params;
  }
  toString() { return this.#parts.href; }
  toJSON() { return this.#parts.href; }
  static canParse(input, base) { return own.parse(`${input}`, base === undefined ? undefined : `${base}`) !== undefined; }
  static parse(input, base) { return URL.canParse(input, base) ? new URL(input, base) : null; }
  static createObjectURL() { throw missing('URL.createObjectURL'); }
  static revokeObjectURL() { throw missing('URL.revokeObjectURL'); }
  [inspect.custom](depth, options) {
    if (typeof depth === 'number' && depth < 0) return this;
    const shown = { __proto__: { constructor: this.constructor === URL ? URL : this.constructor } };
    for (const part of ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search']) shown[part] = this[part];
    shown.searchParams = this.searchParams;
    shown.hash = this.hash;
    return `${this.constructor.name} ${inspect(Object.assign({}, shown), options)}`;
  }
}
Object.defineProperty(URL.prototype, Symbol.toStringTag, { value: 'URL', configurable: true });
for (const name of ['searchParams', 'toString', 'toJSON']) Object.defineProperty(URL.prototype, name, { enumerable: true });

const isUrl = (value) => typeof value?.href === 'string' && typeof value.protocol === 'string' && value.auth === undefined && value.path === undefined;

function fileURLToPath(given) {
  const url = typeof given === 'string' ? new URL(given) : given;
  if (!isUrl(url)) throw invalidArgType('path', ['string', 'URL'], given);
  if (url.protocol !== 'file:') throw coded(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
  if (url.hostname !== '') throw coded(TypeError, 'ERR_INVALID_FILE_URL_HOST', `File URL host must be "localhost" or empty on linux`);
  if (/%2f/i.test(url.pathname)) throw coded(TypeError, 'ERR_INVALID_FILE_URL_PATH', 'File URL path must not include encoded / characters');
  return decodeURIComponent(url.pathname);
}

function pathToFileURL(given) {
  if (typeof given !== 'string') throw invalidArgType('path', 'string', given);
  let path = require('path').resolve(given);
  if (given.endsWith('/') && !path.endsWith('/')) path += '/';
  const escapes = { '%': '%25', '\\': '%5C', '\n': '%0A', '\r': '%0D', '\t': '%09', '?': '%3F', '#': '%23' };
  return new URL(`file://${path.replace(/[%\\\n\r\t?#]/g, (each) => escapes[each])}`);
}

class Url {
  constructor() {
    for (const part of ['protocol', 'slashes', 'auth', 'host', 'port', 'hostname', 'hash', 'search', 'query', 'pathname', 'path', 'href']) this[part] = null;
  }
}

// The older parser: what is absent is null, and what is no URL is a path.
function parse(text, parseQuery, slashesDenoteHost) {
  if (typeof text !== 'string') throw invalidArgType('url', 'string', text);
  const url = new Url();
  const pattern = /^\s*([a-z][a-z0-9.+-]*:)?(\/\/)?(?:([^@/?#]*)@)?([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?\s*$/i;
  const [, protocol, slashes, auth, host, path, search, hash] = pattern.exec(text) ?? [];
  const hasHost = slashes && (protocol || slashesDenoteHost);
  url.protocol = protocol ? protocol.toLowerCase() : null;
  url.slashes = hasHost ? true : null;
  url.auth = hasHost && auth !== undefined ? decodeURIComponent(auth) : null;
  if (hasHost) {
    const [, name, port] = /^(.*?)(?::(\d*))?$/.exec(host);
    url.hostname = name.toLowerCase();
    url.port = port || null;
    url.host = url.hostname + (port ? `:${port}` : '');
  }
  url.hash = hash ?? null;
  url.search = search ?? (parseQuery ? '' : null);
  url.query = parseQuery ? Object.fromEntries(new URLSearchParams(search ?? '')) : search ? search.slice(1) : null;
  const pathname = hasHost ? path : `${slashes ?? ''}${auth !== undefined ? `${auth}@` : ''}${host ?? ''}${path ?? ''}`;
  const isWeb = /^(https?|ftp|wss?|file):$/.test(url.protocol ?? '');
  url.pathname = pathname || (hasHost && isWeb ? '/' : null);
  url.path = url.pathname || url.search ? `${url.pathname ?? ''}${url.search ?? ''}` : null;
  url.href = format(url);
  return url;
}

function format(url, options) {
  if (typeof url === 'string') return parse(url).href;
  if (url === null || typeof url !== 'object') throw invalidArgType('urlObject', ['Object', 'string'], url);
  if (url instanceof URL) {
    const copy = new URL(url.href);
    if (options?.fragment === false) copy.hash = '';
    if (options?.search === false) copy.search = '';
    if (options?.auth === false) copy.username = copy.password = '';
    return copy.href;
  }
  let protocol = url.protocol ?? '';
  if (protocol && !protocol.endsWith(':')) protocol += ':';
  const auth = url.auth ? `${encodeURIComponent(url.auth).replace(/%3A/i, ':')}@` : '';
  let host = url.host ? auth + url.host : url.hostname ? auth + url.hostname + (url.port ? `:${url.port}` : '') : '';
  const needsSlashes = url.slashes || /^(https?|ftp|wss?|file):$/.test(protocol);
  if (needsSlashes && (host || url.slashes || protocol === 'file:')) host = `//${host}`;
  let search = url.search ?? (url.query && typeof url.query === 'object' && Object.keys(url.query).length > 0 ? `?${new URLSearchParams(url.query)}` : '');
  if (search && !search.startsWith('?')) search = `?${search}`;
  const hash = url.hash ? (url.hash.startsWith('#') ? url.hash : `#${url.hash}`) : '';
  let pathname = url.pathname ?? '';
  if (host && pathname && !pathname.startsWith('/')) pathname = `/${pathname}`;
  return `${protocol}${host}${pathname.replace(/[?#]/g, encodeURIComponent)}${search.replace('#', '%23')}${hash}`;
}

module.exports = {
  URL, URLSearchParams, Url, parse, format, fileURLToPath, pathToFileURL,
  resolve(from, to) {
    const base = new URL(from, 'resolve://host/');
    const resolved = new URL(to, base);
    return resolved.protocol === 'resolve:' ? resolved.pathname + resolved.search + resolved.hash : resolved.href;
  },
  domainToASCII: (domain) => own.toAscii(`${domain}`),
  domainToUnicode() { throw missing('url.domainToUnicode'); },
  urlToHttpOptions(url) {
    const { protocol, hostname, hash, search, pathname, href, port, username, password } = url;
    const options = { protocol, hostname: hostname.replace(/^\[(.*)\]$/, '$1'), hash, search, pathname, path: `${pathname}${search}`, href };
    if (port !== '') options.port = Number(port);
    if (username || password) options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return options;
  },
};
