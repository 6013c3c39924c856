#pragma once

#include <QTemporaryDir>

namespace vmscope::ui {

// What Qt needs to render a window where there is no screen and no session: its offscreen platform, and a private
// folder in place of the session's, which it would otherwise complain about. Made before the application, gone after
// it.
class OffscreenPlatform {
 public:
  OffscreenPlatform();

 private:
  QTemporaryDir runtimeFolder_;
};

}  // namespace vmscope::ui
