#include "engine/microtask/Calibration.h"

#include <malloc.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/microtask/CalibrationBench.h"

namespace vmscope {

namespace calibration {

using heap::field;
using heap::toLocal;
using heap::Word;

namespace {

/// V8's objects lie in pages that are at least this large, aligned and mapped as a whole.
constexpr Word kPageSize = Word{1} << 18;

std::vector<std::size_t> changed(const std::vector<Word>& before, const std::vector<Word>& after) {
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] != after[i]) indices.push_back(i);
  }
  return indices;
}

bool isPowerOfTwo(Word word) {
  return word != 0 && (word & (word - 1)) == 0;
}

}  // namespace

int readableWords(Word object, int wanted) {
  const Word left = (kPageSize - (object & (kPageSize - 1))) / sizeof(Word);
  return static_cast<int>(std::min<Word>(static_cast<Word>(wanted), left));
}

int findField(std::initializer_list<std::pair<Word, Word>> objectsAndValues, int words) {
  for (int i = 1; i < words; ++i) {
    const bool all = std::all_of(objectsAndValues.begin(), objectsAndValues.end(), [i](const auto& pair) {
      return i < readableWords(pair.first, kObjectWords) && field(pair.first, i) == pair.second;
    });
    if (all) return i;
  }
  return -1;
}

std::vector<Word> Bench::queueWords() const {
  const auto* words = reinterpret_cast<const Word*>(queue_.get());
  return {words, words + malloc_usable_size(queue_.get()) / sizeof(Word)};
}

bool Bench::evaluate(const char* source, v8::Local<v8::Value>* result) {
  v8::Local<v8::String> text;
  v8::Local<v8::Script> script;
  return v8::String::NewFromUtf8(isolate_, source).ToLocal(&text) &&
         v8::Script::Compile(context_, text).ToLocal(&script) && script->Run(context_).ToLocal(result);
}

v8::Local<v8::Value> Bench::property(v8::Local<v8::Value> object, const char* name) {
  v8::Local<v8::Value> value;
  const auto key = v8::String::NewFromUtf8(isolate_, name).ToLocalChecked();
  if (!object->IsObject() || !object.As<v8::Object>()->Get(context_, key).ToLocal(&value))
    return v8::Undefined(isolate_);
  return value;
}

std::vector<v8::Local<v8::Value>> Bench::parts(const char* source, std::initializer_list<const char*> names) {
  std::vector<v8::Local<v8::Value>> found;
  v8::Local<v8::Value> made;
  if (!evaluate(source, &made)) return found;
  for (const char* name : names) found.push_back(property(made, name));
  return found;
}

// A fresh queue is all zero; the first job changes its size, its capacity and its buffer; the next ones its size only;
// a drain its size, its start and its count of finished jobs.
bool Bench::learnRing() {
  auto& ring = found_.layout.ring;
  const auto fresh = queueWords();
  queue_->EnqueueMicrotask(isolate_, ignore, nullptr);
  const auto one = queueWords();
  const auto first = changed(fresh, one);
  if (first.size() != 3) return fail("the first job does not change three words of the queue");
  for (const auto index : first) {
    if (fresh[index] != 0) return fail("a fresh queue is not empty");
    if (one[index] == 1)
      ring.size = static_cast<int>(index);
    else if (one[index] <= 1024 && isPowerOfTwo(one[index]))
      ring.capacity = static_cast<int>(index);
    else if (one[index] > 4096 && one[index] % sizeof(Word) == 0)
      ring.buffer = static_cast<int>(index);
  }
  if (ring.size < 0 || ring.capacity < 0 || ring.buffer < 0)
    return fail("size, capacity and buffer cannot be told apart");

  queue_->EnqueueMicrotask(isolate_, ignore, nullptr);
  queue_->EnqueueMicrotask(isolate_, ignore, nullptr);
  const auto three = queueWords();
  if (changed(one, three) != std::vector<std::size_t>{static_cast<std::size_t>(ring.size)} || three[ring.size] != 3) {
    return fail("the queue's size does not count its jobs");
  }
  drain();
  const auto drained = queueWords();
  const Word capacity = three[ring.capacity];
  for (Word i = 0; i < capacity; ++i) queue_->EnqueueMicrotask(isolate_, ignore, nullptr);
  drain();
  const auto again = queueWords();
  for (const auto index : changed(three, drained)) {
    if (index == static_cast<std::size_t>(ring.size)) continue;
    if (drained[index] != 3) return fail("a drain changes a word of the queue that is not understood");
    if (again[index] == 3 + capacity)
      ring.finished = static_cast<int>(index);
    else if (again[index] == 3 % capacity)
      ring.start = static_cast<int>(index);
  }
  if (ring.finished < 0 || ring.start < 0) return fail("start and number of finished jobs cannot be told apart");
  return drained[ring.size] == 0 || fail("a drained queue is not empty");
}

