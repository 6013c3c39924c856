#include "ui/editor/scintilla/ScintillaView.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPaintEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cstring>

#include "ui/theme/Theme.h"

namespace vmscope::ui {

namespace {

constexpr int kDeepestFold = 2000;
constexpr std::size_t kLongLine = 10'000;  // bytes
constexpr int kPositionsOfLongLines = 1 << 16;

long foldLevel(const JavaScriptScanner::Line& line) {
  const int depth = std::min(line.lowestDepth, line.endDepth);
  const bool opens = line.endDepth > depth;
  return (QsciScintillaBase::SC_FOLDLEVELBASE + std::min(depth, kDeepestFold)) |
         (opens ? static_cast<int>(QsciScintillaBase::SC_FOLDLEVELHEADERFLAG) : 0);
}

// A line's end looks like what stands before it: the widget takes a line that it has laid out for changed, and measures
// all of it again at the next paint, where the end has another style than the last character.
void styleLineEnd(std::string_view line, TokenKind* kinds) {
  const std::size_t end = line.find_last_not_of("\r\n") + 1;
  if (end > 0) std::fill(kinds + end, kinds + line.size(), kinds[end - 1]);
}

}  // namespace

ScintillaView::ScintillaView(Theme& theme, std::shared_ptr<JavaScriptScanner> scanner, QWidget* parent)
    : QsciScintillaBase(parent), theme_(theme), scanner_(std::move(scanner)), marks_(theme) {
  setUp();
  setUpMargins();
  setUpFolding();
  connect(this, &QsciScintillaBase::SCN_STYLENEEDED, this, &ScintillaView::styleUpTo);
  connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, &ScintillaView::matchBrace);
  connect(this, &QsciScintillaBase::SCN_MODIFIED, this,
          [this](int position, int kind, const char* text, int length) { tellEdit(position, kind, text, length); });
}

long ScintillaView::call(unsigned int message, long first, long second) const {
  return SendScintilla(message, static_cast<unsigned long>(first), second);
}

long ScintillaView::callText(unsigned int message, long first, const QByteArray& text) const {
  return SendScintilla(message, static_cast<uintptr_t>(first), text.constData());
}

void ScintillaView::callColour(unsigned int message, long first, const QColor& colour) const {
  SendScintilla(message, static_cast<unsigned long>(first), colour);
}

void ScintillaView::setUp() {
  setFrameShape(QFrame::NoFrame);
  setCornerWidget(new QWidget(this));  // plain, where both scroll bars meet
  call(SCI_SETCODEPAGE, SC_CP_UTF8);
  call(SCI_SETLEXER, SCLEX_CONTAINER);
  call(SCI_SETBUFFEREDDRAW, 0);
  call(SCI_SETLAYOUTCACHE, SC_CACHE_PAGE);
  call(SCI_SETMODEVENTMASK, SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT);
  call(SCI_SETMULTIPLESELECTION, 1);
  call(SCI_SETADDITIONALSELECTIONTYPING, 1);
  call(SCI_SETMULTIPASTE, SC_MULTIPASTE_EACH);
  call(SCI_SETVIRTUALSPACEOPTIONS, SCVS_RECTANGULARSELECTION);
  call(SCI_SETSCROLLWIDTH, 1);
  call(SCI_SETSCROLLWIDTHTRACKING, 1);
  call(SCI_SETENDATLASTLINE, 0);
  call(SCI_SETTABINDENTS, 1);
  call(SCI_SETBACKSPACEUNINDENTS, 1);
  call(SCI_SETINDENTATIONGUIDES, SC_IV_LOOKBOTH);
  call(SCI_SETYCARETPOLICY, CARET_SLOP | CARET_EVEN, 2);
  call(SCI_SETCARETPERIOD, QApplication::cursorFlashTime() / 2);
}

