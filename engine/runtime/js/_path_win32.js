// path.win32: drives, UNC shares and device paths; `/` separates as `\` does.
const { check, extensionOf, format, withoutSuffix } = require('_path_parts');

const isSeparator = (character) => character === '\\' || character === '/';
const isLetter = (character) => /^[a-z]$/i.test(character ?? '');
const reserved = new Set(['CON', 'PRN', 'AUX', 'NUL', ...['COM', 'LPT'].flatMap((port) => [...'123456789\u00b9\u00b2\u00b3'].map((n) => port + n))]);

// As Node has it: without a colon the last character counts for nothing.
const isReserved = (path, colon) => reserved.has(path.slice(0, colon).toUpperCase());

// `device` is `C:` or `\\server\share`; `end` is where the path below the root begins.
function rootOf(path) {
  if (isLetter(path[0]) && path[1] === ':') {
    const isAbsolute = isSeparator(path[2]);
    return { device: path.slice(0, 2), isAbsolute, end: isAbsolute ? 3 : 2 };
  }
  if (!isSeparator(path[0])) return { device: '', isAbsolute: false, end: 0 };
  const share = /^[\\/]{2}([^\\/]+)([\\/]+)([^\\/]+)/.exec(path);
  if (!share) return { device: '', isAbsolute: true, end: 1 };
  const [all, server, , name] = share;
  if (server === '.' || server === '?') return { device: `\\\\${server}`, isAbsolute: true, end: 4, isDevice: true };
  const isWhole = all.length === path.length;
  return { device: `\\\\${server}\\${name}`, isAbsolute: true, end: isWhole ? all.length : all.length + 1, isWhole, isShare: true };
}

