#pragma once

#include <QObject>
#include <memory>

#include "ui/client/RuntimeTypes.h"
#include "ui/editor/Completion.h"

namespace vmscope::ui {

class LiveContext;

// Completes from the text itself at once, and then from the living context: its globals, lexical names, the properties
// of objects, the exports of modules. It never calls anything in the program: V8 refuses what could have a side effect.
// GUI thread; the live context outlives it.
class LiveCompletion : public QObject, public CompletionSource {
  Q_OBJECT

 public:
  LiveCompletion(LiveContext& live, QObject* parent) : QObject(parent), live_(live) {}

  void complete(const Document& document, const CompletionQuery& query, QObject* receiver, Answer answer) override;

 private:
  class Gathering;
  using Shared = std::shared_ptr<Gathering>;  // shared by the calls that are under way
  // How many prototypes away from the first object a look has come, and how many it goes at most.
  struct Reach {
    int come = 0;
    int most = 0;
  };

  void gatherNames(const Document& document, qsizetype cursor, const Shared& gathering);
  void gatherMembers(const Document& document, const QString& object, const Shared& gathering);
  void gatherExports(const Document& document, const QString& specifier, const Shared& gathering);
  void gatherSpecifiers(const Document& document, const Shared& gathering);
  void gatherProperties(const QString& objectId, const Shared& gathering, Reach reach);
  void gatherEvaluated(const QString& expression, const Document& document, const Shared& gathering);

  LiveContext& live_;
};

}  // namespace vmscope::ui
