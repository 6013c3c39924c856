#pragma once

#include <QObject>

#include "ui/Navigator.h"

namespace vmscope::ui {

class Editor;
class EditorArea;
class EngineSession;
class Workspace;

// Shows places in the editor area: documents, files, and scripts that only the engine has, whose text is asked for.
// GUI thread; owned by the main window; what it joins outlives it.
class SourceNavigator : public QObject, public Navigator {
  Q_OBJECT

 public:
  struct Parts {
    EditorArea& area;
    EngineSession& session;
    Workspace& workspace;
  };

  explicit SourceNavigator(const Parts& parts, QObject* parent = nullptr);

  void open(const SourcePlace& place, Emphasis emphasis = Emphasis::None) override;
  void clear(Emphasis emphasis) override;

 signals:
  // There is nothing to show, and why.
  void notFound(const QString& reason);

 private:
  Editor* editorFor(const SourcePlace& place);
  void fetch(const SourcePlace& place, Emphasis emphasis);
  void show(Editor& editor, const SourcePlace& place, Emphasis emphasis);

  Parts parts_;
  int newest_ = 0;  // a text that arrives after another place was asked for is not shown
};

}  // namespace vmscope::ui
