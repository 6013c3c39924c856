#pragma once

namespace vmscope {

class Context;
class Lock;

/// Makes the properties of the context's global that the engine makes when they are first read. Making one runs code of
/// the engine's own, which V8 would take for a side effect of whatever read it. To be called on the isolate's thread.
void makeLazyGlobals(Lock& lock, Context& context);

}  // namespace vmscope
