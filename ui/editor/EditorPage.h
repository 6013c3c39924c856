#pragma once

#include <QWidget>

#include "ui/workspace/Document.h"

namespace vmscope::ui {

class Editor;
class NoticeBar;

// The inside of a tab: an editor, and above it what is to be said about its file. GUI thread; owned by the pane.
class EditorPage : public QWidget {
  Q_OBJECT

 public:
  EditorPage(Editor* editor, QWidget* parent);

  Editor& editor() const { return *editor_; }
  NoticeBar& notice() const { return *notice_; }

 signals:
  void closeWanted();

 private:
  void tellDiskChange(Document::DiskChange change);

  NoticeBar* notice_;
  Editor* editor_;
};

}  // namespace vmscope::ui
