#include <algorithm>

#include "engine/microtask/CalibrationBench.h"

/// The steps that learn V8's jobs and what they refer to, once the queue's ring buffer is known.
namespace vmscope::calibration {

using heap::field;
using heap::isObject;
using heap::isSmallInteger;
using heap::toLocal;
using heap::Word;
using heap::wordOf;

bool Bench::learnFunctions() {
  v8::Local<v8::Value> made;
  const char* source = "(() => { const make = () => function () {}; return { a: make(), b: make(), c() {} } })()";
  v8::Local<v8::String> text = v8::String::NewFromUtf8(isolate_, source).ToLocalChecked();
  v8::Local<v8::Script> script;
  if (!v8::Script::Compile(context_, text).ToLocal(&script) || !script->Run(context_).ToLocal(&made)) {
    return fail("no script runs");
  }
  found_.layout.sharedFunctionType = heap::instanceType(wordOf(script->GetUnboundScript()));
  const v8::Local<v8::Value> functions[] = {property(made, "a"), property(made, "b"), property(made, "c")};
  const Word a = wordOf(functions[0]), b = wordOf(functions[1]), c = wordOf(functions[2]);
  auto& function = found_.layout.function;
  function.instanceType = heap::instanceType(a);
  for (int i = 1; i < kJobWords && function.shared < 0; ++i) {
    const bool isShared = isObject(field(a, i)) && field(a, i) == field(b, i) && isObject(field(c, i)) &&
                          field(c, i) != field(a, i) &&
                          heap::instanceType(field(a, i)) == found_.layout.sharedFunctionType;
    if (isShared) function.shared = i;
  }
  if (function.shared < 0) return fail("a function's shared part was not found");

  v8::Local<v8::Function> native;
  if (!v8::Function::New(context_, [](const v8::FunctionCallbackInfo<v8::Value>&) {}).ToLocal(&native)) {
    return fail("no function can be made");
  }
  function.context = findField({{wordOf(native), wordOf(context_)}}, kJobWords);
  return function.context > 0 || fail("a function's context was not found");
}

bool Bench::learnCallable() {
  v8::Local<v8::Value> made;
  if (!evaluate("({ a() {}, b() {} })", &made)) return fail("no script runs");
  const auto a = property(made, "a").As<v8::Function>();
  const auto b = property(made, "b").As<v8::Function>();
  queue_->EnqueueMicrotask(isolate_, a);
  queue_->EnqueueMicrotask(isolate_, b);
  if (ring().size() != 2) return fail("a function is not one job");
  const Word jobs[] = {ring().slot(0), ring().slot(1)};
  if (!isObject(jobs[0]) || !isObject(jobs[1])) return fail("a slot of the queue holds no object");
  found_.layout.jobTypes[static_cast<std::size_t>(JobShape::Callable)] = heap::instanceType(jobs[0]);
  auto& callable = found_.layout.callable;
  callable.function = findField({{jobs[0], wordOf(a)}, {jobs[1], wordOf(b)}}, kJobWords);
  drain();
  return callable.function > 0 || fail("the function of a callback job was not found");
}

namespace {

void one(void*) {}
void other(void*) {}

}  // namespace

bool Bench::learnCallback() {
  queue_->EnqueueMicrotask(isolate_, one, this);
  queue_->EnqueueMicrotask(isolate_, other, &queue_);
  const Word jobs[] = {ring().slot(0), ring().slot(1)};
  auto& layout = found_.layout;
  layout.jobTypes[static_cast<std::size_t>(JobShape::Callback)] = heap::instanceType(jobs[0]);
  const auto addresses = {std::pair{reinterpret_cast<Word>(&one), reinterpret_cast<Word>(&other)},
                          std::pair{reinterpret_cast<Word>(this), reinterpret_cast<Word>(&queue_)}};
  int* const fields[] = {&layout.callback.callback, &layout.callback.data};
  int which = 0;
  // Each is a Foreign: an object of two words whose second is the address.
  for (const auto& [first, second] : addresses) {
    for (int i = 1; i < kJobWords && *fields[which] < 0; ++i) {
      const Word foreigns[] = {field(jobs[0], i), field(jobs[1], i)};
      if (!isObject(foreigns[0]) || heap::instanceType(foreigns[0]) != v8::internal::Internals::kForeignType) continue;
      const int address = findField({{foreigns[0], first}, {foreigns[1], second}}, 3);
      if (address < 0) continue;
      *fields[which] = i;
      layout.foreignAddress = address;
    }
    ++which;
  }
  drain();
  return (layout.callback.callback > 0 && layout.callback.data > 0) ||
         fail("the address of a host callback was not found");
}

bool Bench::learnReactions() {
  const char* source =
      "(() => { const m = { x: {}, y: {}, f() {}, g() {}, h() {} };"
      "  let yes, no; const p = new Promise(r => yes = r), q = new Promise((_, r) => no = r);"
      "  m.p = p.then(m.f); m.r = p.then(m.g); m.q = q.then(0, m.h); yes(m.x); no(m.y); return m })()";
  const auto made = parts(source, {"f", "g", "h", "p", "r", "q", "x", "y"});
  if (made.empty()) return fail("no script runs");
  if (ring().size() != 3) return fail("three reactions are not three jobs");
  const Word f = wordOf(made[0]), g = wordOf(made[1]), h = wordOf(made[2]);
  const Word p = wordOf(made[3]), r = wordOf(made[4]), q = wordOf(made[5]), x = wordOf(made[6]), y = wordOf(made[7]);
  const Word jobs[] = {ring().slot(0), ring().slot(1), ring().slot(2)};
  auto& layout = found_.layout;
  layout.jobTypes[static_cast<std::size_t>(JobShape::Fulfill)] = heap::instanceType(jobs[0]);
  layout.jobTypes[static_cast<std::size_t>(JobShape::Reject)] = heap::instanceType(jobs[2]);
  auto& reaction = layout.reaction;
  reaction.handler = findField({{jobs[0], f}, {jobs[1], g}, {jobs[2], h}}, kJobWords);
  reaction.promise = findField({{jobs[0], p}, {jobs[1], r}, {jobs[2], q}}, kJobWords);
  reaction.argument = findField({{jobs[0], x}, {jobs[1], x}, {jobs[2], y}}, kJobWords);
  drain();
  const bool all = reaction.handler > 0 && reaction.promise > 0 && reaction.argument > 0;
  return all || fail("the parts of a reaction job were not found");
}

bool Bench::learnThenable() {
  const char* source =
      "(() => { const m = { a: { then() {} }, b: { then() {} } };"
      "  m.p = Promise.resolve(m.a); m.q = Promise.resolve(m.b); m.f = m.a.then; m.g = m.b.then; return m })()";
  const auto made = parts(source, {"a", "b", "p", "q", "f", "g"});
  if (made.empty()) return fail("no script runs");
  if (ring().size() != 2) return fail("two thenables are not two jobs");
  const Word a = wordOf(made[0]), b = wordOf(made[1]), p = wordOf(made[2]), q = wordOf(made[3]);
  const Word f = wordOf(made[4]), g = wordOf(made[5]);
  const Word jobs[] = {ring().slot(0), ring().slot(1)};
  auto& layout = found_.layout;
  layout.jobTypes[static_cast<std::size_t>(JobShape::Thenable)] = heap::instanceType(jobs[0]);
  auto& thenable = layout.thenable;
  thenable.thenable = findField({{jobs[0], a}, {jobs[1], b}}, kJobWords);
  thenable.promise = findField({{jobs[0], p}, {jobs[1], q}}, kJobWords);
  thenable.then = findField({{jobs[0], f}, {jobs[1], g}}, kJobWords);
  drain();
  const bool all = thenable.thenable > 0 && thenable.promise > 0 && thenable.then > 0;
  return all || fail("the parts of a thenable job were not found");
}

bool Bench::learnAwait() {
  const auto made = parts(
      "(() => { const m = { f: async function* () { await 1; await 2 }, g: async function* () { await 1; await 2 } };"
      "  m.a = m.f(); m.b = m.f(); m.c = m.g(); m.a.next(); m.b.next(); m.c.next(); return m })()",
      {"f", "g", "a", "b", "c"});
  if (made.empty()) return fail("no script runs");
  if (ring().size() != 3) return fail("three awaits are not three jobs");
  auto& layout = found_.layout;
  const Word f = wordOf(made[0]), g = wordOf(made[1]), a = wordOf(made[2]), b = wordOf(made[3]), c = wordOf(made[4]);
  const auto handler = [&](int slot) { return field(ring().slot(slot), layout.reaction.handler); };
  const auto context = [&](int slot) { return field(handler(slot), layout.function.context); };
  if (heap::instanceType(handler(0)) != layout.function.instanceType) return fail("an await's handler is no function");
  layout.awaitGenerator = findField({{context(0), a}, {context(1), b}, {context(2), c}}, kJobWords);
  layout.generator.function = findField({{a, f}, {b, f}, {c, g}}, kJobWords);
  drain();
  if (layout.awaitGenerator < 0 || layout.generator.function < 0) return fail("an await's generator was not found");
  return learnContinuation();
}

// Of the small integers in a generator, one that differs between its awaits and agrees between two generators at the
// same await tells where a generator waits.
bool Bench::learnContinuation() {
  const auto made = parts(
      "(() => { const g = async function* () { await 1; await 2 }, m = { a: g(), b: g(), c: g() };"
      "  m.a.next(); m.b.next(); Promise.resolve().then(() => { m.c.next() }); return m })()",
      {"a", "b", "c"});
  if (made.empty()) return fail("no script runs");
  struct Look {
    const std::vector<v8::Local<v8::Value>>& generators;
    const int from;
    int found = -1;
  } look{made, found_.layout.generator.function + 1};
  // When this runs, two of them wait at their second await and one has just come to its first.
  const auto compare = [](void* data) {
    auto& at = *static_cast<Look*>(data);
    const Word a = wordOf(at.generators[0]), b = wordOf(at.generators[1]), c = wordOf(at.generators[2]);
    const int readable =
        std::min({readableWords(a, kObjectWords), readableWords(b, kObjectWords), readableWords(c, kObjectWords)});
    for (int i = at.from; i < readable && at.found < 0; ++i) {
      const bool areIntegers =
          isSmallInteger(field(a, i)) && isSmallInteger(field(b, i)) && isSmallInteger(field(c, i));
      if (areIntegers && field(a, i) == field(b, i) && field(a, i) != field(c, i)) at.found = i;
    }
  };
  queue_->EnqueueMicrotask(isolate_, compare, &look);
  drain();
  found_.layout.generator.continuation = look.found;
  return look.found > 0 || fail("where a generator waits was not found");
}

bool Bench::learnFinally() {
  const auto made = parts(
      "(() => { const m = { f() {}, g() {} }, p = Promise.resolve(); p.finally(m.f); p.finally(m.g); return m })()",
      {"f", "g"});
  if (made.empty()) return fail("no script runs");
  if (ring().size() != 2) return fail("two finallys are not two jobs");
  auto& layout = found_.layout;
  const auto handler = [&](int slot) { return field(ring().slot(slot), layout.reaction.handler); };
  const auto context = [&](int slot) { return field(handler(slot), layout.function.context); };
  if (heap::instanceType(handler(0)) != layout.function.instanceType) return fail("a finally's handler is no function");
  layout.finallyCallback = findField({{context(0), wordOf(made[0])}, {context(1), wordOf(made[1])}}, kJobWords);
  drain();
  return layout.finallyCallback > 0 || fail("the function given to finally was not found");
}

// A promise of a subclass is behind a capability, which a reaction refers to instead.
bool Bench::learnCapability() {
  const auto made = parts(
      "(() => { class P extends Promise {} const p = P.resolve(); return { a: p.then(() => {}), b: p.then(() => {}) } "
      "})()",
      {"a", "b"});
  if (made.empty()) return fail("no script runs");
  const auto capability = [&](int slot) { return field(ring().slot(slot), found_.layout.reaction.promise); };
  if (ring().size() == 2 && isObject(capability(0)) && isObject(capability(1))) {
    found_.layout.capabilityType = heap::instanceType(capability(0));
    found_.layout.capabilityPromise =
        findField({{capability(0), wordOf(made[0])}, {capability(1), wordOf(made[1])}}, kJobWords);
  }
  drain();
  return found_.layout.capabilityPromise > 0 || fail("the promise of a capability was not found");
}

// A pending promise leads to its reactions, the newest first, and each to the one before it.
bool Bench::learnPending() {
  const auto made = parts(
      "(() => { const m = { p: new Promise(() => {}), f() {}, g() {} }; m.q = m.p.then(m.f); m.r = m.p.then(m.g);"
      "  return m })()",
      {"p", "f", "g", "q", "r"});
  if (made.empty()) return fail("no script runs");
  const Word p = wordOf(made[0]), f = wordOf(made[1]), g = wordOf(made[2]), q = wordOf(made[3]), r = wordOf(made[4]);
  auto& pending = found_.layout.pending;
  for (int i = 1; i < readableWords(p, kJobWords) && pending.reactions < 0; ++i) {
    if (!isObject(field(p, i))) continue;
    const Word newest = field(p, i);
    const int handler = findField({{newest, g}}, kJobWords);
    for (int next = 1; handler > 0 && next < readableWords(newest, kJobWords) && pending.reactions < 0; ++next) {
      const Word older = field(newest, next);
      if (!isObject(older) || findField({{older, f}}, kJobWords) != handler) continue;
      pending = {i, handler, next, findField({{newest, r}, {older, q}}, kJobWords), heap::instanceType(newest)};
    }
  }
  return pending.promise > 0 || fail("the reactions of a pending promise were not found");
}

// An async function that waits leads to the promise that it returned.
bool Bench::learnResult() {
  const auto made = parts(
      "(() => { const m = { p: new Promise(() => {}) }; const f = async () => { await m.p }; m.q = f(); m.r = f();"
      "  return m })()",
      {"p", "q", "r"});
  if (made.empty()) return fail("no script runs");
  auto& layout = found_.layout;
  const Word newest = field(wordOf(made[0]), layout.pending.reactions);
  const auto generator = [&](Word reaction) {
    return field(field(field(reaction, layout.pending.handler), layout.function.context), layout.awaitGenerator);
  };
  if (!isObject(newest) || heap::instanceType(newest) != layout.pending.reactionType) {
    return fail("an await is no reaction");
  }
  layout.generator.promise = findField(
      {{generator(newest), wordOf(made[2])}, {generator(field(newest, layout.pending.next)), wordOf(made[1])}},
      kObjectWords);
  return layout.generator.promise > 0 || fail("the promise of an async function was not found");
}

// An exemplar that this V8 does not have (it throws, or has other jobs) leaves its handler unknown: its jobs will say
// "built-in". The awaits and the finally must be known.
bool Bench::learnBuiltins() {
  for (const auto& exemplar : builtinExemplars()) {
    v8::HandleScope handles(isolate_);
    v8::TryCatch caught(isolate_);
    v8::Local<v8::Value> ignored;
    if (evaluate(exemplar.source, &ignored)) {
      for (int i = 0; i < exemplar.jobsBefore && ring().size() > 0; ++i) runHead();
      if (ring().size() > 0) learnBuiltin(exemplar.handler, ring().slot(0));
    }
    // The rest is dropped: running it would reject promises of which nobody should hear.
    while (ring().size() > 0) ring().takeHead();
  }
  for (int i = 0; i <= static_cast<int>(BuiltinHandler::CatchFinally); ++i) {
    if (!found_.builtins.knows(static_cast<BuiltinHandler>(i))) return fail("the handler of an await was not found");
  }
  return true;
}

// When the body of a module with a top-level await has run, V8 goes on with its importers in a job. Without having
// found it such a job is a built-in function of the engine, which is true, too.
bool Bench::learnModuleSteps() {
  constexpr std::pair<BuiltinHandler, const char*> kBodies[] = {
      {BuiltinHandler::AsyncModuleFulfilled, "await 1"},
      {BuiltinHandler::AsyncModuleRejected, "await 1; throw 1"},
  };
  for (const auto& [handler, source] : kBodies) {
    v8::HandleScope handles(isolate_);
    v8::TryCatch caught(isolate_);
    v8::Local<v8::Module> module;
    v8::Local<v8::Value> evaluation;
    if (!makeModule(source, &module) || !module->Evaluate(context_).ToLocal(&evaluation)) continue;
    if (ring().size() > 0) runHead();
    if (ring().size() > 0) {
      learnBuiltin(handler, ring().slot(0));
      const Word context = field(field(ring().slot(0), found_.layout.reaction.handler), found_.layout.function.context);
      found_.layout.stepModule = findField({{context, wordOf(module)}}, readableWords(context, kJobWords));
    }
    while (ring().size() > 0) ring().takeHead();
  }
  return true;
}

bool Bench::makeModule(const char* source, v8::Local<v8::Module>* module) {
  v8::Local<v8::String> text;
  if (!v8::String::NewFromUtf8(isolate_, source).ToLocal(&text)) return false;
  const v8::ScriptOrigin origin(v8::String::Empty(isolate_), 0, 0, false, -1, {}, false, false, true);
  v8::ScriptCompiler::Source compiled(text, origin);
  if (!v8::ScriptCompiler::CompileModule(isolate_, &compiled).ToLocal(module)) return false;
  return (*module)->InstantiateModule(context_, nullptr).FromMaybe(false);
}

void Bench::runHead() {
  const auto scratch = v8::MicrotaskQueue::New(isolate_, v8::MicrotasksPolicy::kExplicit);
  scratch->EnqueueMicrotask(isolate_, ignore, nullptr);
  scratch->PerformCheckpoint(isolate_);
  Ring(found_.layout.ring, *scratch).putOnly(ring().takeHead());
  scratch->PerformCheckpoint(isolate_);
}

void Bench::learnBuiltin(BuiltinHandler known, Word job) {
  const auto& layout = found_.layout;
  const int type = heap::instanceType(job);
  const auto is = [&](JobShape shape) { return type == layout.jobTypes[static_cast<std::size_t>(shape)]; };
  if (!is(JobShape::Fulfill) && !is(JobShape::Reject)) return;
  const Word handler = field(job, layout.reaction.handler);
  if (!isObject(handler) || heap::instanceType(handler) != layout.function.instanceType) return;
  const Word shared = field(handler, layout.function.shared);
  if (found_.builtins.view(isolate_).recognize(shared) != BuiltinHandler::Count) return;
  if (toLocal<v8::Function>(isolate_, handler)->ScriptId() != v8::UnboundScript::kNoScriptId) return;
  found_.builtins.learn(isolate_, known, shared);
}

}  // namespace vmscope::calibration
