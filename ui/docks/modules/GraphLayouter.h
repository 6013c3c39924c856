#pragma once

#include <QObject>
#include <QThreadPool>

#include "ui/docks/modules/GraphShape.h"

namespace vmscope::ui {

// Lays shapes out on a worker thread; only the newest request is answered. GUI thread; owned by the modules dock, whose
// end waits for the worker.
class GraphLayouter : public QObject {
  Q_OBJECT

 public:
  explicit GraphLayouter(QObject* parent = nullptr);

  void request(GraphShape shape, std::vector<LayoutSize> sizes);
  bool isWorking() const { return answered_ != asked_; }

 signals:
  void started();
  void finished(const vmscope::ui::GraphShape& shape);

 private:
  void answer(quint64 request, const GraphShape& shape);

  quint64 asked_ = 0;
  quint64 answered_ = 0;
  QThreadPool worker_;  // the last member, so that it has ended before anything else goes
};

}  // namespace vmscope::ui
