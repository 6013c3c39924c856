// node:path for POSIX.
const { missing } = require('_errors');
const { check, extensionOf, format, withoutSuffix } = require('_path_parts');

function normalizeParts(text, isAbsolute) {
  const parts = [];
  for (const part of text.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
    else if (!isAbsolute) parts.push('..');
  }
  return parts.join('/');
}

const posix = {
  sep: '/',
  delimiter: ':',
  resolve(...paths) {
    let resolved = '';
    let isAbsolute = false;
    for (let i = paths.length - 1; i >= -1 && !isAbsolute; --i) {
      const part = i >= 0 ? paths[i] : native.process.cwd();
      check(part, `paths[${i}]`);
      if (part === '') continue;
      resolved = `${part}/${resolved}`;
      isAbsolute = part[0] === '/';
    }
    resolved = normalizeParts(resolved, isAbsolute);
    return isAbsolute ? `/${resolved}` : resolved || '.';
  },
  normalize(path) {
    check(path);
    if (path === '') return '.';
    const isAbsolute = path[0] === '/';
    let normal = normalizeParts(path, isAbsolute);
    if (normal === '' && !isAbsolute) return path.endsWith('/') ? './' : '.';
    if (normal !== '' && path.endsWith('/')) normal += '/';
    return isAbsolute ? `/${normal}` : normal;
  },
  isAbsolute(path) {
    check(path);
    return path[0] === '/';
  },
  join(...paths) {
    for (const path of paths) check(path);
    const joined = paths.filter((path) => path !== '').join('/');
    return joined === '' ? '.' : posix.normalize(joined);
  },
  relative(from, to) {
    check(from, 'from');
    check(to, 'to');
    const start = posix.resolve(from).split('/').filter(Boolean);
    const end = posix.resolve(to).split('/').filter(Boolean);
    let common = 0;
    while (common < start.length && start[common] === end[common]) ++common;
    return [...start.slice(common).map(() => '..'), ...end.slice(common)].join('/');
  },
  toNamespacedPath: (path) => path,
  dirname(path) {
    check(path);
    if (path === '') return '.';
    let end = path.length;
    while (end > 1 && path[end - 1] === '/') --end;
    const slash = path.lastIndexOf('/', end - 1);
    if (slash <= 0) return path[0] === '/' ? '/' : '.';
    return slash === 1 && path[0] === '/' ? '//' : path.slice(0, slash);
  },
  basename(path, suffix) {
    if (suffix !== undefined) check(suffix, 'suffix');
    check(path);
    let end = path.length;
    while (end > 0 && path[end - 1] === '/') --end;
    const base = path.slice(path.lastIndexOf('/', end - 1) + 1, end);
    if (suffix && suffix === path) return '';
    if (suffix && base === '' && suffix.length <= path.length) return path;
    return withoutSuffix(base, suffix);
  },
  extname(path) {
    return extensionOf(posix.basename(path));
  },
  format: (parts) => format('/', parts),
  parse(path) {
    check(path);
    const root = path[0] === '/' ? '/' : '';
    const base = posix.basename(path);
    // As Node has it: the parent of the root has an extension.
    const ext = base === '..' && /^\/\.\.\/*$/.test(path) ? '.' : posix.extname(path);
    const slash = path.replace(/\/+$/, '').lastIndexOf('/');
    const dir = slash > 0 ? path.slice(0, slash) : root;
    return { root, dir, base, ext, name: ext ? base.slice(0, -ext.length) : base };
  },
  matchesGlob() { throw missing('path.matchesGlob'); },
};
posix.posix = posix;
posix.win32 = require('_path_win32');
posix.win32.posix = posix;
posix.win32.win32 = posix.win32;
posix._makeLong = posix.toNamespacedPath;
module.exports = posix;
