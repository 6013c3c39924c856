#pragma once

#include "inspector/Answer.h"
#include "inspector/protocol/Vm.h"

namespace vmscope {

class Target;

/// Asks V8 how much of the heap each context holds, which takes a garbage collection; it answers in a coming turn.
void measureMemory(Target& target, AnswerLater<protocol::vm::MeasureMemoryResult> answer);

}  // namespace vmscope
