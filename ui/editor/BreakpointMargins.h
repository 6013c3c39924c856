#pragma once

#include <QObject>

#include "ui/workspace/Breakpoints.h"

class QMenu;

namespace vmscope::ui {

class BreakpointPlaces;
class Document;
class Editor;
class EditorArea;
class EditorQuestions;
class Workspace;

// Shows the workspace's breakpoints in the margins of the editors and lets a click there set, change and remove them.
// GUI thread; owned by the editor area.
class BreakpointMargins : public QObject {
  Q_OBJECT

 public:
  BreakpointMargins(EditorArea& area, Workspace& workspace);

  // Who knows where code can stop; without, every line will do. Null for none; outlives its use.
  void setPlaces(BreakpointPlaces* places) { places_ = places; }

  // Removes the breakpoint of a line, or sets one at the line or the first behind it where code can stop.
  void toggle(const Document& document, int line);
  // Asks for condition or log message of the line's breakpoint, which is made if there is none.
  void edit(const Document& document, int line, EditorQuestions& questions);
  // What can be done at a line, with the breakpoint that is there.
  void fillMenu(QMenu& menu, const Document& document, int line, EditorQuestions& questions);

 signals:
  // No code behind this line can stop.
  void noPlace(int line);
  // Code stops behind the line that was asked for only.
  void movedOn(int line, int place);

 private:
  void adopt(Editor* editor);
  void show(Editor& editor);
  void showAll(const QString& document);
  void whereCodeStops(const Document& document, int line, std::function<void(int)> act);

  EditorArea& area_;
  Workspace& workspace_;
  BreakpointPlaces* places_ = nullptr;
};

}  // namespace vmscope::ui
