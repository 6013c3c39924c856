#include "engine/runtime/ProgramModules.h"

#include "engine/Isolate.h"
#include "engine/runtime/Bindings.h"
#include "engine/runtime/Builtins.h"
#include "engine/runtime/Program.h"

namespace vmscope::runtime {

ProgramModules::ProgramModules(Program& program) : program_(program), loader_(program.isolate(), *this) {}

bool ProgramModules::hasBuiltin(std::string_view name) const {
  return program_.builtins().has(name);
}

v8::MaybeLocal<v8::Value> ProgramModules::requireBuiltin(Lock& lock, std::string_view name) {
  return program_.builtins().require(lock, program_.context(lock), name);
}

v8::MaybeLocal<v8::Value> ProgramModules::requireFile(Lock& lock, const std::string& path) {
  const auto main = program_.context(lock);
  const v8::Context::Scope scope(main);
  v8::Local<v8::Value> module;
  if (!requireBuiltin(lock, "module").ToLocal(&module)) return {};
  v8::Local<v8::Value> arguments[] = {lock.string(path), v8::Null(lock.v8()), v8::False(lock.v8())};
  return get(lock, main, module.As<v8::Object>(), "_load").As<v8::Function>()->Call(main, module, 3, arguments);
}

}  // namespace vmscope::runtime
