#include "ui/client/EngineContexts.h"

#include <algorithm>
#include <ranges>

namespace vmscope::ui {

const EngineContext* EngineContexts::find(int id) const {
  const auto found = std::ranges::find(contexts_, id, &EngineContext::id);
  return found == contexts_.end() ? nullptr : &*found;
}

const EngineContext* EngineContexts::findByKey(const QString& key) const {
  const auto newestFirst = std::views::reverse(contexts_);
  const auto found = std::ranges::find_if(newestFirst, [&](const EngineContext& context) {
    return context.key == key && context.life == EngineContext::Life::Live;
  });
  return found == newestFirst.end() ? nullptr : &*found;
}

const EngineContext* EngineContexts::main() const {
  const auto found = std::ranges::find(contexts_, true, &EngineContext::isMain);
  return found == contexts_.end() ? nullptr : &*found;
}

const EngineContext* EngineContexts::firstOfWorkspace() const {
  const auto found = std::ranges::find_if(contexts_, [](const EngineContext& context) {
    return !context.key.isEmpty() && context.life == EngineContext::Life::Live;
  });
  return found == contexts_.end() ? nullptr : &*found;
}

QString EngineContexts::nameOf(int id) const {
  const EngineContext* context = find(id);
  if (context && !context->name.isEmpty()) return context->name;
  return tr("context %1").arg(id);
}

int EngineContexts::colourOf(int id) const {
  const EngineContext* context = find(id);
  return context ? context->colour : -1;
}

void EngineContexts::reserveColour(const QString& key) {
  if (!colours_.contains(key)) colours_.insert(key, static_cast<int>(colours_.size()));
}

void EngineContexts::put(EngineContext context) {
  context.colour = colourFor(context);
  if (EngineContext* known = edit(context.id)) {
    *known = std::move(context);
    emit changed(known->id);
    return;
  }
  const int id = context.id;
  contexts_.push_back(std::move(context));
  emit added(id);
}

void EngineContexts::setLife(int id, EngineContext::Life life) {
  EngineContext* context = edit(id);
  if (!context || context->life == life) return;
  context->life = life;
  if (life != EngineContext::Life::Collected) {
    emit changed(id);
    return;
  }
  std::erase_if(contexts_, [id](const EngineContext& gone) { return gone.id == id; });
  emit removed(id);
}

void EngineContexts::setHeapBytes(int id, qint64 bytes) {
  EngineContext* context = edit(id);
  if (!context || context->heapBytes == bytes) return;
  context->heapBytes = bytes;
  emit changed(id);
}

void EngineContexts::clear() {
  contexts_.clear();
  emit cleared();
}

EngineContext* EngineContexts::edit(int id) {
  return const_cast<EngineContext*>(find(id));
}

int EngineContexts::colourFor(const EngineContext& context) {
  if (context.isMain) return -1;
  const QString identity = context.key.isEmpty() ? context.name : context.key;
  reserveColour(identity);
  return colours_.value(identity);
}

}  // namespace vmscope::ui
