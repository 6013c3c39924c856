#pragma once

#include <QByteArray>

namespace vmscope::ui {

// How a text is indented. Plain value.
struct Indentation {
  enum class Character { Blank, Tab };
  Character character = Character::Blank;
  int width = 2;

  // Judged by its first indented lines; two blanks where none is.
  static Indentation of(const QByteArray& text);
};

}  // namespace vmscope::ui
