#pragma once

#include <QTimer>
#include <memory>

#include "ui/editor/Editor.h"
#include "ui/editor/scintilla/LineMarks.h"
#include "ui/editor/scintilla/SharedBuffer.h"

namespace vmscope::ui {

class Completing;
class ScintillaView;
class Theme;

// The Editor on top of the Scintilla widget. GUI thread; owned by its pane; the buffer lives as long as one of its
// editors.
class ScintillaEditor : public Editor {
  Q_OBJECT

 public:
  ScintillaEditor(std::shared_ptr<SharedBuffer> buffer, Theme& theme, QWidget* parent);
  ~ScintillaEditor() override;

  Document& document() const override { return buffer_->document(); }
  EditorPosition cursor() const override;
  QString selectedText() const override;
  TextRange selection() const override;
  QString lineText(int line) const override;
  int lineCount() const override;

  void goTo(EditorPosition place, Reveal reveal) override;
  void select(TextRange range) override;
  void replace(const std::vector<TextRange>& ranges, const QStringList& texts) override;
  void run(EditorCommand command) override;

  void showMatches(const std::vector<TextRange>& matches) override;
  void showBreakpoints(const std::vector<Breakpoint>& breakpoints) override;
  void showDiagnostics(const std::vector<Diagnostic>& diagnostics) override;
  void showValues(const std::vector<LineValue>& values) override;
  void showExecution(std::optional<EditorPosition> place) override;
  void flash(int line) override;
  void setWhitespace(Whitespace whitespace) override;
  void setZoom(int steps) override;
  int zoom() const override { return zoom_; }
  void setCompletionSource(CompletionSource* source) override;

  ScintillaView& view() const { return *view_; }
  Completing& completing() const { return *completing_; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void connectView();
  void dress();
  void centre(long line);
  void keepExecution(int heightBefore);
  void characterAdded(int character);
  void marginClicked(int position, int margin);
  void showNotes();
  long positionOf(EditorPosition place) const;

  std::shared_ptr<SharedBuffer> buffer_;
  Theme& theme_;
  ScintillaView* view_;
  Completing* completing_;
  std::vector<Diagnostic> diagnostics_;
  std::vector<LineValue> values_;
  QTimer flashTimer_;
  int zoom_ = 0;
};

}  // namespace vmscope::ui
