#pragma once

#include <v8.h>

#include "engine/runtime/Bindings.h"

namespace vmscope::runtime {

/// The web's structuredClone(value, { transfer }), by V8's serializer; what cannot be cloned throws a DataCloneError.
void structuredClone(const Info& info);

}  // namespace vmscope::runtime
