#pragma once

#include <QFont>
#include <QRect>
#include <functional>
#include <vector>

#include "ui/docks/microtasks/QueueJob.h"

class QFontMetrics;
class QPainter;

namespace vmscope::ui {

class Theme;

// How the parts of a lane share its room.
enum class LaneForm {
  HeaderAbove,   // where there is height to spare, and jobs need the width
  HeaderBeside,  // the usual one
  OneLine,       // where there is too little height
};

// Draws the parts of a lane and knows how large they are; where they stand is the view's business.
// GUI thread; owned by the lanes view.
class LanePainter {
 public:
  enum class ChipLook { Waiting, Running, Stuck };

  explicit LanePainter(const Theme& theme) : theme_(theme) {}

  void setContextColours(std::function<int(int)> colourOf) { colourOf_ = std::move(colourOf); }
  void setStuckJobs(std::vector<qint64> jobIds) { stuck_ = std::move(jobIds); }

  void setForm(LaneForm form) { form_ = form; }
  LaneForm form() const { return form_; }

  int chipWidth() const { return chipWidth(form_); }
  int chipHeight() const { return chipHeight(form_); }
  int laneHeight() const { return laneHeight(form_); }
  int laneHeight(LaneForm form) const;
  int gap() const;
  // Within a lane: where the job that runs stands, where those that wait begin, and how far down both do.
  int slotLeft() const;
  int queueLeft() const;
  int chipTop() const;
  // The width that shows so many waiting jobs.
  int widthFor(LaneForm form, int jobs) const;

  void paintHeader(QPainter& painter, const QRect& lane, const Lane& shown, bool isCurrent) const;
  void paintChip(QPainter& painter, const QRectF& rect, const QueueJob& job, ChipLook look, bool isChosen) const;
  // A job of which only the number is known yet.
  void paintUnread(QPainter& painter, const QRectF& rect, qint64 jobId, bool isChosen) const;
  // Where the job that runs would stand.
  void paintEmptySlot(QPainter& painter, const QRectF& rect, const Lane& lane) const;
  void paintMore(QPainter& painter, const QRectF& rect, qint64 count) const;
  ChipLook lookOf(const QueueJob& job) const;

 private:
  int lineHeight() const;
  int padding(LaneForm form) const;
  int chipWidth(LaneForm form) const;
  int chipHeight(LaneForm form) const;
  int headerWidth(LaneForm form) const;
  int slotLeft(LaneForm form) const;
  int paintDots(QPainter& painter, const Lane& lane, int left, int middle) const;
  void paintName(QPainter& painter, const QRect& rect, const Lane& lane) const;
  void paintStanding(QPainter& painter, const QRect& rect, const Lane& lane) const;
  QString standingIn(int width, const QFontMetrics& metrics, const Lane& lane) const;
  void paintHandler(QPainter& painter, const QRectF& rect, const QueueJob& job, const QColor& colour) const;
  void paintSign(QPainter& painter, const QRectF& rect, const QueueJob& job, ChipLook look, const QColor& colour) const;
  QColor colourOf(const QueueJob& job, ChipLook look) const;

  const Theme& theme_;
  LaneForm form_ = LaneForm::HeaderBeside;
  std::function<int(int)> colourOf_;
  std::vector<qint64> stuck_;
};

}  // namespace vmscope::ui
