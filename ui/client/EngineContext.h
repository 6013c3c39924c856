#pragma once

#include <QString>
#include <QtGlobal>
#include <optional>
#include <vector>

namespace vmscope::ui {

// What to ask of an engine so that a context exists in it; the same recipe serves every fresh engine.
struct ContextRecipe {
  enum class Globals { Contextified, Vanilla };
  enum class Queue { Shared, Own };

  QString key;  // how the workspace refers to the context; never changes
  QString name;
  QString origin;
  Globals globals = Globals::Contextified;
  Queue queue = Queue::Shared;
  bool allowsStrings = true;  // codeGeneration.strings: eval and new Function
  bool allowsWasm = true;     // codeGeneration.wasm
  QString contextObject;      // source of an expression; empty for a fresh object

  bool operator==(const ContextRecipe&) const = default;
};

// One context of the running engine, as the engine last described it.
struct EngineContext {
  enum class Life { Live, Disposed, Collected };

  int id = 0;  // executionContextId
  QString uniqueId;
  QString name;
  QString origin;
  int queueId = 0;
  bool isMain = false;
  bool hasOwnQueue = false;
  bool isContextified = true;
  Life life = Life::Live;
  QString key;      // of the recipe it was made from; empty for contexts that a program made
  int colour = -1;  // index into the theme's context colours; -1 for the main context
  std::optional<qint64> heapBytes;
};

}  // namespace vmscope::ui
