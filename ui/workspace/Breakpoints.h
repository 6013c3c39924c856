#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vmscope::ui {

// Where and when to pause, or what to log instead of pausing. Lines count from 0.
struct Breakpoint {
  enum class Kind { Plain, Conditional, Logpoint };
  enum class State { Enabled, Disabled };

  QString document;  // relative to the workspace's folder, with slashes
  int line = 0;
  QString condition;   // an expression; pauses only where it is true
  QString logMessage;  // an expression whose value is logged; does not pause
  State state = State::Enabled;
  std::vector<std::pair<std::string, std::string>> unknown;  // members that a newer version wrote

  Kind kind() const;
  bool operator==(const Breakpoint&) const = default;
};

// The breakpoints of a workspace: the one truth that margins, the debugger's list and the engine's bindings follow.
// Lives on the GUI thread; owned by the Workspace.
class Breakpoints : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  const std::vector<Breakpoint>& all() const { return breakpoints_; }
  std::vector<Breakpoint> in(const QString& document) const;
  std::optional<Breakpoint> at(const QString& document, int line) const;

  // Adds the breakpoint, or replaces the one at its line.
  void set(const Breakpoint& breakpoint);
  void remove(const QString& document, int line);
  void removeAll();
  void setState(const QString& document, int line, Breakpoint::State state);
  // Takes all at once, sorted by document and line.
  void reset(std::vector<Breakpoint> breakpoints);

  // Lets breakpoints follow their lines: `removed` lines end after `line` and `added` new ones stand there instead.
  // A breakpoint on a removed line is kept at `line`.
  void moveLines(const QString& document, int line, int removed, int added);
  void renameDocument(const QString& from, const QString& to);

 signals:
  void changed(const QString& document);

 private:
  std::vector<Breakpoint>::iterator find(const QString& document, int line);
  void sortAndMerge();

  std::vector<Breakpoint> breakpoints_;
};

}  // namespace vmscope::ui
