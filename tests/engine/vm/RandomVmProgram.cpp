#include "tests/engine/vm/RandomVmProgram.h"

namespace vmscope::test {

namespace {

constexpr std::string_view kBatchHead = R"js(
const vm = require('vm');
const symbol = Symbol('key');
const keys = ['a', 'b', 'c', 'Array', 'undefined', 'length', 'toString', 0, 1, -1, 4294967295, symbol];
const known = new Map();
const log = (...values) => console.log(values.join(' '));
const show = (value) => {
  if (known.has(value)) return known.get(value);
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'symbol' || Object(value) !== value) return Object.is(value, -0) ? '-0' : typeof value + ' ' + String(value);
  if (Object.prototype.toString.call(value) === '[object Array]') return `[${Array.prototype.map.call(value, show).join(', ')}]`;
  const descriptor = Reflect.ownKeys(value).map((key) => `${String(key)}: ${show(value[key])}`);
  return `{ ${descriptor.join(', ')} }`;
};
const thrown = (error) => Object(error) === error ? `${error.name}: ${error.message}` : show(error);
const attempt = (call) => {
  try { return show(call()) } catch (error) { return thrown(error) }
};
const ownState = (object) => Reflect.ownKeys(object).filter((key) => keys.some((other) => other === key || String(other) === key))
  .map((key) => `${String(key)}=${show(Object.getOwnPropertyDescriptor(object, key))}`).join(' ');
const insideState = 'keys.map((key) => { const value = this[key]; return typeof value === "function" ? "function" : value === this ? "this" : typeof value === "object" ? "object" : String(value) }).join()';
process.on('unhandledRejection', (reason) => log('unhandled', thrown(reason)));
const finish = () => new Promise((resolve) => setTimeout(resolve, 0));
)js";

constexpr std::string_view kBatchTail = R"js(
(async () => {
  for (const [seed, program] of programs) {
    known.clear();
    log('==', seed);
    try { await program() } catch (error) { log('uncaught', thrown(error)) }
    await finish();
  }
})();
)js";

// `const` in a body must not meet that of another.
std::string blockOf(const std::string& code) {
  return code.starts_with("const") ? "{ " + code + " }" : code;
}

std::string functionOf(const std::string& code) {
  const std::size_t last = code.rfind("; ");
  if (last == std::string::npos) return code;
  return "{ " + code.substr(0, last + 2) + "return " + code.substr(last + 2) + " }";
}

std::string quoted(const std::string& code) {
  std::string text = "'";
  for (const char c : code) {
    if (c == '\'' || c == '\\') text += '\\';
    text += c;
  }
  return text + "'";
}

}  // namespace

RandomVmProgram::RandomVmProgram(std::uint32_t seed) : random_(seed), sandbox_(static_cast<Sandbox>(pick(10))) {
  makeSandbox();
  const int steps = 6 + pick(10);
  for (int i = 0; i < steps; ++i) step();
  showState();
}

std::string RandomVmProgram::source() const {
  std::string text = "async () => {\n";
  for (const std::string& each : lines_) text += "  " + each + "\n";
  return text + "}";
}

std::string RandomVmProgram::batch(std::uint32_t firstSeed, int count) {
  std::string text = std::string(kBatchHead) + "const programs = [\n";
  for (int i = 0; i < count; ++i) {
    const std::uint32_t seed = firstSeed + static_cast<std::uint32_t>(i);
    text += "[" + std::to_string(seed) + ", " + RandomVmProgram(seed).source() + "],\n";
  }
  return text + "];\n" + std::string(kBatchTail);
}

std::string_view RandomVmProgram::oneOf(std::initializer_list<std::string_view> choices) {
  return choices.begin()[pick(static_cast<int>(choices.size()))];
}

void RandomVmProgram::inside(const std::string& code) {
  line("log(attempt(() => vm.runInContext(" + quoted(code) + ", context)));");
}

void RandomVmProgram::outside(const std::string& code) {
  line("log(attempt(() => " + code + "));");
}

