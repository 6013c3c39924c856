#pragma once

#include <v8.h>

namespace vmscope {

/// The template of a global object that reads and writes `sandbox`: V8's interceptors on the global of one context.
///
/// As in Node, a value lives on both: the sandbox answers first, and what is stored goes to the sandbox and to the
/// global behind it, so a name that the host deletes from the sandbox falls back to what was last stored from inside.
///
/// Each context has a template of its own, since V8 hands an interceptor the data of its template for nothing, while
/// finding the sandbox by the holder's context takes half as long as the whole look-up in the sandbox.
v8::Local<v8::ObjectTemplate> makeContextifiedGlobal(v8::Isolate* isolate, v8::Local<v8::Object> sandbox);

}  // namespace vmscope
