#include "engine/module/Modules.h"

#include <array>

#include "engine/module/SourceTextModule.h"
#include "tests/support/EngineFixture.h"

namespace vmscope {
namespace {

class ModulesTest : public test::EngineTest {
 protected:
  SourceTextModule& parse(Lock& lock, std::string identifier, std::string_view text) {
    SourceTextOptions options;
    options.identifier = std::move(identifier);
    return *std::get<SourceTextModule*>(
        isolate.modules().createSourceText(lock, isolate.contexts().main(), lock.string(text), options));
  }

  std::string errorOf(Lock& lock, const Completion& completion) {
    return completion.isNormal() ? "none" : lock.text(completion.thrown().value);
  }
};

TEST_F(ModulesTest, ParsesLinksInstantiatesAndEvaluatesInSeparateCalls) {
  Lock lock(isolate);
  SourceTextModule& main = parse(lock, "main", "import { a } from 'dep'; globalThis.seen = a");
  SourceTextModule& dep = parse(lock, "dep", "export const a = 42");
  EXPECT_EQ(main.status(lock), ModuleStatus::Unlinked);

  const auto requests = main.requests(lock);
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_EQ(requests[0].specifier, "dep");
  EXPECT_EQ(requests[0].line, 0);
  EXPECT_EQ(requests[0].column, 18);

  EXPECT_TRUE(main.link(lock, std::array<Module*, 1>{&dep}).isNormal());
  EXPECT_TRUE(dep.link(lock, {}).isNormal());
  EXPECT_TRUE(main.instantiate(lock).isNormal());
  EXPECT_EQ(dep.status(lock), ModuleStatus::Linked);
  EXPECT_TRUE(main.evaluate(lock).isNormal());
  EXPECT_EQ(main.status(lock), ModuleStatus::Evaluated);
  EXPECT_EQ(run("seen"), "42");
}

TEST_F(ModulesTest, GivesASyntaxErrorWithItsPlace) {
  Lock lock(isolate);
  const auto made = isolate.modules().createSourceText(lock, isolate.contexts().main(), lock.string("\n a b"),
                                                       {.identifier = "bad.mjs"});
  const auto& thrown = std::get<Thrown>(made);
  EXPECT_EQ(lock.text(thrown.value), "SyntaxError: Unexpected identifier 'b'");
  EXPECT_EQ(thrown.message->GetLineNumber(isolate.contexts().main().v8(lock)).FromJust(), 2);
}

TEST_F(ModulesTest, NamesTheRequestThatIsNotLinked) {
  Lock lock(isolate);
  SourceTextModule& main = parse(lock, "main", "import 'dep'");
  SourceTextModule& dep = parse(lock, "dep", "import 'unknown'");
  EXPECT_EQ(errorOf(lock, main.instantiate(lock)), "Error: module is not linked");
  EXPECT_TRUE(main.link(lock, std::array<Module*, 1>{&dep}).isNormal());
  EXPECT_EQ(errorOf(lock, main.instantiate(lock)),
            "Error: request for 'unknown' can not be resolved on module 'dep' that is not linked");
}

TEST_F(ModulesTest, EndsAnEvaluationAtItsTimeoutAndKeepsTheReason) {
  Lock lock(isolate);
  SourceTextModule& endless = parse(lock, "endless", "for (;;);");
  endless.link(lock, {});
  endless.instantiate(lock);
  const Completion first = endless.evaluate(lock, {.timeout = std::chrono::milliseconds(5)});
  EXPECT_EQ(first.thrown().termination, TerminationReason::Timeout);
  EXPECT_EQ(lock.text(endless.error(lock)), "Error: Script execution timed out after 5ms");

  const auto again = endless.evaluate(lock).value().As<v8::Promise>();
  again->MarkAsHandled();
  EXPECT_TRUE(again->Result()->SameValue(endless.error(lock)));
}

TEST_F(ModulesTest, SetsExportsOfASyntheticModuleInCpp) {
  Lock lock(isolate);
  const std::array names{lock.string("answer")};
  SyntheticModule& synthetic = isolate.modules().createSynthetic(
      lock, isolate.contexts().main(), "made:answer", names, [](Lock& at, SyntheticModule& module) {
        module.setExport(at, at.string("answer"), v8::Integer::New(at.v8(), 42));
      });
  SourceTextModule& main = parse(lock, "main", "import { answer } from 'a'; globalThis.seen = answer");
  main.link(lock, std::array<Module*, 1>{&synthetic});
  main.instantiate(lock);
  main.evaluate(lock);
  EXPECT_EQ(run("seen"), "42");
}

TEST_F(ModulesTest, KeepsAPinnedModuleUntilItIsReleased) {
  int id = 0;
  {
    Lock lock(isolate);
    id = parse(lock, "main", "globalThis.self = 1").id();
  }
  isolate.v8()->LowMemoryNotification();
  ASSERT_NE(isolate.modules().find(id), nullptr);
  {
    Lock lock(isolate);
    isolate.modules().release(lock, *isolate.modules().find(id));
  }
  isolate.v8()->LowMemoryNotification();
  EXPECT_EQ(isolate.modules().find(id), nullptr);
}

}  // namespace
}  // namespace vmscope
