#pragma once

namespace vmscope {

class Contexts;
class Lock;

/// Takes from the contexts' globals what V8's console functions (keys, values, copy, $_, …) leave there when the
/// evaluation that asked for them is terminated: V8 does not clean up then, and whoever reads such a property reads a
/// stack frame that is gone. To be called on the isolate's thread while no such evaluation is under way.
void removeCommandLineRemains(Lock& lock, const Contexts& contexts);

}  // namespace vmscope
