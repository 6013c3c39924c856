#pragma once

#include <functional>
#include <utility>

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

  /// Runs lab.js in a context; the answer of Vm.runScript.
  protocol::Json runScript(const std::string& source, int context = 1) {
    return client.result("Vm.runScript", {{"executionContextId", context}, {"source", source}, {"url", "lab.js"}});
  }

  /// What happens once when JavaScript begins to run.
  void whenRunning(std::function<void()> react) {
    client.result("Vm.enable");
    client.on("Vm.engineState", [this, react = std::move(react)](const protocol::Json& state) {
      if (state["activity"] == "running" && !std::exchange(hasRun_, true)) react();
    });
  }

 private:
  bool hasRun_ = false;
};

}  // namespace vmscope::test
