#pragma once

#include "engine/EventLoop.h"
#include "inspector/Target.h"
#include "tests/inspector/support/MemoryClient.h"
#include "tests/support/EngineFixture.h"

namespace vmscope::test {

/// A fresh engine with its target and one client.
class InspectorTest : public EngineTest {
 protected:
  InspectorTest() { isolate.loop().keepAlive(); }  // as a serving engine does, whose timers fire without a program

  Target target{isolate, {.version = "1.2.3"}};
  MemoryClient client{target};

  /// Makes a context through the protocol; its execution context id.
  int createContext(const protocol::Json& params = protocol::Json::object()) {
    return client.result("Vm.createContext", params)["context"]["executionContextId"].get<int>();
  }

  /// The value of an expression in a context.
  protocol::Json evaluate(const std::string& expression, int context = 1) {
    return client.result(
        "Runtime.evaluate",
        {{"expression", expression}, {"contextId", context}, {"returnByValue", true}})["result"]["value"];
  }
};

}  // namespace vmscope::test
