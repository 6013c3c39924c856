#include "ui/docks/console/ConsoleFilter.h"

#include <QList>

namespace vmscope::ui {

bool ConsoleFilter::accepts(const ConsoleEntry& entry) const {
  if (entry.kind == ConsoleEntry::Kind::Note) return true;
  const bool fromContext = executionContextId == 0 || entry.executionContextId == executionContextId;
  return fromContext && acceptsLevel(entry) && acceptsText(entry);
}

bool ConsoleFilter::acceptsLevel(const ConsoleEntry& entry) const {
  if (entry.kind != ConsoleEntry::Kind::Message) return true;
  switch (entry.level) {
    case ConsoleLevel::Verbose:
      return verbose;
    case ConsoleLevel::Info:
      return info;
    case ConsoleLevel::Warning:
      return warnings;
    case ConsoleLevel::Error:
      return errors;
  }
  return true;
}

bool ConsoleFilter::acceptsText(const ConsoleEntry& entry) const {
  if (text.isEmpty()) return true;
  const auto occurs = [&entry](QStringView word) {
    return entry.text.text().contains(word, Qt::CaseInsensitive) || entry.place.url.contains(word, Qt::CaseInsensitive);
  };
  for (QStringView word : QStringView(text).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    const bool excludes = word.size() > 1 && word.startsWith(QLatin1Char('-'));
    if (occurs(excludes ? word.mid(1) : word) == excludes) return false;
  }
  return true;
}

}  // namespace vmscope::ui
