#include "ui/editor/javascript/ScopeStacks.h"

namespace vmscope::ui {

ScopeStacks::Stack ScopeStacks::push(Stack stack, Bracket scope) {
  const std::uint64_t key = (std::uint64_t{stack} << 8) | static_cast<std::uint8_t>(scope);
  const auto [entry, isNew] = known_.try_emplace(key, static_cast<Stack>(nodes_.size()));
  if (isNew) nodes_.push_back({stack, scope, depth(stack) + 1});
  return entry->second;
}

}  // namespace vmscope::ui
