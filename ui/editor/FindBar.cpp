#include "ui/editor/FindBar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/editor/Editor.h"
#include "ui/theme/Theme.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {

namespace {

constexpr int kSearchDelayMs = 60;
constexpr std::size_t kMostMatches = 10000;

}  // namespace

FindBar::FindBar(Theme& theme, QWidget* parent) : QFrame(parent), theme_(theme) {
  build();
  searchTimer_.setSingleShot(true);
  searchTimer_.setInterval(kSearchDelayMs);
  connect(&searchTimer_, &QTimer::timeout, this, &FindBar::search);
  connect(text_, &QLineEdit::textChanged, this, [this] {
    search();
    goTo(matchAfter(matches_, origin_));
  });
  for (QToolButton* option : {letters_, words_, expression_}) {
    connect(option, &QToolButton::toggled, this, [this] {
      search();
      goTo(matchAfter(matches_, origin_));
    });
  }
}

QToolButton* FindBar::addOption(const QString& glyph, const QString& name) {
  auto* option = new QToolButton(this);
  option->setText(glyph);
  option->setToolTip(name);
  option->setAccessibleName(name);
  option->setCheckable(true);
  return option;
}

void FindBar::build() {
  setAccessibleName(tr("Find and replace"));
  text_ = new QLineEdit(this);
  text_->setPlaceholderText(tr("Find"));
  text_->setAccessibleName(tr("Find"));
  text_->setClearButtonEnabled(true);
  replacement_ = new QLineEdit(this);
  replacement_->setPlaceholderText(tr("Replace with"));
  replacement_->setAccessibleName(tr("Replace with"));
  letters_ = addOption(QStringLiteral("Aa"), tr("Match upper and lower case"));
  words_ = addOption(QStringLiteral("|ab|"), tr("Whole words"));
  expression_ = addOption(QStringLiteral(".*"), tr("Regular expression"));
  count_ = new QLabel(this);
  count_->setProperty("role", "caption");
  auto* previous = new QPushButton(tr("Previous"), this);
  auto* next = new QPushButton(tr("Next"), this);
  auto* done = new QToolButton(this);
  done->setText(tr("Done"));
  connect(previous, &QPushButton::clicked, this, &FindBar::findPrevious);
  connect(next, &QPushButton::clicked, this, &FindBar::findNext);
  connect(done, &QToolButton::clicked, this, &FindBar::close);

  const int padding = Theme::space(Space::Small);
  auto* findRow = new QHBoxLayout;
  findRow->setSpacing(Theme::space(Space::Tiny));
  findRow->addWidget(text_, 1);
  for (QWidget* widget : std::initializer_list<QWidget*>{letters_, words_, expression_, count_, previous, next, done}) {
    findRow->addWidget(widget);
  }
  replaceRow_ = new QWidget(this);
  auto* replaceLayout = new QHBoxLayout(replaceRow_);
  replaceLayout->setContentsMargins(0, 0, 0, 0);
  replaceLayout->setSpacing(Theme::space(Space::Tiny));
  auto* one = new QPushButton(tr("Replace"), this);
  auto* all = new QPushButton(tr("Replace all"), this);
  connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
  connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
  replaceLayout->addWidget(replacement_, 1);
  replaceLayout->addWidget(one);
  replaceLayout->addWidget(all);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(padding, Theme::space(Space::Tiny), padding, Theme::space(Space::Tiny));
  rows->setSpacing(Theme::space(Space::Tiny));
  rows->addLayout(findRow);
  rows->addWidget(replaceRow_);
}

void FindBar::setEditor(Editor* editor) {
  if (editor_ == editor) return;
  if (editor_) {
    editor_->showMatches({});
    editor_->document().disconnect(this);
  }
  editor_ = editor;
  matches_.clear();
  if (!editor_) return;
  connect(&editor_->document(), &Document::edited, this, &FindBar::searchSoon);
  searchSoon();
}

void FindBar::open(Purpose purpose) {
  replaceRow_->setVisible(purpose == Purpose::Replace);
  show();
  if (editor_) {
    origin_ = editor_->selection().start;
    const QString selected = editor_->selectedText();
    if (!selected.isEmpty() && !selected.contains(u'\n')) text_->setText(selected);
  }
  search();
  text_->selectAll();
  text_->setFocus();
}

