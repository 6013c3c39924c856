#include "ui/editor/scintilla/ScintillaEditor.h"

#include <QResizeEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/editor/Utf8Offsets.h"
#include "ui/editor/scintilla/Completing.h"
#include "ui/editor/scintilla/ScintillaView.h"
#include "ui/editor/scintilla/Typing.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

namespace {

enum Marker { ExecutionMarker = 1, FlashMarker = 2 };
constexpr int kFlashMs = 700;
constexpr double kExecutionTint = 0.22;
constexpr double kFlashTint = 0.3;
constexpr int kSmallestZoom = -8;
constexpr int kLargestZoom = 40;

}  // namespace

using Sci = QsciScintillaBase;

ScintillaEditor::ScintillaEditor(std::shared_ptr<SharedBuffer> buffer, Theme& theme, QWidget* parent)
    : Editor(parent),
      buffer_(std::move(buffer)),
      theme_(theme),
      view_(new ScintillaView(theme, buffer_->scanner(), this)),
      completing_(new Completing(*view_, buffer_->document(), theme, this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(view_);
  setFocusProxy(view_);
  view_->setAccessibleName(tr("Source of %1").arg(document().title()));
  flashTimer_.setSingleShot(true);
  flashTimer_.setInterval(kFlashMs);
  for (const int marker : {ExecutionMarker, FlashMarker})
    view_->call(Sci::SCI_MARKERDEFINE, marker, Sci::SC_MARK_BACKGROUND);
  dress();
  buffer_->attach(*view_);
  view_->viewport()->installEventFilter(this);
  view_->updateNumberMargin();
  connectView();
}

ScintillaEditor::~ScintillaEditor() {
  buffer_->detach(*view_);
}

void ScintillaEditor::connectView() {
  connect(&theme_, &Theme::changed, this, &ScintillaEditor::dress);
  connect(&flashTimer_, &QTimer::timeout, this, [this] { view_->call(Sci::SCI_MARKERDELETEALL, FlashMarker); });
  connect(view_, &ScintillaView::edited, this, [this](const TextEdit& edit) { buffer_->tell(*view_, edit); });
  connect(view_, &ScintillaView::menuWanted, this, &Editor::menuRequested);
  connect(view_, &ScintillaView::zoomWanted, this, [this](int steps) { setZoom(zoom_ + steps); });
  connect(view_, &Sci::SCN_CHARADDED, this, &ScintillaEditor::characterAdded);
  connect(view_, &Sci::SCN_FOCUSIN, this, &Editor::focused);
  connect(view_, &Sci::SCN_MARGINCLICK, this,
          [this](int position, int, int margin) { marginClicked(position, margin); });
  connect(view_, &Sci::SCN_MARGINRIGHTCLICK, this, [this](int position, int, int) {
    emit breakpointMenuRequested(static_cast<int>(view_->lineOf(position)), QCursor::pos());
  });
  connect(view_, &Sci::SCN_UPDATEUI, this, [this](int what) {
    if (what & (Sci::SC_UPDATE_SELECTION | Sci::SC_UPDATE_CONTENT)) emit cursorMoved();
    if (what & Sci::SC_UPDATE_CONTENT) view_->updateNumberMargin();
  });
}

bool ScintillaEditor::eventFilter(QObject* watched, QEvent* event) {
  if (watched == view_->viewport() && event->type() == QEvent::Resize)
    keepExecution(static_cast<QResizeEvent*>(event)->oldSize().height());
  return Editor::eventFilter(watched, event);
}

// Larger text, or less room for it, pushes nothing out of sight that a person is looking at; where she has scrolled
// away, she stays.
void ScintillaEditor::keepExecution(int heightBefore) {
  const long line = view_->call(Sci::SCI_MARKERNEXT, 0, 1 << ExecutionMarker);
  if (line < 0) return;
  const long first = view_->call(Sci::SCI_GETFIRSTVISIBLELINE);
  const long below = view_->call(Sci::SCI_VISIBLEFROMDOCLINE, line) - first;
  const long lineHeight = std::max(1L, view_->call(Sci::SCI_TEXTHEIGHT, line));
  const bool wasShown = below >= 0 && below < std::max(1L, heightBefore / lineHeight);
  if (wasShown) centre(line);
}

// Moves nothing where the line is shown already.
void ScintillaEditor::centre(long line) {
  const long visible = view_->call(Sci::SCI_VISIBLEFROMDOCLINE, line);
  const long onScreen = view_->call(Sci::SCI_LINESONSCREEN);
  const long first = view_->call(Sci::SCI_GETFIRSTVISIBLELINE);
  if (visible < first || visible >= first + onScreen)
    view_->call(Sci::SCI_SETFIRSTVISIBLELINE, std::max(0L, visible - onScreen / 2));
}

void ScintillaEditor::dress() {
  const long lineHeight = view_->call(Sci::SCI_TEXTHEIGHT);
  view_->dress(zoom_);
  // As high as the view would have to be to show, with the new text, what it has shown.
  keepExecution(
      qRound(static_cast<double>(view_->viewport()->height()) * static_cast<double>(view_->call(Sci::SCI_TEXTHEIGHT)) /
             static_cast<double>(std::max(1L, lineHeight))));
  view_->callColour(Sci::SCI_MARKERSETBACK, ExecutionMarker, theme_.tint(Colour::Accent, kExecutionTint));
  view_->callColour(Sci::SCI_MARKERSETBACK, FlashMarker, theme_.tint(Colour::Yellow, kFlashTint));
}

EditorPosition ScintillaEditor::cursor() const {
  const long position = view_->call(Sci::SCI_GETCURRENTPOS);
  const long line = view_->lineOf(position);
  return {static_cast<int>(line),
          static_cast<int>(view_->call(Sci::SCI_COUNTCODEUNITS, view_->lineStart(line), position))};
}

long ScintillaEditor::positionOf(EditorPosition place) const {
  const long line = std::clamp<long>(place.line, 0, lineCount() - 1);
  const long start = view_->lineStart(line);
  const long end = view_->lineEnd(line);
  const long length = view_->call(Sci::SCI_COUNTCODEUNITS, start, end);
  if (place.column >= length) return end;
  return view_->call(Sci::SCI_POSITIONRELATIVECODEUNITS, start, place.column);
}

QString ScintillaEditor::selectedText() const {
  return QString::fromUtf8(
      view_->bytes(view_->call(Sci::SCI_GETSELECTIONSTART), view_->call(Sci::SCI_GETSELECTIONEND)));
}

TextRange ScintillaEditor::selection() const {
  const long start = view_->call(Sci::SCI_GETSELECTIONSTART);
  const long end = view_->call(Sci::SCI_GETSELECTIONEND);
  return {view_->call(Sci::SCI_COUNTCODEUNITS, 0, start), view_->call(Sci::SCI_COUNTCODEUNITS, start, end)};
}

QString ScintillaEditor::lineText(int line) const {
  return QString::fromUtf8(view_->bytes(view_->lineStart(line), view_->lineEnd(line)));
}

int ScintillaEditor::lineCount() const {
  return static_cast<int>(view_->call(Sci::SCI_GETLINECOUNT));
}

void ScintillaEditor::goTo(EditorPosition place, Reveal reveal) {
  const long position = positionOf(place);
  view_->call(Sci::SCI_ENSUREVISIBLE, view_->lineOf(position));
  if (reveal == Reveal::Centre) centre(view_->lineOf(position));
  view_->call(Sci::SCI_GOTOPOS, position);
}

void ScintillaEditor::select(TextRange range) {
  const long start = view_->call(Sci::SCI_POSITIONRELATIVECODEUNITS, 0, range.start);
  const long end = view_->call(Sci::SCI_POSITIONRELATIVECODEUNITS, start, range.length);
  view_->call(Sci::SCI_ENSUREVISIBLE, view_->lineOf(start));
  view_->call(Sci::SCI_SETSEL, start, end);
}

// From the last to the first, so that the earlier ranges keep their places.
void ScintillaEditor::replace(const std::vector<TextRange>& ranges, const QStringList& texts) {
  const std::vector<ByteRange> places = byteRanges(document().utf8(), ranges);
  view_->call(Sci::SCI_BEGINUNDOACTION);
  for (std::size_t index = places.size(); index-- > 0;) {
    view_->replaceBytes({places[index].start, places[index].length, texts[static_cast<qsizetype>(index)].toUtf8()});
  }
  view_->call(Sci::SCI_ENDUNDOACTION);
}

void ScintillaEditor::showMatches(const std::vector<TextRange>& matches) {
  view_->call(Sci::SCI_SETINDICATORCURRENT, ScintillaView::MatchIndicator);
  view_->call(Sci::SCI_INDICATORCLEARRANGE, 0, view_->call(Sci::SCI_GETLENGTH));
  for (const ByteRange& range : byteRanges(document().utf8(), matches)) {
    view_->call(Sci::SCI_INDICATORFILLRANGE, range.start, range.length);
  }
}

void ScintillaEditor::showBreakpoints(const std::vector<Breakpoint>& breakpoints) {
  view_->marks().setBreakpoints(breakpoints);
  view_->viewport()->update();
}

void ScintillaEditor::showDiagnostics(const std::vector<Diagnostic>& diagnostics) {
  diagnostics_ = diagnostics;
  for (const int indicator : {ScintillaView::ErrorIndicator, ScintillaView::WarningIndicator}) {
    view_->call(Sci::SCI_SETINDICATORCURRENT, indicator);
    view_->call(Sci::SCI_INDICATORCLEARRANGE, 0, view_->call(Sci::SCI_GETLENGTH));
  }
  for (const Diagnostic& each : diagnostics_) {
    const bool isError = each.severity == Diagnostic::Severity::Error;
    view_->call(Sci::SCI_SETINDICATORCURRENT,
                isError ? ScintillaView::ErrorIndicator : ScintillaView::WarningIndicator);
    const long start = positionOf(each.place);
    long end = each.length > 0 ? positionOf({each.place.line, each.place.column + each.length})
                               : view_->call(Sci::SCI_WORDENDPOSITION, start, 1);
    if (end <= start) end = std::min(start + 1, view_->call(Sci::SCI_GETLENGTH));
    view_->call(Sci::SCI_INDICATORFILLRANGE, end > start ? start : std::max(0L, start - 1), std::max(1L, end - start));
  }
  showNotes();
}

void ScintillaEditor::showValues(const std::vector<LineValue>& values) {
  values_ = values;
  showNotes();
}

void ScintillaEditor::showNotes() {
  using Note = LineMarks::Note;
  std::multimap<int, Note> notes;
  for (const Diagnostic& each : diagnostics_) {
    const bool isError = each.severity == Diagnostic::Severity::Error;
    notes.insert({each.place.line, {each.message, isError ? Note::Tone::Error : Note::Tone::Warning}});
  }
  for (const LineValue& each : values_) {
    const bool isProblem = each.tone == LineValue::Tone::Problem;
    notes.insert({each.line, {each.text, isProblem ? Note::Tone::Error : Note::Tone::Value}});
  }
  view_->marks().setNotes(std::move(notes));
  view_->viewport()->update();
}

void ScintillaEditor::showExecution(std::optional<EditorPosition> place) {
  view_->call(Sci::SCI_MARKERDELETEALL, ExecutionMarker);
  view_->marks().setExecutionLine(place ? std::optional(place->line) : std::nullopt);
  if (place) {
    view_->call(Sci::SCI_MARKERADD, place->line, ExecutionMarker);
    goTo(*place, Reveal::Centre);
  }
  view_->viewport()->update();
}

void ScintillaEditor::flash(int line) {
  view_->call(Sci::SCI_MARKERDELETEALL, FlashMarker);
  view_->call(Sci::SCI_MARKERADD, line, FlashMarker);
  flashTimer_.start();
}

void ScintillaEditor::setWhitespace(Whitespace whitespace) {
  view_->call(Sci::SCI_SETVIEWWS, whitespace == Whitespace::Shown ? Sci::SCWS_VISIBLEALWAYS : Sci::SCWS_INVISIBLE);
}

void ScintillaEditor::setZoom(int steps) {
  steps = std::clamp(steps, kSmallestZoom, kLargestZoom);
  if (steps == zoom_) return;
  zoom_ = steps;
  dress();
  emit zoomChanged(zoom_);
}

void ScintillaEditor::setCompletionSource(CompletionSource* source) {
  completing_->setSource(source);
}

void ScintillaEditor::characterAdded(int character) {
  typing::followCharacter(*view_, character);
  completing_->followCharacter(character);
}

void ScintillaEditor::marginClicked(int position, int margin) {
  if (margin != ScintillaView::FoldMargin) emit breakpointClicked(static_cast<int>(view_->lineOf(position)));
}

}  // namespace vmscope::ui
