#include "ui/window/OffscreenPlatform.h"

#include <QFile>

namespace vmscope::ui {

OffscreenPlatform::OffscreenPlatform() {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtimeFolder_.path()));
}

}  // namespace vmscope::ui
