// CommonJS modules: Node's Module class with the parts that programs replace (wrap, wrapper, _load, _extensions ...).
const path = require('path');
const { coded } = require('_errors');
const files = native.module;

const wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'];
let isWrapperReplaced = false;
let mainModule;

function Module(id = '', parent) {
  this.id = id;
  this.path = path.dirname(id);
  this.exports = {};
  Object.defineProperty(this, 'parent', { value: parent, writable: true, configurable: true, enumerable: false });
  parent?.children?.push(this);
  this.filename = null;
  this.loaded = false;
  this.children = [];
}

Module._cache = { __proto__: null };
Module._pathCache = { __proto__: null };
Module._extensions = { __proto__: null };
Module.globalPaths = [];
Module.Module = Module;
Module.isBuiltin = (name) => files.isBuiltin(`${name}`);
Object.defineProperty(Module, 'builtinModules', { get: files.builtinNames, enumerable: true, configurable: true });

let wrap = (script) => Module.wrapper[0] + script + Module.wrapper[1];
Object.defineProperty(Module, 'wrap', {
  get() { return wrap; },
  set(value) { isWrapperReplaced = true; wrap = value; },
  enumerable: true,
});
const watchedWrapper = new Proxy(wrapper, {
  set(target, property, value, receiver) {
    isWrapperReplaced = true;
    return Reflect.set(target, property, value, receiver);
  },
  defineProperty(target, property, descriptor) {
    isWrapperReplaced = true;
    return Reflect.defineProperty(target, property, descriptor);
  },
});
let currentWrapper = watchedWrapper;
Object.defineProperty(Module, 'wrapper', {
  get() { return currentWrapper; },
  set(value) { isWrapperReplaced = true; currentWrapper = value; },
  enumerable: true,
});

function readPackage(folder) {
  const file = path.join(folder, 'package.json');
  if (files.stat(file) !== 0) return null;
  try {
    return JSON.parse(files.readText(file));
  } catch (error) {
    throw coded(Error, 'ERR_INVALID_PACKAGE_CONFIG', `Invalid package config ${file}. ${error.message}`);
  }
}

function nearestPackage(file) {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const found = path.basename(folder) === 'node_modules' ? null : readPackage(folder);
    if (found) return { folder, config: found };
    if (folder === path.dirname(folder)) return null;
  }
}

function tryFile(name) {
  if (files.stat(name) === 0) return files.realPath(name);
  for (const extension of Object.keys(Module._extensions)) {
    if (files.stat(name + extension) === 0) return files.realPath(name + extension);
  }
}

function tryFolder(folder) {
  if (files.stat(folder) !== 1) return;
  const main = readPackage(folder)?.main;
  if (main) {
    const target = path.resolve(folder, main);
    const found = tryFile(target) ?? tryFile(path.join(target, 'index'));
    if (found) return found;
  }
  return tryFile(path.join(folder, 'index'));
}

const find = (name) => (name.endsWith('/') ? undefined : tryFile(name)) ?? tryFolder(name);

const conditions = new Set(['node', 'require', 'module-sync', 'node-addons', 'default']);

function exportTarget(target, rest) {
  if (typeof target === 'string') return target.replaceAll('*', rest ?? '');
  if (Array.isArray(target)) return target.map((each) => exportTarget(each, rest)).find((each) => each !== undefined);
  if (target === null || typeof target !== 'object') return undefined;
  for (const condition of Object.keys(target)) {
    if (!conditions.has(condition)) continue;
    const found = exportTarget(target[condition], rest);
    if (found !== undefined) return found;
  }
}

function matchExport(table, subpath) {
  const isTable = typeof table === 'object' && table !== null && Object.keys(table).some((key) => key.startsWith('.'));
  if (!isTable) return subpath === '.' ? exportTarget(table) : undefined;
  if (subpath in table && !subpath.includes('*')) return exportTarget(table[subpath]);
  let best;
  for (const key of Object.keys(table)) {
    const star = key.indexOf('*');
    if (star === -1) continue;
    const tail = key.slice(star + 1);
    if (subpath.startsWith(key.slice(0, star)) && subpath.endsWith(tail) && subpath.length >= key.length - 1 &&
        !(best && best.star >= star)) {
      best = { star, key, rest: subpath.slice(star, subpath.length - tail.length) };
    }
  }
  return best && exportTarget(table[best.key], best.rest);
}

function findExport(folder, config, subpath) {
  const target = matchExport(config.exports, subpath);
  const found = target && path.join(folder, target);
  if (found && files.stat(found) === 0) return files.realPath(found);
  const file = path.join(folder, 'package.json');
  throw subpath === '.' ?
    coded(Error, 'ERR_PACKAGE_PATH_NOT_EXPORTED', `No "exports" main defined in ${file}`) :
    coded(Error, 'ERR_PACKAGE_PATH_NOT_EXPORTED', `Package subpath '${subpath}' is not defined by "exports" in ${file}`);
}