std::string RandomVmProgram::name() {
  return std::string(oneOf({"a", "b", "c", "a", "b", "Array", "length", "toString"}));
}

std::string RandomVmProgram::key() {
  return std::string(oneOf({"'a'", "'b'", "'c'", "'a'", "'b'", "'Array'", "'undefined'", "'toString'", "0", "1", "'-1'",
                            "'4294967295'", "symbol"}));
}

std::string RandomVmProgram::value() {
  switch (pick(6)) {
    case 0:
      return "undefined";
    case 1:
      return "'text'";
    case 2:
      return "function() { return 7 }";
    default:
      return std::to_string(pick(100));
  }
}

std::string RandomVmProgram::descriptor() {
  std::string text = "{ ";
  for (const std::string_view flag : {"configurable", "enumerable"}) {
    if (pick(2) == 0) text += std::string(flag) + ": " + (pick(2) == 0 ? "true" : "false") + ", ";
  }
  if (pick(3) == 0) {
    if (pick(3) > 0) text += "get() { return " + std::to_string(pick(100)) + " }, ";
    if (pick(2) == 0) text += "set(value) { throw 'set ' + value }, ";
    return text + "}";
  }
  if (pick(4) > 0) text += "value: " + value() + ", ";
  if (pick(2) == 0) text += std::string("writable: ") + (pick(2) == 0 ? "true" : "false") + ", ";
  return text + "}";
}

std::string RandomVmProgram::access(const std::string& object) {
  const bool mayInherit = object == "this" && sandbox_ != Sandbox::Proxy;
  switch (pick(mayInherit ? 10 : 9)) {
    case 0:
    case 1:
      return object + "[" + key() + "] = " + value();
    case 7:
      return "typeof Reflect.getOwnPropertyDescriptor(" + object + ", " + key() + ")";
    case 8:
      return "typeof Object.assign(" + object + ", { a: " + value() + ", [symbol]: " + value() + " })";
    case 9:
      return "const heir = Object.create(" + object + "); heir.a = 1; [typeof heir.b, Object.keys(heir)]";
    case 2:
      return "delete " + object + "[" + key() + "]";
    case 3:
      return "Object.getOwnPropertyDescriptor(" + object + ", " + key() + ")";
    case 4:
      return "Reflect.set(" + object + ", " + key() + ", " + value() + ")";
    case 5:
      return "Reflect.deleteProperty(" + object + ", " + key() + ")";
    default:
      return object + "[" + key() + "]";
  }
}

std::string RandomVmProgram::question() {
  switch (pick(6)) {
    case 0:
      return key() + " in this";
    case 1:
      return "this.hasOwnProperty(" + key() + ")";
    case 2:
      return "Object.keys(this)";
    case 3:
      return "var found = []; for (var each in this) found.push(each); found.join()";
    case 4:
      return "Object.prototype.propertyIsEnumerable.call(this, " + key() + ")";
    default:
      return "Reflect.ownKeys(this).filter((key) => keys.includes(key)).map(String)";
  }
}

void RandomVmProgram::makeSandbox() {
  static constexpr std::string_view kSandboxes[] = {
      "{ a: 1, keys, symbol }",
      "Object.assign(Object.create({ a: 'inherited', b: 2, set c(value) { this.stored = value } }), { keys, symbol })",
      "Object.assign(['zero', 'one'], { keys, symbol })",
      "Object.freeze({ a: 1, 0: 'zero', keys, symbol })",
      "Object.seal({ a: 1, b: 2, keys, symbol })",
      "Object.preventExtensions({ a: 1, keys, symbol })",
      "new Proxy({ a: 1, keys, symbol }, {})",
      "{ get a() { return 'got' }, set a(value) { this.stored = value }, set b(value) { throw 'set b' }, get c() { "
      "return 3 }, keys, symbol }",
      "Object.assign(new (class Foo { a = 1; [symbol] = 2 })(), { keys, symbol })",
      "vm.constants.DONT_CONTEXTIFY",
  };
  const bool ownQueue = pick(3) == 0;
  line("const given = " + std::string(kSandboxes[static_cast<int>(sandbox_)]) + ";");
  line(std::string("const context = vm.createContext(given") +
       (ownQueue ? ", { microtaskMode: 'afterEvaluate' });" : ");"));
  if (sandbox_ == Sandbox::Vanilla) line("Object.assign(context, { keys, symbol });");
  line("const global = vm.runInContext('this', context);");
  line("known.set(context, 'sandbox').set(global, 'global').set(keys, 'keys').set(symbol, 'symbol');");
}

