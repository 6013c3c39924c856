#include "engine/vm/Contexts.h"

#include <v8-extension.h>

#include <array>
#include <utility>

#include "engine/EventLoop.h"
#include "engine/Isolate.h"
#include "engine/Observer.h"
#include "engine/PageAllocator.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/vm/ContextInterceptors.h"
#include "engine/vm/ScriptClass.h"

namespace vmscope {

namespace {

constexpr int kDefaultQueueId = 1;
// ECMA-262, 19.1: the value properties of the global object, but globalThis, are not writable.
constexpr std::array kReadOnlyBuiltIns{"undefined", "NaN", "Infinity"};

bool allowsWasm(v8::Local<v8::Context> v8Context, v8::Local<v8::String>) {
  const Context* context = Context::from(v8Context);
  return context == nullptr || context->options().allowsWasm;
}

// V8 also asks about what is no text, which `eval` only gives back; where text is forbidden, that is, too.
v8::ModifyCodeGenerationFromStringsResult mayEvaluate(v8::Local<v8::Context> context, v8::Local<v8::Value>, bool) {
  return {context->IsCodeGenerationFromStringsAllowed(), {}};
}

// `Object.prototype.toString` names a contextified global after its sandbox's class. To be called while the
// interceptors leave the global alone: the tag is the global's, not the sandbox's.
bool nameAfterSandbox(const Lock& lock, v8::Local<v8::Context> v8Context, v8::Local<v8::Object> sandbox) {
  const auto name = sandbox->GetConstructorName();
  if (name->StringEquals(lock.name("Object"))) return true;
  const v8::Context::Scope scope(v8Context);
  return v8Context->Global()
      ->DefineOwnProperty(v8Context, v8::Symbol::GetToStringTag(lock.v8()), name, v8::DontEnum)
      .IsJust();
}

}  // namespace

Contexts::Contexts(Isolate& isolate) : isolate_(isolate) {
  Lock lock(isolate);
  sandboxKey_.Reset(lock.v8(), v8::Private::New(lock.v8(), lock.name("vmscope.context")));
  for (std::size_t i = 0; i < readOnlyBuiltIns_.size(); ++i) {
    readOnlyBuiltIns_[i].Reset(lock.v8(), lock.name(kReadOnlyBuiltIns[i]));
  }
  lock.v8()->SetAllowWasmCodeGenerationCallback(&allowsWasm);
  lock.v8()->SetModifyCodeGenerationFromStringsCallback(&mayEvaluate);
  ContextOptions options;
  options.name = "main";
  options.global = GlobalKind::Vanilla;
  Context& main = *create(lock, std::move(options), ContextLife::Pinned);
  defaultQueue_ = std::make_unique<MicrotaskQueue>(lock.v8(), main.v8(lock)->GetMicrotaskQueue(), kDefaultQueueId);
  main.queue_ = defaultQueue_.get();
}

Contexts::~Contexts() = default;

Context* Contexts::create(Lock& lock, ContextOptions options, ContextLife life, v8::Local<v8::Object> sandbox) {
  const int id = ++lastId_;
  std::string name = options.name ? *options.name : "VM Context " + std::to_string(++unnamed_);
  std::unique_ptr<Context> context(new Context(isolate_, id, std::move(name), std::move(options)));
  if (context->options_.microtaskMode == MicrotaskMode::AfterEvaluate)
    context->ownQueue_ = std::make_unique<MicrotaskQueue>(lock.v8(), ++lastQueueId_);
  context->queue_ = context->ownQueue_ ? context->ownQueue_.get() : defaultQueue_.get();

  if (!(context->options_.global == GlobalKind::Contextified ? makeContextified(lock, *context, sandbox)
                                                             : makeVanilla(lock, *context))) {
    return nullptr;
  }
  Context& added = *byId_.emplace(id, std::move(context)).first->second;
  if (life == ContextLife::Reachable) watchCollection(added);
  for (Observer* observer : isolate_.observers()) observer->contextCreated(lock, added);
  return &added;
}

v8::Local<v8::Context> Contexts::makeV8Context(Lock& lock, Context& context,
                                               v8::MaybeLocal<v8::ObjectTemplate> global) {
  v8::MicrotaskQueue* queue = context.queue_ == nullptr ? nullptr : context.queue_->v8();
  const char* extensions[] = {isolate_.options().mainExtension};
  v8::ExtensionConfiguration extension(context.isMain() && extensions[0] != nullptr ? 1 : 0, extensions);
  // The main context needs no more than the first pages of the heap, and a process at rest should stay small.
  std::optional<PageAllocator::Filling> filling;
  if (!context.isMain()) filling.emplace();
  const auto made = v8::Context::New(lock.v8(), &extension, global, {}, {}, queue);
  filling.reset();
  if (made.IsEmpty()) return made;
  context.context_.Reset(lock.v8(), made);
  made->SetSecurityToken(lock.name("vmscope"));  // one for all: contexts may hold each other's objects
  made->AllowCodeGenerationFromStrings(context.options_.allowsStrings);
  made->SetAlignedPointerInEmbedderData(Context::kSelf, &context);
  made->SetEmbedderData(Context::kSandbox, v8::Undefined(lock.v8()));
  return made;
}

bool Contexts::makeVanilla(Lock& lock, Context& context) {
  const auto made = makeV8Context(lock, context, {});
  if (made.IsEmpty()) return false;
  // The main context's global is not the object of a vm context: a program may contextify it.
  return context.isMain() || standForContext(lock, made->Global(), made);
}

bool Contexts::makeContextified(Lock& lock, Context& context, v8::Local<v8::Object> sandbox) {
  const v8::Context::Scope scope(main().v8(lock));
  if (sandbox.IsEmpty()) sandbox = v8::Object::New(lock.v8());
  isMaking_ = true;
  const auto made = makeV8Context(lock, context, makeContextifiedGlobal(lock.v8(), sandbox));
  const bool isNamed = !made.IsEmpty() && nameAfterSandbox(lock, made, sandbox);
  isMaking_ = false;
  if (!isNamed || !standForContext(lock, sandbox, made)) return false;
  made->SetEmbedderData(Context::kSandbox, sandbox);
  return true;
}

bool Contexts::standForContext(Lock& lock, v8::Local<v8::Object> object, v8::Local<v8::Context> context) {
  return object->SetPrivate(context, sandboxKey_.Get(lock.v8()), context->Global()).IsJust();
}

bool Contexts::isReadOnlyBuiltIn(v8::Local<v8::Name> key) const {
  return key == readOnlyBuiltIns_[0] || key == readOnlyBuiltIns_[1] || key == readOnlyBuiltIns_[2];
}

v8::Local<v8::FunctionTemplate> Contexts::scriptClass(const Lock& lock) {
  if (scriptClass_.IsEmpty()) scriptClass_.Reset(lock.v8(), makeScriptClass(lock.v8()));
  return scriptClass_.Get(lock.v8());
}

void Contexts::dispose(Lock& lock, Context& context) {
  if (context.isMain() || context.isDisposed_) return;
  context.isDisposed_ = true;
  for (Observer* observer : isolate_.observers()) observer->contextDestroyed(lock, context);
  if (context.isPinned_) watchCollection(context);
}

void Contexts::disposeAll(Lock& lock) {
  for (auto& [id, context] : byId_) {
    if (!std::exchange(context->isDisposed_, true)) {
      for (Observer* observer : isolate_.observers()) observer->contextDestroyed(lock, *context);
    }
    if (!context->context_.IsEmpty()) context->v8(lock)->SetAlignedPointerInEmbedderData(Context::kSelf, nullptr);
    context->context_.Reset();
  }
}

// The first pass may only reset the handle; the rest waits for the loop, since observers may call V8.
void Contexts::watchCollection(Context& context) {
  context.isPinned_ = false;
  context.context_.SetWeak(
      &context,
      [](const v8::WeakCallbackInfo<Context>& info) {
        Context& dead = *info.GetParameter();
        dead.context_.Reset();
        dead.isolate_.loop().post([&isolate = dead.isolate_, id = dead.id_] { isolate.contexts().collected(id); });
      },
      v8::WeakCallbackType::kParameter);
}

void Contexts::collected(int id) {
  const auto it = byId_.find(id);
  if (it == byId_.end()) return;
  Lock lock(isolate_);
  if (!std::exchange(it->second->isDisposed_, true)) {
    for (Observer* observer : isolate_.observers()) observer->contextDestroyed(lock, *it->second);
  }
  byId_.erase(it);
  for (Observer* observer : isolate_.observers()) observer->contextCollected(id);
}

Context* Contexts::find(int id) const {
  const auto it = byId_.find(id);
  return it == byId_.end() ? nullptr : it->second.get();
}

Context* Contexts::ofSandbox(const Lock& lock, v8::Local<v8::Object> object) const {
  const auto asking = lock.v8()->InContext() ? lock.v8()->GetCurrentContext() : byId_.at(1)->v8(lock);
  v8::Local<v8::Value> global;
  if (!object->GetPrivate(asking, sandboxKey_.Get(lock.v8())).ToLocal(&global)) return nullptr;
  v8::Local<v8::Context> context;
  if (!global->IsObject()) return nullptr;
  return global.As<v8::Object>()->GetCreationContext(lock.v8()).ToLocal(&context) ? Context::from(context) : nullptr;
}

void Contexts::forEach(const std::function<void(Context&)>& visit) const {
  for (const auto& [id, context] : byId_) visit(*context);
}

MicrotaskQueue* Contexts::findQueue(int queueId) const {
  if (queueId == kDefaultQueueId) return defaultQueue_.get();
  for (const auto& [id, context] : byId_) {
    if (context->hasOwnQueue() && context->queue().id() == queueId) return &context->queue();
  }
  return nullptr;
}

}  // namespace vmscope
