// window_pictures [--plain] FOLDER: writes NAME-THEME-LANGUAGE[@2x].png for every dock and the whole window; --plain
// only those in light, English, at scale 1.

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QDockWidget>
#include <QMenu>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>
#include <cstdio>
#include <set>

#include "tests/pictures/Stories.h"
#include "ui/DockRegistry.h"
#include "ui/MainWindow.h"
#include "ui/editor/EditorQuestions.h"
#include "ui/theme/Theme.h"
#include "ui/window/Desktop.h"
#include "ui/window/Layouts.h"
#include "ui/window/OffscreenPlatform.h"
#include "ui/workspace/TextFile.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {
namespace {

constexpr QSize kDockSize(760, 420);
constexpr int kPatienceMs = 20'000;
constexpr QSize kProjectorSize(1920, 1080);
constexpr std::size_t kFewestColours = 20;  // fewer: nothing was drawn

struct Edition {
  QString folder;
  QString language;
  std::vector<BrightnessChoice> themes;
  std::vector<double> dialogScales{1.0};
};

class Camera {
 public:
  Camera(Stories& stories, const Edition& edition) : stories_(stories), edition_(edition) {}

  void window(const QString& name) {
    inEachTheme([&] { save(stories_.desktop().window().grab(), QStringLiteral("window-") + name); });
  }

  // What is gone when the theme changes is brought about anew in each.
  void windowAfter(const std::function<void()>& act, const std::function<void()>& undo, const QString& name) {
    inEachTheme([&] {
      act();
      save(stories_.desktop().window().grab(), QStringLiteral("window-") + name);
      undo();
    });
  }

  // A window of its own above the main one.
  void child(const QString& objectName, const QString& name) {
    auto* child = stories_.desktop().window().findChild<QWidget*>(objectName);
    inEachTheme([&] { save(child->grab(), name); });
    child->close();
  }

  // The dialog, or the menu, that an act waits for; as it is and with large text.
  void dialog(const QString& name, const std::function<void()>& act) {
    for (const double scale : edition_.dialogScales) {
      stories_.desktop().theme().setScale(scale);
      inEachTheme([&] { save(pictureOfDialog(act), scale > 1 ? name + QStringLiteral("-200") : name); });
    }
    stories_.desktop().theme().setScale(1.0);
  }

  // At another size of text, as on a projector.
  void windowAtScale(double scale, const QString& name) {
    stories_.desktop().theme().setScale(scale);
    window(name);
    stories_.desktop().theme().setScale(1.0);
  }

  // Floats, so that each has the same room.
  void dock(const QString& id) {
    auto* dock = stories_.desktop().window().findChild<QDockWidget*>(id);
    dock->setFloating(true);
    dock->show();
    dock->widget()->setFixedSize(kDockSize);
    inEachTheme([&] { save(dock->widget()->grab(), id); });
    dock->widget()->setMinimumSize(0, 0);
    dock->widget()->setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    dock->setFloating(false);
  }

  // As the layout comes, whatever was moved before.
  void layout(const QString& id, const QString& name) {
    arrange(id);
    window(name);
  }

  void raise(const QString& id) { stories_.desktop().window().findChild<QDockWidget*>(id)->raise(); }

  void arrange(const QString& id) {
    stories_.desktop().window().layouts().apply(id);
    stories_.desktop().window().layouts().reset();
  }

  int missing() const { return missing_; }

