#include "ui/editor/FindForm.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/theme/Theme.h"

namespace vmscope::ui {

FindForm::FindForm(QWidget* parent) : QWidget(parent) {
  const int padding = Theme::space(Space::Small);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(padding, Theme::space(Space::Tiny), padding, Theme::space(Space::Tiny));
  rows->setSpacing(Theme::space(Space::Tiny));
  buildFindRow(*rows);
  buildReplaceRow(*rows);
  setTabOrder(text_, replacement_);  // the options come after what one types
}

QLineEdit* FindForm::addField(const QString& name) {
  auto* field = new QLineEdit(this);
  field->setPlaceholderText(name);
  field->setAccessibleName(name);
  return field;
}

QToolButton* FindForm::addOption(const QString& glyph, const QString& name) {
  auto* option = new QToolButton(this);
  option->setText(glyph);
  option->setToolTip(name);
  option->setAccessibleName(name);
  option->setCheckable(true);
  connect(option, &QToolButton::toggled, this, &FindForm::patternChanged);
  return option;
}

void FindForm::buildFindRow(QVBoxLayout& rows) {
  text_ = addField(tr("Find"));
  text_->setClearButtonEnabled(true);
  letters_ = addOption(QStringLiteral("Aa"), tr("Match upper and lower case"));
  words_ = addOption(QStringLiteral("|ab|"), tr("Whole words"));
  expression_ = addOption(QStringLiteral(".*"), tr("Regular expression"));
  count_ = new QLabel(this);
  count_->setProperty("role", "caption");
  auto* previous = new QPushButton(tr("Previous"), this);
  auto* next = new QPushButton(tr("Next"), this);
  auto* done = new QToolButton(this);
  done->setText(tr("Done"));
  connect(text_, &QLineEdit::textChanged, this, &FindForm::patternChanged);
  connect(previous, &QPushButton::clicked, this, &FindForm::previousWanted);
  connect(next, &QPushButton::clicked, this, &FindForm::nextWanted);
  connect(done, &QToolButton::clicked, this, &FindForm::doneWanted);
  auto* row = new QHBoxLayout;
  row->setSpacing(Theme::space(Space::Tiny));
  row->addWidget(text_, 1);
  for (QWidget* widget : std::initializer_list<QWidget*>{letters_, words_, expression_, count_, previous, next, done}) {
    row->addWidget(widget);
  }
  rows.addLayout(row);
}

void FindForm::buildReplaceRow(QVBoxLayout& rows) {
  replaceRow_ = new QWidget(this);
  replacement_ = addField(tr("Replace with"));
  auto* one = new QPushButton(tr("Replace"), this);
  auto* all = new QPushButton(tr("Replace all"), this);
  connect(one, &QPushButton::clicked, this, &FindForm::replaceWanted);
  connect(all, &QPushButton::clicked, this, &FindForm::replaceAllWanted);
  auto* row = new QHBoxLayout(replaceRow_);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(Theme::space(Space::Tiny));
  row->addWidget(replacement_, 1);
  row->addWidget(one);
  row->addWidget(all);
  rows.addWidget(replaceRow_);
}

SearchPattern FindForm::pattern() const {
  SearchPattern pattern;
  pattern.text = text_->text();
  if (expression_->isChecked()) pattern.syntax = SearchPattern::Syntax::RegularExpression;
  if (letters_->isChecked()) pattern.letters = SearchPattern::Case::Matters;
  if (words_->isChecked()) pattern.extent = SearchPattern::Extent::WholeWords;
  return pattern;
}

QString FindForm::replacement() const {
  return replacement_->text();
}

QString FindForm::countText() const {
  return count_->text();
}

void FindForm::setText(const QString& text) {
  text_->setText(text);
}

void FindForm::begin() {
  text_->selectAll();
  text_->setFocus();
}

void FindForm::setPurpose(FindPurpose purpose) {
  replaceRow_->setVisible(purpose == FindPurpose::Replace);
}

void FindForm::setCount(const QString& text) {
  count_->setText(text);
}

void FindForm::setProblem(const QString& problem) {
  text_->setProperty("invalid", !problem.isEmpty());
  text_->setToolTip(problem);
  text_->style()->unpolish(text_);
  text_->style()->polish(text_);
}

void FindForm::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Escape) {
    emit doneWanted();
  } else if (isEnter && replacement_->hasFocus()) {
    emit replaceWanted();
  } else if (isEnter && event->modifiers() & Qt::ShiftModifier) {
    emit previousWanted();
  } else if (isEnter) {
    emit nextWanted();
  } else {
    QWidget::keyPressEvent(event);
  }
}

}  // namespace vmscope::ui
