#pragma once

#include <QWidget>
#include <vector>

namespace vmscope::ui {

class Document;
class Editor;
class EditorPage;
class FindBar;
class Theme;

// One pane of the editor area: tabs, and a bar to find and replace in the tab at the front. GUI thread; owned by the
// area.
class EditorPane : public QWidget {
  Q_OBJECT
  Q_MOC_INCLUDE("ui/editor/Editor.h")

 public:
  EditorPane(Theme& theme, QWidget* parent);

  void add(Editor* editor);
  void showEditor(Editor& editor);
  // Takes the editor out and deletes it.
  void remove(Editor& editor);
  // Takes the editor out for another pane, which adds it at once.
  void take(Editor& editor);
  Editor* current() const;
  Editor* find(const Document& document) const;
  std::vector<Editor*> editors() const;
  bool isEmpty() const;
  // Where a tab that is dropped joins the others, in this widget's coordinates.
  QRect tabArea() const;
  void step(int tabs);

  FindBar& findBar() const { return *findBar_; }
  void retitle();

 signals:
  void currentChanged();
  void focused();
  void closeWanted(vmscope::ui::Editor* editor);
  void tabCarried(const QPoint& globalPosition);
  void tabDropped(vmscope::ui::Editor* editor, const QPoint& globalPosition);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void connectTabs();
  EditorPage* page(int index) const;
  int indexOf(const Editor& editor) const;
  void showTabMenu(const QPoint& place);
  QString titleOf(const Document& document) const;

  Theme& theme_;
  class Tabs;
  Tabs* tabs_;
  FindBar* findBar_;
};

}  // namespace vmscope::ui
