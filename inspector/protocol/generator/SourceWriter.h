#pragma once

#include <ostream>

#include "inspector/protocol/generator/Description.h"

namespace vmscope::generator {

/// Writes the functions that read and write the structs of one domain.
void writeSource(const Domain& domain, std::ostream& out);

/// Writes the function that gives the whole description, as /json/protocol serves it.
void writeDescription(const nlohmann::ordered_json& domains, std::ostream& out);

}  // namespace vmscope::generator
