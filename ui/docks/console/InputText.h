#pragma once

#include <QString>
#include <optional>

namespace vmscope::ui {

// Whether more must come before the text can be a program: an open bracket, template or comment, or an operator at its
// end.
bool isIncompleteInput(const QString& text);

// What is completed at the cursor: `name` begins to be typed after `object` and a dot, or stands alone when that is
// empty.
struct CompletionTarget {
  QString object;
  QString name;
  int start = 0;  // of the name in the text

  bool isMember() const { return !object.isEmpty(); }
};

// Nothing when the cursor is in a string, a comment or a number, or when finding the object would mean a call.
std::optional<CompletionTarget> completionTarget(const QString& text, int cursor);

}  // namespace vmscope::ui
