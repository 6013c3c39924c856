#pragma once

#include "tests/ui/e2e/WindowTest.h"

class QAbstractItemView;

namespace vmscope::ui {

class MicrotasksDock;
struct Lane;

// Two jobs, one after the other, each behind an await.
inline constexpr char kAsyncScript[] =
    "async function load() {\n"
    "  await null;\n"
    "  console.log('after one');\n"
    "  await null;\n"
    "  console.log('after two');\n"
    "}\n"
    "load();\n"
    "console.log('script done');\n";

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

  MicrotasksDock& microtasks();
  // The queue of a context, once it is known.
  const Lane* lane(const char* context);
};

}  // namespace vmscope::ui