void RandomVmProgram::step() {
  switch (pick(16)) {
    case 14:
      return shapeStep();
    case 15:
      return insideBlock();
    case 0:
    case 1:
      return inside(blockOf(access("this")));
    case 2:
      return outside(functionOf(access("context")));
    case 3:
      return sandbox_ == Sandbox::Proxy ? inside("typeof " + name()) : inside(question());
    case 4:
      return outside(functionOf(access("global")));
    case 5:
      return inside(name() + " = " + value());
    case 6:
      return declaration();
    case 7:
      return strictStep();
    case 8:
      return definition();
    case 9:
      return scriptStep();
    case 10:
      return functionStep();
    case 11:
      return jobStep();
    case 12:
      return moduleStep();
    default:
      return showState();
  }
}

// What changes the sandbox as a whole, from outside.
void RandomVmProgram::shapeStep() {
  if (sandbox_ == Sandbox::Vanilla || sandbox_ == Sandbox::Proxy) return showState();
  outside(std::string(oneOf(
      {"typeof Object.freeze(context)", "typeof Object.seal(context)", "typeof Object.preventExtensions(context)",
       "typeof Object.setPrototypeOf(context, { b: 'prototype', toString: undefined })",
       "typeof Object.setPrototypeOf(context, null)", "context.a = context", "context.b = { nested: context }",
       "typeof Object.defineProperty(context, 'c', { get() { return this === context }, configurable: true })"})));
}

void RandomVmProgram::insideBlock() {
  if (sandbox_ == Sandbox::Proxy) return showState();
  inside(std::string(oneOf({"this.a === this",
                            "a === globalThis",
                            "typeof b + typeof (b && b.nested)",
                            "for (let n = 0; n < 3; n++) var a = n; a",
                            "try { throw 'caught' } catch (b) { var b = 1 } typeof b",
                            "delete a; typeof a",
                            "a = 1; delete this.a; typeof a",
                            "(function() { a = 5; return typeof a })()",
                            "(() => { \"use strict\"; this.b = 5; return typeof b })()",
                            "[a, b] = [1, 2]; a + b",
                            "({ a, b: this.c } = { a: 'destructured', b: 3 }); typeof a",
                            "a ||= 9; typeof a",
                            "typeof ({ ...this }).a",
                            "with (this) { a = 8 } typeof a",
                            "typeof Object.entries(this).length",
                            "this.__defineGetter__('c', () => 'getter'); c",
                            "typeof this.__lookupGetter__('a')",
                            "Object.freeze(this)",
                            "Object.isExtensible(this)",
                            "String(this)"})));
}

void RandomVmProgram::declaration() {
  const std::string declared = name();
  switch (pick(6)) {
    case 0:
      return inside("var " + declared);
    case 1:
      return inside("var " + declared + " = " + value());
    case 2:
      return inside("function " + declared + "() { return 1 } typeof " + declared);
    case 3:
      return inside(std::string(oneOf({"let ", "const ", "class "})) + "lexical" + std::to_string(pick(3)) +
                    (pick(3) == 0 ? "" : " = 1") + "; 'declared'");
    case 4:
      return inside("(0, eval)('var " + declared + " = 1; let hidden = 2; typeof hidden')");
    default:
      return inside("typeof lexical" + std::to_string(pick(3)) + " + typeof hidden + typeof " + declared);
  }
}

void RandomVmProgram::strictStep() {
  const std::string target = name();
  inside("\"use strict\"; " + std::string(oneOf({"", "this."})) + target + " = " + value() + "; typeof " + target);
}

