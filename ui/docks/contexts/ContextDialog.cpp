#include "ui/docks/contexts/ContextDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/theme/Mnemonic.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

namespace {

constexpr int kContextObjectLines = 4;
constexpr int kNarrowestCharacters = 44;

QString titleFor(const ContextDialog::Question& question) {
  switch (question.purpose) {
    case ContextDialog::Purpose::Create:
      return ContextDialog::tr("New context");
    case ContextDialog::Purpose::Edit:
      return ContextDialog::tr("Edit context");
    case ContextDialog::Purpose::Clone:
      return ContextDialog::tr("Clone context");
  }
  return {};
}

QString verbFor(const ContextDialog::Question& question) {
  return question.purpose == ContextDialog::Purpose::Edit ? ContextDialog::tr("Apply") : ContextDialog::tr("Create");
}

void markInvalid(QWidget* field, bool isInvalid) {
  if (field->property("invalid").toBool() == isInvalid) return;
  field->setProperty("invalid", isInvalid);
  field->style()->unpolish(field);
  field->style()->polish(field);
}

}  // namespace

ContextDialog::ContextDialog(const Question& question, const Theme& theme, QWidget* parent)
    : QDialog(parent),
      question_(question),
      name_(new QLineEdit(this)),
      origin_(new QLineEdit(this)),
      problem_(new QLabel(this)),
      queue_(new QComboBox(this)),
      globalObject_(new QComboBox(this)),
      strings_(new QCheckBox(tr("from text: eval and new Function"), this)),
      wasm_(new QCheckBox(tr("of WebAssembly"), this)),
      contextObject_(new QPlainTextEdit(this)) {
  setObjectName(QStringLiteral("contextDialog"));
  setWindowTitle(titleFor(question));
  build(theme);
  fill(question.context);
  connect(name_, &QLineEdit::textChanged, this, &ContextDialog::judge);
  connect(origin_, &QLineEdit::textChanged, this, &ContextDialog::judge);
  connect(globalObject_, &QComboBox::currentIndexChanged, this, &ContextDialog::judge);
  judge();
  name_->selectAll();
}

void ContextDialog::build(const Theme& theme) {
  name_->setObjectName(QStringLiteral("contextName"));
  origin_->setObjectName(QStringLiteral("contextOrigin"));
  origin_->setPlaceholderText(QStringLiteral("https://example.com:8443"));
  problem_->setProperty("role", "problem");
  problem_->setWordWrap(true);
  queue_->addItem(tr("shares the default queue"));
  queue_->addItem(tr("has a queue of its own (afterEvaluate)"));
  globalObject_->addItem(tr("forwards to a context object (contextified)"));
  globalObject_->addItem(tr("is the context's own (vanilla)"));
  contextObject_->setProperty("role", "field");
  contextObject_->setFont(theme.codeFont());
  contextObject_->setPlaceholderText(QStringLiteral("({ setTimeout, queueMicrotask })"));
  contextObject_->setTabChangesFocus(true);
  contextObject_->setFixedHeight(QFontMetrics(contextObject_->font()).lineSpacing() * kContextObjectLines +
                                 2 * Theme::space(Space::Small));
  name_->setMinimumWidth(QFontMetrics(name_->font()).averageCharWidth() * kNarrowestCharacters);

  auto* form = new QFormLayout;
  form->setHorizontalSpacing(Theme::space(Space::Group));
  form->setVerticalSpacing(Theme::space(Space::Small));
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->addRow(tr("&Name"), name_);
  form->addRow(tr("&Origin"), origin_);
  form->addRow(tr("&Queue"), queue_);
  form->addRow(tr("&Global object"), globalObject_);
  form->addRow(tr("Context ob&ject"), contextObject_);
  form->addRow(tr("Code generation"), strings_);
  form->addRow(QString(), wasm_);
  for (QWidget* field : QList<QWidget*>{name_, origin_, queue_, globalObject_, contextObject_}) {
    field->setAccessibleName(withoutMnemonic(qobject_cast<QLabel*>(form->labelForField(field))->text()));
  }

  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  accept_ = buttons->addButton(verbFor(question_), QDialogButtonBox::AcceptRole);
  accept_->setDefault(true);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

  auto* column = new QVBoxLayout(this);
  const int margin = Theme::space(Space::Group);
  column->setContentsMargins(margin, margin, margin, margin);
  column->setSpacing(Theme::space(Space::Small));
  column->addLayout(form);
  column->addWidget(problem_);
  column->addStretch();
  column->addWidget(buttons);
}

void ContextDialog::fill(const WorkspaceContext& context) {
  name_->setText(context.name);
  origin_->setText(context.origin);
  queue_->setCurrentIndex(context.queue == WorkspaceContext::Queue::Own ? 1 : 0);
  globalObject_->setCurrentIndex(context.globalObject == WorkspaceContext::GlobalObject::Vanilla ? 1 : 0);
  strings_->setChecked(context.strings == WorkspaceContext::CodeGeneration::Allowed);
  wasm_->setChecked(context.wasm == WorkspaceContext::CodeGeneration::Allowed);
  contextObject_->setPlainText(context.contextObject);
}

WorkspaceContext ContextDialog::context() const {
  const auto allowance = [](const QCheckBox* box) {
    return box->isChecked() ? WorkspaceContext::CodeGeneration::Allowed : WorkspaceContext::CodeGeneration::Refused;
  };
  WorkspaceContext context = question_.context;
  context.name = name_->text().trimmed();
  context.origin = origin_->text().trimmed();
  context.queue = queue_->currentIndex() == 1 ? WorkspaceContext::Queue::Own : WorkspaceContext::Queue::Shared;
  const bool isVanilla = globalObject_->currentIndex() == 1;
  context.globalObject =
      isVanilla ? WorkspaceContext::GlobalObject::Vanilla : WorkspaceContext::GlobalObject::Contextified;
  context.contextObject = isVanilla ? QString() : contextObject_->toPlainText().trimmed();
  context.strings = allowance(strings_);
  context.wasm = allowance(wasm_);
  return context;
}

void ContextDialog::judge() {
  const QString name = nameProblem();
  const QString origin = originProblem(origin_->text().trimmed());
  markInvalid(name_, !name.isEmpty());
  markInvalid(origin_, !origin.isEmpty());
  problem_->setText(name.isEmpty() ? origin : name);
  // Keeps its line while it is empty, so that the fields do not jump.
  problem_->setMinimumHeight(QFontMetrics(problem_->font()).lineSpacing());
  accept_->setEnabled(name.isEmpty() && origin.isEmpty());
  contextObject_->setEnabled(globalObject_->currentIndex() == 0);
}

QString ContextDialog::nameProblem() const {
  const QString name = name_->text().trimmed();
  if (name.isEmpty()) return tr("A context needs a name.");
  if (question_.takenNames.contains(name)) return tr("There is a context called \"%1\" already.").arg(name);
  return {};
}

}  // namespace vmscope::ui
