#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QTabWidget;

namespace vmscope::ui {

class BreakpointBinder;
class BreakpointModel;
class CallStackModel;
class DebugActions;
class FrameScopes;
class PauseState;
class ValueTreeModel;
class ValueTreeView;
class WatchList;
class Workbench;

// Where the engine is paused: call stack, scopes, watch expressions and breakpoints. GUI thread; owned by the window's
// dock.
class DebuggerDock : public QWidget {
  Q_OBJECT

 public:
  explicit DebuggerDock(Workbench& workbench, QWidget* parent = nullptr);
  ~DebuggerDock() override;

  QListView& stack() { return *stack_; }
  ValueTreeView& scopes() { return *scopes_; }
  ValueTreeView& watches() { return *watches_; }
  QListView& breakpoints() { return *breakpoints_; }
  QTabWidget& pages() { return *pages_; }

 private:
  QWidget* makeBar();
  QComboBox* makeExceptionsChoice(QWidget* bar);
  QWidget* makeStack();
  QWidget* makePages();
  QWidget* makeWatchPage();
  QListView* makeBreakpointsPage();
  void connectPause();
  void showPause();
  void showFrame();
  void goTo(int stackRow);
  QString pauseSentence() const;

  Workbench& workbench_;
  PauseState& state_;
  BreakpointBinder* binder_;
  DebugActions* actions_;
  CallStackModel* frames_;
  ValueTreeModel* scopeTree_;
  ValueTreeModel* watchTree_;
  BreakpointModel* breakpointRows_;
  FrameScopes* frameScopes_;
  WatchList* watchList_;
  QListView* stack_ = nullptr;
  QTabWidget* pages_ = nullptr;
  ValueTreeView* scopes_ = nullptr;
  ValueTreeView* watches_ = nullptr;
  QListView* breakpoints_ = nullptr;
  QLabel* sentence_ = nullptr;
};

}  // namespace vmscope::ui
