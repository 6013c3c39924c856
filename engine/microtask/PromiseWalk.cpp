#include "engine/microtask/PromiseWalk.h"

#include <algorithm>
#include <set>

namespace vmscope {

using heap::field;
using heap::isObject;
using heap::Word;

std::vector<Word> PromiseWalk::waitingFor(Word promise, std::size_t most) const {
  std::vector<Word> handlers;
  std::vector<Word> promises{promise};
  std::set<Word> seen{promise};
  for (std::size_t i = 0; i < promises.size() && handlers.size() < most; ++i) {
    std::vector<Word> reactions;
    addReactions(promises[i], reactions);
    for (const Word reaction : reactions) {
      if (handlers.size() == most) break;
      const Word handler = field(reaction, layout_.pending.handler);
      handlers.push_back(handler);
      const Word next = settledByHandler(handler, layout_.promiseOf(reaction, layout_.pending.promise));
      if (next != 0 && seen.insert(next).second) promises.push_back(next);
    }
  }
  return handlers;
}

// V8 keeps the newest reaction first.
void PromiseWalk::addReactions(Word promise, std::vector<Word>& reactions) const {
  for (Word reaction = field(promise, layout_.pending.reactions);
       isObject(reaction) && heap::instanceType(reaction) == layout_.pending.reactionType;
       reaction = field(reaction, layout_.pending.next)) {
    reactions.push_back(reaction);
  }
  std::reverse(reactions.begin(), reactions.end());
}

Word PromiseWalk::settledBy(Word job) const {
  const auto shape = layout_.shapeOf(heap::instanceType(job));
  if (shape == JobShape::Thenable) return field(job, layout_.thenable.promise);
  if (shape != JobShape::Fulfill && shape != JobShape::Reject) return 0;
  return settledByHandler(field(job, layout_.reaction.handler), layout_.promiseOf(job, layout_.reaction.promise));
}

// An await settles nothing by itself; in the end, the promise of its async function.
Word PromiseWalk::settledByHandler(Word handler, Word promise) const {
  if (!isObject(handler) || heap::instanceType(handler) != layout_.function.instanceType) return promise;
  const BuiltinHandler builtin = builtins_.recognize(field(handler, layout_.function.shared));
  const bool isAsyncFunction = builtin == BuiltinHandler::AwaitFulfilled || builtin == BuiltinHandler::AwaitRejected;
  if (!isAsyncFunction) return promise;
  return field(field(field(handler, layout_.function.context), layout_.awaitGenerator), layout_.generator.promise);
}

}  // namespace vmscope
