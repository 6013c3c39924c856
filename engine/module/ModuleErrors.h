#pragma once

#include <v8.h>

#include <string_view>

#include "engine/Completion.h"
#include "engine/Lock.h"
#include "engine/vm/RunLimits.h"

namespace vmscope {
class Module;
}

/// The errors of `node:vm` about modules, with Node's codes and words; made in the main realm.
namespace vmscope::moduleError {

/// As a throw completion.
Thrown thrown(Lock& lock, v8::Local<v8::Value> error);

v8::Local<v8::Object> status(Lock& lock, std::string_view must);  ///< "must be unlinked"
v8::Local<v8::Object> alreadyLinked(Lock& lock);
v8::Local<v8::Object> notLinked(Lock& lock);
v8::Local<v8::Object> notModule(Lock& lock);
v8::Local<v8::Object> differentContext(Lock& lock);
v8::Local<v8::Object> erroredRequest(Lock& lock, v8::Local<v8::String> specifier, v8::Local<v8::Value> cause);
v8::Local<v8::Object> unlinkedRequest(Lock& lock, v8::Local<v8::String> specifier, const Module& module);
v8::Local<v8::Object> linkMismatch(Lock& lock, std::string_view message);
v8::Local<v8::Object> noSource(Lock& lock, const Module& module);
v8::Local<v8::Object> cachedDataRejected(Lock& lock);
v8::Local<v8::Object> noCachedData(Lock& lock);
v8::Local<v8::Value> terminated(Lock& lock, TerminationReason reason, const RunOptions& options);
v8::Local<v8::Object> missingImportCallback(Lock& lock);

}  // namespace vmscope::moduleError
