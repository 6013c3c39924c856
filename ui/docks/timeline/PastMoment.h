#pragma once

#include <QHash>
#include <QObject>
#include <optional>
#include <vector>

#include "ui/docks/microtasks/QueueJob.h"

namespace vmscope::ui {

class EngineSession;

// The moment of the recording that the docks show instead of now; while there is none they are live.
// One for each session, which owns it, so that it outlives a window that is made anew; GUI thread.
class PastMoment : public QObject {
  Q_OBJECT

 public:
  // How everything stood then. A value.
  struct Scene {
    int position = -1;  // in the recording
    QString words;      // "12.345 ms, row 12 of 40"
    std::vector<Lane> lanes;
    QHash<QString, ModuleStatus> modules;  // by id; others are as they are now
    std::optional<quint64> consoleCalls;   // how many there had been since the window's start, when that is known
  };

  static PastMoment& of(EngineSession& session);

  const std::optional<Scene>& scene() const { return scene_; }
  void show(Scene scene);
  // Back to now.
  void leave();

 signals:
  void changed();

 private:
  explicit PastMoment(EngineSession& session);

  std::optional<Scene> scene_;
};

}  // namespace vmscope::ui
