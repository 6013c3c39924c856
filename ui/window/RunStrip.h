#pragma once

#include <QFrame>
#include <QUrl>
#include <functional>

#include "ui/theme/Tokens.h"

class QLabel;
class QToolButton;

namespace vmscope::ui {

class RunControl;
class Theme;
struct RunReport;

enum class RunProgress { Running, Paused };

// One line below the editor: what the last run gave, how long it took and how many jobs ran. Hidden before the first
// run. GUI thread; owned by the main window.
class RunStrip : public QFrame {
  Q_OBJECT

 public:
  RunStrip(RunControl& runs, Theme& theme, QWidget* parent);

  QString text() const;

  // Where the run that began is now.
  void showProgress(RunProgress progress);
  // The engine that gave the last result is no more.
  void forget();

 signals:
  // The person wants to see the line that threw.
  void placeWanted(const QUrl& url, int line);

 private:
  void showStart();
  void showReport(const RunReport& report);
  void showSign(const QString& icon, Colour tone);

  Theme& theme_;
  std::function<void()> drawSign_;  // anew in another theme or size
  QLabel* sign_;
  QLabel* text_;
  QLabel* figures_;
  QToolButton* place_;
  QUrl url_;
  int line_ = 0;
  bool isRunning_ = false;
};

// "1.3 ms", "2.4 s": a duration as people say it.
QString durationText(double micros);
// The report in one sentence, without its figures.
QString sentenceOf(const RunReport& report);
QString figuresOf(const RunReport& report);

}  // namespace vmscope::ui
