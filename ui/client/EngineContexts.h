#pragma once

#include <QHash>
#include <QObject>

#include "ui/client/EngineContext.h"

namespace vmscope::ui {

// The contexts of the running engine in the order of their creation; one that was disposed stays until it has been
// freed. GUI thread; owned by the engine session, which alone changes it.
class EngineContexts : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  const std::vector<EngineContext>& all() const { return contexts_; }
  const EngineContext* find(int id) const;
  const EngineContext* findByKey(const QString& key) const;  // the newest live one
  const EngineContext* main() const;
  const EngineContext* firstOfWorkspace() const;  // the oldest live one that was made from a recipe
  // The name to show: never empty.
  QString nameOf(int id) const;
  int colourOf(int id) const;

  // Colours go to recipes in their order, whichever context is made first.
  void reserveColour(const QString& key);

  void put(EngineContext context);
  void setLife(int id, EngineContext::Life life);
  void setHeapBytes(int id, qint64 bytes);
  void clear();

 signals:
  void added(int id);
  void changed(int id);
  void removed(int id);
  void cleared();

 private:
  EngineContext* edit(int id);
  int colourFor(const EngineContext& context);

  std::vector<EngineContext> contexts_;
  QHash<QString, int> colours_;  // by key or name, so that a fresh engine's contexts keep their colours
};

}  // namespace vmscope::ui
