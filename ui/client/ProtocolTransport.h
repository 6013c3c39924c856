#pragma once

#include <QByteArray>
#include <QObject>

#include "ui/client/EngineEnd.h"

namespace vmscope::ui {

// Carries whole protocol messages to an engine and back; tests put a recorded conversation in its place.
// Lives on the GUI thread and is owned by the engine session; may be opened again after it closed.
class ProtocolTransport : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  virtual void open() = 0;
  virtual void abort() = 0;  // ends the engine at once; `closed` follows
  virtual void send(const QByteArray& message) = 0;
  virtual bool isOpen() const = 0;

 signals:
  void opened();
  void received(const QByteArray& message);
  void errorLine(const QString& line);  // what the engine wrote beside the protocol
  void closed(const vmscope::ui::EngineEnd& end);
};

}  // namespace vmscope::ui
