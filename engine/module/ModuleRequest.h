#pragma once

#include <string>
#include <utility>
#include <vector>

namespace vmscope {

/// What an import asks for: the module's evaluated exports, or its source object.
enum class ImportPhase { Evaluation, Source };

/// One import of a module, in source order (ECMA-262 ModuleRequest Record). Plain data.
struct ModuleRequest {
  std::string specifier;
  std::vector<std::pair<std::string, std::string>> attributes;  ///< in source order
  ImportPhase phase = ImportPhase::Evaluation;
  int line = 0;    ///< 0-based, where the first import of it stands
  int column = 0;  ///< 0-based
};

}  // namespace vmscope
