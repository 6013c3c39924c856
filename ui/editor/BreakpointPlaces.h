#pragma once

#include <QObject>
#include <functional>
#include <optional>

namespace vmscope::ui {

class Document;

// Knows on which lines of a document code can stop. Lives on the GUI thread.
class BreakpointPlaces {
 public:
  // The first such line at or behind the one that was asked about; nothing when there is none.
  using Answer = std::function<void(std::optional<int> line)>;

  virtual ~BreakpointPlaces() = default;
  // Calls `answer` once, now or later, and never after `receiver` has gone.
  virtual void nearest(const Document& document, int line, QObject* receiver, Answer answer) = 0;
};

}  // namespace vmscope::ui
