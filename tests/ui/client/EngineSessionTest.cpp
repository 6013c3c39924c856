#include "ui/client/EngineSession.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "tests/ui/FakeTransport.h"
#include "ui/client/EngineContexts.h"

namespace vmscope::ui {
namespace {

using nlohmann::json;

json context(int id, const std::string& name) {
  return {{"executionContextId", id},
          {"uniqueId", "u" + std::to_string(id)},
          {"name", name},
          {"origin", "https://" + name + ".example"},
          {"queueId", 1},
          {"codeGeneration", {{"strings", true}, {"wasm", true}}},
          {"contextified", true},
          {"createdAt", 0},
          {"isMain", id == 1}};
}

ContextRecipe recipe(const QString& name) {
  ContextRecipe made;
  made.key = made.name = name;
  made.origin = QStringLiteral("https://%1.example").arg(name);
  return made;
}

class EngineSessionTest : public testing::Test {
 protected:
  EngineSessionTest() {
    auto owned = std::make_unique<FakeTransport>();
    transport = owned.get();
    transport->answers["Vm.listContexts"] = {{"contexts", json::array({context(1, "main")})}};
    transport->answers["Vm.createContext"] = {{"context", context(2, "alpha")}};
    session = std::make_unique<EngineSession>(std::move(owned));
  }

  int countCalls(const std::string& method) const {
    return static_cast<int>(std::count_if(transport->calls.begin(), transport->calls.end(),
                                          [&](const json& call) { return call.at("method") == method; }));
  }

  FakeTransport* transport = nullptr;
  std::unique_ptr<EngineSession> session;
};

TEST_F(EngineSessionTest, aFreshEngineGetsTheRecipesContexts) {
  session->setRecipes({recipe(QStringLiteral("alpha"))});
  EXPECT_EQ(countCalls("Vm.createContext"), 0);
  session->startFresh();
  EXPECT_EQ(session->state(), EngineSession::State::Idle);
  const json params = transport->lastCall("Vm.createContext");
  EXPECT_EQ(params.at("name"), "alpha");
  EXPECT_EQ(params.at("origin"), "https://alpha.example");
  ASSERT_NE(session->contexts().findByKey(QStringLiteral("alpha")), nullptr);
  EXPECT_EQ(session->contexts().findByKey(QStringLiteral("alpha"))->id, 2);
  ASSERT_NE(session->contexts().main(), nullptr);
}

TEST_F(EngineSessionTest, oneCallBringsEverythingBackAfterACrash) {
  session->setRecipes({recipe(QStringLiteral("alpha"))});
  session->startFresh();
  const int colour = session->contexts().findByKey(QStringLiteral("alpha"))->colour;
  QSignalSpy ended(session.get(), &EngineSession::ended);
  transport->end({EngineEnd::Reason::OutOfMemory, 6, QStringLiteral("The engine ran out of memory.")});
  EXPECT_EQ(session->state(), EngineSession::State::Crashed);
  EXPECT_EQ(ended.count(), 1);
  EXPECT_TRUE(session->contexts().all().empty());
  EXPECT_EQ(session->end()->reason, EngineEnd::Reason::OutOfMemory);

  transport->answers["Vm.createContext"] = {{"context", context(7, "alpha")}};
  session->startFresh();
  EXPECT_EQ(session->state(), EngineSession::State::Idle);
  EXPECT_FALSE(session->end().has_value());
  EXPECT_EQ(session->contexts().findByKey(QStringLiteral("alpha"))->id, 7);
  EXPECT_EQ(session->contexts().findByKey(QStringLiteral("alpha"))->colour, colour);
}

TEST_F(EngineSessionTest, everyEngineWorksInTheFolder) {
  session->startFresh();
  EXPECT_EQ(countCalls("Runtime.evaluate"), 0);
  session->setWorkingFolder(QStringLiteral("/a \"folder\""));
  EXPECT_EQ(transport->lastCall("Runtime.evaluate").at("expression"), R"(process.chdir(...["/a \"folder\""]))");
  session->startFresh();
  EXPECT_EQ(countCalls("Runtime.evaluate"), 2);
}

TEST_F(EngineSessionTest, replacingARunningEngineIsNoCrash) {
  session->startFresh();
  QSignalSpy ended(session.get(), &EngineSession::ended);
  QSignalSpy ready(session.get(), &EngineSession::ready);
  session->startFresh();
  EXPECT_EQ(ended.count(), 0);
  EXPECT_EQ(ready.count(), 1);
}

TEST_F(EngineSessionTest, aChangedRecipeReplacesItsContextAndOthersStay) {
  session->setRecipes({recipe(QStringLiteral("alpha"))});
  session->startFresh();
  auto changed = recipe(QStringLiteral("alpha"));
  changed.queue = ContextRecipe::Queue::Own;
  transport->answers["Vm.createContext"] = {{"context", context(3, "alpha")}};
  session->setRecipes({changed});
  EXPECT_EQ(transport->lastCall("Vm.disposeContext").at("executionContextId"), 2);
  EXPECT_EQ(transport->lastCall("Vm.createContext").at("microtaskMode"), "afterEvaluate");
  session->setRecipes({changed});
  EXPECT_EQ(countCalls("Vm.createContext"), 2);
}

TEST_F(EngineSessionTest, aDisposedContextStaysUntilItIsFreed) {
  session->setRecipes({recipe(QStringLiteral("alpha"))});
  session->startFresh();
  transport->tellEvent("Vm.contextDisposed", {{"executionContextId", 2}});
  ASSERT_NE(session->contexts().find(2), nullptr);
  EXPECT_EQ(session->contexts().find(2)->life, EngineContext::Life::Disposed);
  EXPECT_EQ(session->contexts().findByKey(QStringLiteral("alpha")), nullptr);
  transport->tellEvent("Vm.contextCollected", {{"executionContextId", 2}});
  EXPECT_EQ(session->contexts().find(2), nullptr);
}

TEST_F(EngineSessionTest, tellsWhyAContextCouldNotBeMade) {
  transport->refusals["Vm.createContext"] = "The origin \"x\" has no host";
  QSignalSpy failed(session.get(), &EngineSession::contextFailed);
  session->setRecipes({recipe(QStringLiteral("alpha"))});
  session->startFresh();
  ASSERT_EQ(failed.count(), 1);
  EXPECT_EQ(failed.at(0).at(0).toString(), QStringLiteral("alpha"));
  EXPECT_EQ(failed.at(0).at(1).toString(), QStringLiteral("The origin \"x\" has no host"));
}

TEST_F(EngineSessionTest, followsTheEnginesStateAndHeap) {
  session->startFresh();
  const auto tell = [&](const char* activity) {
    transport->tellEvent(
        "Vm.engineState",
        {{"activity", activity}, {"usedHeapBytes", 4.2e6}, {"totalHeapBytes", 8e6}, {"externalBytes", 0}});
  };
  tell("running");
  EXPECT_EQ(session->state(), EngineSession::State::Running);
  tell("held");
  EXPECT_EQ(session->state(), EngineSession::State::Held);
  tell("idle");
  EXPECT_EQ(session->state(), EngineSession::State::Idle);
  EXPECT_EQ(session->facts().usedHeapBytes, 4'200'000);
}

}  // namespace
}  // namespace vmscope::ui
