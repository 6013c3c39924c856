#pragma once

#include "ui/editor/BreakpointPlaces.h"

namespace vmscope::ui {

class EngineSession;
struct BreakLocation;

// Asks V8 where a document can stop (Debugger.getPossibleBreakpoints): in the script that runs if its text is still the
// document's, otherwise in one that is only compiled. A module that has not run yet cannot be asked: there, any line
// with code will do until V8 binds the breakpoint. GUI thread; the session outlives it.
class StopPlaces : public QObject, public BreakpointPlaces {
  Q_OBJECT

 public:
  explicit StopPlaces(EngineSession& session, QObject* parent) : QObject(parent), session_(session) {}

  void nearest(const Document& document, int line, QObject* receiver, Answer answer) override;

 private:
  struct Question;

  void askScript(const QString& scriptId, const Question& question);
  void compileAndAsk(const Question& question);

  EngineSession& session_;
};

}  // namespace vmscope::ui
