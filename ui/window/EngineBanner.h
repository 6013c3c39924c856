#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace vmscope::ui {

class EngineSession;
class Theme;

// Says across the window why the engine has gone, and offers a fresh one. Hidden while there is an engine.
// GUI thread; owned by the main window.
class EngineBanner : public QFrame {
  Q_OBJECT

 public:
  EngineBanner(EngineSession& session, Theme& theme, QWidget* parent);

 private:
  void follow();
  void drawSign();

  EngineSession& session_;
  Theme& theme_;
  QLabel* sign_;
  QLabel* text_;
  QPushButton* fresh_;
};

}  // namespace vmscope::ui
