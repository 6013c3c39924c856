#pragma once

#include <vector>

#include "engine/Lock.h"
#include "inspector/protocol/Vm.h"

namespace vmscope {

class Context;

/// The shortest path of strong references from the roots of the heap to a context's global object; empty where nothing
/// but the engine's own bookkeeping leads there. Takes two heap snapshots: the first gives the object a number.
std::vector<protocol::vm::Retainer> findRetainers(v8::Isolate* isolate, const Context& context);

}  // namespace vmscope
