#include "engine/module/ModuleResolver.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "engine/Isolate.h"
#include "engine/module/ModuleUrl.h"
#include "engine/module/PackageExports.h"
#include "engine/vm/Contexts.h"

namespace vmscope {

namespace fs = std::filesystem;

namespace {

std::string baseUrl(std::string_view referrer) {
  if (referrer.starts_with('/')) return moduleUrl::fromPath(referrer);
  if (!moduleUrl::protocol(referrer).empty()) return std::string(referrer);
  return moduleUrl::fromPath(fs::current_path().string() + "/");
}

bool isRelative(std::string_view specifier) {
  return specifier.starts_with("./") || specifier.starts_with("../") || specifier.starts_with('/') ||
         specifier == "." || specifier == "..";
}

bool isFile(const std::string& path) {
  std::error_code failed;
  return fs::is_regular_file(path, failed);
}

ModuleLoadError notFound(const std::string& what, const std::string& importer, std::string url = {}) {
  return {ErrorClass::Error, "ERR_MODULE_NOT_FOUND", "Cannot find " + what + " imported from " + importer,
          std::move(url)};
}

// "@scope/name/sub/path" is the package "@scope/name" and its subpath "./sub/path".
std::pair<std::string, std::string> splitPackage(std::string_view specifier) {
  auto slash = specifier.find('/');
  if (specifier.starts_with('@') && slash != specifier.npos) slash = specifier.find('/', slash + 1);
  if (slash == specifier.npos) return {std::string(specifier), "."};
  return {std::string(specifier.substr(0, slash)), "." + std::string(specifier.substr(slash))};
}

}  // namespace

ModuleResolver::Resolved ModuleResolver::resolve(Lock& lock, std::string_view specifier,
                                                 std::string_view referrer) const {
  const std::string base = baseUrl(referrer);
  const std::string importer = moduleUrl::toPath(base).value_or(base);
  if (isRelative(specifier)) {
    if (const auto url = moduleUrl::resolve(specifier, base)) return finish(*url, importer);
    return ModuleLoadError{ErrorClass::TypeError, "ERR_UNSUPPORTED_RESOLVE_REQUEST",
                           "Failed to resolve module specifier \"" + std::string(specifier) + "\" from \"" + base +
                               "\": Invalid relative URL or base scheme is not hierarchical."};
  }
  if (specifier.starts_with('#')) return resolveImports(lock, specifier, importer);
  if (const auto url = moduleUrl::parse(specifier)) return finish(*url, importer);
  if (hasBuiltin_(specifier)) return "node:" + std::string(specifier);
  return resolvePackage(lock, specifier, importer);
}

ModuleResolver::Resolved ModuleResolver::finish(const std::string& url, const std::string& importer) const {
  const std::string protocol = moduleUrl::protocol(url);
  if (protocol == "node:") {
    if (hasBuiltin_(url)) return url;
    return ModuleLoadError{ErrorClass::Error, "ERR_UNKNOWN_BUILTIN_MODULE", "No such built-in module: " + url};
  }
  if (protocol == "data:") return url;
  const auto path = moduleUrl::toPath(url);
  if (!path) {
    return ModuleLoadError{ErrorClass::Error, "ERR_UNSUPPORTED_ESM_URL_SCHEME",
                           "Only URLs with a scheme in: file and data are supported by the default ESM loader. "
                           "Received protocol '" +
                               protocol + "'"};
  }
  if (url.find("%2f") != url.npos || url.find("%2F") != url.npos || url.find("%5c") != url.npos ||
      url.find("%5C") != url.npos) {
    return ModuleLoadError{ErrorClass::TypeError, "ERR_INVALID_MODULE_SPECIFIER",
                           "Invalid module \"" + url.substr(std::string_view("file://").size()) +
                               "\" must not include encoded \"/\" or \"\\\" characters imported from " + importer};
  }
  std::error_code failed;
  if (fs::is_directory(*path, failed)) {
    return ModuleLoadError{
        ErrorClass::Error, "ERR_UNSUPPORTED_DIR_IMPORT",
        "Directory import '" + *path + "' is not supported resolving ES modules imported from " + importer, url};
  }
  if (!fs::exists(*path, failed)) return notFound("module '" + *path + "'", importer, url);
  return moduleUrl::fromPath(fs::canonical(*path, failed).string()) + moduleUrl::afterPath(url);
}

ModuleResolver::Resolved ModuleResolver::resolvePackage(Lock& lock, std::string_view specifier,
                                                        const std::string& importer) const {
  const auto [name, subpath] = splitPackage(specifier);
  const auto own = nearestPackage(lock, importer);
  if (own && textProperty(lock, own->config, "name") == name &&
      !ownProperty(lock, own->config, "exports")->IsNullOrUndefined())
    return resolveInPackage(lock, *own, subpath, importer);
  for (fs::path folder = fs::path(importer).parent_path();; folder = folder.parent_path()) {
    const fs::path found = folder / "node_modules" / name;
    std::error_code failed;
    if (folder.filename() != "node_modules" && fs::is_directory(found, failed)) {
      const auto package = readPackage(lock, found.string());
      return resolveInPackage(lock, package.value_or(Package{found.string(), v8::Object::New(lock.v8())}), subpath,
                              importer);
    }
    if (folder == folder.parent_path()) break;
  }
  return notFound("package '" + name + "'", importer);
}

ModuleResolver::Resolved ModuleResolver::resolveInPackage(Lock& lock, const Package& package,
                                                          const std::string& subpath,
                                                          const std::string& importer) const {
  const auto exports = ownProperty(lock, package.config, "exports");
  if (!exports->IsNullOrUndefined()) {
    if (const auto target = mappedTarget(lock, exports, subpath))
      return finish(moduleUrl::fromPath((fs::path(package.folder) / *target).lexically_normal().string()), importer);
    const std::string file = package.folder + "/package.json imported from " + importer;
    return ModuleLoadError{ErrorClass::Error, "ERR_PACKAGE_PATH_NOT_EXPORTED",
                           subpath == "."
                               ? "No \"exports\" main defined in " + file
                               : "Package subpath '" + subpath + "' is not defined by \"exports\" in " + file};
  }
  const fs::path folder = package.folder;
  if (subpath != ".") return finish(moduleUrl::fromPath((folder / subpath).lexically_normal().string()), importer);
  const std::string main = textProperty(lock, package.config, "main").value_or("");
  const std::string tries[] = {main, main + ".js", main + ".json", main + "/index.js", "index.js", "index.json"};
  for (const auto& name : tries) {
    const std::string path = (folder / name).lexically_normal().string();
    if (!name.empty() && isFile(path)) return finish(moduleUrl::fromPath(path), importer);
  }
  return notFound("package '" + package.folder + "'", importer);
}

ModuleResolver::Resolved ModuleResolver::resolveImports(Lock& lock, std::string_view specifier,
                                                        const std::string& importer) const {
  const auto own = nearestPackage(lock, importer);
  if (own) {
    const auto target = mappedTarget(lock, ownProperty(lock, own->config, "imports"), specifier);
    if (target && target->starts_with("./"))
      return finish(moduleUrl::fromPath((fs::path(own->folder) / *target).lexically_normal().string()), importer);
    if (target) return resolve(lock, *target, own->folder + "/");
  }
  const std::string in = own ? " in package " + own->folder + "/package.json" : "";
  return ModuleLoadError{
      ErrorClass::TypeError, "ERR_PACKAGE_IMPORT_NOT_DEFINED",
      "Package import specifier \"" + std::string(specifier) + "\" is not defined" + in + " imported from " + importer};
}

PackageType ModuleResolver::packageType(Lock& lock, const std::string& file) const {
  const auto package = nearestPackage(lock, file);
  const auto type = package ? textProperty(lock, package->config, "type") : std::nullopt;
  if (type == "module") return PackageType::Module;
  return type == "commonjs" ? PackageType::CommonJs : PackageType::None;
}

std::optional<ModuleResolver::Package> ModuleResolver::nearestPackage(Lock& lock, const std::string& file) const {
  for (fs::path folder = fs::path(file).parent_path();; folder = folder.parent_path()) {
    if (folder.filename() != "node_modules") {
      if (auto package = readPackage(lock, folder.string())) return package;
    }
    if (folder == folder.parent_path()) return {};
  }
}

std::optional<ModuleResolver::Package> ModuleResolver::readPackage(Lock& lock, const std::string& folder) const {
  std::ifstream file(folder + "/package.json", std::ios::binary);
  if (!file) return {};
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto main = lock.isolate().contexts().main().v8(lock);
  const v8::TryCatch quiet(lock.v8());
  v8::Local<v8::Value> parsed;
  if (!v8::JSON::Parse(main, lock.string(text)).ToLocal(&parsed) || !parsed->IsObject()) return {};
  return Package{folder, parsed.As<v8::Object>()};
}

}  // namespace vmscope
