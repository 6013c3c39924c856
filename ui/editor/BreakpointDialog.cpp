#include "ui/editor/BreakpointDialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include "ui/theme/Theme.h"

namespace vmscope::ui {

BreakpointDialog::BreakpointDialog(const Breakpoint& breakpoint, QWidget* parent)
    : QDialog(parent), breakpoint_(breakpoint) {
  setWindowTitle(tr("Breakpoint in line %1 of %2").arg(breakpoint.line + 1).arg(breakpoint.document));
  auto* layout = new QVBoxLayout(this);
  const int margin = Theme::space(Space::Group);
  layout->setContentsMargins(margin, margin, margin, margin);
  layout->setSpacing(Theme::space(Space::Small));
  always_ = addChoice(Breakpoint::Kind::Plain, tr("Pause &always"));
  conditional_ = addChoice(Breakpoint::Kind::Conditional, tr("Pause only &if this expression is true:"));
  condition_ = new QLineEdit(breakpoint.condition, this);
  condition_->setPlaceholderText(QStringLiteral("count > 10"));
  condition_->setAccessibleName(tr("Condition"));
  layout->addWidget(condition_);
  log_ = addChoice(Breakpoint::Kind::Logpoint, tr("Do not pause, &log these values:"));
  message_ = new QLineEdit(breakpoint.logMessage, this);
  message_->setPlaceholderText(QStringLiteral("'count is', count"));
  message_->setAccessibleName(tr("Values to log"));
  layout->addWidget(message_);
  auto* buttons = new QDialogButtonBox(this);
  layout->addSpacing(Theme::space(Space::Small));
  buttons->addButton(tr("Set breakpoint"), QDialogButtonBox::AcceptRole);
  buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
  layout->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  for (QRadioButton* choice : {always_, conditional_, log_}) {
    connect(choice, &QRadioButton::toggled, this, &BreakpointDialog::followChoice);
  }
  followChoice();
}

QRadioButton* BreakpointDialog::addChoice(Breakpoint::Kind kind, const QString& label) {
  auto* choice = new QRadioButton(label, this);
  choice->setChecked(breakpoint_.kind() == kind);
  layout()->addWidget(choice);
  return choice;
}

void BreakpointDialog::followChoice() {
  condition_->setEnabled(conditional_->isChecked());
  message_->setEnabled(log_->isChecked());
  if (conditional_->isChecked()) condition_->setFocus();
  if (log_->isChecked()) message_->setFocus();
}

Breakpoint BreakpointDialog::breakpoint() const {
  Breakpoint chosen = breakpoint_;
  chosen.condition = conditional_->isChecked() ? condition_->text().trimmed() : QString();
  chosen.logMessage = log_->isChecked() ? message_->text().trimmed() : QString();
  return chosen;
}

}  // namespace vmscope::ui
