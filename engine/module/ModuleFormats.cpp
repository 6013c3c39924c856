// What the files of a program are and how each becomes a module: the part of ModuleLoader that reads them.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <tuple>

#include "engine/Isolate.h"
#include "engine/module/CommonJsExports.h"
#include "engine/module/ModuleLoader.h"
#include "engine/module/ModuleUrl.h"
#include "engine/module/Modules.h"
#include "engine/module/PackageExports.h"
#include "engine/module/WasmModule.h"
#include "engine/vm/Contexts.h"

namespace vmscope {

namespace {

std::string readFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

std::string textOf(const std::string& url) {
  if (const auto path = moduleUrl::toPath(url)) return readFile(*path);
  const auto data = moduleUrl::parseData(url);
  return data ? data->body : std::string();
}

// The names of an object's own enumerable properties that can be exports.
std::vector<v8::Local<v8::String>> exportNames(const Lock& lock, v8::Local<v8::Context> context,
                                               v8::Local<v8::Value> exports) {
  std::vector<v8::Local<v8::String>> names{lock.name("default")};
  v8::Local<v8::Array> keys;
  if (!exports->IsObject() || !exports.As<v8::Object>()->GetOwnPropertyNames(context).ToLocal(&keys)) return names;
  for (std::uint32_t i = 0; i < keys->Length(); ++i) {
    const auto key = keys->Get(context, i).ToLocalChecked();
    if (key->IsString() && !key->StrictEquals(names[0])) names.push_back(key.As<v8::String>());
  }
  return names;
}

void setExports(Lock& lock, SyntheticModule& module, v8::Local<v8::Context> context, v8::Local<v8::Value> exports,
                const std::vector<v8::Local<v8::String>>& names) {
  module.setExport(lock, lock.name("default"), exports);
  for (std::size_t i = 1; i < names.size(); ++i) {
    v8::Local<v8::Value> value;
    if (exports.As<v8::Object>()->Get(context, names[i]).ToLocal(&value)) module.setExport(lock, names[i], value);
  }
}

// What a parser throws knows no file.
void nameFile(const Lock& lock, v8::Local<v8::Value> value, const std::string& url) {
  if (!value->IsObject()) return;
  const auto error = value.As<v8::Object>();
  const std::string reason = textProperty(lock, error, "message").value_or("");
  const auto message = lock.string(moduleUrl::toPath(url).value_or(url) + ": " + reason);
  std::ignore = error->CreateDataProperty(lock.v8()->GetCurrentContext(), lock.name("message"), message);
}

}  // namespace

ModuleLoader::OrError<ModuleLoader::Format> ModuleLoader::formatOf(Lock& lock, const std::string& url) const {
  if (url.starts_with("node:")) return Format::Builtin;
  if (const auto data = moduleUrl::parseData(url)) {
    if (data->mediaType == "text/javascript" || data->mediaType == "application/javascript") return Format::Module;
    if (data->mediaType == "application/json") return Format::Json;
    return ModuleLoadError{ErrorClass::RangeError, "ERR_UNKNOWN_MODULE_FORMAT",
                           "Unknown module format: " + data->mediaType + " for URL " + url};
  }
  const std::string path = moduleUrl::toPath(url).value_or("");
  const std::string extension = std::filesystem::path(path).extension().string();
  if (extension == ".mjs") return Format::Module;
  if (extension == ".cjs") return Format::CommonJs;
  if (extension == ".json") return Format::Json;
  if (extension == ".wasm") return Format::Wasm;
  if (extension != ".js" && !extension.empty()) {
    return ModuleLoadError{ErrorClass::TypeError, "ERR_UNKNOWN_FILE_EXTENSION",
                           "Unknown file extension \"" + extension + "\" for " + path};
  }
  switch (resolver_.packageType(lock, path)) {
    case PackageType::Module:
      return Format::Module;
    case PackageType::CommonJs:
      return Format::CommonJs;
    case PackageType::None:
      break;
  }
  return hasModuleSyntax(lock, textOf(url)) ? Format::Module : Format::CommonJs;
}

bool ModuleLoader::isModuleFile(Lock& lock, const std::string& path) const {
  const auto format = formatOf(lock, moduleUrl::fromPath(path));
  return std::holds_alternative<Format>(format) && std::get<Format>(format) == Format::Module;
}

// A file that its package says nothing about is an ECMAScript module where it parses as that alone.
bool ModuleLoader::hasModuleSyntax(Lock& lock, const std::string& text) const {
  if (text.find("import") == text.npos && text.find("export") == text.npos && text.find("await") == text.npos)
    return false;
  const auto main = isolate_.contexts().main().v8(lock);
  const v8::Context::Scope scope(main);
  const v8::TryCatch quiet(lock.v8());
  const v8::ScriptOrigin asModule(lock.name("probe"), 0, 0, false, -1, {}, false, false, true);
  v8::ScriptCompiler::Source body(lock.string(text));
  v8::ScriptCompiler::Source module(lock.string(text), asModule);
  v8::Local<v8::String> names[] = {lock.name("exports"), lock.name("require"), lock.name("module"),
                                   lock.name("__filename"), lock.name("__dirname")};
  return v8::ScriptCompiler::CompileFunction(main, &body, std::size(names), names).IsEmpty() &&
         !v8::ScriptCompiler::CompileModule(lock.v8(), &module).IsEmpty();
}

std::optional<ModuleLoadError> ModuleLoader::checkAttributes(const ModuleRequest& request, const std::string& url,
                                                             Format format) {
  std::optional<std::string> type;
  for (const auto& [name, value] : request.attributes) {
    if (name == "type" && value == "json") {
      type = value;
      continue;
    }
    return ModuleLoadError{ErrorClass::TypeError, "ERR_IMPORT_ATTRIBUTE_UNSUPPORTED",
                           "Import attribute \"" + name + "\" with value \"" + value + "\" is not supported in " + url};
  }
  if (format == Format::Json && !type) {
    return ModuleLoadError{ErrorClass::TypeError, "ERR_IMPORT_ATTRIBUTE_MISSING",
                           "Module \"" + url + "\" needs an import attribute of \"type: json\""};
  }
  if (format != Format::Json && type) {
    return ModuleLoadError{ErrorClass::TypeError, "ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE",
                           "Module \"" + url + "\" is not of type \"json\""};
  }
  return {};
}

Module* ModuleLoader::make(Lock& lock, Context& context, const std::string& url, Format format) {
  const auto given = texts_.find(url);
  switch (format) {
    case Format::Module:
      return makeSourceText(lock, context, url, given == texts_.end() ? textOf(url) : given->second);
    case Format::Json:
      return makeJson(lock, context, url, given == texts_.end() ? textOf(url) : given->second);
    case Format::Wasm:
      return makeWasm(lock, context, url);
    case Format::CommonJs:
      return makeCommonJs(lock, context, url);
    case Format::Builtin:
      return makeBuiltin(lock, context, url);
  }
  return nullptr;
}

Module* ModuleLoader::makeSourceText(Lock& lock, Context& context, const std::string& url, const std::string& text) {
  SourceTextOptions options;
  options.identifier = url;
  options.initializeImportMeta = initializeImportMeta_.Get(lock.v8());
  options.imports = SourceTextOptions::Imports::Loader;
  const auto made = isolate_.modules().createSourceText(lock, context, lock.string(text), options);
  if (const auto* thrown = std::get_if<Thrown>(&made)) {
    raise(lock, *thrown);
    return nullptr;
  }
  return std::get<SourceTextModule*>(made);
}

Module* ModuleLoader::makeJson(Lock& lock, Context& context, const std::string& url, const std::string& text) {
  const auto realm = context.v8(lock);
  v8::Local<v8::Value> parsed;
  {
    v8::TryCatch caught(lock.v8());
    if (!v8::JSON::Parse(realm, lock.string(text)).ToLocal(&parsed)) {
      nameFile(lock, caught.Exception(), url);
      caught.ReThrow();
      return nullptr;
    }
  }
  const v8::Local<v8::String> names[] = {lock.name("default")};
  SyntheticModule& module = isolate_.modules().createSynthetic(lock, context, url, names, SyntheticModule::Steps());
  module.setExport(lock, names[0], parsed);
  return &module;
}

// Its exports are known from the bytes; the instance is made at its turn.
Module* ModuleLoader::makeWasm(Lock& lock, Context& context, const std::string& url) {
  v8::Local<v8::Object> source;
  {
    v8::TryCatch caught(lock.v8());
    if (!WasmModule::compile(lock, context, textOf(url)).ToLocal(&source)) {
      if (caught.HasCaught()) nameFile(lock, caught.Exception(), url);
      caught.ReThrow();
      return nullptr;
    }
  }
  const auto names = WasmModule::exportNames(lock, context.v8(lock), source);
  const auto steps = [this, &context, url](Lock& inner, SyntheticModule& module) {
    const auto import = [&](Lock& at, const std::string& specifier) {
      return importForWasm(at, context, specifier, url);
    };
    WasmModule::evaluate(inner, module, module.source(inner).As<v8::Object>(), import);
  };
  SyntheticModule& module = isolate_.modules().createSynthetic(lock, context, url, names, steps);
  module.setSource(lock, source);
  return &module;
}

// A synthetic module has no requests, so what the instance imports is loaded and run just before it is made.
v8::MaybeLocal<v8::Value> ModuleLoader::importForWasm(Lock& lock, Context& context, const std::string& specifier,
                                                      const std::string& importer) {
  const auto resolved = resolver_.resolve(lock, specifier, importer);
  if (const auto* error = std::get_if<ModuleLoadError>(&resolved)) {
    raise(lock, *error);
    return {};
  }
  const auto loaded = load(lock, context, std::get<std::string>(resolved));
  if (const auto* thrown = std::get_if<Thrown>(&loaded)) {
    raise(lock, *thrown);
    return {};
  }
  return evaluatedAtOnce(lock, *std::get<Module*>(loaded));
}

// The exports of a CommonJS module are known only once it has run, which must wait for its turn; so importers name the
// default export, and the names that its text assigns to `exports`.
Module* ModuleLoader::makeCommonJs(Lock& lock, Context& context, const std::string& url) {
  const std::string path = moduleUrl::toPath(url).value_or("");
  std::vector<v8::Local<v8::String>> names{lock.name("default"), lock.name("module.exports")};
  const auto assigned = assignedExports(readFile(path));
  for (const auto& name : assigned) names.push_back(lock.name(name));
  const auto steps = [this, path, assigned](Lock& inner, SyntheticModule& module) {
    const auto main = isolate_.contexts().main().v8(inner);
    v8::Local<v8::Value> exports;
    if (!host_.requireFile(inner, path).ToLocal(&exports)) return;
    module.setExport(inner, inner.name("default"), exports);
    module.setExport(inner, inner.name("module.exports"), exports);
    for (const auto& name : assigned) {
      v8::Local<v8::Value> value;
      if (exports->IsObject() && exports.As<v8::Object>()->Get(main, inner.name(name)).ToLocal(&value))
        module.setExport(inner, inner.name(name), value);
    }
  };
  return &isolate_.modules().createSynthetic(lock, context, url, names, steps);
}

Module* ModuleLoader::makeBuiltin(Lock& lock, Context& context, const std::string& url) {
  const auto main = isolate_.contexts().main().v8(lock);
  v8::Local<v8::Value> exports;
  if (!host_.requireBuiltin(lock, std::string_view(url).substr(5)).ToLocal(&exports)) return nullptr;
  const auto names = exportNames(lock, main, exports);
  SyntheticModule& module = isolate_.modules().createSynthetic(lock, context, url, names, SyntheticModule::Steps());
  setExports(lock, module, main, exports, names);
  return &module;
}

void ModuleLoader::initializeImportMeta(const v8::FunctionCallbackInfo<v8::Value>& info) {
  const Lock lock(Isolate::from(info.GetIsolate()));
  const auto* loader = static_cast<ModuleLoader*>(info.Data().As<v8::External>()->Value());
  const Module* module = lock.isolate().modules().of(lock, info[1]);
  const auto context = lock.v8()->GetCurrentContext();
  const auto meta = info[0].As<v8::Object>();
  const auto set = [&](std::string_view name, v8::Local<v8::Value> value) {
    meta->CreateDataProperty(context, lock.name(name), value).Check();
  };
  const std::string& url = module->identifier();
  if (const auto path = moduleUrl::toPath(url)) {
    set("dirname", lock.string(std::filesystem::path(*path).parent_path().string()));
    set("filename", lock.string(*path));
  }
  set("main", v8::Boolean::New(lock.v8(), module->id() == loader->mainId_));
  v8::Local<v8::Value> data[] = {info.Data(), lock.string(url)};
  v8::Local<v8::Function> resolve;
  if (!v8::Function::New(context, &resolveForImportMeta, v8::Array::New(lock.v8(), data, 2), 1,
                         v8::ConstructorBehavior::kThrow)
           .ToLocal(&resolve)) {
    return;
  }
  resolve->SetName(lock.name("resolve"));
  set("resolve", resolve);
  set("url", lock.string(url));
}

void ModuleLoader::resolveForImportMeta(const v8::FunctionCallbackInfo<v8::Value>& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  const auto context = lock.v8()->GetCurrentContext();
  const auto data = info.Data().As<v8::Array>();
  const auto* loader = static_cast<ModuleLoader*>(data->Get(context, 0).ToLocalChecked().As<v8::External>()->Value());
  v8::Local<v8::String> specifier;
  if (!info[0]->ToString(context).ToLocal(&specifier)) return;
  const auto resolved =
      loader->resolver_.resolve(lock, lock.text(specifier), lock.text(data->Get(context, 1).ToLocalChecked()));
  if (const auto* url = std::get_if<std::string>(&resolved)) return info.GetReturnValue().Set(lock.string(*url));
  // A file need not exist to have a URL.
  const auto& error = std::get<ModuleLoadError>(resolved);
  if (!error.url.empty()) return info.GetReturnValue().Set(lock.string(error.url));
  loader->raise(lock, error);
}

}  // namespace vmscope
