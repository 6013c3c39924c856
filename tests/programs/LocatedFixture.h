#pragma once

#include <v8-inspector.h>

#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "inspector/GeneratorLocator.h"
#include "tests/support/EngineFixture.h"

namespace vmscope::test {

/// An isolate whose awaits are located by V8's inspector, as the engine's are.
class LocatedTest : public EngineTest {
 protected:
  LocatedTest() { isolate.microtasks().probe().setLocator(&locator_); }
  ~LocatedTest() override { isolate.microtasks().probe().setLocator(nullptr); }

 private:
  std::unique_ptr<v8_inspector::V8Inspector> makeInspector() {
    const Lock lock(isolate);
    return v8_inspector::V8Inspector::create(isolate.v8(), &client_);
  }

  v8_inspector::V8InspectorClient client_;
  std::unique_ptr<v8_inspector::V8Inspector> inspector_ = makeInspector();
  GeneratorLocator locator_{isolate.v8(), *inspector_};
};

}  // namespace vmscope::test
