#pragma once

#include <v8.h>

#include <map>
#include <string>

#include "engine/Completion.h"
#include "engine/Lock.h"
#include "inspector/protocol/Runtime.h"

namespace vmscope {

class Session;

/// How a value is handed to a client.
struct WrapOptions {
  std::string objectGroup;
  enum class Preview { No, Yes };
  Preview preview = Preview::No;
};

/// Turns values and exceptions into what Runtime calls RemoteObject and ExceptionDetails, for one session. V8's headers
/// as packaged offer no call for that, so an object is put into a holder that V8 has given an id, and V8 is asked for
/// the holder's properties. Isolate's thread; owned by the session.
class RemoteValues {
 public:
  explicit RemoteValues(Session& session) : session_(session) {}

  protocol::runtime::RemoteObject wrap(Lock& lock, v8::Local<v8::Value> value, const WrapOptions& options);
  protocol::runtime::ExceptionDetails wrap(Lock& lock, v8::Local<v8::Context> context, const Thrown& thrown,
                                           const WrapOptions& options);

 private:
  // An object that V8's remote objects of one group can reach by an id.
  struct Holder {
    v8::Global<v8::Object> object;
    std::string objectId;
  };

  protocol::runtime::RemoteObject wrapObject(Lock& lock, v8::Local<v8::Value> value, const WrapOptions& options);
  bool ask(Lock& lock, const Holder& holder, const WrapOptions& options, protocol::runtime::RemoteObject& result);
  Holder& makeHolder(Lock& lock, const std::string& objectGroup);

  Session& session_;
  std::map<std::string, Holder> holders_;
  int lastExceptionId_ = 0;
};

/// The frames of V8's stack trace, innermost first.
protocol::runtime::StackTrace describeStack(Lock& lock, v8::Local<v8::StackTrace> stack);

}  // namespace vmscope