 private:
  QPixmap pictureOfDialog(const std::function<void()>& act) {
    QPixmap picture;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
      QWidget* dialog = QApplication::activePopupWidget();
      if (!dialog) dialog = QApplication::activeModalWidget();
      if (!dialog || !picture.isNull()) return;
      look.stop();
      stories_.settle();
      picture = dialog->grab();
      dialog->close();
    });
    look.start(0);
    act();
    if (!QTest::qWaitFor([&] { return !picture.isNull(); }, kPatienceMs)) qFatal("window_pictures: no dialog came");
    stories_.settle();
    return picture;
  }

  template <class Take>
  void inEachTheme(const Take& take) {
    for (const BrightnessChoice theme : edition_.themes) {
      stories_.desktop().theme().choose(theme);
      stories_.settle();
      take();
    }
    stories_.desktop().theme().choose(edition_.themes.front());
  }

  void save(const QPixmap& picture, const QString& name) {
    const QString theme = stories_.desktop().theme().isDark() ? QStringLiteral("dark") : QStringLiteral("light");
    const QString scale = picture.devicePixelRatio() > 1 ? QStringLiteral("@2x") : QString();
    const QString path =
        QStringLiteral("%1/%2-%3-%4%5.png").arg(edition_.folder, name, theme, edition_.language, scale);
    if (coloursIn(picture.toImage()) >= kFewestColours && picture.save(path)) return;
    std::fprintf(stderr, "window_pictures: %s is empty or cannot be written\n", qPrintable(path));
    ++missing_;
  }

  static std::size_t coloursIn(const QImage& image) {
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
      for (int x = 0; x < image.width(); ++x) colours.insert(image.pixel(x, y));
    }
    return colours.size();
  }

  Stories& stories_;
  const Edition& edition_;
  int missing_ = 0;
};

void takeEditing(Stories& stories, Camera& camera) {
  stories.find();
  camera.window(QStringLiteral("find"));
  stories.endFinding();
  camera.windowAfter([&] { stories.complete(); }, [&] { stories.endCompleting(); }, QStringLiteral("completion"));
  stories.trigger(ActionId::CommandPalette);
  camera.child(QStringLiteral("commandPalette"), QStringLiteral("palette"));
  stories.trigger(ActionId::Preferences);
  camera.child(QStringLiteral("preferencesDialog"), QStringLiteral("preferences"));
}

// A menu of the bar or within one.
void takeMenu(Stories& stories, Camera& camera, const char* name) {
  auto* menu = stories.desktop().window().findChild<QMenu*>(QStringLiteral("menu.") + QLatin1String(name));
  camera.dialog(menu->objectName(), [&] { menu->popup(stories.desktop().window().mapToGlobal(QPoint(0, 0))); });
}

void takeDialogs(Stories& stories, Camera& camera) {
  MainWindow& window = stories.desktop().window();
  for (const char* name : {"file", "edit", "lines", "run", "debug", "view", "docks", "size"})
    takeMenu(stories, camera, name);
  camera.dialog(QStringLiteral("dialog-about"), [&] { stories.trigger(ActionId::About); });
  camera.dialog(QStringLiteral("dialog-preferences"), [&] { stories.trigger(ActionId::Preferences); });
  EditorDialogs questions(window);
  Document& document = *window.area().currentDocument();
  camera.dialog(QStringLiteral("dialog-unsaved"), [&] { questions.aboutUnsaved({&document}); });
  camera.dialog(QStringLiteral("dialog-unsaved-many"), [&] { questions.aboutUnsaved({&document, &document}); });
  camera.dialog(QStringLiteral("dialog-conflict"), [&] { questions.aboutConflict(document); });
  camera.dialog(QStringLiteral("dialog-line"), [&] { questions.lineToGoTo(3, 1200); });
  camera.dialog(QStringLiteral("dialog-breakpoint"), [&] {
    questions.editedBreakpoint({QStringLiteral("alpha/app.js"), 3, {}, {}, Breakpoint::State::Enabled, {}});
  });
  camera.dialog(QStringLiteral("dialog-open"), [&] { questions.pathToOpen(stories.desktop().workspace().folder()); });
  camera.dialog(QStringLiteral("dialog-tell"), [&] {
    questions.tell(std::get<FileProblem>(readTextFile(QStringLiteral("/nowhere/missing.js"))).message);
  });
  auto* tree = window.findChild<QTreeView*>(QStringLiteral("contextTree"));
  tree->setCurrentIndex(tree->model()->index(0, 0));
  for (const char* name : {"newContext", "editContext", "whyAlive", "disposeContext"}) {
    camera.dialog(QStringLiteral("dialog-") + QLatin1String(name), [&] { stories.triggerNamed(name); });
  }
}

