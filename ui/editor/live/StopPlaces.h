#pragma once

#include "ui/editor/BreakpointPlaces.h"

namespace vmscope::ui {

class EngineSession;

// Asks V8 where the text of a document as it stands could stop (Vm.findStopLines), whether it has run or not. Without
// an engine, or while the text does not compile, any line with code will do. GUI thread; the session outlives it.
class StopPlaces : public QObject, public BreakpointPlaces {
  Q_OBJECT

 public:
  explicit StopPlaces(EngineSession& session, QObject* parent) : QObject(parent), session_(session) {}

  void nearest(const Document& document, int line, QObject* receiver, Answer answer) override;

 private:
  EngineSession& session_;
};

}  // namespace vmscope::ui
