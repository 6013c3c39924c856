#include "ui/editor/FindBar.h"

#include <QVBoxLayout>
#include <algorithm>

#include "ui/editor/Editor.h"
#include "ui/editor/FindForm.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {

namespace {

constexpr int kSearchDelayMs = 60;
constexpr std::size_t kMostMatches = 10000;

}  // namespace

FindBar::FindBar(QWidget* parent) : QFrame(parent), form_(new FindForm(this)) {
  setAccessibleName(tr("Find and replace"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(form_);
  searchTimer_.setSingleShot(true);
  searchTimer_.setInterval(kSearchDelayMs);
  connect(&searchTimer_, &QTimer::timeout, this, &FindBar::search);
  connect(form_, &FindForm::patternChanged, this, &FindBar::searchAsTyped);
  connect(form_, &FindForm::nextWanted, this, &FindBar::findNext);
  connect(form_, &FindForm::previousWanted, this, &FindBar::findPrevious);
  connect(form_, &FindForm::replaceWanted, this, &FindBar::replaceOne);
  connect(form_, &FindForm::replaceAllWanted, this, &FindBar::replaceAll);
  connect(form_, &FindForm::doneWanted, this, &FindBar::close);
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

void FindBar::open(FindPurpose purpose) {
  form_->setPurpose(purpose);
  show();
  if (editor_) {
    origin_ = editor_->selection().start;
    takeSelection();
  }
  search();
  form_->begin();
}

void FindBar::close() {
  hide();
  if (!editor_) return;
  editor_->showMatches({});
  editor_->setFocus();
}

void FindBar::takeSelection() {
  const QString selected = editor_->selectedText();
  if (!selected.isEmpty() && !selected.contains(u'\n')) form_->setText(selected);
}

void FindBar::searchAsTyped() {
  search();
  if (!isHidden()) goTo(matchAfter(matches_, origin_));
}

// Editing while the bar is open looks again, but not at every key press.
void FindBar::searchSoon() {
  if (!isHidden()) searchTimer_.start();
}

void FindBar::search() {
  searchTimer_.stop();
  if (!editor_) return;
  const TextSearch search(form_->pattern());
  matches_ = search.matches(editor_->document().text(), kMostMatches);
  if (isHidden()) return;
  editor_->showMatches(matches_);
  form_->setProblem(search.problem());
  showCount();
}

std::optional<std::size_t> FindBar::selectedMatch() const {
  const auto found = std::find(matches_.begin(), matches_.end(), editor_->selection());
  if (found == matches_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - matches_.begin());
}

void FindBar::showCount() {
  const TextSearch search(form_->pattern());
  const auto selected = editor_ ? selectedMatch() : std::nullopt;
  if (!search.problem().isEmpty()) {
    form_->setCount(search.problem());
  } else if (search.isEmpty()) {
    form_->setCount({});
  } else if (matches_.empty()) {
    form_->setCount(tr("Not found"));
  } else if (matches_.size() == kMostMatches) {
    form_->setCount(tr("More than %1").arg(kMostMatches));
  } else if (selected) {
    form_->setCount(tr("%1 of %2", "match, matches").arg(*selected + 1).arg(matches_.size()));
  } else {
    form_->setCount(tr("%n match(es)", nullptr, static_cast<int>(matches_.size())));
  }
}

QString FindBar::countText() const {
  return form_->countText();
}

void FindBar::goTo(std::optional<std::size_t> match) {
  if (editor_ && match) editor_->select(matches_[*match]);
  showCount();
}

bool FindBar::hasPattern() {
  if (form_->pattern().text.isEmpty()) takeSelection();
  return !form_->pattern().text.isEmpty();
}

void FindBar::find(const std::function<std::optional<std::size_t>()>& match) {
  if (!editor_) return;
  if (!hasPattern()) return open(FindPurpose::Find);
  search();
  goTo(match());
  origin_ = editor_->selection().start;
}

void FindBar::findNext() {
  find([this] { return matchAfter(matches_, editor_->selection().start + (selectedMatch() ? 1 : 0)); });
}

void FindBar::findPrevious() {
  find([this] { return matchBefore(matches_, editor_->selection().start); });
}

void FindBar::replaceOne() {
  if (!editor_) return;
  search();
  if (const auto match = selectedMatch()) {
    const TextRange range = matches_[*match];
    const QString text =
        TextSearch(form_->pattern()).replacement(editor_->document().text(), range, form_->replacement());
    editor_->replace({range}, {text});
    editor_->select({range.start + text.size(), 0});
  }
  findNext();
}

void FindBar::replaceAll() {
  if (!editor_) return;
  const TextSearch all(form_->pattern());
  const QString text = editor_->document().text();
  const auto ranges = all.matches(text, SIZE_MAX);
  QStringList texts;
  for (const TextRange& range : ranges) texts << all.replacement(text, range, form_->replacement());
  if (ranges.empty()) return;
  editor_->replace(ranges, texts);
  search();
  form_->setCount(tr("%n replaced", nullptr, static_cast<int>(ranges.size())));
}

}  // namespace vmscope::ui
