#include <vector>

#include "engine/module/ModuleConstruction.h"
#include "engine/module/ModuleErrors.h"
#include "engine/module/ModuleMethods.h"
#include "engine/module/ModuleReceiver.h"
#include "engine/vm/Arguments.h"
#include "engine/vm/CachedData.h"

namespace vmscope::moduleMethods {

namespace {

void construct(const Info& info) {
  Receiver self(info);
  if (!beginConstruction(self.lock, info, "SourceTextModule")) return;
  if (!requireString(self.lock, info[0], "sourceText")) return;
  Options from(self.lock, self.context(), info[1]);
  SourceTextOptions options;
  options.lineOffset = from.int32("lineOffset").value_or(0);
  options.columnOffset = from.int32("columnOffset").value_or(0);
  options.initializeImportMeta = from.function("initializeImportMeta").value_or(v8::Local<v8::Function>());
  options.importModuleDynamically = from.function("importModuleDynamically").value_or(v8::Local<v8::Function>());
  const auto cachedData = from.bytes("cachedData");
  Context* context = contextOption(self.lock, from);
  if (context == nullptr) return;
  const auto identifier = from.text("identifier");
  if (from.hasFailed()) return;
  if (cachedData) options.cachedData = *cachedData;
  options.identifier = identifier ? *identifier : self.modules().nextIdentifier(*context);
  const auto made =
      self.modules().createSourceText(self.lock, *context, info[0].As<v8::String>(), options, info.This());
  if (const auto* thrown = std::get_if<Thrown>(&made)) self.passOn(*thrown);
}

void linkRequests(const Info& info) {
  Receiver self(info);
  SourceTextModule* module = self.sourceText();
  if (module == nullptr) return;
  if (module->status(self.lock) != ModuleStatus::Unlinked)
    return self.throws(moduleError::status(self.lock, "must be unlinked"));
  if (!requireArray(self.lock, info[0], "modules")) return;
  const auto given = info[0].As<v8::Array>();
  const auto count = static_cast<std::uint32_t>(module->requestCount(self.lock));
  if (given->Length() != count) {
    return self.throws(moduleError::linkMismatch(
        self.lock, "Expected " + std::to_string(count) + " modules, got " + std::to_string(given->Length())));
  }
  std::vector<Module*> targets;
  for (std::uint32_t i = 0; i < count; ++i) {
    v8::Local<v8::Value> object;
    if (!given->Get(self.context(), i).ToLocal(&object)) return;
    Module* target = self.modules().of(self.lock, object);
    if (target == nullptr) return self.throws(moduleError::notModule(self.lock));
    if (&target->context() != &module->context()) return self.throws(moduleError::differentContext(self.lock));
    targets.push_back(target);
  }
  self.passOn(module->link(self.lock, targets));
}

void instantiate(const Info& info) {
  Receiver self(info);
  SourceTextModule* module = self.sourceText();
  if (module == nullptr) return;
  if (module->status(self.lock) != ModuleStatus::Unlinked)
    return self.throws(moduleError::status(self.lock, "must be unlinked"));
  self.passOn(module->instantiate(self.lock));
}

void dependencySpecifiers(const Info& info) {
  Receiver self(info);
  if (SourceTextModule* module = self.sourceText()) self.returns(module->dependencySpecifiers(self.lock));
}

void moduleRequests(const Info& info) {
  Receiver self(info);
  if (SourceTextModule* module = self.sourceText()) self.returns(module->moduleRequests(self.lock));
}

void hasAsyncGraph(const Info& info) {
  Receiver self(info);
  const SourceTextModule* module = self.sourceText();
  if (module == nullptr) return;
  if (!module->isInstantiated(self.lock)) return self.throws(moduleError::status(self.lock, "must be instantiated"));
  info.GetReturnValue().Set(module->hasAsyncGraph(self.lock));
}

void hasTopLevelAwait(const Info& info) {
  Receiver self(info);
  if (const SourceTextModule* module = self.sourceText())
    info.GetReturnValue().Set(module->hasTopLevelAwait(self.lock));
}

void createCachedData(const Info& info) {
  Receiver self(info);
  const SourceTextModule* module = self.sourceText();
  if (module == nullptr) return;
  if (module->status(self.lock) >= ModuleStatus::Evaluating) return self.throws(moduleError::noCachedData(self.lock));
  v8::Local<v8::Uint8Array> buffer;
  const auto data = module->createCachedData(self.lock);
  if (data && toBuffer(self.lock, *data).ToLocal(&buffer)) self.returns(buffer.As<v8::Value>());
}

constexpr Row kMethods[] = {
    {"linkRequests", &linkRequests, 1},      {"instantiate", &instantiate},           {"hasAsyncGraph", &hasAsyncGraph},
    {"hasTopLevelAwait", &hasTopLevelAwait}, {"createCachedData", &createCachedData},
};
constexpr Row kGetters[] = {{"dependencySpecifiers", &dependencySpecifiers},
                            {"moduleRequests", &moduleRequests},
                            {"status", &status},
                            {"error", &error}};

}  // namespace

Class sourceTextClass() {
  return {"SourceTextModule", &construct, 1, kMethods, kGetters};
}

}  // namespace vmscope::moduleMethods