// As a class sees it, from the back row.
void takeProjector(Stories& stories, Camera& camera) {
  const QSize before = stories.desktop().window().size();
  stories.desktop().window().resize(kProjectorSize);
  camera.arrange(QStringLiteral("teaching"));
  stories.desktop().theme().setScale(2.0);
  stories.desktop().window().layouts().reset();
  camera.window(QStringLiteral("projector"));
  stories.step();
  camera.window(QStringLiteral("projector-stepped"));
  camera.raise(QStringLiteral("timeline"));
  camera.window(QStringLiteral("projector-timeline"));
  stories.desktop().theme().setScale(1.0);
  stories.desktop().window().resize(before);
}

int takeAll(const Edition& edition) {
  Stories stories(edition.language);
  Camera camera(stories, edition);
  stories.runEverything();
  camera.window(QStringLiteral("after-a-run"));
  for (const DockEntry& entry : dockRegistry()) {
    const QString id = QLatin1String(entry.id);
    if (id != QLatin1String("microtasks") && id != QLatin1String("debugger") && id != QLatin1String("timers"))
      camera.dock(id);
  }
  camera.layout(QStringLiteral("editing"), QStringLiteral("editing"));
  takeEditing(stories, camera);
  takeDialogs(stories, camera);
  camera.arrange(QStringLiteral("debugging"));
  stories.holdQueue();
  camera.window(QStringLiteral("held-queue"));
  camera.dock(QStringLiteral("microtasks"));
  camera.dock(QStringLiteral("timers"));
  camera.layout(QStringLiteral("teaching"), QStringLiteral("teaching"));
  takeProjector(stories, camera);
  camera.arrange(QStringLiteral("debugging"));
  stories.pause();
  camera.window(QStringLiteral("paused"));
  camera.dock(QStringLiteral("debugger"));
  camera.arrange(QStringLiteral("debugging"));
  camera.windowAtScale(1.5, QStringLiteral("paused-150"));
  camera.windowAtScale(2.0, QStringLiteral("paused-200"));
  stories.loseEngine();
  camera.window(QStringLiteral("engine-gone"));
  return camera.missing();
}

// Names that are longer than anybody planned for.
int takeLongNames(const Edition& edition) {
  const QTemporaryDir folder;
  Stories::writeLongNames(folder.path());
  Stories stories(edition.language, folder.path());
  Camera camera(stories, edition);
  stories.runEverything();
  camera.window(QStringLiteral("long-names"));
  return camera.missing();
}

int takeEdition(const Edition& edition) {
  return takeAll(edition) + takeLongNames(edition);
}

// A scale is a process's own.
int takeAtScale(const char* scale, const QString& folder) {
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QLatin1String(scale));
  process.setProcessEnvironment(environment);
  process.setProcessChannelMode(QProcess::ForwardedChannels);
  process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--one-scale"), folder});
  process.waitForFinished(-1);
  return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 1;
}

int run(const QStringList& arguments) {
  QCommandLineParser parser;
  const QCommandLineOption plain(QStringLiteral("plain"));
  const QCommandLineOption oneScale(QStringLiteral("one-scale"));
  parser.addOptions({plain, oneScale});
  parser.addPositionalArgument(QStringLiteral("folder"), {});
  parser.process(arguments);
  const QString folder = parser.positionalArguments().value(0);
  if (folder.isEmpty() || !QDir().mkpath(folder)) {
    std::fprintf(stderr, "window_pictures: no folder to write to\n");
    return 2;
  }
  if (parser.isSet(plain)) return takeEdition({folder, QStringLiteral("en"), {BrightnessChoice::Light}});
  if (!parser.isSet(oneScale)) return takeAtScale("1", folder) + takeAtScale("2", folder);
  int missing = 0;
  for (const char* language : {"en", "zh_CN"})
    missing +=
        takeEdition({folder, QLatin1String(language), {BrightnessChoice::Light, BrightnessChoice::Dark}, {1.0, 2.0}});
  return missing;
}

}  // namespace
}  // namespace vmscope::ui

int main(int argc, char** argv) {
  const vmscope::ui::OffscreenPlatform offscreen;
  const QTemporaryDir home;
  for (const char* folder : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
    qputenv(folder, home.path().toUtf8());
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("vmscope"));
  QApplication::setOrganizationName(QStringLiteral("vmscope"));
  return vmscope::ui::run(QCoreApplication::arguments());
}
