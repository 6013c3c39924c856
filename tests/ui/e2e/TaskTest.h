#pragma once

#include <QDockWidget>

#include "tests/ui/e2e/WindowTest.h"
#include "ui/MainWindow.h"

class QAbstractItemView;

namespace vmscope::ui {

// What people come for, from beginning to end, in the words that they read.
class TaskTest : public WindowTest {
 protected:
  QAbstractItemView* view(const QString& accessibleName);
  // The rows of a table or list as text, columns joined.
  QStringList rows(const QString& accessibleName);
  bool eventuallyLogged(const char* line);
  QString status(const char* name);
  // What the labels of a dock say, those that are seen.
  bool says(QWidget& dock, const QString& text);

  // Replaces the text, holds the current context's queue and runs.
  void holdAndRun(const QString& script);
  void pressButton(QWidget& dock, const QString& accessibleName);
  // A click into the margin beside a line, from 0.
  void clickMargin(int line);
  void typeInto(QWidget& dock, const QString& fieldName, const QString& text);

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
};

}  // namespace vmscope::ui
