#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <optional>
#include <variant>

#include "ui/theme/Tokens.h"

namespace vmscope::ui {

// What the program was asked to do.
struct StartOptions {
  enum class Mode { Window, Screenshot, Headless };
  enum class Runs { None, All };
  enum class Telling { Nothing, Start };

  Mode mode = Mode::Window;
  Runs runs = Runs::None;
  Telling telling = Telling::Nothing;
  QString picture;        // where to write the screenshot
  QString workspace;      // a folder; empty for the last one or the sample
  QStringList documents;  // to show once it is open; absolute paths
  QSize size{1440, 900};
  std::optional<BrightnessChoice> brightness;
  QString language;  // empty for the preference
  QString layout;    // empty for the remembered one
};

// A command line that only wants words: its text and its exit status.
struct StartAnswer {
  QString text;
  int status = 0;
};

std::variant<StartOptions, StartAnswer> readCommandLine(const QStringList& arguments);

}  // namespace vmscope::ui
