// Contexts in which text and bytes become no code.
const vm = require('node:vm');

const strict = vm.createContext({}, { name: 'strict', origin: 'https://example.org', codeGeneration: { strings: false, wasm: false } });
const loose = vm.createContext({});
const codes = {
  eval: 'eval("1 + 1")',
  Function: 'new Function("return 2")()',
  notText: 'eval(3)',
  wasm: 'new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])) instanceof WebAssembly.Module',
};
for (const [name, code] of Object.entries(codes)) {
  for (const context of [strict, loose]) {
    try {
      console.log(name, vm.runInContext(code, context));
    } catch (error) {
      console.log(name, error.name, error.message, error instanceof Error);
    }
  }
}
vm.runInContext('WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))', strict)
  .then(console.log, (error) => console.log(error.name, error.message));
