#pragma once

#include <QFont>
#include <QRect>
#include <functional>
#include <vector>

#include "ui/docks/microtasks/QueueJob.h"

class QPainter;

namespace vmscope::ui {

class Theme;

// Draws the parts of a lane and knows how large they are; where they stand is the view's business.
// GUI thread; owned by the lanes view.
class LanePainter {
 public:
  enum class ChipLook { Waiting, Running, Stuck };

  explicit LanePainter(const Theme& theme) : theme_(theme) {}

  void setContextColours(std::function<int(int)> colourOf) { colourOf_ = std::move(colourOf); }
  void setStuckJobs(std::vector<qint64> jobIds) { stuck_ = std::move(jobIds); }

  int headerWidth() const;
  int chipWidth() const;
  int chipHeight() const;
  int laneHeight() const;
  int gap() const;

  void paintHeader(QPainter& painter, const QRect& rect, const Lane& lane, bool isCurrent) const;
  void paintChip(QPainter& painter, const QRectF& rect, const QueueJob& job, ChipLook look, bool isChosen) const;
  // A job of which only the number is known yet.
  void paintUnread(QPainter& painter, const QRectF& rect, qint64 jobId, bool isChosen) const;
  // Where the job that runs would stand.
  void paintEmptySlot(QPainter& painter, const QRectF& rect, const Lane& lane) const;
  void paintMore(QPainter& painter, const QRectF& rect, qint64 count) const;
  ChipLook lookOf(const QueueJob& job) const;

 private:
  void paintSign(QPainter& painter, const QRectF& rect, const QueueJob& job, ChipLook look, const QColor& colour) const;
  QColor colourOf(const QueueJob& job, ChipLook look) const;

  const Theme& theme_;
  std::function<int(int)> colourOf_;
  std::vector<qint64> stuck_;
};

}  // namespace vmscope::ui
