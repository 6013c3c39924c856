#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace vmscope {

class Isolate;

/// Ends JavaScript that runs past its time: one thread per isolate, started with the first deadline, not one per run.
///
/// The thread only calls `Isolate::terminate`. Arming a deadline later than the earliest one does not wake it, so a run
/// with a timeout costs a lock and an insertion.
class Watchdog {
 public:
  using Clock = std::chrono::steady_clock;

  explicit Watchdog(Isolate& isolate);
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  /// Whether a deadline that is still armed has passed; on the isolate's thread.
  bool hasExpiredDeadline();

  /// A limit on what runs while this object lives; deadlines nest. On the isolate's thread only.
  class Deadline {
   public:
    Deadline(Watchdog& watchdog, std::chrono::milliseconds limit);
    ~Deadline();
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;

    /// Ends the limit; afterwards it can never terminate anything.
    void disarm();
    /// Whether the limit passed before `disarm`, so that JavaScript was (or is about to be) terminated for it.
    bool hasExpired() const { return hasExpired_; }
    std::chrono::milliseconds limit() const { return limit_; }

   private:
    friend class Watchdog;
    Watchdog& watchdog_;
    std::chrono::milliseconds limit_;
    Clock::time_point due_;
    bool isArmed_ = true;
    bool hasExpired_ = false;  // written under the watchdog's mutex
  };

 private:
  struct EarlierFirst {
    bool operator()(const Deadline* a, const Deadline* b) const;
  };

  void arm(Deadline& deadline);
  void disarm(Deadline& deadline);
  void watch();

  Isolate& isolate_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::set<Deadline*, EarlierFirst> armed_;  // of those that have not expired
  std::vector<Deadline*> open_;              // all, outermost first; the isolate's thread only
  Clock::time_point sleepsUntil_ = Clock::time_point::max();
  bool isEnding_ = false;
  std::thread thread_;
};

}  // namespace vmscope
