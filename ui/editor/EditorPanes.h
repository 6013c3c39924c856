#pragma once

#include <QSplitter>
#include <functional>
#include <optional>
#include <vector>

#include "ui/editor/Editor.h"
#include "ui/editor/EditorPane.h"

class QDataStream;
class QRubberBand;

namespace vmscope::ui {

class Theme;

// The panes of the editor area and the splits between them, nested as deep as one likes; there is always one pane.
// GUI thread; owned by the area.
class EditorPanes : public QSplitter {
  Q_OBJECT

 public:
  enum class Side { Left, Right, Above, Below };

  EditorPanes(Theme& theme, QWidget* parent);

  EditorPane& active() const { return *active_; }
  void activate(EditorPane& pane);
  void activateNext();
  const std::vector<EditorPane*>& all() const { return panes_; }
  EditorPane* paneOf(const Editor& editor) const;

  EditorPane& addBeside(EditorPane& pane, Side side);
  // Takes an empty pane away, unless it is the only one.
  void remove(EditorPane& pane);

  // The splits with their sizes; what is in a pane is for the functions to write and to read.
  void save(QDataStream& stream, const std::function<void(const EditorPane&)>& writePane) const;
  void restore(QDataStream& stream, const std::function<void(EditorPane&)>& readPane);

 signals:
  void activated();
  // Another tab of a pane is at its front.
  void currentChanged();
  void closeWanted(vmscope::ui::Editor* editor);
  // A tab was carried to a pane; to a side of it where that makes a new pane.
  void moveWanted(vmscope::ui::Editor* editor, vmscope::ui::EditorPane* target,
                  std::optional<vmscope::ui::EditorPanes::Side> side);

 private:
  struct Target {
    EditorPane* pane = nullptr;
    std::optional<Side> side;
  };

  static QSplitter* newSplit(Qt::Orientation orientation);
  EditorPane& insertPane(QSplitter& parent, int index);
  Target targetAt(const QPoint& globalPosition) const;
  void showTarget(const QPoint& globalPosition);
  void drop(Editor* editor, const QPoint& globalPosition);
  void saveSplit(QDataStream& stream, const QSplitter& split,
                 const std::function<void(const EditorPane&)>& writePane) const;
  void restoreSplit(QDataStream& stream, QSplitter& split, const std::function<void(EditorPane&)>& readPane);

  Theme& theme_;
  std::vector<EditorPane*> panes_;
  EditorPane* active_ = nullptr;
  QRubberBand* band_;
};

}  // namespace vmscope::ui
