#pragma once

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace vmscope::ui {

class Workbench;

// Answers "why is it still alive?": the path by which the heap's roots reach a context, asked of the engine.
// GUI thread; deletes itself when closed.
class RetainersDialog : public QDialog {
  Q_OBJECT

 public:
  RetainersDialog(Workbench& workbench, int executionContextId, QWidget* parent);

 private:
  void ask();

  Workbench& workbench_;
  int contextId_;
  QLabel* answer_;
  QTreeWidget* path_;
  QPushButton* again_;
};

}  // namespace vmscope::ui
