#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

#include "engine/Observer.h"
#include "inspector/protocol/Vm.h"

namespace vmscope {

class Isolate;
class Target;

/// Tells when the engine begins to run, stops at a breakpoint or falls idle, and how full its heap is. A program that
/// does so thousands of times a second is reported a few times a second. Isolate's thread; owned by the Vm agent.
class ActivityReporter : private Observer {
 public:
  using Report = std::function<void(const protocol::vm::EngineStateEvent&)>;

  ActivityReporter(Target& target, Report report);
  ~ActivityReporter() override;

  protocol::vm::GetEngineStateResult state() const;
  void reportNow();

 private:
  void turnStarted() override;
  void turnEnded() override;
  void changed();
  void reportLater();
  bool mayReport();

  Target& target_;
  Isolate& isolate_;
  const Report report_;
  protocol::vm::EngineActivity reported_ = protocol::vm::EngineActivity::Idle;
  std::chrono::steady_clock::time_point refilled_;
  int reportsLeft_ = 0;
  std::uint64_t timer_ = 0;
};

}  // namespace vmscope
