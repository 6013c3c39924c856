#pragma once

#include <v8.h>

#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

#include "engine/microtask/Calibration.h"
#include "engine/microtask/Ring.h"

namespace vmscope::calibration {

inline constexpr int kJobWords = 8;
inline constexpr int kObjectWords = 16;

/// The words of `object` that can be read whatever its size is: those up to the end of its page.
int readableWords(heap::Word object, int wanted);

/// The first word at which each object holds its expected value; -1 when there is none. Two objects with different
/// values exclude a match by accident.
int findField(std::initializer_list<std::pair<heap::Word, heap::Word>> objectsAndValues, int words);

inline void ignore(void*) {}

/// One run of the calibration: a context and a queue of its own, and the steps in their order. A step that finds
/// something else than it must find says so and ends the run.
class Bench {
 public:
  explicit Bench(v8::Isolate* isolate)
      : isolate_(isolate),
        queue_(v8::MicrotaskQueue::New(isolate, v8::MicrotasksPolicy::kExplicit)),
        context_(v8::Context::New(isolate, nullptr, {}, {}, {}, queue_.get())) {}

  // The context lives until it is collected, longer than its queue.
  ~Bench() { context_->DetachGlobal(); }

  Calibrated run();

 private:
  bool fail(const char* why) {
    found_.failure = why;
    return false;
  }

  bool learnRing();
  bool learnFunctions();
  bool learnCallable();
  bool learnCallback();
  bool learnReactions();
  bool learnThenable();
  bool learnAwait();
  bool learnContinuation();
  bool learnFinally();
  bool learnCapability();
  bool learnPending();
  bool learnResult();
  bool learnBuiltins();
  bool learnModuleSteps();
  bool makeModule(const char* source, v8::Local<v8::Module>* module);
  void learnBuiltin(BuiltinHandler known, heap::Word job);
  void runHead();
  bool verifyWrapping();
  bool verifyOrder();

  /// The words of V8's queue object itself.
  std::vector<heap::Word> queueWords() const;
  Ring ring() { return Ring(found_.layout.ring, *queue_); }
  void drain() { queue_->PerformCheckpoint(isolate_); }

  bool evaluate(const char* source, v8::Local<v8::Value>* result);
  v8::Local<v8::Value> property(v8::Local<v8::Value> object, const char* name);
  /// The named properties of what `source` evaluates to; empty where it throws. Asking for them allocates, so their
  /// words are taken when all are there.
  std::vector<v8::Local<v8::Value>> parts(const char* source, std::initializer_list<const char*> names);

  v8::Isolate* isolate_;
  std::unique_ptr<v8::MicrotaskQueue> queue_;
  v8::Local<v8::Context> context_;
  Calibrated found_;
};

}  // namespace vmscope::calibration
