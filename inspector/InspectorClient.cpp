#include "inspector/InspectorClient.h"

#include <cctype>
#include <chrono>
#include <random>
#include <utility>

#include "engine/Completion.h"
#include "engine/EventLoop.h"
#include "engine/Interrupts.h"
#include "engine/Isolate.h"
#include "engine/module/ModuleUrl.h"
#include "engine/vm/Contexts.h"
#include "inspector/CommandLineRemains.h"
#include "inspector/GeneratorLocator.h"
#include "inspector/LoopTimer.h"
#include "inspector/V8Text.h"

namespace vmscope {
namespace {

// One group for all contexts: a pause stops them together, and every session sees each.
constexpr int kContextGroup = 1;

// With any other value DevTools takes the scripts of a context for an extension's: hidden and never paused in.
constexpr const char* kAuxiliary = R"({"isDefault":true,"type":"default"})";

// Of the context that no program made, and of those that were given no origin. DevTools takes one that has none for a
// frame of a page, shows the host of a URL beside the context's name, nothing where that is empty, and calls the global
// object in a heap snapshot by the whole.
constexpr std::string_view kMainOrigin = "vmscope://engine";
constexpr std::string_view kNoHost = "vmscope://";

std::string inUrl(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string written;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool isPlain =
        byte >= 0x80 || std::isalnum(byte) != 0 || std::string_view("-._~").find(c) != std::string_view::npos;
    written += isPlain ? std::string(1, c) : std::string{'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return written;
}

std::string announcedOrigin(const Context& context) {
  if (context.isMain()) return std::string(kMainOrigin);
  if (!context.origin().empty()) return context.origin();
  return std::string(kNoHost) + (context.name().empty() ? "" : "/" + inUrl(context.name()));
}

int64_t randomId() {
  static std::random_device random;
  const auto bits = static_cast<std::uint64_t>(random()) << 32 | random();
  return static_cast<int64_t>(bits >> 1 | 1);
}

}  // namespace

InspectorClient::InspectorClient(Isolate& isolate) : isolate_(isolate), consoleCallers_(isolate.v8()) {
  Lock lock(isolate_);
  inspector_ = v8_inspector::V8Inspector::create(isolate_.v8(), this);
  generatorLocator_ = std::make_unique<GeneratorLocator>(isolate_.v8(), *inspector_);
  isolate_.contexts().forEach([&](Context& context) {
    if (!context.isDisposed()) contextCreated(lock, context);
  });
  isolate_.observe(*this);
}

InspectorClient::~InspectorClient() {
  isolate_.unobserve(*this);
  for (const auto& [data, id] : timers_) isolate_.loop().hostTimers().cancel(id);
  Lock lock(isolate_);
  generatorLocator_.reset();
  inspector_.reset();
}

int InspectorClient::executionContextId(const Context& context) const {
  return formerExecutionContextId(context.id());
}

int InspectorClient::formerExecutionContextId(int engineId) const {
  const auto found = ids_.find(engineId);
  return found == ids_.end() ? 0 : found->second.executionContextId;
}

int InspectorClient::engineId(int executionContextId) const {
  for (const auto& [engineId, ids] : ids_) {
    if (ids.executionContextId == executionContextId) return engineId;
  }
  return 0;
}

int InspectorClient::engineIdOfUnique(const std::string& uniqueId) const {
  for (const auto& [engineId, ids] : ids_) {
    if (ids.uniqueId == uniqueId) return engineId;
  }
  return 0;
}

std::string InspectorClient::uniqueId(const Context& context) const {
  const auto found = ids_.find(context.id());
  return found == ids_.end() ? std::string() : found->second.uniqueId;
}

// Only what other threads ask for runs here: protocol messages. No timer, no job, no task.
void InspectorClient::runMessageLoopOnPause(int) {
  if (mayPause_ && !mayPause_()) return;
  const bool outerMayGoOn = std::exchange(mayGoOn_, false);
  ++pauseDepth_;
  if (pauseChanged_) pauseChanged_();
  while (!mayGoOn_) isolate_.interrupts().waitAndDrain();
  --pauseDepth_;
  mayGoOn_ = outerMayGoOn;
  if (pauseChanged_) pauseChanged_();
}

void InspectorClient::quitMessageLoopOnPause() {
  mayGoOn_ = true;
}

void InspectorClient::runIfWaitingForDebugger(int) {
  if (mayRun_) mayRun_();
}

v8::Local<v8::Context> InspectorClient::ensureDefaultContextInGroup(int) {
  return isolate_.contexts().main().v8(Lock(isolate_));
}

void InspectorClient::installAdditionalCommandLineAPI(v8::Local<v8::Context> context, v8::Local<v8::Object> api) {
  if (!commandLineRequire_) return;
  Lock lock(isolate_);
  v8::Local<v8::Value> require;
  if (context == isolate_.contexts().main().v8(lock) && commandLineRequire_(lock).ToLocal(&require))
    api->CreateDataProperty(context, lock.name(kRequireName), require).Check();
}

void InspectorClient::consoleAPIMessage(int, v8::Isolate::MessageErrorLevel, const v8_inspector::StringView& message,
                                        const v8_inspector::StringView& url, unsigned line, unsigned column,
                                        v8_inspector::V8StackTrace*) {
  if (!consoleWritten_) return;
  const Lock lock(isolate_);
  const auto caller = consoleCallers_.caller();
  const Context* context = caller.IsEmpty() ? nullptr : Context::from(caller);
  consoleWritten_({context != nullptr ? context->id() : 0, toUtf8(message), toUtf8(url), static_cast<int>(line) - 1,
                   static_cast<int>(column) - 1, consoleCallers_.lastTime()});
}

double InspectorClient::currentTimeMS() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return consoleCallers_.stamp(std::chrono::duration<double, std::milli>(now).count());
}

// V8 makes a context's unique id of two numbers and tells it to clients only; so it gets the same number twice.
int64_t InspectorClient::generateUniqueId() {
  return uniqueId_ != 0 ? uniqueId_ : randomId();
}

// A script that is named by its path has a file: URL for clients, so that they group it by folder and find its text.
std::unique_ptr<v8_inspector::StringBuffer> InspectorClient::resourceNameToUrl(const v8_inspector::StringView& name) {
  const std::string path = toUtf8(name);
  if (!path.starts_with('/')) return nullptr;
  return v8_inspector::StringBuffer::create(V8Text(moduleUrl::fromPath(path)).view());
}

void InspectorClient::startRepeatingTimer(double seconds, TimerCallback callback, void* data) {
  const std::chrono::milliseconds period(static_cast<std::int64_t>(seconds * 1000));
  timers_[data] = startLoopInterval(isolate_.loop(), period, [callback, data] { callback(data); });
}

void InspectorClient::cancelTimer(void* data) {
  const auto found = timers_.find(data);
  if (found == timers_.end()) return;
  isolate_.loop().hostTimers().cancel(found->second);
  timers_.erase(found);
}

void InspectorClient::contextCreated(Lock& lock, Context& context) {
  const std::string originText = announcedOrigin(context);
  const V8Text name(context.name()), origin(originText), auxiliary(kAuxiliary);
  v8_inspector::V8ContextInfo info(context.v8(lock), kContextGroup, name.view());
  info.origin = origin.view();
  info.auxData = auxiliary.view();
  info.hasMemoryOnConsole = false;
  uniqueId_ = randomId();
  inspector_->contextCreated(info);
  ids_[context.id()] = {v8_inspector::V8ContextInfo::executionContextId(context.v8(lock)),
                        std::to_string(uniqueId_) + "." + std::to_string(uniqueId_)};
  uniqueId_ = 0;
}

// A context that has been collected has told the inspector by itself.
void InspectorClient::contextDestroyed(Lock& lock, Context& context) {
  const auto v8Context = context.v8(lock);
  if (!v8Context.IsEmpty()) inspector_->contextDestroyed(v8Context);
  consoleCallers_.contextDestroyed(executionContextId(context));
}

void InspectorClient::asyncTaskScheduled(std::string_view name, void* task, bool isRecurring) {
  inspector_->asyncTaskScheduled(V8Text(name).view(), task, isRecurring);
}

void InspectorClient::asyncTaskStarted(void* task) {
  inspector_->asyncTaskStarted(task);
}

void InspectorClient::asyncTaskFinished(void* task) {
  inspector_->asyncTaskFinished(task);
}

void InspectorClient::asyncTaskCanceled(void* task) {
  inspector_->asyncTaskCanceled(task);
}

void InspectorClient::exceptionThrown(Lock& lock, Context& context, const Thrown& thrown, std::string_view what) {
  const auto v8Context = context.v8(lock);
  if (v8Context.IsEmpty() || thrown.isTermination()) return;
  const v8::Context::Scope scope(v8Context);
  if (thrown.message.IsEmpty()) return;
  const std::string detail = lock.text(thrown.message->Get());
  const std::string url = lock.text(thrown.message->GetScriptResourceName());
  const auto stack = thrown.message->GetStackTrace();
  const int scriptId = thrown.message->GetScriptOrigin().ScriptId();
  lastExceptionId_ = inspector_->exceptionThrown(
      v8Context, V8Text(what).view(), thrown.value, V8Text(detail).view(), V8Text(url).view(),
      static_cast<unsigned>(thrown.message->GetLineNumber(v8Context).FromMaybe(0)),
      static_cast<unsigned>(thrown.message->GetStartColumn(v8Context).FromMaybe(0) + 1),
      inspector_->createStackTrace(stack), scriptId);
  if (!thrown.promise.IsEmpty()) toldRejections_.add(lock.v8(), thrown.promise, lastExceptionId_);
}

void InspectorClient::rejectionHandled(Lock& lock, v8::Local<v8::Promise> promise) {
  const auto exceptionId = toldRejections_.take(promise);
  if (!exceptionId) return;
  const auto anyContext = isolate_.contexts().main().v8(lock);  // V8 wants to know the group of contexts
  inspector_->exceptionRevoked(anyContext, *exceptionId, V8Text("Handler added to rejected promise").view());
}

}  // namespace vmscope
