#pragma once

#include <QColor>

namespace vmscope::ui {

// How a program wants a stretch of its text to look, as far as the console follows it. Invalid colours are the theme's.
// A value.
struct TextStyle {
  QColor colour;
  QColor background;
  bool isBold = false;
  bool isItalic = false;
  bool isUnderlined = false;
  bool isStruckOut = false;

  bool operator==(const TextStyle& other) const = default;
};

// Reads color, background, background-color, font-weight, font-style and text-decoration; what else a declaration says
// has no place in a list of lines.
TextStyle textStyle(const QString& css);

}  // namespace vmscope::ui
