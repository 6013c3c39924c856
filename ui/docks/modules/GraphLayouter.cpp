#include "ui/docks/modules/GraphLayouter.h"

#include <memory>

namespace vmscope::ui {

GraphLayouter::GraphLayouter(QObject* parent) : QObject(parent) {
  worker_.setMaxThreadCount(1);
}

void GraphLayouter::request(GraphShape shape, std::vector<LayoutSize> sizes) {
  const quint64 request = ++asked_;
  worker_.clear();  // what waits is out of date
  emit started();
  auto work = std::make_shared<GraphShape>(std::move(shape));  // shared by the worker and the event that brings it back
  worker_.start([this, request, work, sizes = std::move(sizes)] {
    layOutShape(*work, sizes);
    QMetaObject::invokeMethod(
        this, [this, request, work] { answer(request, *work); }, Qt::QueuedConnection);
  });
}

void GraphLayouter::answer(quint64 request, const GraphShape& shape) {
  if (request != asked_) return;
  answered_ = request;
  emit finished(shape);
}

}  // namespace vmscope::ui