void ScintillaView::setUpMargins() {
  call(SCI_SETMARGINS, 3);
  call(SCI_SETMARGINTYPEN, BreakpointMargin, SC_MARGIN_SYMBOL);
  call(SCI_SETMARGINMASKN, BreakpointMargin, 0);
  call(SCI_SETMARGINTYPEN, NumberMargin, SC_MARGIN_NUMBER);
  call(SCI_SETMARGINTYPEN, FoldMargin, SC_MARGIN_SYMBOL);
  call(SCI_SETMARGINMASKN, FoldMargin, static_cast<long>(SC_MASK_FOLDERS));
  for (const int margin : {BreakpointMargin, NumberMargin, FoldMargin}) {
    call(SCI_SETMARGINSENSITIVEN, margin, 1);
    call(SCI_SETMARGINCURSORN, margin, SC_CURSORARROW);
  }
}

void ScintillaView::setUpFolding() {
  call(SCI_SETAUTOMATICFOLD, SC_AUTOMATICFOLD_SHOW | SC_AUTOMATICFOLD_CLICK | SC_AUTOMATICFOLD_CHANGE);
  call(SCI_SETFOLDFLAGS, SC_FOLDFLAG_LINEAFTER_CONTRACTED);
  for (int marker = SC_MARKNUM_FOLDEREND; marker <= static_cast<int>(SC_MARKNUM_FOLDEROPEN); ++marker) {
    call(SCI_MARKERDEFINE, marker, SC_MARK_EMPTY);  // LineMarks paints them
  }
}

void ScintillaView::shareBufferOf(const ScintillaView& other) {
  SendScintilla(SCI_SETDOCPOINTER, 0UL, other.SendScintillaPtrResult(SCI_GETDOCPOINTER));
  for (const auto& [get, set] : {std::pair(SCI_GETUSETABS, SCI_SETUSETABS), std::pair(SCI_GETTABWIDTH, SCI_SETTABWIDTH),
                                 std::pair(SCI_GETEOLMODE, SCI_SETEOLMODE)}) {
    call(set, other.call(get));
  }
}

void ScintillaView::replaceBytes(const TextEdit& edit) {
  call(SCI_SETTARGETSTART, edit.offset);
  call(SCI_SETTARGETEND, edit.offset + edit.removed);
  callText(SCI_REPLACETARGET, edit.inserted.size(), edit.inserted);
}

QByteArray ScintillaView::bytes(long start, long end) const {
  QByteArray text(std::max(0L, end - start), Qt::Uninitialized);
  if (!text.isEmpty()) SendScintilla(SCI_GETTEXTRANGE, start, end, text.data());
  return text;
}

// Called from within the widget's own change of its text: listeners may not change it in return.
void ScintillaView::tellEdit(int position, int kind, const char* text, int length) {
  if (kind & SC_MOD_INSERTTEXT) emit edited({position, 0, QByteArray(text, length)});
  if (kind & SC_MOD_DELETETEXT) emit edited({position, length, {}});
  if (kind & SC_MOD_INSERTTEXT) styleTyping(position, length);
}

// The widget lays a changed line out at once, and again at the next paint where it has got another look by then. In a
// long line that is most of the time that a key takes, so what is typed there gets its look before.
void ScintillaView::styleTyping(long position, long length) {
  const long line = lineOf(position);
  if (lineOf(position + length) != line || call(SCI_GETENDSTYLED) > position) return;
  if (lineEnd(line) - lineStart(line) > static_cast<long>(kLongLine)) styleUpTo(static_cast<int>(position + length));
}

// How wide a word is drawn is remembered for so many words that a minified line's are among them; 2 MB, which only
// documents with such a line take.
void ScintillaView::widenPositionCache() {
  if (call(SCI_GETPOSITIONCACHE) < kPositionsOfLongLines) call(SCI_SETPOSITIONCACHE, kPositionsOfLongLines);
}

