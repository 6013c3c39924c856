// What a person who types into the main context has, as in Node's prompt: a module of their own, which finds others from
// the folder that the engine works in.
const Module = require('module');

const module_ = new Module('<prompt>');
module_.paths = Module._nodeModulePaths(native.process.cwd());

exports.module = module_;
exports.require = Module._requireOf(module_);
