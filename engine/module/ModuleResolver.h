#pragma once

#include <v8.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "engine/Lock.h"
#include "engine/vm/NodeError.h"

namespace vmscope {

/// An error of resolving or loading, as Node words it.
struct ModuleLoadError {
  ErrorClass type = ErrorClass::Error;
  std::string code;
  std::string message;
  std::string url;  ///< the error's property of that name; empty for none
};

/// The `type` of the package.json that a file belongs to.
enum class PackageType { None, CommonJs, Module };

/// From specifiers to URLs: Node's resolution algorithm of ECMAScript modules, on files.
///
/// On the isolate's thread; owned by the loader. package.json files are read anew each time, since a person edits them
/// while the engine lives.
class ModuleResolver {
 public:
  /// `hasBuiltin` answers for names with or without `node:`.
  explicit ModuleResolver(std::function<bool(std::string_view)> hasBuiltin) : hasBuiltin_(std::move(hasBuiltin)) {}

  using Resolved = std::variant<std::string, ModuleLoadError>;

  /// `referrer` is the importing code's URL or file name; code with neither imports relative to the working folder.
  Resolved resolve(Lock& lock, std::string_view specifier, std::string_view referrer) const;
  PackageType packageType(Lock& lock, const std::string& file) const;

 private:
  struct Package {
    std::string folder;
    v8::Local<v8::Object> config;
  };

  Resolved resolvePackage(Lock& lock, std::string_view specifier, const std::string& importer) const;
  Resolved resolveInPackage(Lock& lock, const Package& package, const std::string& subpath,
                            const std::string& importer) const;
  Resolved resolveImports(Lock& lock, std::string_view specifier, const std::string& importer) const;
  Resolved finish(const std::string& url, const std::string& importer) const;
  std::optional<Package> nearestPackage(Lock& lock, const std::string& file) const;
  std::optional<Package> readPackage(Lock& lock, const std::string& folder) const;

  std::function<bool(std::string_view)> hasBuiltin_;
};

}  // namespace vmscope
