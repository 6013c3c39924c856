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
  // About the file on disk.
  NoticeBar& notice() const { return *notice_; }
  // About what would be lost in a crash.
  NoticeBar& safety() const { return *safety_; }

 signals:
  void closeWanted();

 private:
  void tellDiskChange(Document::DiskChange change);

  NoticeBar* notice_;
  NoticeBar* safety_;
  Editor* editor_;
};

}  // namespace vmscope::ui