function findInPackages(request, paths) {
  const [, name, rest] = /^((?:@[^/]+\/)?[^/]+)(\/.*)?$/.exec(request) ?? [];
  for (const base of paths) {
    const folder = path.join(base, name ?? '');
    if (name && files.stat(folder) === 1) {
      const config = readPackage(folder);
      if (config?.exports != null) return findExport(folder, config, `.${rest ?? ''}`);
    }
    const found = find(path.join(base, request));
    if (found) return found;
  }
}

function findOwn(request, parent) {
  const own = parent?.filename && nearestPackage(parent.filename);
  if (request.startsWith('#')) {
    const target = own && own.config.imports && matchExport({ ...own.config.imports, '.': undefined }, request);
    if (target) return path.join(own.folder, target);
    throw coded(TypeError, 'ERR_PACKAGE_IMPORT_NOT_DEFINED', `Package import specifier "${request}" is not defined`);
  }
  if (own?.config.exports != null && (request === own.config.name || request.startsWith(`${own.config.name}/`)))
    return findExport(own.folder, own.config, `.${request.slice(own.config.name.length)}`);
}

Module._nodeModulePaths = function(from) {
  const paths = [];
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (path.basename(folder) !== 'node_modules') paths.push(path.join(folder, 'node_modules'));
    if (folder === path.dirname(folder)) return paths;
  }
};

const isRelative = (request) => /^\.{1,2}(\/|$)/.test(request);

Module._resolveLookupPaths = function(request, parent) {
  if (files.isBuiltin(request)) return null;
  if (isRelative(request)) return [parent?.filename ? path.dirname(parent.filename) : '.'];
  return parent?.paths?.length ? parent.paths : Module._nodeModulePaths(native.process.cwd());
};

Module._findPath = function(request, paths) {
  if (path.isAbsolute(request)) return find(request) ?? false;
  if (isRelative(request)) {
    for (const base of paths) {
      const found = find(path.resolve(base, request) + (/(\/|\/?\.)$/.test(request) ? '/' : ''));
      if (found) return found;
    }
    return false;
  }
  return findInPackages(request, paths) ?? false;
};

// Node's modules that there are none of here. A package of the same name serves.
const elsewhere = new Set(('async_hooks child_process cluster constants crypto dgram diagnostics_channel dns dns/promises domain ' +
  'http2 https inspector inspector/promises net path/win32 punycode readline readline/promises repl stream ' +
  'stream/consumers stream/promises stream/web string_decoder sys tls trace_events tty v8 wasi worker_threads zlib').split(' '));

Module._resolveFilename = function(request, parent, isMain, options) {
  if (files.isBuiltin(request)) return request;
  if (request.startsWith('node:'))
    throw coded(Error, 'ERR_UNKNOWN_BUILTIN_MODULE', `No such built-in module: ${request}`);
  const found = findOwn(request, parent) ?? Module._findPath(request, lookup(request, parent, options), isMain);
  if (found) return found;
  const stack = [];
  for (let each = parent; each; each = each.parent) stack.push(each.filename || each.id);
  const via = stack.length > 0 ? `\nRequire stack:\n- ${stack.join('\n- ')}` : '';
  const reason = elsewhere.has(request) ? ': it is built into Node, but not into vmscope' : '';
  const error = new Error(`Cannot find module '${request}'${reason}${via}`);
  error.code = 'MODULE_NOT_FOUND';
  error.requireStack = stack;
  throw error;
};

function lookup(request, parent, options) {
  if (!Array.isArray(options?.paths)) return Module._resolveLookupPaths(request, parent);
  if (isRelative(request)) return options.paths;
  return options.paths.flatMap((base) => Module._nodeModulePaths(base));
}

Module._load = function(request, parent, isMain) {
  if (files.isBuiltin(request)) return request.startsWith('node:') ? require(request) : loadMaybeCachedBuiltin(request);
  const filename = Module._resolveFilename(request, parent, isMain);
  const cached = Module._cache[filename];
  if (cached !== undefined) {
    if (parent && !parent.children?.includes(cached)) parent.children?.push(cached);
    return cached.exports;
  }
  if (files.isBuiltin(filename)) return require(filename);
  return loadFile(filename, parent, isMain);
};

// A program may put its own module for a bare built-in name into the cache.
const loadMaybeCachedBuiltin = (request) => Module._cache[request]?.exports ?? require(request);

