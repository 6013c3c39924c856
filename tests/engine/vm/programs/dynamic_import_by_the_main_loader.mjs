// USE_MAIN_CONTEXT_DEFAULT_LOADER: import() resolves and loads as in a file at the text's filename.
import vm from 'node:vm';
import { fileURLToPath } from 'node:url';

const importModuleDynamically = vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
const filename = fileURLToPath(new URL('./shelf/imagined.js', import.meta.url));
const here = import.meta.url.slice(0, import.meta.url.lastIndexOf('/'));
const hidden = (text) => String(text).replaceAll(here, 'HERE').replaceAll(fileURLToPath(here), 'HERE');

const book = await vm.runInThisContext('import("./book.mjs")', { filename, importModuleDynamically });
console.log(book, book === await import('./shelf/book.mjs'));
const pages = new vm.Script('import("./book.json", { with: { type: "json" } })', { filename, importModuleDynamically });
console.log((await pages.runInNewContext()).default);
const old = vm.compileFunction('return import("./old.cjs")', [], { filename, importModuleDynamically });
console.log(await old());
const byUrl = new vm.Script('import("./book.mjs")', { filename: new URL('./shelf/other.js', import.meta.url).href, importModuleDynamically });
console.log(await byUrl.runInThisContext() === book);
const builtIn = await vm.runInThisContext('import("node:vm")', { filename, importModuleDynamically });
console.log(builtIn.default === vm);
const context = vm.createContext({ }, { importModuleDynamically });
console.log((await vm.runInContext('Promise.resolve("import(`node:path`)").then(eval)', context)).sep);

for (const options of [{ filename, importModuleDynamically }, { filename: 'relative.js', importModuleDynamically }, { importModuleDynamically }]) {
  await vm.runInThisContext('import("./absent.mjs")', options).catch((error) => console.log(error.code, hidden(error.message).split('\n')[0]));
}
try {
  new vm.SourceTextModule('', { importModuleDynamically });
} catch (error) {
  console.log(error.code, error.message);
}
