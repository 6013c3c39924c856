#pragma once

#include <QWidget>

namespace vmscope::ui {

class Theme;

// What stands in the editor area while no document is open. GUI thread; owned by the area.
class EmptyArea : public QWidget {
  Q_OBJECT

 public:
  EmptyArea(Theme& theme, QWidget* parent);

 signals:
  void newWanted();
};

}  // namespace vmscope::ui