// Many jobs, so that the buffer grows and the queue wraps around its end; each must find itself gone from the head, the
// one behind it there, and all before it counted.
bool Bench::verifyWrapping() {
  struct Check {
    Bench* bench;
    std::int64_t before;
    std::int64_t count;
    std::int64_t ran = 0;
    bool isRight = true;
  } check{this, ring().finished(), 0};
  const auto step = [](void* data) {
    auto& at = *static_cast<Check*>(data);
    Ring ring = at.bench->ring();
    at.isRight = at.isRight && ring.finished() == at.before + at.ran && ring.size() == at.count - at.ran - 1;
    ++at.ran;
  };
  for (const int count : {5, 7, 100, 3}) {
    check.count = count;
    check.ran = 0;
    check.before = ring().finished();
    for (int i = 0; i < count; ++i) queue_->EnqueueMicrotask(isolate_, step, &check);
    drain();
    if (!check.isRight || check.ran != count || ring().finished() != check.before + count) {
      return fail("the queue does not count as it was understood to");
    }
  }
  return true;
}

// Functions that say which one runs, in jobs of every shape with a JavaScript handler: what is read must be what runs.
bool Bench::verifyOrder() {
  v8::Local<v8::Value> made;
  const char* source =
      "(() => { const m = { log: [] }, f = []; let yes, no;"
      "  for (let i = 0; i < 5; ++i) f.push(function () { m.log.push(f[i]) });"
      "  const p = new Promise(r => yes = r), q = new Promise((_, r) => no = r);"
      "  p.then(f[0]); q.catch(f[1]); class P extends Promise {} new P(r => r(1)).then(f[2]);"
      "  no(); yes(); Promise.resolve({ then: f[3] }); p.then(f[4]); return m })()";
  if (!evaluate(source, &made)) return fail("no script runs");
  const auto& layout = found_.layout;
  std::vector<v8::Local<v8::Value>> read;
  for (int i = 0; i < ring().size(); ++i) {
    const Word job = ring().slot(i);
    const bool isThenable = heap::instanceType(job) == layout.jobTypes[static_cast<std::size_t>(JobShape::Thenable)];
    read.push_back(toLocal(isolate_, field(job, isThenable ? layout.thenable.then : layout.reaction.handler)));
  }
  drain();
  const auto log = property(made, "log");
  if (!log->IsArray() || log.As<v8::Array>()->Length() != read.size() || read.size() != 5) {
    return fail("other jobs ran than were read");
  }
  for (std::uint32_t i = 0; i < read.size(); ++i) {
    v8::Local<v8::Value> ran;
    if (!log.As<v8::Array>()->Get(context_, i).ToLocal(&ran) || !ran->StrictEquals(read[i])) {
      return fail("jobs did not run in the order that was read");
    }
  }
  return true;
}

Calibrated Bench::run() {
  v8::Context::Scope entered(context_);
  v8::TryCatch caught(isolate_);
  const std::pair<bool (Bench::*)(), const char*> steps[] = {
      {&Bench::learnRing, "ring"},
      {&Bench::learnFunctions, "functions"},
      {&Bench::learnCallable, "callable"},
      {&Bench::learnCallback, "callback"},
      {&Bench::learnReactions, "reactions"},
      {&Bench::learnThenable, "thenable"},
      {&Bench::learnAwait, "await"},
      {&Bench::learnFinally, "finally"},
      {&Bench::learnCapability, "capability"},
      {&Bench::learnPending, "pending"},
      {&Bench::learnResult, "result"},
      {&Bench::learnBuiltins, "builtins"},
      {&Bench::learnModuleSteps, "module steps"},
      {&Bench::verifyWrapping, "wrapping"},
      {&Bench::verifyOrder, "order"},
  };
  for (const auto& [step, name] : steps) {
    if (!(this->*step)()) {
      found_.failure = std::string(name) + ": " + found_.failure;
      break;
    }
  }
  drain();
  return std::move(found_);
}

}  // namespace calibration

Calibrated calibrate(v8::Isolate* isolate) {
  Calibrated impossible;
  if (v8::internal::PointerCompressionIsEnabled()) {
    impossible.failure = "this V8 compresses its pointers";
    return impossible;
  }
  // Whoever begins to watch may do so from outside.
  const v8::Isolate::Scope entered(isolate);
  const v8::HandleScope handles(isolate);
  return calibration::Bench(isolate).run();
}

}  // namespace vmscope
