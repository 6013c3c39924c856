#include "inspector/Dispatcher.h"

#include <set>

#include "inspector/Session.h"
#include "inspector/Target.h"

namespace vmscope {
namespace {

// V8's methods that run code of the program.
const std::set<std::string_view> kCodeRunningMethods = {
    "Runtime.evaluate",
    "Runtime.callFunctionOn",
    "Runtime.runScript",
    "Debugger.setScriptSource",
};

}  // namespace

bool Dispatcher::knows(std::string_view method) const {
  return rows_.count(std::string(method)) != 0;
}

Needs Dispatcher::needs(std::string_view method) const {
  if (const auto row = rows_.find(std::string(method)); row != rows_.end()) return row->second.needs;
  return kCodeRunningMethods.count(method) != 0 ? Needs::IdleEngine : Needs::Nothing;
}

void Dispatcher::dispatch(Session& session, const protocol::Request& request) const {
  const auto row = rows_.find(request.method);
  if (row == rows_.end())
    return session.send(protocol::errorText(request.id, protocol::methodNotFound(request.method)));
  if (row->second.needs == Needs::IdleEngine && session.target().moment() == Moment::Paused) {
    return session.send(protocol::errorText(request.id, protocol::refused("JavaScript is paused; resume it first")));
  }
  row->second.handle(session, request, responder(session));
}

// The session is looked up again, since the answer may come when the client has left.
Dispatcher::Respond Dispatcher::responder(Session& session) {
  return [&target = session.target(), id = session.id()](std::string text) {
    if (Session* found = target.findSession(id)) found->send(std::move(text));
  };
}

}  // namespace vmscope
