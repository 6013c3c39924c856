#include "ui/workspace/Breakpoints.h"

#include <QStringList>
#include <algorithm>
#include <tuple>

namespace vmscope::ui {

namespace {

bool stands(const Breakpoint& one, const Breakpoint& other) {
  return std::tie(one.document, one.line) < std::tie(other.document, other.line);
}

bool samePlace(const Breakpoint& one, const Breakpoint& other) {
  return one.document == other.document && one.line == other.line;
}

}  // namespace

Breakpoint::Kind Breakpoint::kind() const {
  if (!logMessage.isEmpty()) return Kind::Logpoint;
  return condition.isEmpty() ? Kind::Plain : Kind::Conditional;
}

std::vector<Breakpoint> Breakpoints::in(const QString& document) const {
  std::vector<Breakpoint> found;
  std::copy_if(breakpoints_.begin(), breakpoints_.end(), std::back_inserter(found),
               [&](const Breakpoint& each) { return each.document == document; });
  return found;
}

std::optional<Breakpoint> Breakpoints::at(const QString& document, int line) const {
  for (const Breakpoint& each : breakpoints_) {
    if (each.document == document && each.line == line) return each;
  }
  return std::nullopt;
}

void Breakpoints::set(const Breakpoint& breakpoint) {
  const auto existing = find(breakpoint.document, breakpoint.line);
  if (existing == breakpoints_.end()) {
    breakpoints_.push_back(breakpoint);
    sortAndMerge();
  } else if (*existing == breakpoint) {
    return;
  } else {
    *existing = breakpoint;
  }
  emit changed(breakpoint.document);
}

void Breakpoints::remove(const QString& document, int line) {
  const auto existing = find(document, line);
  if (existing == breakpoints_.end()) return;
  breakpoints_.erase(existing);
  emit changed(document);
}

void Breakpoints::removeAll() {
  reset({});
}

void Breakpoints::setState(const QString& document, int line, Breakpoint::State state) {
  const auto existing = find(document, line);
  if (existing == breakpoints_.end() || existing->state == state) return;
  existing->state = state;
  emit changed(document);
}

void Breakpoints::reset(std::vector<Breakpoint> breakpoints) {
  QStringList documents;
  for (const auto* list : {&breakpoints_, &breakpoints}) {
    for (const Breakpoint& each : *list) documents.append(each.document);
  }
  documents.removeDuplicates();
  breakpoints_ = std::move(breakpoints);
  sortAndMerge();
  for (const QString& document : documents) emit changed(document);
}

void Breakpoints::moveLines(const QString& document, int line, int removed, int added) {
  if (removed == added) return;
  bool moved = false;
  for (Breakpoint& each : breakpoints_) {
    if (each.document != document || each.line <= line) continue;
    each.line = each.line <= line + removed ? line : each.line - removed + added;
    moved = true;
  }
  if (!moved) return;
  sortAndMerge();
  emit changed(document);
}

void Breakpoints::renameDocument(const QString& from, const QString& to) {
  bool moved = false;
  for (Breakpoint& each : breakpoints_) {
    if (each.document != from) continue;
    each.document = to;
    moved = true;
  }
  if (!moved) return;
  sortAndMerge();
  emit changed(from);
  emit changed(to);
}

std::vector<Breakpoint>::iterator Breakpoints::find(const QString& document, int line) {
  return std::find_if(breakpoints_.begin(), breakpoints_.end(),
                      [&](const Breakpoint& each) { return each.document == document && each.line == line; });
}

void Breakpoints::sortAndMerge() {
  std::stable_sort(breakpoints_.begin(), breakpoints_.end(), stands);
  breakpoints_.erase(std::unique(breakpoints_.begin(), breakpoints_.end(), samePlace), breakpoints_.end());
}

}  // namespace vmscope::ui
