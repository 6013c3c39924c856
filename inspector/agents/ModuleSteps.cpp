#include "inspector/agents/ModuleSteps.h"

#include <utility>
#include <vector>

#include "engine/Isolate.h"
#include "engine/module/ModuleUrl.h"
#include "engine/module/Modules.h"
#include "engine/vm/Contexts.h"
#include "engine/vm/Script.h"

namespace vmscope {
namespace {

using protocol::modules::CreateParams;
using protocol::modules::SyntheticExport;

// Leaves the exception pending that keeps an export from having a value.
bool setExport(Lock& lock, SyntheticModule& module, const SyntheticExport& each) {
  Context& context = module.context();
  const std::string source = "(" + each.expression + "\n)";
  auto script = Script::compile(lock, context, lock.string(source), {module.identifier(), 0, -1});
  const Completion value = std::holds_alternative<Thrown>(script) ? Completion(std::get<Thrown>(script))
                                                                  : std::get<Script>(script).run(lock, context);
  if (!value.isNormal()) {
    if (!value.thrown().isTermination()) lock.v8()->ThrowException(value.thrown().value);
    return false;
  }
  const Completion set = module.setExport(lock, lock.string(each.name), value.value());
  if (!set.isNormal()) lock.v8()->ThrowException(set.thrown().value);
  return set.isNormal();
}

Module* findTarget(Lock& lock, Module& importer, const std::string& specifier) {
  Modules& modules = lock.isolate().modules();
  if (const auto url = moduleUrl::resolve(specifier, importer.identifier())) {
    if (Module* found = modules.find(importer.context(), *url)) return found;
  }
  return modules.find(importer.context(), specifier);
}

}  // namespace

std::variant<Module*, Thrown> parseModule(Lock& lock, Context& context, const CreateParams& params) {
  SourceTextOptions options;
  options.identifier = params.identifier;
  auto made = lock.isolate().modules().createSourceText(lock, context, lock.string(*params.source), options);
  if (const auto* thrown = std::get_if<Thrown>(&made)) return *thrown;
  return std::get<SourceTextModule*>(made);
}

std::variant<Module*, Thrown> makeSyntheticModule(Lock& lock, Context& context, const CreateParams& params) {
  std::vector<v8::Local<v8::String>> names;
  for (const SyntheticExport& each : *params.exports) names.push_back(lock.name(each.name));
  const auto steps = [exports = *params.exports](Lock& inner, SyntheticModule& module) {
    for (const SyntheticExport& each : exports) {
      if (!setExport(inner, module, each)) return;
    }
  };
  return &lock.isolate().modules().createSynthetic(lock, context, params.identifier, names, steps);
}

Linked linkModule(Lock& lock, Module& module, const std::map<std::string, Module*>& decided) {
  if (module.kind() == ModuleKind::Synthetic) return {};
  if (module.status(lock) != ModuleStatus::Unlinked) {
    return {std::nullopt,
            "the module is " + std::string(nameOf(module.status(lock))) + "; only an unlinked one is linked"};
  }
  auto& source = static_cast<SourceTextModule&>(module);
  std::vector<Module*> targets;
  for (const ModuleRequest& request : source.requests(lock)) {
    const auto known = decided.find(request.specifier);
    Module* target = known != decided.end() ? known->second : findTarget(lock, module, request.specifier);
    if (target == nullptr) {
      return {std::nullopt,
              "'" + request.specifier + "', which '" + module.identifier() + "' imports, is no module of the context"};
    }
    targets.push_back(target);
  }
  const v8::Context::Scope scope(module.context().v8(lock));
  const Completion completion = source.link(lock, targets);
  if (!completion.isNormal()) return {completion.thrown(), {}};
  return {};
}

Evaluated evaluateModule(Lock& lock, Module& module, const RunOptions& options) {
  const Isolate::Turn turn(lock.isolate());
  const Completion completion = module.evaluate(lock, options);
  if (!completion.isNormal()) return {{}, completion.thrown()};
  return {completion.value().As<v8::Promise>(), std::nullopt};
}

}  // namespace vmscope
