#include "engine/microtask/BuiltinHandlers.h"

#include <algorithm>
#include <iterator>

namespace vmscope {
namespace {

// Rejections get their handler before they happen, so that nobody is told of an unhandled one.
constexpr BuiltinExemplar kExemplars[] = {
    {BuiltinHandler::AwaitFulfilled, "(async () => { await 1 })()", 0},
    {BuiltinHandler::AwaitRejected,
     "{ let no; const p = new Promise((_, r) => no = r); (async () => { try { await p } catch {} })(); no() }", 0},
    {BuiltinHandler::AsyncGeneratorAwaitFulfilled, "(async function* () { await 1 })().next()", 0},
    {BuiltinHandler::AsyncGeneratorAwaitRejected,
     "{ let no; const p = new Promise((_, r) => no = r);"
     "  (async function* () { try { await p } catch {} })().next(); no() }",
     0},
    {BuiltinHandler::AsyncGeneratorYield, "(async function* () { yield 1 })().next()", 0},
    {BuiltinHandler::ThenFinally, "Promise.resolve(1).finally(() => {})", 0},
    {BuiltinHandler::CatchFinally,
     "{ let no; new Promise((_, r) => no = r).finally(() => {}).then(0, () => {}); no() }", 0},
    {BuiltinHandler::FinallyValue, "Promise.resolve(1).finally(() => {})", 1},
    {BuiltinHandler::FinallyThrow,
     "{ let no; new Promise((_, r) => no = r).finally(() => {}).then(0, () => {}); no() }", 1},
    {BuiltinHandler::AllElement, "Promise.all([1])", 0},
    {BuiltinHandler::AllSettledFulfilled, "Promise.allSettled([1])", 0},
    {BuiltinHandler::AllSettledRejected, "{ let no; Promise.allSettled([new Promise((_, r) => no = r)]); no() }", 0},
    {BuiltinHandler::AnyElement, "{ let no; Promise.any([new Promise((_, r) => no = r)]).then(0, () => {}); no() }", 0},
    {BuiltinHandler::ResolveFunction, "new Promise((yes, no) => Promise.resolve(1).then(yes, no))", 0},
    {BuiltinHandler::RejectFunction, "new Promise((yes, no) => Promise.resolve(1).then(no)).then(0, () => {})", 0},
    {BuiltinHandler::AsyncGeneratorReturn, "(async function* () { return 1 })().next()", 0},
    {BuiltinHandler::AsyncGeneratorReturnRejected,
     "{ let no; const p = new Promise((_, r) => no = r); (async function* () { return p })().next().then(0, () => {}); "
     "no() }",
     0},
    {BuiltinHandler::AsyncGeneratorReturnClosed, "(async function* () {})().return(1)", 0},
    {BuiltinHandler::AsyncGeneratorReturnClosedRejected,
     "{ let no; const p = new Promise((_, r) => no = r); (async function* () {})().return(p).then(0, () => {}); no() }",
     0},
    {BuiltinHandler::AsyncFromSyncValue, "(async () => { for await (const x of [1]) ; })()", 0},
    {BuiltinHandler::AsyncFromSyncClose,
     "{ let no; const p = new Promise((_, r) => no = r);"
     "  (async () => { try { for await (const x of [p]) ; } catch {} })(); no() }",
     0},
    {BuiltinHandler::FromAsyncIterable,
     "Array.fromAsync({ [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true }) }) })", 0},
    {BuiltinHandler::FromAsyncIterableRejected,
     "{ let no; const p = new Promise((_, r) => no = r);"
     "  Array.fromAsync({ [Symbol.asyncIterator]: () => ({ next: () => p }) }).then(0, () => {}); no() }",
     0},
    {BuiltinHandler::FromAsyncArrayLike, "Array.fromAsync({ length: 1, 0: 1 })", 0},
    {BuiltinHandler::FromAsyncArrayLikeRejected,
     "{ let no; const p = new Promise((_, r) => no = r);"
     "  Array.fromAsync({ length: 1, 0: p }).then(0, () => {}); no() }",
     0},
};

constexpr const char* kDescriptions[] = {
    "await",
    "await (rejected)",
    "await in an async generator",
    "await in an async generator (rejected)",
    "yield in an async generator",
    "finally",
    "finally (rejected)",
    "finally: hand the value on",
    "finally: throw the reason on",
    "Promise.all: element",
    "Promise.allSettled: element",
    "Promise.allSettled: rejected element",
    "Promise.any: rejected element",
    "resolve function of a promise",
    "reject function of a promise",
    "return in an async generator",
    "return in an async generator (rejected)",
    "return() on a finished async generator",
    "return() on a finished async generator (rejected)",
    "for await over a sync iterable: value",
    "for await over a sync iterable: close",
    "Array.fromAsync: next of an iterable",
    "Array.fromAsync: failed iterable",
    "Array.fromAsync: next of an array-like",
    "Array.fromAsync: failed array-like",
    "module finished",
    "module failed",
};
static_assert(std::size(kDescriptions) == static_cast<std::size_t>(BuiltinHandler::Count));

}  // namespace

std::span<const BuiltinExemplar> builtinExemplars() {
  return kExemplars;
}

const char* describe(BuiltinHandler handler) {
  return kDescriptions[static_cast<std::size_t>(handler)];
}

bool resumesGenerator(BuiltinHandler handler) {
  return handler <= BuiltinHandler::AsyncGeneratorYield;
}

bool callsFinally(BuiltinHandler handler) {
  return handler == BuiltinHandler::ThenFinally || handler == BuiltinHandler::CatchFinally;
}

bool evaluatesModules(BuiltinHandler handler) {
  return handler == BuiltinHandler::AsyncModuleFulfilled || handler == BuiltinHandler::AsyncModuleRejected;
}

void BuiltinHandlers::learn(v8::Isolate* isolate, BuiltinHandler handler, heap::Word sharedFunction) {
  shared_[static_cast<std::size_t>(handler)].Reset(isolate, heap::toLocal<v8::Data>(isolate, sharedFunction));
}

BuiltinHandlers::View BuiltinHandlers::view(v8::Isolate* isolate) const {
  View view;
  for (std::size_t i = 0; i < kCount; ++i) {
    if (!shared_[i].IsEmpty()) view.words_[i] = heap::wordOf(shared_[i].Get(isolate));
  }
  return view;
}

BuiltinHandler BuiltinHandlers::View::recognize(heap::Word sharedFunction) const {
  const auto found = std::find(words_.begin(), words_.end(), sharedFunction);
  return static_cast<BuiltinHandler>(found - words_.begin());
}

}  // namespace vmscope
