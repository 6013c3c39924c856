#pragma once

#include <Qsci/qsciscintillabase.h>

#include <memory>
#include <optional>
#include <vector>

#include "ui/editor/javascript/JavaScriptScanner.h"
#include "ui/editor/scintilla/LineMarks.h"
#include "ui/workspace/EditJournal.h"

namespace vmscope::ui {

class Theme;

// The editing widget dressed for us: our scanner colours and folds it, our theme gives it colours and fonts, and our
// marks are painted over its margin and behind its lines. GUI thread; owned by a ScintillaEditor.
class ScintillaView : public QsciScintillaBase {
  Q_OBJECT

 public:
  enum Margin { BreakpointMargin, NumberMargin, FoldMargin };
  enum Indicator { MatchIndicator = 8, ErrorIndicator, WarningIndicator };

  ScintillaView(Theme& theme, std::shared_ptr<JavaScriptScanner> scanner, QWidget* parent);

  long call(unsigned int message, long first = 0, long second = 0) const;
  long callText(unsigned int message, long first, const QByteArray& text) const;
  void callColour(unsigned int message, long first, const QColor& colour) const;

  void shareBufferOf(const ScintillaView& other);
  void replaceBytes(const TextEdit& edit);
  QByteArray bytes(long start, long end) const;
  long lineStart(long line) const { return call(SCI_POSITIONFROMLINE, line); }
  long lineEnd(long line) const { return call(SCI_GETLINEENDPOSITION, line); }
  long lineOf(long position) const { return call(SCI_LINEFROMPOSITION, position); }

  // Zoom in steps of one point.
  void dress(int zoom);
  LineMarks& marks() { return marks_; }
  void updateNumberMargin();

 signals:
  void zoomWanted(int steps);
  void edited(const vmscope::ui::TextEdit& edit);
  void menuWanted(const QPoint& globalPosition);
  // Before the widget sees a key; whoever takes it calls `accept`.
  void keyPressed(QKeyEvent* event);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  void setUp();
  void setUpMargins();
  void setUpFolding();
  void dressText(int zoom);
  void dressMarks();
  void styleUpTo(int position);
  void styleTyping(long position, long length);
  void widenPositionCache();
  void tellEdit(int position, int kind, const char* text, int length);
  void matchBrace();

  Theme& theme_;
  std::shared_ptr<JavaScriptScanner> scanner_;
  LineMarks marks_;
};

}  // namespace vmscope::ui
