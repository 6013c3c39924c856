#pragma once

#include <QWidget>

namespace vmscope::ui {

class Document;
class EngineSession;
class NoticeBar;
class RunControl;
class Workspace;
struct Paused;

// What a person must know before going on, over the editor: the engine has gone or runs out of memory, a window ended
// without saving, the workspace file is broken or cannot be saved. Each notice says what to do about it. GUI thread;
// owned by the main window.
class Notices : public QWidget {
  Q_OBJECT
  Q_MOC_INCLUDE("ui/workspace/Document.h")

 public:
  struct Parts {
    EngineSession& session;
    Workspace& workspace;
    RunControl& runs;
  };

  Notices(const Parts& parts, QWidget* parent);

 signals:
  // The person wants to see a place in a file; 0-based.
  void placeWanted(const QString& path, int line, int column);
  void documentRecovered(vmscope::ui::Document* document);

 private:
  NoticeBar* addBar(const char* name);
  void tellEngine();
  void tellMemory(const Paused& pause);
  void tellRecovery();
  void tellProblems();
  void recoverAll();
  bool mayDismiss();
  void dismissAll();

  Parts parts_;
  NoticeBar* engine_;
  NoticeBar* memory_;
  NoticeBar* recovery_;
  NoticeBar* problems_;
  NoticeBar* save_;
};

}  // namespace vmscope::ui
