#pragma once

#include <QHash>
#include <QMainWindow>
#include <QTimer>
#include <memory>

#include "ui/editor/EditorArea.h"

class QDockWidget;
class QSettings;

namespace vmscope::ui {

class Actions;
class CommandPalette;
class Document;
class EngineSession;
class Layouts;
class LiveEditing;
class PreferenceStore;
class RunControl;
class RunStrip;
class RunToCursor;
class SourceNavigator;
class StatusLine;
class Theme;
class Workbench;
class Workspace;

// Puts editor, docks, toolbar and status bar together; iterates the dock registry and knows no dock by name.
// GUI thread; owned by the desktop, which also owns everything in Parts and outlives the window.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  struct Parts {
    EngineSession& session;
    Workspace& workspace;
    Theme& theme;
    PreferenceStore& preferences;
    QSettings& settings;
  };

  explicit MainWindow(const Parts& parts);
  ~MainWindow() override;

  Workbench& workbench() { return *workbench_; }
  RunControl& runs() { return *runs_; }
  Layouts& layouts() { return *layouts_; }
  EditorArea& area() { return *area_; }

  // Takes all of the screen where that has less room than the window wants.
  void fitInto(const QSize& room);
  // Leaves for a window that takes its place: nothing is asked and documents stay open.
  void stepAside();

 signals:
  void workspaceWanted(const QString& folder);  // empty: the sample

 protected:
  void closeEvent(QCloseEvent* event) override;

 private:
  void buildCentre();
  void buildDocks();
  void buildToolBar();
  void buildMenus();
  void connectActions();
  void connectThemeActions();
  void connectRuns();
  void connectDebugging();
  void restoreLook();
  void saveLook();

  void followWorkspace();
  void showCursor();
  void chooseWorkspace();
  void zoom(double scale);
  void applyScale();
  void showAbout();

  Parts parts_;
  EditorArea* area_;
  std::unique_ptr<SourceNavigator> navigator_;
  std::unique_ptr<Workbench> workbench_;
  std::unique_ptr<RunControl> runs_;
  Actions* actions_;
  RunStrip* strip_ = nullptr;
  StatusLine* status_ = nullptr;
  Layouts* layouts_ = nullptr;
  CommandPalette* palette_;
  LiveEditing* live_ = nullptr;
  RunToCursor* runToCursor_ = nullptr;
  QHash<QString, QDockWidget*> docks_;
  double layoutScale_ = 1.0;
  QTimer keepLook_;
};

}  // namespace vmscope::ui
