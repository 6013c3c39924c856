#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace vmscope::ui {

// What a bracket opened.
enum class Bracket : std::uint8_t {
  Root,
  Block,         // { of statements, of a body
  Literal,       // { of an object
  Square,        // [
  Parenthesis,   // (
  Condition,     // ( after if, while, for and with: a statement follows its )
  Template,      // `
  Substitution,  // ${ in a template
};

// Stacks of open brackets as plain numbers: each distinct stack exists once and shares its lower part with others, so
// that the state of every line of a long file is one integer. Not thread-safe.
class ScopeStacks {
 public:
  using Stack = std::uint32_t;
  static constexpr Stack kEmpty = 0;

  ScopeStacks() : nodes_{{kEmpty, Bracket::Root, 0}} {}

  Stack push(Stack stack, Bracket scope);
  Stack pop(Stack stack) const { return nodes_[stack].below; }
  Bracket top(Stack stack) const { return nodes_[stack].scope; }
  int depth(Stack stack) const { return nodes_[stack].depth; }

 private:
  struct Node {
    Stack below;
    Bracket scope;
    int depth;
  };
  std::vector<Node> nodes_;
  std::unordered_map<std::uint64_t, Stack> known_;
};

}  // namespace vmscope::ui
