#pragma once

#include <vector>

namespace vmscope::ui {

class TraceLog;

// Where in the strip of a recording its rows stand: by their time, but so that the pauses in which nothing happened
// leave most of the width to what did. GUI thread; owned by the strip.
class TraceScale {
 public:
  // A pause, from one share of the width to another.
  struct Pause {
    double from = 0;
    double to = 0;
    double micros = 0;
  };

  void measure(const TraceLog& log);

  // The share of the width, 0 to 1, at which a row stands.
  double shareOf(int row) const;
  // The last row that had happened there; -1 before the first.
  int rowAt(double share) const;
  const std::vector<Pause>& pauses() const { return pauses_; }

 private:
  std::vector<double> shares_;  // by row
  std::vector<Pause> pauses_;
};

}  // namespace vmscope::ui
