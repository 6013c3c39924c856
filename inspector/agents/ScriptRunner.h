#pragma once

#include "inspector/Answer.h"
#include "inspector/protocol/Vm.h"

namespace vmscope {

class Context;
class Session;

/// Runs a script in a context for a client, with the checkpoint that ends the turn, and says what came of it.
protocol::vm::RunScriptResult runScript(Session& session, Context& context,
                                        const protocol::vm::RunScriptParams& params);

/// What keeps a source from compiling. No client with a debugger hears of it.
std::vector<protocol::vm::CompileProblem> findCompileProblems(Session& session,
                                                              const protocol::vm::CompileCheckParams& params);

/// The lines of a source that has not run where V8's debugger could stop it. No client hears of the compilation.
Answer<protocol::vm::FindStopLinesResult> findStopLines(Session& session,
                                                        const protocol::vm::FindStopLinesParams& params);

}  // namespace vmscope
