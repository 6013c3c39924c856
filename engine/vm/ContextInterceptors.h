#pragma once

#include <v8.h>

namespace vmscope {

/// What makes a context's global object read and write a sandbox object: V8's interceptors on the global.
///
/// As in Node, a value lives on both: the sandbox answers first, and what is stored goes to the sandbox and to the
/// global behind it, so a name that the host deletes from the sandbox falls back to what was last stored from inside.
/// The sandbox is found in the context's embedder data; a context without one behaves as if there were no interceptors.
v8::Local<v8::ObjectTemplate> makeContextifiedGlobal(v8::Isolate* isolate);

}  // namespace vmscope
