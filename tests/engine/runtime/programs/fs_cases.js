// node:fs and fs/promises on a folder of their own.
const fs = require('node:fs');
const promises = require('node:fs/promises');
const path = require('node:path');
const os = process.env.TMPDIR || '/tmp';
const folder = fs.mkdtempSync(path.join(os, 'vmscope-fs-'));
const at = (name) => path.join(folder, name);
const hide = (text) => `${text}`.replaceAll(folder, 'FOLDER');
const attempt = (action) => { try { console.log(hide(action())); } catch (error) { console.log(error.name, error.code, error.syscall, hide(error.message), error.errno, hide(error.path)); } };
fs.writeFileSync(at('a.txt'), 'one\ntwo\n'); fs.appendFileSync(at('a.txt'), 'three');
console.log(fs.readFileSync(at('a.txt'), 'utf8'), fs.readFileSync(at('a.txt')).length, fs.readFileSync(at('a.txt'), { encoding: 'hex' }).slice(0, 6), fs.existsSync(at('a.txt')), fs.existsSync(at('none')));
const status = fs.statSync(at('a.txt'));
console.log(status.isFile(), status.isDirectory(), status.size, status.mtime instanceof Date, typeof status.mtimeMs, status.constructor.name);
console.log(hide(fs.mkdirSync(at('x/y/z'), { recursive: true })), fs.mkdirSync(at('x/y'), { recursive: true }), fs.readdirSync(folder), fs.readdirSync(folder, { withFileTypes: true }).map((each) => [each.name, each.isDirectory(), each.isFile()]));
fs.renameSync(at('a.txt'), at('b.txt')); fs.copyFileSync(at('b.txt'), at('x/c.txt')); fs.symlinkSync('b.txt', at('link'));
console.log(fs.readlinkSync(at('link')), fs.lstatSync(at('link')).isSymbolicLink(), hide(fs.realpathSync(at('link'))), fs.statSync(at('none'), { throwIfNoEntry: false }));
const fd = fs.openSync(at('d.bin'), 'w+');
console.log(fs.writeSync(fd, 'hello'), fs.writeSync(fd, Buffer.from('XY'), 0, 2, 1));
const into = Buffer.alloc(5);
console.log(fs.readSync(fd, into, 0, 5, 0), into.toString(), fs.fstatSync(fd).size); fs.closeSync(fd);
attempt(() => fs.readFileSync(at('none'))); attempt(() => fs.readdirSync(at('none'))); attempt(() => fs.mkdirSync(at('x'))); attempt(() => fs.rmdirSync(at('x'))); attempt(() => fs.readFileSync(folder)); attempt(() => fs.readFileSync(5.5, 'nope')); attempt(() => fs.writeFileSync({}, 'x')); attempt(() => fs.accessSync(at('none'))); attempt(() => fs.unlinkSync(at('none'))); attempt(() => fs.renameSync(at('none'), at('other'))); attempt(() => fs.openSync(at('a'), 'zz')); attempt(() => fs.rmSync(at('none'))); attempt(() => fs.rmSync(at('none'), { force: true }));
fs.readFile(at('b.txt'), 'utf8', (error, text) => {
  console.log('callback', error, text.length);
  fs.readFile(at('none'), (failure) => console.log('failure', failure.code));
});
(async () => {
  await promises.writeFile(at('p.txt'), 'promised');
  console.log(await promises.readFile(at('p.txt'), 'utf8'), (await promises.stat(at('p.txt'))).size, await promises.readdir(at('x')), promises === fs.promises);
  await promises.readFile(at('none')).catch((error) => console.log(error.code, hide(error.message)));
  await promises.readFile(7.5).catch((error) => console.log(error.code));
  const handle = await promises.open(at('h.txt'), 'w+');
  await handle.writeFile('by handle'); console.log((await handle.stat()).size); await handle.close();
  await promises.access(at('h.txt')); await promises.unlink(at('h.txt'));
  await promises.rm(folder, { recursive: true });
  console.log(fs.existsSync(folder));
})();
