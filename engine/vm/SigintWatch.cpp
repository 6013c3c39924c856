#include "engine/vm/SigintWatch.h"

#include <semaphore.h>
#include <signal.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "engine/Isolate.h"

namespace vmscope {

namespace {

// All that a signal handler may touch: a semaphore, initialised before the handler is installed.
sem_t signalArrived;

void onSigint(int) {
  const int before = errno;
  sem_post(&signalArrived);
  errno = before;
}

}  // namespace

/// The process's handler for SIGINT and the thread behind it, which may lock and terminate as a handler may not.
class SigintThread {
 public:
  static SigintThread& instance() {
    static SigintThread thread;
    return thread;
  }

  void open(SigintWatch& watch) {
    const std::lock_guard guard(mutex_);
    watches_.push_back(&watch);
    if (watches_.size() == 1) start();
  }

  void close(SigintWatch& watch) {
    bool isLast = false;
    {
      const std::lock_guard guard(mutex_);
      std::erase(watches_, &watch);
      isLast = watches_.empty();
    }
    if (isLast) stop();
  }

 private:
  SigintThread() { sem_init(&signalArrived, 0, 0); }  // never destroyed: a handler may be late

  void start() {
    while (sem_trywait(&signalArrived) == 0) {
    }
    isEnding_ = false;
    thread_ = std::thread([this] { wait(); });
    struct sigaction action = {};
    action.sa_handler = &onSigint;
    action.sa_flags = SA_RESTART;
    sigfillset(&action.sa_mask);
    sigaction(SIGINT, &action, &previous_);
  }

  void stop() {
    sigaction(SIGINT, &previous_, nullptr);
    isEnding_ = true;
    sem_post(&signalArrived);
    thread_.join();
  }

  void wait() {
    for (;;) {
      while (sem_wait(&signalArrived) != 0) {
      }
      if (isEnding_) return;
      const std::lock_guard guard(mutex_);
      if (watches_.empty()) continue;
      watches_.back()->wasSignalled_ = true;
      watches_.back()->isolate_.terminate(TerminationReason::Signal);
    }
  }

  std::mutex mutex_;
  std::vector<SigintWatch*> watches_;  // innermost last
  std::atomic<bool> isEnding_ = false;
  struct sigaction previous_ = {};
  std::thread thread_;
};

SigintWatch::SigintWatch(Isolate& isolate) : isolate_(isolate) {
  SigintThread::instance().open(*this);
}

SigintWatch::~SigintWatch() {
  close();
}

bool SigintWatch::close() {
  if (std::exchange(isOpen_, false)) SigintThread::instance().close(*this);
  return wasSignalled_;
}

}  // namespace vmscope
