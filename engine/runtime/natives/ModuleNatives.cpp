#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>

#include "engine/Isolate.h"
#include "engine/module/DynamicImport.h"
#include "engine/runtime/Bindings.h"
#include "engine/runtime/Builtins.h"
#include "engine/runtime/Program.h"
#include "engine/runtime/natives/Natives.h"

namespace vmscope::runtime {

namespace {

enum FileKind : int { kMissing = -1, kFile = 0, kDirectory = 1 };

void stat(const Info& info) {
  const Call call(info);
  struct stat status {};
  const bool exists = ::stat(call.text(0).c_str(), &status) == 0;
  call.returns(double(!exists ? kMissing : S_ISDIR(status.st_mode) ? kDirectory : kFile));
}

void realPath(const Info& info) {
  const Call call(info);
  const std::string path = call.text(0);
  char resolved[PATH_MAX];
  call.returns(std::string_view(realpath(path.c_str(), resolved) == nullptr ? path.c_str() : resolved));
}

void readText(const Info& info) {
  const Call call(info);
  const std::string path = call.text(0);
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file && text.empty()) {
    const std::string reason = std::strerror(errno);
    call.throws(v8::Exception::Error(call.lock.string("Cannot read '" + path + "': " + reason)));
    return;
  }
  std::string_view view = text;
  if (view.starts_with("\xEF\xBB\xBF")) view.remove_prefix(3);
  call.returns(view);
}

// import() in a CommonJS module loads files relative to it.
v8::ScriptOrigin originOf(const Call& call) {
  return v8::ScriptOrigin(call[1], 0, 0, false, -1, {}, false, false, false,
                          call.lock.isolate().imports().toLoader(call.lock));
}

// (source, file, parameters): the function that a CommonJS module's text is the body of.
void compileFunction(const Info& info) {
  const Call call(info);
  v8::Local<v8::String> parameters[] = {call.lock.name("exports"), call.lock.name("require"), call.lock.name("module"),
                                        call.lock.name("__filename"), call.lock.name("__dirname")};
  const v8::ScriptOrigin origin = originOf(call);
  v8::ScriptCompiler::Source source(call[0].As<v8::String>(), origin);
  v8::Local<v8::Function> function;
  if (v8::ScriptCompiler::CompileFunction(call.context, &source, std::size(parameters), parameters).ToLocal(&function))
    call.returns(function.As<v8::Value>());
}

// (source, file): the value of a script, for a program that replaced the wrapper of its modules.
void runScript(const Info& info) {
  const Call call(info);
  v8::ScriptOrigin origin = originOf(call);
  v8::Local<v8::Script> script;
  if (v8::Script::Compile(call.context, call[0].As<v8::String>(), &origin).ToLocal(&script))
    call.returns(script->Run(call.context));
}

void isBuiltin(const Info& info) {
  const Call call(info);
  call.returnsFlag(Program::from(call.lock.v8()).builtins().has(call.text(0)));
}

void builtinNames(const Info& info) {
  Call call(info);
  std::vector<v8::Local<v8::Value>> names;
  for (const auto& name : Program::from(call.lock.v8()).builtins().names()) names.push_back(call.lock.string(name));
  call.returns(v8::Array::New(call.lock.v8(), names.data(), names.size()).As<v8::Value>());
}

constexpr Method kMethods[] = {
    {"stat", &stat},
    {"realPath", &realPath},
    {"readText", &readText},
    {"compileFunction", &compileFunction},
    {"runScript", &runScript},
    {"isBuiltin", &isBuiltin},
    {"builtinNames", &builtinNames},
};

}  // namespace

void defineModuleNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target) {
  define(lock, context, target, kMethods);
}

}  // namespace vmscope::runtime
