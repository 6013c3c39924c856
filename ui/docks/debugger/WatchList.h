#pragma once

#include <QObject>

#include "ui/client/RuntimeTypes.h"

namespace vmscope::ui {

class Evaluator;
class ValueTreeModel;
class Workbench;

// Keeps a tree with the workspace's watch expressions and their values in the chosen frame, or else in the current
// context, where only what has no side effect is evaluated. GUI thread; owned by the debugger dock.
class WatchList : public QObject {
  Q_OBJECT

 public:
  WatchList(Workbench& workbench, ValueTreeModel& tree, QObject* parent = nullptr);

  void add(const QString& expression);
  void remove(int row);
  void evaluate();

 private:
  void rename(int row, const QString& expression);
  void fill();
  void show(quint64 round, int row, const Evaluation& value);

  Workbench& workbench_;
  ValueTreeModel& tree_;
  Evaluator* evaluator_;
  quint64 round_ = 0;  // answers of earlier rounds come too late
};

}  // namespace vmscope::ui
