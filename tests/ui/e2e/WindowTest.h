#pragma once

#include <gtest/gtest.h>

#include <QDockWidget>
#include <QTemporaryDir>
#include <memory>

#include "ui/MainWindow.h"
#include "ui/window/Actions.h"

class QAbstractItemView;

namespace vmscope::ui {

class Desktop;
class Editor;

// Drives the real window with mouse and key events against the real engine, on a workspace of the test's own with the
// contexts alpha (default queue) and beta (its own), and the documents a.js and b.js in them.
class WindowTest : public testing::Test {
 protected:
  WindowTest();
  ~WindowTest() override;

  // Shows a window on the workspace and waits until the engine has its contexts.
  void open();
  // Shows a window as at the first start of all, on the sample workspace.
  void openSample();
  // The same on a folder inside that of the test.
  void openInside(const QString& subfolder);
  // Shows a window as at a start without arguments, on the last workspace or the sample.
  void openLast();
  // Shows a window on whatever the workspace is, and waits until the engine answers.
  void openWithoutDocument();
  // Takes the window away as if its process had been killed: nothing is asked or saved.
  void loseWindow();

  MainWindow& window();
  Desktop& desktop() { return *desktop_; }
  Editor& editor();

  void write(const QString& file, const QByteArray& text);
  // Replaces the current document's text by typing.
  void type(const QString& text);
  void press(const QString& shortcut);
  void clickTool(ActionId id);
  QAction& action(ActionId id);

  // The console's lines as a person reads them.
  QStringList consoleLines();
  QString runText();
  QString notice(const char* name);
  void clickNoticeButton(const char* name, const QString& label);

  // A dock that is brought to the front as a person would.
  template <class Dock>
  Dock& shown() {
    auto* dock = window().findChild<Dock*>();
    for (QWidget* at = dock; at; at = at->parentWidget()) {
      if (auto* frame = qobject_cast<QDockWidget*>(at)) {
        frame->show();
        frame->raise();
      }
    }
    return *dock;
  }

  // Waits for a condition while events are handled; false after half a minute, which a loaded machine needs.
  bool eventually(const std::function<bool()>& condition);
  bool eventuallyIdle();

  QString folder() const { return folder_.path(); }

  // Further options of the engine that the next window starts.
  QStringList engineOptions;
  // What the next window speaks; empty for the system's.
  QString language;

 private:
  void show(const QString& workspace);
  void awaitContexts();

  QTemporaryDir folder_;
  std::unique_ptr<Desktop> desktop_;
};

}  // namespace vmscope::ui
