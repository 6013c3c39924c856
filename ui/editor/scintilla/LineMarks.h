#pragma once

#include <QFont>
#include <QString>
#include <map>
#include <optional>
#include <vector>

#include "ui/workspace/Breakpoints.h"

class QPainter;
class QRect;

namespace vmscope::ui {

class ScintillaView;
class Theme;

// What is painted over an editor's margin and behind its lines: breakpoints, where the engine stands, values and
// messages. Lines count from 0. GUI thread; owned by the view.
class LineMarks {
 public:
  // What is said behind the end of a line.
  struct Note {
    enum class Tone { Value, Warning, Error };
    QString text;
    Tone tone = Tone::Value;
  };

  explicit LineMarks(Theme& theme) : theme_(theme) {}

  void setBreakpoints(const std::vector<Breakpoint>& breakpoints);
  void setNotes(std::multimap<int, Note> notes) { notes_ = std::move(notes); }
  void setExecutionLine(std::optional<int> line) { executionLine_ = line; }
  void dress(const QFont& noteFont, int zoom);

  void paint(QPainter& painter, const ScintillaView& view) const;

 private:
  enum class Chevron { Right, Down };

  void paintLine(QPainter& painter, const ScintillaView& view, int line, const QRect& row) const;
  void paintChevron(QPainter& painter, const QRect& place, Chevron chevron) const;
  void paintMargin(QPainter& painter, int line, const QRect& place) const;
  void paintNotes(QPainter& painter, int line, QRect place) const;

  Theme& theme_;
  std::map<int, Breakpoint> breakpoints_;
  std::multimap<int, Note> notes_;
  std::optional<int> executionLine_;
  QFont noteFont_;
};

}  // namespace vmscope::ui
