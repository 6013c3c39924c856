#include "tests/programs/RandomProgram.h"

namespace vmscope::test {

RandomProgram::RandomProgram(std::uint32_t seed) : random_(seed) {
  line("(function () {");
  line(
      "class Sub extends Promise {} class Species extends Promise { static get [Symbol.species]() { return Promise } "
      "}");
  line(
      "function later(value) { const { promise, resolve } = Promise.withResolvers(); resolve(value); return promise }");
  line(
      "function counted(value) { let left = 2; return { [Symbol.asyncIterator]: () => ({ next: () => left-- > 0 ?"
      " Promise.resolve({ value, done: false }) : { done: true } }) } }");
  const int functions = 1 + pick(3);
  for (int i = 0; i < functions; ++i) {
    if (pick(3) == 0) asyncGenerator();
    asyncFunction();
  }
  const int statements = 2 + pick(6);
  for (int i = 0; i < statements; ++i) statement();
  line("})()");
}

std::string RandomProgram::source() const {
  std::string text;
  for (const auto& each : lines_) text += each + "\n";
  return text;
}

std::string RandomProgram::promise(int depth) {
  switch (pick(depth > 2 ? 5 : 15)) {
    case 0:
      return "Promise.resolve(1)";
    case 1:
      return "new Promise(r => r(2))";
    case 2:
      return "Sub.resolve(3)";
    case 3:
      return "Species.resolve(4)";
    case 4:
      return "Promise.reject(5)";
    case 5:
      return "new Promise((_, r) => queueMicrotask(" + handler('q', depth + 1) + "))";
    case 6:
      return "new Promise(r => r(" + value(depth + 1) + "))";
    case 7:
      return "Promise.resolve(" + value(depth + 1) + ")";
    case 8:
      return combinator(depth + 1);
    case 9:
      return asyncs_.empty() ? "Promise.resolve(6)"
                             : asyncs_[static_cast<std::size_t>(pick(static_cast<int>(asyncs_.size())))] + "()";
    case 10:
      return "import('m')";
    case 11:
      return "Array.fromAsync([" + promise(depth + 1) + ", " + value(depth + 1) + "])";
    case 12:
      return "Promise.try(() => " + value(depth + 1) + ")";
    case 13:
      return "later(" + value(depth + 1) + ")";
    default:
      return expression(depth + 1);
  }
}

std::string RandomProgram::value(int depth) {
  switch (pick(depth > 2 ? 2 : 6)) {
    case 0:
      return "7";
    case 2:
      return "{ get then() { " + std::string(pick(3) == 0 ? "throw 12" : "return 13") + " } }";
    case 1: {
      const std::string then = name('h');
      return "{ then: function " + then + "(y, n) { log('" + then + "'); " + (pick(4) == 0 ? "n(8)" : "y(9)") + " } }";
    }
    default:
      return promise(depth + 1);
  }
}

std::string RandomProgram::combinator(int depth) {
  constexpr const char* kNames[] = {"all", "any", "race", "allSettled"};
  const char* constructor = pick(4) == 0 ? "Sub" : "Promise";
  return std::string(constructor) + "." + kNames[pick(4)] + "([" + promise(depth) + ", " + value(depth) + "])";
}

std::string RandomProgram::body(int depth) {
  std::string text;
  if (depth < 3 && pick(3) == 0) text += expression(depth + 1) + "; ";
  if (depth < 3 && pick(5) == 0) text += "queueMicrotask(" + handler('q', depth + 1) + "); ";
  const int end = pick(8);
  if (end == 0) return text + "throw 10";
  if (end <= 3 && depth < 3) return text + "return " + value(depth + 1);
  return text + "return 11";
}

std::string RandomProgram::handler(char prefix, int depth) {
  const std::string named = name(prefix);
  const std::string function = "function " + named + "(v) { log('" + named + "'); " + body(depth) + " }";
  switch (prefix == 'q' ? 3 : pick(10)) {
    case 0:
      return "(" + function + ").bind(null)";
    case 1:
      return "new Proxy(" + function + ", {})";
    case 2:
      return "async " + function;
    default:
      return function;
  }
}

std::string RandomProgram::expression(int depth) {
  std::string text = promise(depth + 1);
  const int links = 1 + pick(3);
  for (int i = 0; i < links; ++i) {
    switch (pick(7)) {
      case 0:
        text += ".catch(" + handler('c', depth + 1) + ")";
        break;
      case 1:
        text += ".finally(" + handler('f', depth + 1) + ")";
        break;
      case 2:
        text += ".then(" + handler('t', depth + 1) + ", " + handler('c', depth + 1) + ")";
        break;
      case 3:
        text += pick(2) == 0 ? ".then()" : ".then(Object)";
        break;
      default:
        text += ".then(" + handler('t', depth + 1) + ")";
    }
  }
  return text;
}

// One await a line, and a log on the same line for each way in which it can end.
void RandomProgram::awaitLine(const std::string& function) {
  const std::string told = "log('" + function + "@" + std::to_string(nextLine()) + "')";
  switch (pick(8)) {
    case 6:
      line("  try { for await (const x of counted(" + value(1) + ")) " + told + "; " + told + " } catch { " + told +
           " }");
      return;
    case 0:
      line("  try { for await (const x of [" + promise(1) + ", " + value(1) + "]) " + told + "; " + told +
           " } catch { " + told + " }");
      return;
    case 1:
      if (!generators_.empty()) {
        const std::string& generator =
            generators_[static_cast<std::size_t>(pick(static_cast<int>(generators_.size())))];
        const std::string last = pick(3) == 0 ? "{ " + told + "; break }" : told;
        line("  try { for await (const x of " + generator + "()) " + last + "; " + told + " } catch { " + told + " }");
        return;
      }
      [[fallthrough]];
    default:
      line("  try { await " + value(0) + "; " + told + " } catch { " + told + " }");
  }
}

void RandomProgram::asyncFunction() {
  const std::string function = name('a');
  line("async function " + function + "() {");
  const int awaits = 1 + pick(3);
  for (int i = 0; i < awaits; ++i) awaitLine(function);
  if (pick(2) == 0) line("  return " + value(1) + ";");
  line("}");
  asyncs_.push_back(function);
}

void RandomProgram::asyncGenerator() {
  const std::string function = name('g');
  line("async function* " + function + "() {");
  const int steps = 1 + pick(3);
  for (int i = 0; i < steps; ++i) {
    if (pick(2) == 0) {
      awaitLine(function);
    } else {
      yields_[nextLine()] = function;
      line("  yield" + delegate() + ";");
    }
  }
  line("}");
  generators_.push_back(function);
}

// What a yield of one value, or of all of another iterable, says.
std::string RandomProgram::delegate() {
  if (pick(4) != 0) return " " + value(1);
  if (generators_.empty() || pick(2) == 0) return "* [" + promise(1) + ", " + value(1) + "]";
  return "* " + generators_[static_cast<std::size_t>(pick(static_cast<int>(generators_.size())))] + "()";
}

void RandomProgram::statement() {
  switch (pick(10)) {
    case 8: {
      const std::string shared = name('t');
      line("inSharedQueue(() => {}, `Promise.resolve().then(function " + shared + "() { log('" + shared +
           "') }).finally(function f" + shared + "() { log('f" + shared + "') })`);");
      return;
    }
    case 9: {
      const std::string crossing = name('c');
      line("inSharedQueue(function " + crossing + "() { log('" + crossing + "') }, `Promise.reject().catch(given)`);");
      return;
    }
    case 0:
      line("queueMicrotask(" + handler('q', 1) + ");");
      return;
    case 1:
      line(asyncs_[static_cast<std::size_t>(pick(static_cast<int>(asyncs_.size())))] + "();");
      return;
    case 2: {
      const std::string inner = name('t');
      line("inOwnQueue(() => {}, `Promise.resolve().then(function " + inner + "() { log('" + inner +
           "') }).finally(function f" + inner + "() { log('f" + inner + "') })`);");
      return;
    }
    case 3: {
      const std::string crossing = name('t');
      line("inOwnQueue(function " + crossing + "() { log('" + crossing + "') }, `Promise.resolve().then(given)`);");
      return;
    }
    default:
      line(expression(0) + ";");
  }
}

}  // namespace vmscope::test
