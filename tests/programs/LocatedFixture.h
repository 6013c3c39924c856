#pragma once

#include <v8-inspector.h>

#include <initializer_list>
#include <memory>
#include <string_view>

#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "inspector/GeneratorLocator.h"
#include "tests/support/EngineFixture.h"

namespace vmscope::test {

/// An isolate whose awaits are located by V8's inspector, as the engine's are.
class LocatedTest : public EngineTest, private v8_inspector::V8Inspector::Channel {
 protected:
  LocatedTest() { isolate.microtasks().probe().setLocator(&locator_); }
  ~LocatedTest() override {
    isolate.microtasks().probe().setLocator(nullptr);
    const Lock lock(isolate);
    session_.reset();
  }

  /// A session that asks for what DevTools asks for.
  void attachDebugger() {
    const Lock lock(isolate);
    constexpr int kGroup = 1;
    inspector_->contextCreated({isolate.contexts().main().v8(lock), kGroup, view("main")});
    session_ = inspector_->connect(kGroup, this, view("{}"), v8_inspector::V8Inspector::kFullyTrusted);
    for (const char* message : {R"({"id":1,"method":"Runtime.enable"})", R"({"id":2,"method":"Debugger.enable"})",
                                R"({"id":3,"method":"Debugger.setAsyncCallStackDepth","params":{"maxDepth":32}})",
                                R"({"id":4,"method":"Debugger.setPauseOnExceptions","params":{"state":"all"}})"}) {
      session_->dispatchProtocolMessage(view(message));
    }
  }

 private:
  static v8_inspector::StringView view(std::string_view ascii) {
    return {reinterpret_cast<const std::uint8_t*>(ascii.data()), ascii.size()};
  }

  /// Where a pause would run messages, it goes on at once.
  class Client final : public v8_inspector::V8InspectorClient {
   public:
    explicit Client(LocatedTest& test) : test_(test) {}
    void runMessageLoopOnPause(int) override { test_.session_->resume(); }

   private:
    LocatedTest& test_;
  };

  std::unique_ptr<v8_inspector::V8Inspector> makeInspector() {
    const Lock lock(isolate);
    return v8_inspector::V8Inspector::create(isolate.v8(), &client_);
  }

  void sendResponse(int, std::unique_ptr<v8_inspector::StringBuffer>) override {}
  void sendNotification(std::unique_ptr<v8_inspector::StringBuffer>) override {}
  void flushProtocolNotifications() override {}

  Client client_{*this};
  std::unique_ptr<v8_inspector::V8Inspector> inspector_ = makeInspector();
  std::unique_ptr<v8_inspector::V8InspectorSession> session_;
  GeneratorLocator locator_{isolate.v8(), *inspector_};
};

}  // namespace vmscope::test
