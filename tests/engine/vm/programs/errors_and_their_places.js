// Where an error happened in a text: the line, the carets, the frames; and whose class it is.
const vm = require('node:vm');

const show = (name, run) => {
  try {
    console.log(name, run());
  } catch (error) {
    const stack = String(error?.stack ?? error).split('\n').filter((line) => !line.includes(__filename) && !line.includes('node:'));
    console.log(`${name}:\n${stack.join('\n')}\n${error instanceof Error}`);
  }
};
const context = vm.createContext({});
show('syntax', () => new vm.Script('let a;\n  let b = ;', { filename: 'syntax.js' }));
show('syntax inside', () => vm.runInContext('let a;\n  let b = ;', context, 'inside.js'));
show('thrown', () => vm.runInContext('function deep() {\n\tthrow new TypeError("deep")\n}\ndeep()', context, { filename: 'deep.js' }));
show('offsets', () => vm.runInContext('throw new Error("moved")', context, { filename: 'moved.js', lineOffset: 99, columnOffset: 7 }));
show('undecorated', () => vm.runInContext('missing', context, { filename: 'plain.js', displayErrors: false }));
show('primitive', () => vm.runInContext('throw "text"', context));
show('undefined', () => vm.runInContext('throw undefined', context));
show('cause', () => vm.runInContext('throw new Error("outer", { cause: new Error("inner") })', context, 'cause.js'));
show('unnamed', () => vm.runInContext('null.x', context));
show('nested', () => vm.runInContext('run("throw new RangeError(1)", {}, "innermost.js")', vm.createContext({ run: vm.runInNewContext }), 'outermost.js'));
show('eval', () => vm.runInContext('eval("throw new Error(2)")', context, 'evaluates.js'));
show('frozen', () => vm.runInContext('throw Object.freeze(new Error("frozen"))', context, 'frozen.js'));
show('no new', () => vm.Script('1'));
show('symbol', () => new vm.Script(Symbol('text')));
show('proxy', () => vm.runInContext('throw new Proxy(new Error("behind"), {})', context, 'proxy.js'));
