#include "ui/docks/console/ConsoleInput.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>

#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {
constexpr int kMostLines = 10;
constexpr int kShortestAutomatic = 1;  // letters before a list of names opens by itself
}  // namespace

ConsoleInput::ConsoleInput(const Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent), theme_(theme), completer_(new QCompleter(this)), names_(new QStringListModel(this)) {
  setAccessibleName(tr("Console input"));
  setPlaceholderText(tr("Expression"));
  setFrameShape(NoFrame);
  setLineWrapMode(WidgetWidth);
  setTabChangesFocus(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  document()->setDocumentMargin(0);
  completer_->setModel(names_);
  completer_->setWidget(this);
  completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
  completer_->popup()->setAccessibleName(tr("Completions"));
  connect(completer_, qOverload<const QString&>(&QCompleter::activated), this, &ConsoleInput::insertCompletion);
  connect(this, &QPlainTextEdit::textChanged, this, &ConsoleInput::fit);
  const auto follow = [this] {
    setFont(theme_.codeFont());
    fit();
  };
  connect(&theme_, &Theme::changed, this, follow);
  follow();
}

void ConsoleInput::setHistoryKey(const QString& key) {
  if (key_ == key) return;
  drafts_[key_] = toPlainText();
  key_ = key;
  setPlainText(drafts_.take(key));
  moveCursor(QTextCursor::End);
}

QSize ConsoleInput::sizeHint() const {
  const int lines = std::clamp(static_cast<int>(document()->size().height()), 1, kMostLines);
  const int around = 2 * Theme::space(Space::Tiny);  // the field's padding and frame
  const int height = lines * fontMetrics().lineSpacing() + around;
  return {QPlainTextEdit::sizeHint().width(), height};
}

void ConsoleInput::fit() {
  const bool overflows = document()->size().height() > kMostLines;
  setVerticalScrollBarPolicy(overflows ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
  setFixedHeight(sizeHint().height());
  updateGeometry();
}

bool ConsoleInput::completionIsOpen() const {
  return completer_->popup()->isVisible();
}

void ConsoleInput::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (completionIsOpen() && (isEnter || event->key() == Qt::Key_Tab || event->key() == Qt::Key_Escape)) {
    const bool isChosen = completer_->popup()->currentIndex().isValid();
    if (isChosen || event->key() == Qt::Key_Escape) return event->ignore();  // the list takes it
    completer_->popup()->hide();
    if (!isEnter) return insertCompletion(names_->stringList().front());
  }
  if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) return askForCompletions(true);
  if (isEnter && event->modifiers() & Qt::ShiftModifier) return breakLine();
  if (isEnter) return isIncompleteInput(toPlainText()) ? breakLine() : submit();
  if (handleHistory(event)) return;
  QPlainTextEdit::keyPressEvent(event);
  const bool typed = !event->text().isEmpty() && event->text()[0].isPrint();
  if (typed || (completionIsOpen() && event->key() == Qt::Key_Backspace)) askForCompletions(false);
}

bool ConsoleInput::handleHistory(QKeyEvent* event) {
  if (event->modifiers() != Qt::NoModifier && event->modifiers() != Qt::KeypadModifier) return false;
  const bool older = event->key() == Qt::Key_Up && textCursor().blockNumber() == 0;
  const bool newer = event->key() == Qt::Key_Down && textCursor().blockNumber() == blockCount() - 1;
  if (!older && !newer) return false;
  InputHistory& history = histories_[key_];
  const QString current = toPlainText();
  const QString text = older ? history.older(current) : history.newer(current);
  if (text == current) return false;
  setPlainText(text);
  moveCursor(QTextCursor::End);
  return true;
}

void ConsoleInput::submit() {
  const QString text = toPlainText();
  if (text.trimmed().isEmpty()) return;
  histories_[key_].add(text);
  clear();
  emit submitted(text);
}

void ConsoleInput::breakLine() {
  const QString line = textCursor().block().text();
  const QString indent = line.left(line.size() - line.trimmed().size());
  const QString before = line.left(textCursor().positionInBlock()).trimmed();
  const bool opens = before.endsWith(u'{') || before.endsWith(u'(') || before.endsWith(u'[');
  insertPlainText(QLatin1Char('\n') + indent.left(indent.size()) + (opens ? QStringLiteral("  ") : QString()));
  ensureCursorVisible();
}

void ConsoleInput::askForCompletions(bool explicitly) {
  const auto target = completionTarget(toPlainText(), textCursor().position());
  const bool worth = target && (explicitly || target->isMember() || target->name.size() >= kShortestAutomatic);
  isListWanted_ = explicitly;
  if (worth) {
    emit completionsWanted(*target);
  } else {
    completer_->popup()->hide();
  }
}

void ConsoleInput::setCompletions(const CompletionTarget& target, const QStringList& names) {
  const auto now = completionTarget(toPlainText(), textCursor().position());
  const bool isStale = !now || now->object != target.object || now->name != target.name || now->start != target.start;
  if (isStale || !hasFocus()) return;
  target_ = target;
  names_->setStringList(names);
  if (names.isEmpty() || (names.size() == 1 && names.front() == target.name)) return completer_->popup()->hide();
  QRect at = cursorRect();
  at.setWidth(std::max(
      220, completer_->popup()->sizeHintForColumn(0) + completer_->popup()->verticalScrollBar()->sizeHint().width()));
  completer_->popup()->setFont(font());
  completer_->complete(at);
  // A list that nobody asked for chooses nothing: Return runs what is typed.
  completer_->popup()->setCurrentIndex(isListWanted_ ? completer_->completionModel()->index(0, 0) : QModelIndex());
}

void ConsoleInput::insertCompletion(const QString& name) {
  QTextCursor cursor = textCursor();
  cursor.setPosition(target_.start, QTextCursor::KeepAnchor);
  cursor.insertText(name);
  setTextCursor(cursor);
}

bool ConsoleInput::focusNextPrevChild(bool next) {
  return !completionIsOpen() &&
         QPlainTextEdit::focusNextPrevChild(next);  // Tab takes a name as long as there is a list
}

void ConsoleInput::focusOutEvent(QFocusEvent* event) {
  if (event->reason() != Qt::PopupFocusReason) completer_->popup()->hide();
  QPlainTextEdit::focusOutEvent(event);
}

}  // namespace vmscope::ui
