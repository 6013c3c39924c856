#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>
#include <optional>
#include <vector>

#include "ui/editor/EditorCommand.h"

namespace vmscope::ui {

class CompletionSource;
class Document;
struct Breakpoint;

// A place in a text; both count from 0, the column in UTF-16 code units, as in the protocol.
struct EditorPosition {
  int line = 0;
  int column = 0;

  bool operator==(const EditorPosition&) const = default;
};

// A stretch of a document's text in UTF-16 code units from its start.
struct TextRange {
  qsizetype start = 0;
  qsizetype length = 0;

  bool operator==(const TextRange&) const = default;
};

// Something to say about a stretch of a line.
struct Diagnostic {
  enum class Severity { Error, Warning };
  Severity severity = Severity::Error;
  EditorPosition place;
  int length = 0;  // in UTF-16 code units; 0 for the word at the place
  QString message;

  bool operator==(const Diagnostic&) const = default;
};

// What the last run left at the end of a line.
struct LineValue {
  enum class Tone { Value, Problem };
  int line = 0;
  QString text;
  Tone tone = Tone::Value;

  bool operator==(const LineValue&) const = default;
};

// A view of one document's text. Several may show the same document. GUI thread; owned by the pane it is in.
class Editor : public QWidget {
  Q_OBJECT

 public:
  enum class Reveal { Nearest, Centre };
  enum class Whitespace { Hidden, Shown };

  using QWidget::QWidget;

  virtual Document& document() const = 0;

  virtual EditorPosition cursor() const = 0;
  virtual QString selectedText() const = 0;
  virtual TextRange selection() const = 0;
  virtual QString lineText(int line) const = 0;
  virtual int lineCount() const = 0;

  virtual void goTo(EditorPosition place, Reveal reveal = Reveal::Centre) = 0;
  virtual void select(TextRange range) = 0;
  // Replaces ranges, which ascend and do not overlap, in one step of undo.
  virtual void replace(const std::vector<TextRange>& ranges, const QStringList& texts) = 0;
  virtual void run(EditorCommand command) = 0;

  virtual void showMatches(const std::vector<TextRange>& matches) = 0;
  virtual void showBreakpoints(const std::vector<Breakpoint>& breakpoints) = 0;
  virtual void showDiagnostics(const std::vector<Diagnostic>& diagnostics) = 0;
  virtual void showValues(const std::vector<LineValue>& values) = 0;
  // Where the engine stands, or nowhere.
  virtual void showExecution(std::optional<EditorPosition> place) = 0;
  // Lights a line up for a moment.
  virtual void flash(int line) = 0;
  virtual void setWhitespace(Whitespace whitespace) = 0;
  // Steps of zoom from the theme's code font.
  virtual void setZoom(int steps) = 0;
  virtual int zoom() const = 0;
  virtual void setCompletionSource(CompletionSource* source) = 0;

 signals:
  void cursorMoved();
  void breakpointClicked(int line);
  void breakpointMenuRequested(int line, const QPoint& globalPosition);
  void menuRequested(const QPoint& globalPosition);
  void zoomChanged(int steps);
  void focused();
};

}  // namespace vmscope::ui