function loadFile(filename, parent, isMain) {
  const module = new Module(filename, parent);
  if (isMain) {
    mainModule = module;
    module.id = '.';
  }
  Module._cache[filename] = module;
  let isLoaded = false;
  try {
    module.load(filename);
    isLoaded = true;
  } finally {
    if (!isLoaded) {
      delete Module._cache[filename];
      const at = parent?.children?.indexOf(module) ?? -1;
      if (at !== -1) parent.children.splice(at, 1);
    }
  }
  return module.exports;
}

Module.prototype.load = function(filename) {
  this.filename = filename;
  this.paths = Module._nodeModulePaths(path.dirname(filename));
  Module._extensions[findExtension(filename)](this, filename);
  this.loaded = true;
};

// The longest registered one: '.test.js' before '.js'.
function findExtension(filename) {
  const name = path.basename(filename);
  for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
    if (dot !== 0 && Module._extensions[name.slice(dot)]) return name.slice(dot);
  }
  return '.js';
}

Module.prototype.require = function(id) {
  if (typeof id !== 'string') throw require('_errors').invalidArgType('id', 'string', id);
  if (id === '') throw require('_errors').invalidArgValue('id', id, 'must be a non-empty string');
  return Module._load(id, this, false);
};

function makeRequire(module) {
  const require = function require(id) { return module.require(id); };
  require.resolve = function resolve(request, options) {
    if (typeof request !== 'string') throw invalidRequest(request);
    return Module._resolveFilename(request, module, false, options);
  };
  require.resolve.paths = function paths(request) { return Module._resolveLookupPaths(request, module); };
  require.main = mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}

const invalidRequest = (request) => require('_errors').invalidArgType('request', 'string', request);

Module.prototype._compile = function(content, filename) {
  const compiled = isWrapperReplaced ?
    files.runScript(Module.wrap(content), filename) :
    files.compileFunction(content, filename);
  const folder = path.dirname(filename);
  return Reflect.apply(compiled, this.exports, [this.exports, makeRequire(this), this, filename, folder]);
};

Module._extensions['.js'] = function(module, filename) {
  if (nearestPackageType(filename) === 'module') return Module._extensions['.mjs'](module, filename);
  module._compile(files.readText(filename), filename);
};

function nearestPackageType(filename) {
  if (filename.endsWith('.cjs')) return 'commonjs';
  return nearestPackage(filename)?.config.type;
}

Module._extensions['.json'] = function(module, filename) {
  try {
    module.exports = JSON.parse(files.readText(filename));
  } catch (error) {
    throw error instanceof SyntaxError ? new SyntaxError(`${filename}: ${error.message}`) : error;
  }
};

Module._extensions['.node'] = function(module, filename) {
  throw coded(Error, 'ERR_DLOPEN_FAILED', `vmscope loads no native addons: ${filename}`);
};

// Kept out of the extensions that a bare name is tried with.
Object.defineProperty(Module._extensions, '.mjs', {
  value(module, filename) {
    const namespace = native.imports.requireModule(filename);
    module.exports = 'module.exports' in namespace ? namespace['module.exports'] : namespace;
  },
  writable: true, configurable: true, enumerable: false,
});

Module.createRequire = function(from) {
  const text = from instanceof URL || /^file:/.test(from) ? require('url').fileURLToPath(from) : from;
  if (typeof text !== 'string' || !path.isAbsolute(text)) {
    throw require('_errors').invalidArgValue('filename', from,
                                              'must be a file URL object, file URL string, or absolute path string');
  }
  const module = new Module(text);
  module.filename = text;
  module.paths = Module._nodeModulePaths(path.dirname(text));
  return makeRequire(module);
};

for (const name of ['enableCompileCache', 'flushCompileCache', 'register', 'registerHooks', 'stripTypeScriptTypes', 'SourceMap', 'findSourceMap']) {
  Module[name] = function() { throw require('_errors').missing(`module.${name}`); };
}
Module.syncBuiltinESMExports = function() {};
Module.findPackageJSON = (from) => {
  const own = nearestPackage(path.isAbsolute(from) ? from : path.resolve(from));
  return own ? path.join(own.folder, 'package.json') : undefined;
};

Module.runMain = function(file) {
  const filename = path.resolve(file);
  const found = find(filename);
  if (!found) {
    const what = files.stat(filename) === 1 ? 'is a folder without an index.js' : 'does not exist';
    return what;
  }
  if (isModuleFile(found)) return native.imports.importMain(found);
  Module._load(found, null, true);
};
const isModuleFile = (file) => /\.(mjs|js)$/.test(file) && native.imports.isModuleFile(file);
Object.defineProperty(Module, '_main', { get: () => mainModule, enumerable: false });
Object.defineProperty(Module, '_requireOf', { value: makeRequire, enumerable: false });

module.exports = Module;
