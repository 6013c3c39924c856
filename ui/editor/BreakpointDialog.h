#pragma once

#include <QDialog>

#include "ui/workspace/Breakpoints.h"

class QLineEdit;
class QRadioButton;

namespace vmscope::ui {

// Asks when a breakpoint pauses, or what it logs instead. GUI thread; lives while it asks.
class BreakpointDialog : public QDialog {
  Q_OBJECT

 public:
  BreakpointDialog(const Breakpoint& breakpoint, QWidget* parent);

  Breakpoint breakpoint() const;

 private:
  QRadioButton* addChoice(Breakpoint::Kind kind, const QString& label);
  void followChoice();

  Breakpoint breakpoint_;
  QRadioButton* always_;
  QRadioButton* conditional_;
  QRadioButton* log_;
  QLineEdit* condition_;
  QLineEdit* message_;
};

}  // namespace vmscope::ui