void FindBar::close() {
  hide();
  if (!editor_) return;
  editor_->showMatches({});
  editor_->setFocus();
}

SearchPattern FindBar::pattern() const {
  SearchPattern pattern;
  pattern.text = text_->text();
  if (expression_->isChecked()) pattern.syntax = SearchPattern::Syntax::RegularExpression;
  if (letters_->isChecked()) pattern.letters = SearchPattern::Case::Matters;
  if (words_->isChecked()) pattern.extent = SearchPattern::Extent::WholeWords;
  return pattern;
}

// Editing while the bar is open looks again, but not at every key press.
void FindBar::searchSoon() {
  if (!isHidden()) searchTimer_.start();
}

void FindBar::search() {
  searchTimer_.stop();
  if (!editor_ || isHidden()) return;
  const TextSearch search(pattern());
  matches_ = search.matches(editor_->document().text(), kMostMatches);
  editor_->showMatches(matches_);
  text_->setProperty("invalid", !search.problem().isEmpty());
  text_->setToolTip(search.problem());
  text_->style()->unpolish(text_);
  text_->style()->polish(text_);
  showCount();
}

std::optional<std::size_t> FindBar::selectedMatch() const {
  const auto found = std::find(matches_.begin(), matches_.end(), editor_->selection());
  if (found == matches_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - matches_.begin());
}

void FindBar::showCount() {
  const TextSearch search(pattern());
  const auto selected = editor_ ? selectedMatch() : std::nullopt;
  if (!search.problem().isEmpty()) {
    count_->setText(search.problem());
  } else if (search.isEmpty()) {
    count_->clear();
  } else if (matches_.empty()) {
    count_->setText(tr("Not found"));
  } else if (matches_.size() == kMostMatches) {
    count_->setText(tr("More than %1").arg(kMostMatches));
  } else if (selected) {
    count_->setText(tr("%1 of %2", "match, matches").arg(*selected + 1).arg(matches_.size()));
  } else {
    count_->setText(tr("%n match(es)", nullptr, static_cast<int>(matches_.size())));
  }
}

QString FindBar::countText() const {
  return count_->text();
}

void FindBar::goTo(std::optional<std::size_t> match) {
  if (editor_ && match) editor_->select(matches_[*match]);
  showCount();
}

void FindBar::findNext() {
  if (!editor_) return;
  search();
  const TextRange selection = editor_->selection();
  goTo(matchAfter(matches_, selection.start + (selectedMatch() ? 1 : 0)));
  origin_ = editor_->selection().start;
}

void FindBar::findPrevious() {
  if (!editor_) return;
  search();
  goTo(matchBefore(matches_, editor_->selection().start));
  origin_ = editor_->selection().start;
}

void FindBar::replaceOne() {
  if (!editor_) return;
  search();
  if (const auto match = selectedMatch()) {
    const TextRange range = matches_[*match];
    const QString text = TextSearch(pattern()).replacement(editor_->document().text(), range, replacement_->text());
    editor_->replace({range}, {text});
    editor_->select({range.start + text.size(), 0});
  }
  findNext();
}

void FindBar::replaceAll() {
  if (!editor_) return;
  const TextSearch all(pattern());
  const QString text = editor_->document().text();
  const auto ranges = all.matches(text, SIZE_MAX);
  QStringList texts;
  for (const TextRange& range : ranges) texts << all.replacement(text, range, replacement_->text());
  if (ranges.empty()) return;
  editor_->replace(ranges, texts);
  search();
  count_->setText(tr("%n replaced", nullptr, static_cast<int>(ranges.size())));
}

void FindBar::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Escape) {
    close();
  } else if (isEnter && replacement_->hasFocus()) {
    replaceOne();
  } else if (isEnter && event->modifiers() & Qt::ShiftModifier) {
    findPrevious();
  } else if (isEnter) {
    findNext();
  } else {
    QFrame::keyPressEvent(event);
  }
}

}  // namespace vmscope::ui
