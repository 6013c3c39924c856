#pragma once

#include <QApplication>
#include <QTest>
#include <memory>

#include "tests/ui/workspace/Folder.h"
#include "ui/editor/EditorArea.h"
#include "ui/theme/Theme.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui::tests {

// A person who answers as the test says and remembers what they were asked.
class ScriptedPerson : public EditorQuestions {
 public:
  Unsaved aboutUnsaved(const std::vector<Document*>& documents) override {
    askedAboutUnsaved += static_cast<int>(documents.size());
    return unsaved;
  }
  Conflict aboutConflict(const Document&) override { return conflict; }
  std::optional<QString> pathToOpen(const QString&) override { return path; }
  std::optional<QString> pathFor(const Document&, const QString&) override { return path; }
  std::optional<int> lineToGoTo(int, int) override { return line; }
  std::optional<Breakpoint> editedBreakpoint(const Breakpoint& before) override {
    Breakpoint after = before;
    after.condition = condition;
    return after;
  }
  void tell(const QString& problem) override { told << problem; }

  Unsaved unsaved = Unsaved::Cancel;
  Conflict conflict = Conflict::Cancel;
  std::optional<QString> path;
  QString condition;
  std::optional<int> line;
  QStringList told;
  int askedAboutUnsaved = 0;
};

// An editor area in a window of its own over a workspace in a temporary folder, and keys that go to it.
struct Stage {
  explicit Stage(const QByteArray& content = {}) {
    if (auto problem = workspace.open((folder.write("app.js", content), folder.path()))) qFatal("cannot open");
    area.setQuestions(person);
    area.resize(900, 600);
    area.show();
    area.activateWindow();
    if (!QTest::qWaitForWindowActive(&area)) qFatal("no window");
    editor = area.open("app.js");
  }

  // The widget that takes the keys of the current editor.
  QWidget* keyboard() const { return area.currentEditor()->focusProxy(); }
  void type(const QString& text) const {
    for (const QChar c : text) {
      if (c == u'\n') {
        QTest::keyClick(keyboard(), Qt::Key_Return);
      } else {
        QTest::sendKeyEvent(QTest::Click, keyboard(), Qt::Key_unknown, QString(c), Qt::NoModifier);
      }
    }
  }
  void press(int key, Qt::KeyboardModifiers modifiers = {}) const {
    QTest::keyClick(keyboard(), static_cast<Qt::Key>(key), modifiers);
  }
  std::string text() const { return area.currentDocument()->utf8().toStdString(); }

  Folder folder;
  Theme theme;
  Workspace workspace{folder.state()};
  ScriptedPerson person;
  EditorArea area{workspace, theme};
  Editor* editor = nullptr;
};

}  // namespace vmscope::ui::tests
