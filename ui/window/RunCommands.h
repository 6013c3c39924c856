#pragma once

#include <QObject>

namespace vmscope::ui {

class Actions;
class EditorArea;
class PreferenceStore;
class RunControl;
class Workbench;
enum class RunStart;

// Run, Debug and Stop: of the document that is edited, in the context that it belongs to or that was chosen for it.
// GUI thread; owned by the main window.
class RunCommands : public QObject {
  Q_OBJECT

 public:
  // Everything outlives this.
  struct Parts {
    Workbench& workbench;
    EditorArea& area;
    RunControl& runs;
    Actions& actions;
    PreferenceStore& preferences;
  };

  RunCommands(const Parts& parts, QObject* parent);

 private:
  void connectActions();
  void run(RunStart start);
  void followEditor();
  void followDocumentsContext();
  void choosePlaceToRun();
  void showWhatIsPossible();
  QString whyNowhere() const;

  Parts parts_;
};

}  // namespace vmscope::ui
