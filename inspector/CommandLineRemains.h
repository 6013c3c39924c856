#pragma once

namespace vmscope {

class Contexts;
class Lock;

/// The name by which a program's console finds `require`, where `TargetOptions` gives one.
inline constexpr const char* kRequireName = "require";

enum class CommandLineNames { OfV8, AndRequire };

/// Takes from the contexts' globals what V8's console functions (keys, values, copy, $_, …) leave there when the
/// evaluation that asked for them is terminated: V8 does not clean up then, and whoever reads such a property reads a
/// stack frame that is gone. To be called on the isolate's thread while no such evaluation is under way.
void removeCommandLineRemains(Lock& lock, const Contexts& contexts, CommandLineNames names);

}  // namespace vmscope