// Telling the widget a fold level may make it ask for more styling at once, so that comes last.
void ScintillaView::styleUpTo(int position) {
  const long firstLine = lineOf(call(SCI_GETENDSTYLED));
  const long lastLine = lineOf(position);
  const long start = lineStart(firstLine);
  const QByteArray text = bytes(start, call(SCI_POSITIONFROMLINE, lastLine + 1));
  std::vector<TokenKind> kinds(static_cast<std::size_t>(text.size()));
  std::vector<long> foldLevels;
  auto state =
      firstLine == 0 ? JavaScriptScanner::kStartOfFile : static_cast<int>(call(SCI_GETLINESTATE, firstLine - 1));
  for (long line = firstLine; line <= lastLine; ++line) {
    const long from = lineStart(line) - start;
    const auto length = static_cast<std::size_t>(lineStart(line + 1) - start - from);
    const auto scanned = scanner_->scan({text.constData() + from, length}, state, kinds.data() + from);
    state = scanned.end;
    styleLineEnd({text.constData() + from, length}, kinds.data() + from);
    if (length > kLongLine) widenPositionCache();
    call(SCI_SETLINESTATE, line, state);
    foldLevels.push_back(foldLevel(scanned));
  }
  call(SCI_STARTSTYLING, start);
  SendScintilla(SCI_SETSTYLINGEX, static_cast<uintptr_t>(text.size()), reinterpret_cast<const char*>(kinds.data()));
  for (std::size_t index = 0; index < foldLevels.size(); ++index) {
    call(SCI_SETFOLDLEVEL, firstLine + static_cast<long>(index), foldLevels[index]);
  }
}

void ScintillaView::matchBrace() {
  const long caret = call(SCI_GETCURRENTPOS);
  for (const long position : {caret - 1, caret}) {
    const char c = position < 0 ? '\0' : static_cast<char>(call(SCI_GETCHARAT, position));
    const auto kind = static_cast<TokenKind>(call(SCI_GETSTYLEAT, std::max(0L, position)));
    if (c == '\0' || !std::strchr("()[]{}", c) || (kind != TokenKind::Operator && kind != TokenKind::TemplateMark))
      continue;
    const long other = call(SCI_BRACEMATCH, position);
    if (other >= 0) {
      call(SCI_BRACEHIGHLIGHT, position, other);
    } else {
      call(SCI_BRACEBADLIGHT, position);
    }
    return;
  }
  call(SCI_BRACEHIGHLIGHT, -1, -1);
}

void ScintillaView::paintEvent(QPaintEvent* event) {
  QsciScintillaBase::paintEvent(event);
  QPainter painter(viewport());
  painter.setClipRegion(event->region());
  marks_.paint(painter, *this);
}

void ScintillaView::wheelEvent(QWheelEvent* event) {
  if (!(event->modifiers() & Qt::ControlModifier)) return QsciScintillaBase::wheelEvent(event);
  if (event->angleDelta().y() != 0) emit zoomWanted(event->angleDelta().y() > 0 ? 1 : -1);
  event->accept();
}

// The widget's own menu would speak English only; over the margin a menu of its own is asked for.
void ScintillaView::contextMenuEvent(QContextMenuEvent* event) {
  const int margins =
      static_cast<int>(call(SCI_GETMARGINWIDTHN, BreakpointMargin) + call(SCI_GETMARGINWIDTHN, NumberMargin));
  const bool isOverMargin = event->reason() == QContextMenuEvent::Mouse && event->pos().x() < margins;
  if (!isOverMargin) emit menuWanted(event->globalPos());
  event->accept();
}

// Files that are dropped are opened, not written into the text as names.
void ScintillaView::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) return event->ignore();
  QsciScintillaBase::dragEnterEvent(event);
}

void ScintillaView::keyPressEvent(QKeyEvent* event) {
  event->ignore();
  emit keyPressed(event);
  if (!event->isAccepted()) QsciScintillaBase::keyPressEvent(event);
}

}  // namespace vmscope::ui
