#include "tests/support/EngineFixture.h"

namespace vmscope::test {

std::string EngineTest::run(Context& context, std::string_view source, const RunOptions& options) {
  Lock lock(isolate);
  const Isolate::Turn turn(isolate);
  const v8::Context::Scope scope(context.v8(lock));
  const auto describe = [&](const Thrown& thrown) {
    return thrown.isTermination() ? std::string("Terminated") : "Uncaught " + lock.text(thrown.value);
  };
  const auto compiled = Script::compile(lock, context, lock.string(source), {"test.js"});
  if (const auto* thrown = std::get_if<Thrown>(&compiled)) return describe(*thrown);
  const Completion completion = std::get<Script>(compiled).run(lock, context, options);
  return completion.isNormal() ? lock.text(completion.value()) : describe(completion.thrown());
}

}  // namespace vmscope::test
