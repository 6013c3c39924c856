#pragma once

#include "inspector/Answer.h"
#include "inspector/protocol/Vm.h"

namespace vmscope {

class Target;

/// Asks V8 how much of the heap each context holds; it answers after the next garbage collection, which it starts.
void measureMemory(Target& target, AnswerLater<protocol::vm::MeasureMemoryResult> answer);

}  // namespace vmscope