function normalizeParts(text, isAbsolute) {
  const parts = [];
  for (const part of text.split(/[\\/]/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
    else if (!isAbsolute) parts.push('..');
  }
  return parts.join('\\');
}

// Where the last part of `path` begins and ends, trailing separators left out; a drive is no part.
function lastPart(path) {
  const start = isLetter(path[0]) && path[1] === ':' ? 2 : 0;
  let end = path.length;
  while (end > start && isSeparator(path[end - 1])) --end;
  let begin = end;
  while (begin > start && !isSeparator(path[begin - 1])) --begin;
  return [begin, end];
}

const win32 = {
  sep: '\\',
  delimiter: ';',
  resolve(...paths) {
    let device = '';
    let tail = '';
    let isAbsolute = false;
    for (let i = paths.length - 1; i >= -1; --i) {
      let path;
      if (i >= 0) {
        path = paths[i];
        check(path, `paths[${i}]`);
        if (path === '') continue;
      } else if (device === '') {
        path = native.process.cwd();
      } else {
        path = require('process').env[`=${device}`] || native.process.cwd();
        if (path.slice(0, 2).toLowerCase() !== device.toLowerCase() && path[2] === '\\') path = `${device}\\`;
      }
      const root = rootOf(path);
      if (root.isShare && root.isWhole) root.end = path.length;
      if (root.device !== '') {
        if (device !== '' && root.device.toLowerCase() !== device.toLowerCase()) continue;
        device ||= root.device;
      }
      if (!isAbsolute) {
        tail = `${path.slice(root.end)}\\${tail}`;
        isAbsolute = root.isAbsolute;
      }
      if (isAbsolute && device !== '') break;
    }
    tail = normalizeParts(tail, isAbsolute);
    return isAbsolute ? `${device}\\${tail}` : `${device}${tail}` || '.';
  },
  normalize(path) {
    check(path);
    if (path === '') return '.';
    if (path.length === 1) return path === '/' ? '\\' : path;
    let { device, isAbsolute, end, isWhole } = rootOf(path);
    if (isWhole) return `${device}\\`;
    const colon = path.indexOf(':');
    if (colon > 0 && device === '' && !isAbsolute && isReserved(path, colon)) {
      end = colon + 1;
      device = path.slice(0, end);
    }
    let tail = end < path.length ? normalizeParts(path.slice(end), isAbsolute) : '';
    if (tail === '' && !isAbsolute) tail = '.';
    if (tail !== '' && isSeparator(path.at(-1))) tail += '\\';
    // What only looks like a drive or a device must not become one.
    if (!isAbsolute && device === '' && path.includes(':')) {
      if (isLetter(tail[0]) && tail[1] === ':') return `.\\${tail}`;
      if (/:([\\/]|$)/.test(path)) return `.\\${tail}`;
    }
    if (isReserved(path, colon)) return `.\\${device}${tail}`;
    return isAbsolute ? `${device}\\${tail}` : `${device}${tail}`;
  },
  isAbsolute(path) {
    check(path);
    return isSeparator(path[0]) || (isLetter(path[0]) && path[1] === ':' && isSeparator(path[2]));
  },
  join(...paths) {
    for (const path of paths) check(path);
    const parts = paths.filter((path) => path !== '');
    if (parts.length === 0) return '.';
    let joined = parts.join('\\');
    // Two separators at the front are a share only where the first part says so.
    const isShare = /^[\\/]{2}(?:$|[^\\/])/.test(parts[0]) && parts[0].length > 2;
    if (!isShare) joined = joined.replace(/^[\\/]{2,}/, '\\');
    if (joined.split('\\').some((part) => part.includes(':') && isReserved(part, part.indexOf(':')))) return joined.replaceAll('/', '\\');
    return win32.normalize(joined);
  },
  relative(from, to) {
    check(from, 'from');
    check(to, 'to');
    if (from === to) return '';
    const start = win32.resolve(from);
    const end = win32.resolve(to);
    if (start === end || start.toLowerCase() === end.toLowerCase()) return '';
    const startParts = start.split('\\').filter(Boolean);
    const endParts = end.split('\\').filter(Boolean);
    let common = 0;
    while (common < startParts.length && common < endParts.length && startParts[common].toLowerCase() === endParts[common].toLowerCase()) ++common;
    if (common === 0 && startParts.length > 0 && endParts.length > 0) return end;
    return [...startParts.slice(common).map(() => '..'), ...endParts.slice(common)].join('\\');
  },
  toNamespacedPath(path) {
    if (typeof path !== 'string' || path === '') return path;
    const resolved = win32.resolve(path);
    if (resolved.length <= 2) return path;
    if (resolved.startsWith('\\\\')) return /^\\\\[?.]/.test(resolved) ? resolved : `\\\\?\\UNC\\${resolved.slice(2)}`;
    if (isLetter(resolved[0]) && resolved[1] === ':' && resolved[2] === '\\') return `\\\\?\\${resolved}`;
    return resolved;
  },
  dirname(path) {
    check(path);
    if (path === '') return '.';
    if (path.length === 1) return isSeparator(path) ? path : '.';
    let { end: rootEnd, isShare, isWhole, isDevice } = rootOf(path);
    if (isWhole) return path;
    if (isDevice) rootEnd = /^[\\/]{2}[^\\/]+[\\/]+[^\\/]+[\\/]?/.exec(path)[0].length;
    if (isDevice && rootEnd === path.length && !isSeparator(path.at(-1))) return path;
    let end = path.length;
    while (end > rootEnd && isSeparator(path[end - 1])) --end;
    while (end > rootEnd && !isSeparator(path[end - 1])) --end;
    if (end <= rootEnd) return rootEnd === 0 ? '.' : path.slice(0, rootEnd);
    return path.slice(0, end - 1);
  },
  basename(path, suffix) {
    if (suffix !== undefined) check(suffix, 'suffix');
    check(path);
    if (suffix && suffix === path) return '';
    const [begin, end] = lastPart(path);
    const base = path.slice(begin, end);
    if (suffix && base === '' && suffix.length <= path.length) return path.slice(isLetter(path[0]) && path[1] === ':' ? 2 : 0);
    return withoutSuffix(base, suffix);
  },
  extname(path) {
    check(path);
    return extensionOf(win32.basename(path));
  },
  format: (parts) => format('\\', parts),
  parse(path) {
    check(path);
    if (path.length === 1 && isSeparator(path)) return { root: path, dir: path, base: '', ext: '', name: '' };
    let { end, isDevice } = rootOf(path);
    if (isDevice) end = /^[\\/]{2}[^\\/]+[\\/]+[^\\/]+[\\/]?/.exec(path)[0].length;
    const root = path.slice(0, end);
    const below = path.slice(end).replace(/[\\/]+$/, '');
    const slash = Math.max(below.lastIndexOf('\\'), below.lastIndexOf('/'));
    const base = below.slice(slash + 1);
    const dot = base.lastIndexOf('.');
    const ext = dot <= 0 || base === '..' ? '' : base.slice(dot);
    const dir = slash === -1 ? root : path.slice(0, end + slash);
    return { root, dir, base, ext, name: ext ? base.slice(0, -ext.length) : base };
  },
};
win32._makeLong = win32.toNamespacedPath;
module.exports = win32;
