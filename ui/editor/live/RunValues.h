#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>
#include <map>
#include <vector>

#include "ui/client/DebuggerTypes.h"
#include "ui/client/RuntimeTypes.h"
#include "ui/editor/Editor.h"

namespace vmscope::ui {

class EditorArea;
class LiveContext;

// Shows at line ends what the last run left: what a line logged, the values of the variables that the text declares at
// its top level, the error that ended it; and while paused, the values of the variables in scope. Gone with the first
// edit, since then they speak of another text. GUI thread; area and live context outlive it.
class RunValues : public QObject {
  Q_OBJECT

 public:
  RunValues(EditorArea& area, LiveContext& live, QObject* parent);

  // Shows why a run failed at the line it failed in.
  void showProblem(const QUrl& url, int line, const QString& problem);
  // What stands behind the end of a line.
  QString textAt(Document& document, int line) const;

 private:
  // What is known of one document's last run.
  struct Record {
    std::map<int, QStringList> logged;
    std::map<int, int> timesLogged;
    std::map<int, QString> problems;
    std::map<int, QStringList> variables;
    std::map<int, QStringList> locals;
    int question = 0;  // answers to earlier questions do not count
    int pause = 0;     // nor those about an earlier pause
  };

  void connectEngine();
  void begin(const ParsedScript& script);
  void log(const ConsoleCall& call);
  void pause(const Paused& pause);
  void ask();
  void askVariables(Document& document);
  void askExports(Document& document);
  void takeExports(Document& document, const PropertyList& exports);
  void takeVariable(Document& document, int question, int line, const QString& text);
  void forget(Document& document);
  void forgetLocals();
  Document* documentOf(const QString& url) const;
  void show(Document& document);
  std::vector<LineValue> valuesOf(Document& document) const;

  EditorArea& area_;
  LiveContext& live_;
  QHash<Document*, Record> records_;
  bool isStale_ = false;  // something ran since the variables were asked for; asking runs something, too
  QTimer askTimer_;
  QTimer showTimer_;
};

}  // namespace vmscope::ui
