// What paths of POSIX and of Windows have in common.
const { invalidArgType } = require('_errors');

exports.check = (value, name = 'path') => {
  if (typeof value !== 'string') throw invalidArgType(name, 'string', value);
};

exports.withoutSuffix = (base, suffix) =>
  suffix && base !== suffix && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base;

exports.extensionOf = (base) => {
  const dot = base.lastIndexOf('.');
  return dot <= 0 || base === '..' ? '' : base.slice(dot);
};

exports.format = (separator, parts) => {
  if (parts === null || typeof parts !== 'object') throw invalidArgType('pathObject', 'Object', parts);
  const folder = parts.dir || parts.root;
  const extension = parts.ext ? `${parts.ext[0] === '.' ? '' : '.'}${parts.ext}` : '';
  const base = parts.base || `${parts.name || ''}${extension}`;
  if (!folder) return base;
  return folder === parts.root ? `${folder}${base}` : `${folder}${separator}${base}`;
};
