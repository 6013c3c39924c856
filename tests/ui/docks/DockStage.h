#pragma once

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>
#include <memory>

#include "tests/ui/FakeTransport.h"
#include "ui/Navigator.h"
#include "ui/Workbench.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/theme/Theme.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

// Remembers where docks asked to go.
class RecordingNavigator : public Navigator {
 public:
  struct Visit {
    SourcePlace place;
    Emphasis emphasis;
  };

  void open(const SourcePlace& place, Emphasis emphasis) override { visits.push_back({place, emphasis}); }
  void clear(Emphasis emphasis) override { cleared.push_back(emphasis); }

  std::vector<Visit> visits;
  std::vector<Emphasis> cleared;
};

// Everything a dock needs to live, with an engine played from a script. Pictures go to the folder that
// VMSCOPE_SCREENSHOTS names, when it does.
class DockStage {
 public:
  explicit DockStage(BrightnessChoice brightness = BrightnessChoice::Light) {
    theme.choose(brightness);
    theme.setMotion(Motion::Reduced);
    theme.applyToApplication();
    session.startFresh();
  }

  static FakeTransport& fake(std::unique_ptr<ProtocolTransport>& owner) {
    owner = std::make_unique<FakeTransport>();
    return static_cast<FakeTransport&>(*owner);
  }

  void addContext(int id, const QString& name, bool isMain = false) {
    EngineContext context;
    context.id = id;
    context.name = name;
    context.queueId = id;
    context.isMain = isMain;
    session.contexts().put(context);
  }

  // The two contexts of the sample workspace.
  void addSampleContexts() {
    addContext(1, QStringLiteral("main"), true);
    addContext(2, QStringLiteral("alpha"));
    addContext(3, QStringLiteral("beta"));
  }

  void show(QWidget& widget, QSize size) {
    widget.resize(size);
    widget.show();
    (void)QTest::qWaitForWindowExposed(&widget);
    QCoreApplication::processEvents();
  }

  void photograph(QWidget& widget, const QString& name) {
    const QString folder = qEnvironmentVariable("VMSCOPE_SCREENSHOTS");
    if (folder.isEmpty()) return;
    QCoreApplication::processEvents();
    QDir().mkpath(folder);
    widget.grab().save(folder + QLatin1Char('/') + name + (theme.isDark() ? "-dark.png" : "-light.png"));
  }

 private:
  std::unique_ptr<ProtocolTransport> owner_;
  QTemporaryDir folder_;

 public:
  FakeTransport& transport = fake(owner_);
  EngineSession session{std::move(owner_)};
  Theme theme;
  Workspace workspace{folder_.path()};
  RecordingNavigator navigator;
  Workbench workbench{{session, workspace, theme, navigator}};
};

}  // namespace vmscope::ui
