#pragma once

#include <functional>
#include <memory>
#include <string>

#include "inspector/protocol/Vm.h"
#include "inspector/transport/WebSocketServer.h"

namespace vmscope {

class Target;

/// The door that WebSocket clients come in by: open or closed, where, and who is inside. It says on standard error
/// where it listens, in the words that tools look for. Isolate's thread; owned by the target.
class InspectorPort {
 public:
  explicit InspectorPort(Target& target);
  ~InspectorPort();

  /// Empty, or why it cannot be opened, in one line.
  std::string open(const ListenOptions& options);
  void close();

  bool isOpen() const { return server_ != nullptr; }
  protocol::vm::InspectorState state() const;
  void onChange(std::function<void()> changed) { changed_ = std::move(changed); }

 private:
  Target& target_;
  std::unique_ptr<WebSocketServer> server_;
  bool isExposed_ = false;
  std::function<void()> changed_;
};

}  // namespace vmscope
