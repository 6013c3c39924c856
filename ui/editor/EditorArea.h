#pragma once

#include <QHash>
#include <QList>
#include <QPointer>
#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

#include "ui/editor/Editor.h"
#include "ui/editor/EditorQuestions.h"

class QAction;
class QDataStream;
class QStackedWidget;

namespace vmscope::ui {

class BreakpointMargins;
class Document;
class EditorPane;
class EditorPanes;
class SharedBuffer;
class Theme;
class Workspace;

// The middle of the window: the workspace's open documents in tabs and splits. Its actions are what can be done to
// them; their shortcuts work from within it. GUI thread; owned by the main window.
class EditorArea : public QWidget {
  Q_OBJECT
  Q_MOC_INCLUDE("ui/workspace/Document.h")

 public:
  EditorArea(Workspace& workspace, Theme& theme, QWidget* parent = nullptr);
  ~EditorArea() override;

  // Who answers questions; dialogs unless another is set. Outlives the area.
  void setQuestions(EditorQuestions& questions) { questions_ = &questions; }

  // Opens a document (relative or absolute path) in the current pane, or brings it to the front. Says why not.
  Editor* open(const QString& path);
  Editor* showDocument(Document& document);
  void newDocument();

  Editor* currentEditor() const;
  Document* currentDocument() const;
  std::vector<Editor*> editorsOf(const Document& document) const;
  std::vector<Editor*> editors() const;

  bool save(Document& document);
  bool saveAs(Document& document);
  bool saveAll();
  // Asks where something is unsaved; false when the person wants to stay.
  bool close(Editor& editor);
  bool closeAll();

  void split(Qt::Orientation direction);
  void moveToNextPane();

  BreakpointMargins& breakpointMargins() const { return *margins_; }

  // Actions of others that belong into the menu over a text; those that are enabled are shown.
  void setTextActions(const QList<QAction*>& actions) { textActions_ = actions; }

  // Which documents are open where, as text for the settings.
  QByteArray saveLayout() const;
  void restoreLayout(const QByteArray& layout);

 signals:
  // Another editor, or none, is the one that commands act on.
  void currentEditorChanged(vmscope::ui::Editor* editor);
  void editorCreated(vmscope::ui::Editor* editor);
  // The cursor of the current editor, or what it shows, has moved.
  void cursorMoved();
  void documentSaved(vmscope::ui::Document* document);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void buildActions();
  QAction* addAction(const char* id, const QString& label, const char* shortcut, std::function<void()> run);
  void connectWorkspace();
  void connectPanes();
  void currentMayHaveChanged();
  Editor* create(Document& document, QWidget* parent);
  Editor* placed(Document& document, EditorPane& pane);
  void move(Editor& editor, EditorPane& to);
  void drop(Document& document);
  void goToLine();
  void showTextMenu(const QPoint& place);
  void showBreakpointMenu(const Editor& editor, int line, const QPoint& place);
  void savePane(QDataStream& stream, const EditorPane& pane) const;
  void restorePane(QDataStream& stream, EditorPane& pane);
  void applyZoom(int steps);

  Workspace& workspace_;
  Theme& theme_;
  std::unique_ptr<EditorQuestions> dialogs_;
  EditorQuestions* questions_;
  BreakpointMargins* margins_;
  QStackedWidget* stack_;
  EditorPanes* panes_;
  QPointer<Editor> announced_;
  QHash<const Document*, std::weak_ptr<SharedBuffer>> buffers_;
  QList<QAction*> textActions_;
  int zoom_ = 0;
  Editor::Whitespace whitespace_ = Editor::Whitespace::Hidden;
};

}  // namespace vmscope::ui
