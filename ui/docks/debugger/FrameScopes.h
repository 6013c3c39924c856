#pragma once

#include <QObject>

#include "ui/client/Reply.h"
#include "ui/client/RuntimeTypes.h"
#include "ui/docks/values/ValueNode.h"

namespace vmscope::ui {

class EngineSession;
class PauseState;
class ValueTreeModel;

// Fills a tree with what the chosen frame sees: its exception or return value, this, and its scopes; answers what is
// opened and writes what is edited. GUI thread; owned by the debugger dock.
class FrameScopes : public QObject {
  Q_OBJECT

 public:
  FrameScopes(EngineSession& session, ValueTreeModel& tree, QObject* parent = nullptr);

  static QString titleOf(const QString& scopeType, const QString& scopeName);

 signals:
  void failed(const QString& reason);

 private:
  void fill();
  void edit(quint64 request, const QString& expression);
  void write(quint64 request, const Evaluation& value);
  void tellWhetherWritten(quint64 request, const RemoteObject& value, const Reply<Done>& written);

  EngineSession& session_;
  PauseState& state_;
  ValueTreeModel& tree_;
  int firstScopeRow_ = 0;
};

// Lets a tree of values load from the engine what is opened in it.
void connectValues(ValueTreeModel& tree, EngineSession& session);

}  // namespace vmscope::ui
