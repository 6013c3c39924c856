#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/docks/console/ConsoleModel.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace vmscope::ui {

class ConsoleInput;
class ConsoleView;
class DockBar;
class DockHint;
class Evaluator;
class Workbench;

// The console: one stream of all contexts with a filter above it and an input line for one context below it.
// GUI thread; owned by the window's dock.
class ConsoleDock : public QWidget {
  Q_OBJECT

 public:
  explicit ConsoleDock(Workbench& workbench, QWidget* parent = nullptr);

  ConsoleModel& model() { return *model_; }
  ConsoleInput& input() { return *input_; }
  ConsoleView& view() { return *view_; }

 private:
  QWidget* makeFilterBar();
  QWidget* makeInputBar();
  QToolButton* makeLevelButton();
  void addClearButton(DockBar& bar);
  void connectInput();
  void connectContexts();
  void fillContexts();
  void chooseContext(int executionContextId);
  void run(const QString& expression);
  void showPreview(const QString& expression, const RemoteObject& value);
  void updateFilter();
  void updateCounts();
  void updateFrame();

  Workbench& workbench_;
  ConsoleModel* model_;
  Evaluator* evaluator_;
  ConsoleView* view_ = nullptr;
  ConsoleInput* input_ = nullptr;
  QComboBox* contextFilter_ = nullptr;
  QComboBox* target_ = nullptr;
  QLineEdit* words_ = nullptr;
  QLabel* counts_ = nullptr;
  QLabel* preview_ = nullptr;
  QLabel* frame_ = nullptr;
  DockHint* empty_ = nullptr;
  QTimer previewDelay_;
  ConsoleFilter filter_;
};

}  // namespace vmscope::ui
