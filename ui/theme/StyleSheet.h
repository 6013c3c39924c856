#pragma once

#include <QString>

namespace vmscope::ui {

class Theme;

// The application's style sheet: what Fusion and the palette cannot say, filled in from the theme's tokens.
QString styleSheetFor(const Theme& theme);

}  // namespace vmscope::ui
