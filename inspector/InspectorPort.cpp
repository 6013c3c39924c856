#include "inspector/InspectorPort.h"

#include <cstdio>

#include "inspector/Session.h"
#include "inspector/Target.h"
#include "inspector/transport/AccessRule.h"

namespace vmscope {

InspectorPort::InspectorPort(Target& target) : target_(target) {}

InspectorPort::~InspectorPort() {
  close();
}

std::string InspectorPort::open(const ListenOptions& options) {
  if (isOpen()) return "the inspector listens already, on " + server_->authority();
  const TargetOptions& about = target_.options();
  auto server = std::make_unique<WebSocketServer>(
      DiscoveryEndpoint({randomUuid(), about.title, about.url, about.version}), target_.inbox(), about.limits);
  if (std::string problem = server->listen(options); !problem.empty()) return problem;
  server_ = std::move(server);
  isExposed_ = isIpAddress(options.host) && !isLoopbackAddress(options.host);
  std::fprintf(stderr, "Debugger listening on %s\n", server_->endpoint().webSocketUrl(server_->authority()).c_str());
  if (isExposed_)
    std::fputs("Warning: other machines can reach this address, and whoever does can run anything here.\n", stderr);
  if (changed_) changed_();
  return {};
}

void InspectorPort::close() {
  if (!isOpen()) return;
  std::fprintf(stderr, "Debugger ending on %s\n", server_->endpoint().webSocketUrl(server_->authority()).c_str());
  server_.reset();
  isExposed_ = false;
  if (changed_) changed_();
}

protocol::vm::InspectorState InspectorPort::state() const {
  protocol::vm::InspectorState state;
  state.listening = isOpen();
  state.exposed = isExposed_;
  if (isOpen()) {
    const std::string authority = server_->authority();
    state.url = server_->endpoint().webSocketUrl(authority);
    state.devtoolsFrontendUrl = server_->endpoint().devtoolsFrontendUrl(authority);
    state.listUrl = "http://" + authority + "/json/list";
  }
  target_.forEachSession([&state](Session& session) {
    if (session.via() != Arrival::Via::WebSocket) return;
    state.clients.push_back({session.id(), session.address(), session.attachedAt()});
  });
  return state;
}

}  // namespace vmscope
