// node:querystring.
function unescape(text) {
  try {
    return decodeURIComponent(text);
  } catch {  // what is no UTF-8 is read byte by byte
    const bytes = text.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
    return new TextDecoder().decode(Uint8Array.from(bytes, (each) => each.charCodeAt(0)));
  }
}
const escape = (text) => encodeURIComponent(typeof text === 'string' ? text : typeof text === 'object' ? String(text) : `${text}`);

function parse(text, separator = '&', equals = '=', { maxKeys = 1000, decodeURIComponent: decode = module.exports.unescape } = {}) {
  const found = { __proto__: null };
  if (typeof text !== 'string' || text.length === 0) return found;
  let pairs = text.split(separator || '&').filter((pair) => pair !== '');
  if (maxKeys > 0) pairs = pairs.slice(0, maxKeys);
  const plain = (part) => {
    const spaced = part.replaceAll('+', ' ');
    return /%/.test(spaced) ? decode(spaced) : spaced;
  };
  for (const pair of pairs) {
    const at = pair.indexOf(equals || '=');
    const key = plain(at < 0 ? pair : pair.slice(0, at));
    const value = at < 0 ? '' : plain(pair.slice(at + (equals || '=').length));
    if (!(key in found)) found[key] = value;
    else if (Array.isArray(found[key])) found[key].push(value);
    else found[key] = [found[key], value];
  }
  return found;
}

function stringify(object, separator = '&', equals = '=', { encodeURIComponent: encode = module.exports.escape } = {}) {
  if (object === null || typeof object !== 'object') return '';
  const shown = (value) => {
    if (typeof value === 'string') return encode(value);
    if (typeof value === 'bigint' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return encode(`${value}`);
    return '';
  };
  return Object.entries(object).flatMap(([key, value]) => (
    (Array.isArray(value) ? value : [value]).map((each) => `${encode(key)}${equals || '='}${shown(each)}`))).join(separator || '&');
}

module.exports = { parse, stringify, escape, unescape, decode: parse, encode: stringify };
