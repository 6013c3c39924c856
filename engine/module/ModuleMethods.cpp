#include "engine/module/ModuleMethods.h"

#include <string>

#include "engine/module/ModuleErrors.h"
#include "engine/module/ModuleLink.h"
#include "engine/module/ModuleReceiver.h"
#include "engine/module/Promises.h"
#include "engine/vm/Arguments.h"

namespace vmscope::moduleMethods {

namespace {

void throwTypeError(const Lock& lock, std::string_view message) {
  lock.v8()->ThrowException(v8::Exception::TypeError(lock.string(message)));
}

// Node's first `vm.Module` took a source text; since then it has been the abstract base of two classes.
void constructModule(const Info& info) {
  const Lock lock(Isolate::from(info.GetIsolate()));
  std::string message = "Module is not a constructor";
  if (!info.IsConstructCall()) message = "Class constructor Module cannot be invoked without 'new'";
  if (info.IsConstructCall() && info[0]->IsString())
    message += ": use new vm.SourceTextModule(sourceText, { identifier }), then link() and evaluate()";
  throwTypeError(lock, message);
}

void identifier(const Info& info) {
  Receiver self(info);
  if (const Module* module = self.module()) self.returns(self.lock.string(module->identifier()));
}

void context(const Info& info) {
  Receiver self(info);
  if (const Module* module = self.module()) self.returns(module->sandbox(self.lock));
}

void namespaceObject(const Info& info) {
  Receiver self(info);
  const Module* module = self.module();
  if (module == nullptr) return;
  if (!module->isInstantiated(self.lock))
    return self.throws(moduleError::status(self.lock, "must not be unlinked or linking"));
  self.returns(module->namespaceObject(self.lock));
}

// The second half of link(): everything is linked, so imports can be connected with exports.
void instantiateLinked(const Info& info) {
  Receiver self(info);
  self.passOn(self.modules().of(self.lock, info.This())->instantiate(self.lock));
}

v8::MaybeLocal<v8::Promise> linkOrThrow(Receiver& self, v8::Local<v8::Value> linker) {
  Module* module = self.module();
  if (module == nullptr || !requireFunction(self.lock, linker, "linker")) return {};
  const ModuleStatus now = module->status(self.lock);
  if (now == ModuleStatus::Linked) {
    self.throws(moduleError::alreadyLinked(self.lock));
    return {};
  }
  if (now != ModuleStatus::Unlinked) {
    self.throws(moduleError::status(self.lock, "must be unlinked"));
    return {};
  }
  auto& sourceText = static_cast<SourceTextModule&>(*module);  // a synthetic one is linked from the start
  v8::Local<v8::Promise> linked;
  v8::Local<v8::Function> instantiate;
  if (!ModuleLink::start(self.lock, sourceText, linker.As<v8::Function>()).ToLocal(&linked)) return {};
  if (!self.modules().reactions().make(self.lock, &instantiateLinked, module->object(self.lock)).ToLocal(&instantiate))
    return {};
  return linked->Then(self.context(), instantiate);
}

v8::MaybeLocal<v8::Promise> evaluateOrThrow(Receiver& self, v8::Local<v8::Value> argument) {
  Module* module = self.module();
  if (module == nullptr) return {};
  Options from(self.lock, self.context(), argument);
  const auto timeout = from.positiveUint32("timeout");
  const auto breakOnSigint = from.boolean("breakOnSigint");
  if (from.hasFailed()) return {};
  const ModuleStatus now = module->status(self.lock);
  if (now != ModuleStatus::Linked && now != ModuleStatus::Evaluated && now != ModuleStatus::Errored) {
    self.throws(moduleError::status(self.lock, "must be one of linked, evaluated, or errored"));
    return {};
  }
  RunOptions options;
  if (timeout) options.timeout = std::chrono::milliseconds(*timeout);
  if (breakOnSigint.value_or(false)) options.onSigint = OnSigint::Break;
  const Completion completion = module->evaluate(self.lock, options);
  if (completion.isNormal()) return completion.value().As<v8::Promise>();
  const Thrown& thrown = completion.thrown();
  if (!thrown.isTermination()) {
    self.throws(thrown.value);
    return {};
  }
  // Another termination than by these limits goes on ending what called this.
  if (!self.lock.v8()->IsExecutionTerminating()) throwTermination(self.lock, thrown.termination, options);
  return {};
}

// Methods that answer with a promise even where an argument is wrong.
template <v8::MaybeLocal<v8::Promise> (*call)(Receiver&, v8::Local<v8::Value>)>
void asynchronous(const Info& info) {
  Receiver self(info);
  v8::TryCatch caught(self.lock.v8());
  v8::Local<v8::Promise> promise;
  if (call(self, info[0]).ToLocal(&promise)) return self.returns(promise.As<v8::Value>());
  if (caught.HasTerminated() || !caught.HasCaught()) {
    caught.ReThrow();
    return;
  }
  self.returns(rejectedPromise(self.context(), caught.Exception()));
}

constexpr Row kMethods[] = {{"link", &asynchronous<&linkOrThrow>, 1}, {"evaluate", &asynchronous<&evaluateOrThrow>, 0}};
constexpr Row kGetters[] = {
    {"identifier", &identifier}, {"context", &context}, {"namespace", &namespaceObject},
    {"status", &status},         {"error", &error},
};

}  // namespace

void status(const Info& info) {
  Receiver self(info);
  if (const Module* module = self.module()) self.returns(self.lock.name(nameOf(module->status(self.lock))));
}

void error(const Info& info) {
  Receiver self(info);
  const Module* module = self.module();
  if (module == nullptr) return;
  if (module->status(self.lock) != ModuleStatus::Errored)
    return self.throws(moduleError::status(self.lock, "must be errored"));
  self.returns(module->error(self.lock));
}

Class moduleClass() {
  return {"Module", &constructModule, 1, kMethods, kGetters};
}

void inspect(const Info& info) {
  Receiver self(info);
  const Module* module = self.module();
  if (module == nullptr) return;
  if (info[0]->IsNumber() && info[0].As<v8::Number>()->Value() < 0) return self.returns(info.This());
  if (!info[2]->IsFunction()) return self.returns(info.This());
  const auto context = self.context();
  const Lock& lock = self.lock;

  v8::Local<v8::Value> constructor;
  v8::Local<v8::Value> name;
  if (!info.This()->Get(context, lock.name("constructor")).ToLocal(&constructor) || !constructor->IsFunction()) return;
  if (!constructor.As<v8::Function>()->Get(context, lock.name("name")).ToLocal(&name)) return;
  v8::Local<v8::Name> names[] = {lock.name("status"), lock.name("identifier"), lock.name("context")};
  v8::Local<v8::Value> values[] = {lock.name(nameOf(module->status(lock))), lock.string(module->identifier()),
                                   module->sandbox(lock)};
  const auto shown = v8::Object::New(lock.v8(), info.This()->GetPrototypeV2(), names, values, 3);
  const auto tag = v8::Symbol::GetToStringTag(lock.v8());
  if (shown->DefineOwnProperty(context, tag, name, v8::DontEnum).IsNothing()) return;

  const auto options = v8::Object::New(lock.v8());
  v8::Local<v8::Array> given;
  if (info[1]->IsObject() && info[1].As<v8::Object>()->GetOwnPropertyNames(context).ToLocal(&given)) {
    for (std::uint32_t i = 0; i < given->Length(); ++i) {
      const auto key = given->Get(context, i).ToLocalChecked();
      v8::Local<v8::Value> value;
      if (!info[1].As<v8::Object>()->Get(context, key).ToLocal(&value)) return;
      options->CreateDataProperty(context, key.As<v8::Name>(), value).Check();
    }
  }
  options->CreateDataProperty(context, lock.name("customInspect"), v8::False(lock.v8())).Check();
  v8::Local<v8::Value> arguments[] = {shown, options};
  v8::Local<v8::Value> text;
  if (info[2].As<v8::Function>()->Call(context, info.This(), 2, arguments).ToLocal(&text)) self.returns(text);
}

}  // namespace vmscope::moduleMethods
