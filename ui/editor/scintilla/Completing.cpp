#include "ui/editor/scintilla/Completing.h"

#include <QKeyEvent>
#include <QTimer>
#include <algorithm>

#include "ui/editor/CompletionPopup.h"
#include "ui/editor/scintilla/ScintillaView.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {

namespace {

using Sci = QsciScintillaBase;
using Place = CompletionQuery::Place;

constexpr int kLettersBeforeAsking = 2;
constexpr std::size_t kMostItems = 200;
constexpr long kMostBytesBefore = 4096;  // of the cursor's line that are read
constexpr long kMostBytesAfter = 256;

bool isWordCharacter(int character) {
  return character > 0x7F || QChar(character).isLetterOrNumber() || character == '_' || character == '$';
}

bool samePlace(const CompletionQuery& one, const CompletionQuery& other) {
  return one.place == other.place && one.object == other.object;
}

}  // namespace

Completing::Completing(ScintillaView& view, const Document& document, Theme& theme, QObject* parent)
    : QObject(parent), view_(view), document_(document), popup_(new CompletionPopup(theme, &view)) {
  connect(&view_, &ScintillaView::keyPressed, this, &Completing::keyPressed);
  connect(&view_, &Sci::SCN_FOCUSOUT, this, &Completing::close);
  connect(popup_, &CompletionPopup::chosen, this, &Completing::accept);
}

void Completing::close() {
  popup_->hide();
  items_.clear();
  asked_ = {};
}

// A module's specifier is a string and a template's substitution is code; everything else in quotes is neither.
bool Completing::isInCode() const {
  const long caret = view_.call(Sci::SCI_GETCURRENTPOS);
  if (caret == 0) return true;
  view_.call(Sci::SCI_COLOURISE, view_.call(Sci::SCI_GETENDSTYLED), caret);
  switch (static_cast<TokenKind>(view_.call(Sci::SCI_GETSTYLEAT, caret - 1))) {
    case TokenKind::Comment:
    case TokenKind::DocComment:
    case TokenKind::DocTag:
    case TokenKind::Template:
    case TokenKind::RegularExpression:
    case TokenKind::Number:
    case TokenKind::Hashbang:
      return false;
    default:
      return true;
  }
}

CompletionQuery Completing::queryAtCursor() const {
  if (document_.kind() == Document::Kind::Json || !isInCode()) return {};
  const long caret = view_.call(Sci::SCI_GETCURRENTPOS);
  const long line = view_.lineOf(caret);
  const bool inString =
      caret > 0 && static_cast<TokenKind>(view_.call(Sci::SCI_GETSTYLEAT, caret - 1)) == TokenKind::String;
  const long from = std::max(view_.lineStart(line), caret - kMostBytesBefore);
  const long to = std::min(view_.lineEnd(line), caret + kMostBytesAfter);
  CompletionQuery query =
      completionQuery(QString::fromUtf8(view_.bytes(from, caret)), QString::fromUtf8(view_.bytes(caret, to)));
  query.offset = caret;
  return inString && query.place != Place::ModuleSpecifier ? CompletionQuery{} : query;
}

void Completing::start() {
  ask(queryAtCursor());
}

void Completing::followCharacter(int character) {
  if (!source_) return;
  if (popup_->isOpen()) return refilter();
  const CompletionQuery query = queryAtCursor();
  const bool isEnough = query.place == Place::Name
                            ? isWordCharacter(character) && query.prefix.size() >= kLettersBeforeAsking
                            : query.place != Place::Nowhere;
  if (isEnough && view_.call(Sci::SCI_GETSELECTIONS) == 1) ask(query);
}

void Completing::ask(const CompletionQuery& query) {
  if (!source_ || query.place == Place::Nowhere) return close();
  asked_ = query;
  source_->complete(document_, query, this, [this, query](std::vector<CompletionItem> items) {
    if (!samePlace(asked_, query)) return;
    items_ = std::move(items);
    refilter();
  });
}

void Completing::refilter() {
  const CompletionQuery now = queryAtCursor();
  const bool isSameWord = samePlace(now, asked_) && now.prefix.startsWith(asked_.prefix.left(1));
  if (!isSameWord) return close();
  auto items = matchingItems(items_, now.prefix, kMostItems);
  if (items.size() == 1 && items[0].text == now.prefix) items.clear();
  const long start = view_.call(Sci::SCI_GETCURRENTPOS) - now.prefix.toUtf8().size();
  const QPoint corner(static_cast<int>(view_.call(Sci::SCI_POINTXFROMPOSITION, 0, start)),
                      static_cast<int>(view_.call(Sci::SCI_POINTYFROMPOSITION, 0, start)));
  const int height = static_cast<int>(view_.call(Sci::SCI_TEXTHEIGHT, 0));
  popup_->present(std::move(items), QRect(corner, QSize(1, height)));
}

bool Completing::isAllTyped() const {
  const auto chosen = popup_->current();
  return chosen && chosen->text == queryAtCursor().prefix;
}

void Completing::accept() {
  const auto chosen = popup_->current();
  const QByteArray prefix = queryAtCursor().prefix.toUtf8();
  close();
  if (!chosen) return;
  const long caret = view_.call(Sci::SCI_GETCURRENTPOS);
  const QByteArray text = chosen->text.toUtf8();
  view_.call(Sci::SCI_BEGINUNDOACTION);
  view_.replaceBytes({caret - prefix.size(), prefix.size(), text});
  view_.call(Sci::SCI_ENDUNDOACTION);
  view_.call(Sci::SCI_GOTOPOS, caret - prefix.size() + text.size());
}

void Completing::keyPressed(QKeyEvent* event) {
  if (!popup_->isOpen()) return;
  switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
      popup_->step(event->key() == Qt::Key_Up ? -1 : 1);
      return event->accept();
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
      popup_->stepPage(event->key() == Qt::Key_PageUp ? -1 : 1);
      return event->accept();
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (isAllTyped()) return close();  // the line is meant
      accept();
      return event->accept();
    case Qt::Key_Tab:
      accept();
      return event->accept();
    case Qt::Key_Escape:
      close();
      return event->accept();
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
      return close();
    case Qt::Key_Backspace:
      QTimer::singleShot(0, this, &Completing::refilter);
      return;
    default:
      return;
  }
}

}  // namespace vmscope::ui
