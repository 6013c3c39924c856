// A bundler's evaluation: CommonJS wrappers as scripts with code caches on disk, stack traces by file, source maps by comment.
const vm = require('vm');
const fs = require('fs');
const os = require('path');
const path = require('path');
const Module = require('module');
const { fileURLToPath, pathToFileURL } = require('url');

const dir = fs.mkdtempSync(path.join(process.env.TMPDIR || '/tmp', 'bundle-'));
const write = (name, text) => { const file = path.join(dir, name); fs.mkdirSync(path.dirname(file), { recursive: true }); fs.writeFileSync(file, text); return file };
write('index.js', `#!/usr/bin/env node
'use strict';
const { add } = require('./lib/math');
const pkg = require('./package.json');
module.exports = { sum: add(1, 2), name: pkg.name, main: require.main === module, dir: __dirname, boom: () => require('./lib/boom')() };
`);
write('lib/math.js', 'exports.add = (a, b) => a + b;\nexports.mul = (a, b) => a * b;\n//# sourceMappingURL=math.js.map\n');
write('lib/boom.js', 'module.exports = function boom() {\n  const inner = () => { throw new Error("boom at " + __filename.split("/").pop()) };\n  inner();\n};\n');
write('package.json', '{ "name": "bundled", "version": "1.0.0" }');
const stats = { compiled: 0, cached: 0, rejected: 0 };
function load(file, cache, parent) {
  if (cache[file]) return cache[file].exports;
  const module = (cache[file] = { id: file, exports: {}, parent, filename: file });
  let text = fs.readFileSync(file, 'utf8');
  if (file.endsWith('.json')) return (module.exports = JSON.parse(text));
  text = text.replace(/^#!.*/, '');
  const cacheFile = file + '.cache';
  const cachedData = fs.existsSync(cacheFile) ? fs.readFileSync(cacheFile) : undefined;
  const script = new vm.Script(Module.wrap(text), { filename: file, lineOffset: 0, cachedData, importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER });
  stats.compiled++;
  if (cachedData) stats[script.cachedDataRejected ? 'rejected' : 'cached']++;
  const require_ = (name) => { const base = path.resolve(path.dirname(file), name); return load([base, base + '.js'].find((f) => fs.existsSync(f)), cache, module) };
  require_.main = parent ? cache[Object.keys(cache)[0]] : module;
  script.runInThisContext().call(module.exports, module.exports, require_, module, file, path.dirname(file));
  fs.writeFileSync(cacheFile, script.createCachedData());
  if (script.sourceMapURL) console.log('map of', path.basename(file), script.sourceMapURL);
  return module.exports;
}
const strip = (s) => String(s).replaceAll(dir, 'DIR');
for (let round = 0; round < 3; round++) {
  if (round === 2) fs.appendFileSync(path.join(dir, 'lib/math.js'), '// changed');
  const result = load(path.join(dir, 'index.js'), {});
  console.log({ ...result, dir: strip(result.dir) }, stats);
  try { result.boom() } catch (e) { console.log(strip(e.stack).split('\n').slice(0, 4).join('\n')) }
}
console.log(Module.wrap('x'), Module.wrapper);
console.log(Module.builtinModules.includes('vm'), Module.isBuiltin('node:vm'), Module.isBuiltin('nope'), typeof Module.createRequire);
const req = Module.createRequire(pathToFileURL(path.join(dir, 'index.js')));
console.log(req('./lib/math').mul(6, 7), strip(req.resolve('./lib/math')), fileURLToPath(pathToFileURL('/a b')).toString());
const m = new Module('virtual'); m.filename = path.join(dir, 'virtual.js'); m.paths = [];
m._compile('exports.where = __filename; exports.id = module.id; exports.up = require("./lib/math").add(2, 2)', m.filename);
console.log({ ...m.exports, where: strip(m.exports.where) });
try { req('./absent') } catch (e) { console.log(e.code, strip(e.message)) }
console.log(fs.readdirSync(path.join(dir, 'lib')).sort());
fs.rmSync(dir, { recursive: true });
