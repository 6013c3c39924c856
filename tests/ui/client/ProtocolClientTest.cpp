#include "ui/client/ProtocolClient.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "tests/ui/FakeTransport.h"
#include "ui/client/RuntimeClient.h"

namespace vmscope::ui {
namespace {

using nlohmann::json;

class ProtocolClientTest : public testing::Test {
 protected:
  ProtocolClientTest() { transport.open(); }

  FakeTransport transport;
  ProtocolClient client{transport};
  QObject receiver;
};

TEST_F(ProtocolClientTest, matchesAnswersThatComeInAnotherOrder) {
  transport.unanswered = {{"A.first", true}, {"A.second", true}};
  QStringList heard;
  client.call("A.first").then(&receiver, [&](const json& answer) { heard << QString::fromStdString(answer.at("is")); });
  client.call("A.second").then(&receiver, [&](const json& answer) {
    heard << QString::fromStdString(answer.at("is"));
  });
  transport.tell({{"id", 2}, {"result", {{"is", "second"}}}});
  transport.tell({{"id", 1}, {"result", {{"is", "first"}}}});
  EXPECT_EQ(heard, QStringList({"second", "first"}));
  EXPECT_EQ(client.pendingCalls(), 0);
}

TEST_F(ProtocolClientTest, givesARefusalItsCodeAndReason) {
  transport.refusals["Vm.createContext"] = "Bad origin";
  ProtocolError heard;
  client.call("Vm.createContext").otherwise(&receiver, [&](const ProtocolError& error) { heard = error; });
  EXPECT_EQ(heard.code, -32000);
  EXPECT_EQ(heard.message, QStringLiteral("Bad origin"));
}

TEST_F(ProtocolClientTest, rejectsWhatIsPendingWhenTheEngineEnds) {
  transport.unanswered["Runtime.evaluate"] = true;
  int code = 0;
  client.call("Runtime.evaluate").otherwise(&receiver, [&](const ProtocolError& error) { code = error.code; });
  transport.end({EngineEnd::Reason::Killed, 9, {}});
  EXPECT_EQ(code, ProtocolError::kDisconnected);
}

TEST_F(ProtocolClientTest, rejectsACallWithoutAnEngineAtOnce) {
  transport.end({EngineEnd::Reason::Killed, 9, {}});
  int code = 0;
  client.call("Runtime.enable").otherwise(&receiver, [&](const ProtocolError& error) { code = error.code; });
  EXPECT_EQ(code, ProtocolError::kDisconnected);
}

TEST_F(ProtocolClientTest, neverCallsAReceiverThatHasGone) {
  transport.unanswered["Runtime.enable"] = true;
  bool called = false;
  {
    QObject shortLived;
    client.call("Runtime.enable").then(&shortLived, [&](const json&) { called = true; });
  }
  transport.tell({{"id", 1}, {"result", json::object()}});
  EXPECT_FALSE(called);
}

TEST_F(ProtocolClientTest, reportsTextThatIsNoMessageAndGoesOn) {
  QSignalSpy malformed(&client, &ProtocolClient::malformed);
  emit transport.received("{\"id\":");
  emit transport.received("[]");
  emit transport.received("{}");
  EXPECT_EQ(malformed.count(), 3);
  bool answered = false;
  client.call("Runtime.enable").then(&receiver, [&](const json&) { answered = true; });
  EXPECT_TRUE(answered);
}

TEST_F(ProtocolClientTest, anAnswerOfTheWrongShapeIsAnError) {
  transport.answers["Runtime.evaluate"] = {{"result", {{"type", 7}}}};
  RuntimeClient runtime(client);
  int code = 0;
  runtime.evaluate(QStringLiteral("1")).otherwise(&receiver, [&](const ProtocolError& error) { code = error.code; });
  EXPECT_EQ(code, ProtocolError::kMalformedAnswer);
}

TEST_F(ProtocolClientTest, readsAConsoleCallWithItsAsyncParents) {
  RuntimeClient runtime(client);
  ConsoleCall heard;
  QObject::connect(&runtime, &RuntimeClient::consoleCalled, &receiver, [&](const ConsoleCall& call) { heard = call; });
  const json parent = {{"description", "await"},
                       {"callFrames", json::array({{{"functionName", "load"}, {"lineNumber", 12}}})}};
  transport.tellEvent("Runtime.consoleAPICalled",
                      {{"type", "log"},
                       {"executionContextId", 3},
                       {"timestamp", 5.5},
                       {"args", json::array({{{"type", "string"}, {"value", "héllo 上下文"}}})},
                       {"stackTrace", {{"callFrames", json::array()}, {"parent", parent}}}});
  ASSERT_EQ(heard.args.size(), 1u);
  EXPECT_EQ(heard.args[0].text(), QStringLiteral("héllo 上下文"));
  ASSERT_TRUE(heard.stackTrace && heard.stackTrace->parent);
  EXPECT_EQ(heard.stackTrace->parent->callFrames.at(0).functionName, QStringLiteral("load"));
}

}  // namespace
}  // namespace vmscope::ui
