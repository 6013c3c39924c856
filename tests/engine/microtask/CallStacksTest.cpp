#include "engine/microtask/CallStacks.h"

#include "tests/support/EngineFixture.h"

namespace vmscope {
namespace {

std::string toText(const CreationStack& stack) {
  std::string text;
  for (const StackFrame& frame : stack) {
    text += frame.function + "@" + frame.place.url + ":" + std::to_string(frame.place.line) + ":" +
            std::to_string(frame.place.column) + " ";
  }
  return text;
}

/// Programs call `check`, which compares what the stacks say with what V8 says anew.
class CallStacksTest : public test::EngineTest {
 protected:
  CallStacksTest() {
    Lock lock(isolate);
    const auto context = isolate.contexts().main().v8(lock);
    const v8::Context::Scope scope(context);
    const auto function =
        v8::Function::New(context, &CallStacksTest::check, v8::External::New(lock.v8(), this)).ToLocalChecked();
    context->Global()->Set(context, lock.name("check"), function).Check();
  }

  static void check(const v8::FunctionCallbackInfo<v8::Value>& info) {
    auto& self = *static_cast<CallStacksTest*>(info.Data().As<v8::External>()->Value());
    ++self.checked;
    for (CallStacks* stacks : {&self.top, &self.full}) {
      const auto seen = stacks->now();
      const std::string anew = toText(stacks->read());
      if (toText(*seen) != anew) self.mistakes += toText(*seen) + "is really " + anew + "\n";
    }
    self.mostKnown = std::max(self.mostKnown, self.full.size());
    if (info.Length() > 0) info.GetIsolate()->LowMemoryNotification();
  }

  CallStacks top{isolate.v8(), CallStacks::Extent::Top};
  CallStacks full{isolate.v8(), CallStacks::Extent::Full};
  std::string mistakes;
  int checked = 0;
  std::size_t mostKnown = 0;
};

TEST_F(CallStacksTest, AreThoseOfV8InEveryTier) {
  run("function inlined(i) { if (i % 2) check(); else { check() } }\n"
      "function hot(i) { inlined(i); return i + (() => { check(); return 1 })() }\n"
      "let sum = 0; for (let i = 0; i < 5000; ++i) sum += hot(i);\n"
      "for (let i = 0; i < 5000; ++i) sum += hot(String(i));\n");
  EXPECT_EQ(mistakes, "");
  EXPECT_EQ(checked, 20'000);
  EXPECT_LT(mostKnown, 1000U) << "the same places are known again";
}

TEST_F(CallStacksTest, TellCallersOfTheSameBuiltinApart) {
  run("const bound = check.bind(null);\n"
      "function one() { [1, 2].forEach(() => check()); [1].map(bound); Reflect.apply(check, null, []) }\n"
      "function two() { [1].map(bound); Reflect.apply(Reflect.apply, null, [Reflect.apply, null, [check, null, []]]) "
      "}\n"
      "function deep(n) { n ? Reflect.apply(deep, null, [n - 1]) : [1].map(bound) }\n"
      "let nested = bound;\n"
      "for (let i = 0; i < 12; ++i) { const inner = nested; nested = Reflect.apply.bind(null, inner, null, []) }\n"
      "function three() { nested() }\n"
      "function four() { nested() }\n"
      "for (let i = 0; i < 100; ++i) { one(); two(); three(); four(); deep(i % 150) }\n");
  EXPECT_EQ(mistakes, "");
}

TEST_F(CallStacksTest, AreForgottenWhenCodeMayMove) {
  run("for (let i = 0; i < 60; ++i) {\n"
      "  const made = new Function('check', 'n', 'check();' + ' '.repeat(i) + 'check(); if (n % 7 == 0) "
      "check(true)');\n"
      "  made(check, i); made(check, i)\n"
      "}\n");
  EXPECT_EQ(mistakes, "");
  EXPECT_LE(mostKnown, 100U) << "each collection forgets them";
}

TEST_F(CallStacksTest, GoThroughGeneratorsAsyncFunctionsAndEval) {
  run("function* g() { for (;;) { check(); yield 1; check() } }\n"
      "async function f() { check(); await 1; check(); eval('check()') }\n"
      "const it = g(); for (let i = 0; i < 2000; ++i) { it.next(); f() }\n");
  EXPECT_EQ(mistakes, "");
  EXPECT_EQ(checked, 2000 * 4 + 1999);
}

TEST_F(CallStacksTest, AreEmptyWhereNothingRuns) {
  const Lock lock(isolate);
  EXPECT_TRUE(top.now()->empty());
  EXPECT_TRUE(full.now()->empty());
}

}  // namespace
}  // namespace vmscope