void RandomVmProgram::definition() {
  const std::string object(oneOf({"this", "context", "global"}));
  const std::string code = "typeof Object.defineProperty(" + object + ", " + key() + ", " + descriptor() + ")";
  object == "this" ? inside(code) : outside(code);
}

void RandomVmProgram::scriptStep() {
  const std::string script = "script" + std::to_string(++named_);
  const std::string code =
      std::string(oneOf({"typeof a + typeof b", "this.c = typeof c; c", "a = a + 1; a", "missing.name", "let let",
                         "[].constructor === Array", "throw a", "new Function('return typeof a')()"}));
  line("const " + script + " = (run) => { const script = new vm.Script(" + quoted(code) +
       ", { filename: 'random.js', lineOffset: " + std::to_string(pick(5)) + " }); return run(script) };");
  outside(script + "((script) => script.runInContext(context))");
  if (pick(2) == 0) outside(script + "((script) => script.runInNewContext({ a: 'new' }))");
  if (pick(3) == 0) {
    line("try { " + script +
         "((script) => script.runInContext(context)) } catch (error) { log(String(error && error.stack).split(/\\n +at "
         "/)[0]) }");
  }
}

void RandomVmProgram::functionStep() {
  const std::string parameters = pick(2) == 0 ? "['p']" : "['p', 'q']";
  const std::string options(
      oneOf({"{}", "{ parsingContext: context }", "{ contextExtensions: [{ a: 'extension', e: 1 }] }",
             "{ parsingContext: context, contextExtensions: [{ a: 'extension' }] }"}));
  const std::string body(oneOf({"return typeof a + p", "return [typeof e, typeof q, arguments.length]",
                                "a = p; return a", "return this === globalThis", "return syntax error"}));
  outside("vm.compileFunction(" + quoted(body) + ", " + parameters + ", " + options + ")(" + value() + ")");
}

void RandomVmProgram::jobStep() {
  const std::string number = std::to_string(++named_);
  line("global.log = log;");
  switch (pick(4)) {
    case 0:
      return inside("Promise.resolve().then(() => log('job " + number + "')); 'queued'");
    case 1:
      inside("(async () => { log('start " + number + "'); await null; log('awaited " + number + "') })(); 'called'");
      return line("log('after " + number + "');");
    case 2:
      line("Promise.resolve().then(() => log('outer job " + number + "'));");
      return inside("Promise.reject(" + number +
                    ").catch((reason) => log('caught', reason)).finally(() => log('finally " + number +
                    "')); 'rejected'");
    default:
      return line("await null;");
  }
}

void RandomVmProgram::moduleStep() {
  const std::string number = std::to_string(++named_);
  const std::string source(
      oneOf({"export let value = typeof a; export default this", "import { b as value } from 'other'; export { value }",
             "export * from 'other'; log('evaluated')", "import { none } from 'other'",
             "await null; export const late = 1", "throw new RangeError('module')",
             "import.meta.given = 1; export const meta = Object.keys(import.meta).join()"}));
  line("global.log = log;");
  line("try {");
  line("  const module" + number + " = new vm.SourceTextModule(" + quoted(source) +
       ", { context, identifier: 'random' });");
  line("  const other = new vm.SyntheticModule(['b'], function() { this.setExport('b', " + value() +
       ") }, { context, identifier: 'other' });");
  line("  log(module" + number + ".status, module" + number + ".dependencySpecifiers.join());");
  line("  await module" + number + ".link(() => other);");
  line("  log(module" + number + ".status);");
  line("  const evaluated = module" + number + ".evaluate();");
  line("  vm.runInContext('', context);");
  line("  await evaluated;");
  line("  log(module" + number + ".status, show(Object.entries(module" + number + ".namespace)));");
  line("} catch (error) { log('module', thrown(error)) }");
}

void RandomVmProgram::showState() {
  outside("ownState(context)");
  outside("vm.runInContext(insideState, context)");
}

}  // namespace vmscope::test
