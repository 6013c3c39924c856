#pragma once

#include <QObject>
#include <QTimer>

#include "ui/Workbench.h"

class QLabel;
class QStatusBar;
class QToolButton;

namespace vmscope::protocol::vm {
struct InspectorState;
}

namespace vmscope::ui {

// Where the cursor is and how the text is encoded.
struct CursorPlace {
  int line = 0;    // 0-based
  int column = 0;  // 0-based
  QString encoding;
};

// What the status bar tells: engine, V8 and heap at the left; inspector, encoding and cursor at the right.
// GUI thread; owned by the main window.
class StatusLine : public QObject {
  Q_OBJECT

 public:
  StatusLine(Workbench& workbench, QStatusBar& bar);

  void showCursor(const CursorPlace& place);
  void hideCursor();

 private:
  void showEngine();
  void showFacts();
  void showInspector(const protocol::vm::InspectorState& inspector);
  void showSentence(const QString& sentence, Workbench::StatusKind kind);

  Workbench& workbench_;
  QStatusBar& bar_;
  QLabel* engineSign_;
  QLabel* engine_;
  QLabel* version_;
  QLabel* heap_;
  QLabel* sentence_;
  QTimer sentenceTimer_;
  QToolButton* inspector_;
  QLabel* cursor_;
};

// "4.2 MB"
QString byteText(qint64 bytes);

}  // namespace vmscope::ui
