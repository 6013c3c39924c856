#include "engine/runtime/Builtins.h"

#include <v8-extension.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "engine/runtime/Bindings.h"
#include "engine/runtime/EmbeddedScripts.h"
#include "engine/runtime/natives/Natives.h"
#include "engine/vm/ErrorDecoration.h"

namespace vmscope::runtime {

namespace {

// Where the extension leaves its functions: V8 runs it while it makes the main context, before a program exists.
constexpr int kScriptsSlot = 1;

class BuiltinsExtension : public v8::Extension {
 public:
  explicit BuiltinsExtension(const std::string& source) : v8::Extension(kOwnScripts, source.c_str()) {}

  v8::Local<v8::FunctionTemplate> GetNativeFunctionTemplate(v8::Isolate* isolate, v8::Local<v8::String>) override {
    return v8::FunctionTemplate::New(isolate, [](const Info& info) {
      auto* scripts = new v8::Global<v8::Object>(info.GetIsolate(), info[0].As<v8::Object>());
      info.GetIsolate()->SetData(kScriptsSlot, scripts);
    });
  }
};

// One object with a function for each file, handed to `vmscopeAdopt`.
std::string extensionSource() {
  std::string source = "(function () {\nnative function vmscopeAdopt();\nvmscopeAdopt({ __proto__: null,\n";
  for (const EmbeddedScript* script = kEmbeddedScripts; script->name != nullptr; ++script)
    source += "'" + std::string(script->name) + "'(exports, require, module, native) {" + script->text + "},\n";
  return source + "});\n})();\n";
}

// A text of the program's own memory, which V8 reads in place.
class StaticText : public v8::String::ExternalOneByteStringResource {
 public:
  explicit StaticText(const char* text) : text_(text) {}
  const char* data() const override { return text_.data(); }
  size_t length() const override { return text_.size(); }

 private:
  std::string_view text_;
};

std::string_view bare(std::string_view specifier) {
  return specifier.starts_with("node:") ? specifier.substr(5) : specifier;
}

bool isPublic(std::string_view name) {
  return !name.starts_with("_");
}

v8::Local<v8::Object> takeScripts(v8::Isolate* isolate) {
  const std::unique_ptr<v8::Global<v8::Object>> scripts(
      static_cast<v8::Global<v8::Object>*>(isolate->GetData(kScriptsSlot)));
  isolate->SetData(kScriptsSlot, nullptr);
  return scripts ? scripts->Get(isolate) : v8::Local<v8::Object>();
}

}  // namespace

void registerBuiltinScripts() {
  static const std::string source = extensionSource();  // V8 keeps the pointer
  v8::RegisterExtension(std::make_unique<BuiltinsExtension>(source));
}

Builtins::Builtins(Lock& lock) : scripts_(lock.v8(), takeScripts(lock.v8())) {
  for (const EmbeddedScript* script = kEmbeddedScripts; script->name != nullptr; ++script) {
    std::string name(script->name);
    std::replace(name.begin(), name.end(), '.', '/');  // fs.promises.js is fs/promises
    embedded_.emplace(std::move(name), script);
  }
}

bool Builtins::has(std::string_view specifier) const {
  const std::string_view name = bare(specifier);
  return isPublic(name) && (made_.contains(name) || embedded_.contains(name));
}

std::vector<std::string> Builtins::names() const {
  std::vector<std::string> names;
  for (const auto& [name, make] : made_) names.push_back(name);
  for (const auto& [name, script] : embedded_) {
    if (isPublic(name) && !made_.contains(name)) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

void Builtins::add(std::string name, Make make) {
  made_.insert_or_assign(std::move(name), std::move(make));
}

bool Builtins::isLoaded(std::string_view name) const {
  return loaded_.contains(name);
}

v8::MaybeLocal<v8::Value> Builtins::require(Lock& lock, v8::Local<v8::Context> context, std::string_view specifier) {
  const std::string name(bare(specifier));
  if (const auto it = loaded_.find(name); it != loaded_.end()) return it->second.Get(lock.v8());
  if (const auto it = made_.find(name); it != made_.end()) {
    v8::Local<v8::Value> exports;
    if (!it->second(lock, context).ToLocal(&exports)) return {};
    loaded_[name].Reset(lock.v8(), exports);
    return exports;
  }
  if (const auto it = embedded_.find(name); it != embedded_.end()) return runScript(lock, context, name, *it->second);
  lock.v8()->ThrowException(v8::Exception::Error(lock.string("No such built-in module: " + std::string(specifier))));
  return {};
}

v8::MaybeLocal<v8::Value> Builtins::runScript(Lock& lock, v8::Local<v8::Context> context, const std::string& name,
                                              const EmbeddedScript& script) {
  v8::Local<v8::Function> function;
  if (!functionOf(lock, context, script).ToLocal(&function)) return {};
  const auto module = v8::Object::New(lock.v8());
  const auto exports = v8::Object::New(lock.v8());
  set(lock, context, module, "exports", exports);
  loaded_[name].Reset(lock.v8(), exports);  // modules that require each other see what there is so far
  v8::Local<v8::Value> arguments[] = {exports, requireFunction(lock, context), module, natives(lock, context)};
  if (function->Call(context, v8::Undefined(lock.v8()), 4, arguments).IsEmpty()) {
    loaded_.erase(name);
    return {};
  }
  const auto result = get(lock, context, module, "exports");
  loaded_[name].Reset(lock.v8(), result);
  return result;
}

v8::MaybeLocal<v8::Function> Builtins::functionOf(Lock& lock, v8::Local<v8::Context> context,
                                                  const EmbeddedScript& script) {
  if (areHidden()) return get(lock, context, scripts_.Get(lock.v8()), script.name).As<v8::Function>();
  auto resource = std::make_unique<StaticText>(script.text);
  v8::Local<v8::String> text;
  if (!v8::String::NewExternalOneByte(lock.v8(), resource.get()).ToLocal(&text)) return {};
  resource.release();  // V8 deletes it with the string
  v8::ScriptCompiler::Source source(text, v8::ScriptOrigin(lock.name(kOwnScripts)));
  v8::Local<v8::String> parameters[] = {lock.name("exports"), lock.name("require"), lock.name("module"),
                                        lock.name("native")};
  return v8::ScriptCompiler::CompileFunction(context, &source, std::size(parameters), parameters);
}

v8::Local<v8::Function> Builtins::requireFunction(Lock& lock, v8::Local<v8::Context> context) {
  if (require_.IsEmpty()) {
    const Method method{"require", [](const Info& info) {
                          Call call(info);
                          auto& self = *static_cast<Builtins*>(call.bound().As<v8::External>()->Value());
                          call.returns(self.require(call.lock, call.context, call.text(0)));
                        }};
    require_.Reset(lock.v8(), makeFunction(lock, context, method, v8::External::New(lock.v8(), this)));
  }
  return require_.Get(lock.v8());
}

v8::Local<v8::Object> Builtins::natives(Lock& lock, v8::Local<v8::Context> context) {
  if (natives_.IsEmpty()) natives_.Reset(lock.v8(), makeNatives(lock, context));
  return natives_.Get(lock.v8());
}

}  // namespace vmscope::runtime
