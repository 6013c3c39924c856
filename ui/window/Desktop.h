#pragma once

#include <QObject>
#include <QSettings>
#include <memory>

#include "ui/window/CommandLine.h"
#include "ui/window/Preferences.h"
#include "ui/window/Translation.h"

namespace vmscope::ui {

class EngineSession;
class MainWindow;
class ProtocolTransport;
class Theme;
class Workspace;

// What lives as long as the program: preferences, theme, workspace and engine; and the window, which is made anew when
// the language changes. GUI thread; owned by main().
class Desktop : public QObject {
  Q_OBJECT

 public:
  Desktop(const StartOptions& options, std::unique_ptr<ProtocolTransport> engine);
  ~Desktop() override;

  // Shows the window at once; workspace and engine follow without making it wait.
  void show();

  MainWindow& window() { return *window_; }
  EngineSession& session() { return *session_; }
  Workspace& workspace() { return *workspace_; }
  Theme& theme() { return *theme_; }

 signals:
  void workspaceReady();
  void workspaceFailed(const QString& reason);

 private:
  void override(const StartOptions& options);
  void follow(const Preferences& before);
  void makeWindow();
  void openFirstWorkspace();
  void openLastWorkspace(const QString& folder);
  void openWorkspace(const QString& folder);
  void passRecipesOn();

  StartOptions options_;
  QSettings settings_;
  PreferenceStore preferences_;
  Translation translation_;
  std::unique_ptr<Theme> theme_;
  std::unique_ptr<Workspace> workspace_;
  std::unique_ptr<EngineSession> session_;
  std::unique_ptr<MainWindow> window_;
};

}  // namespace vmscope::ui
