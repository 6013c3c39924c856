#include <QApplication>
#include <cstdio>
#include <optional>

#include "ui/client/EngineProcess.h"
#include "ui/theme/ProgramIcon.h"
#include "ui/window/AfterStart.h"
#include "ui/window/CommandLine.h"
#include "ui/window/Desktop.h"
#include "ui/window/OffscreenPlatform.h"
#include "ui/window/Unattended.h"

namespace {

constexpr int kNoDisplay = 1;

// Qt would abort; a person wants to know what works instead.
bool hasDisplay() {
#ifdef Q_OS_UNIX
  return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
         qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
  return true;
#endif
}

}  // namespace

int main(int argc, char** argv) {
  using namespace vmscope::ui;
  QStringList arguments;
  for (int i = 0; i < argc; ++i) arguments << QString::fromLocal8Bit(argv[i]);
  const auto asked = readCommandLine(arguments);
  if (const auto* answer = std::get_if<StartAnswer>(&asked)) {
    std::fprintf(answer->status == 0 ? stdout : stderr, "%s\n", qPrintable(answer->text));
    return answer->status;
  }
  const auto& options = std::get<StartOptions>(asked);
  const bool isAttended = options.mode == StartOptions::Mode::Window;
  std::optional<OffscreenPlatform> offscreen;
  if (!isAttended) offscreen.emplace();
  if (isAttended && !hasDisplay()) {
    std::fprintf(stderr, "vmscope: there is no display; try 'vmscope --headless'\n");
    return kNoDisplay;
  }
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("vmscope"));
  QApplication::setOrganizationName(QStringLiteral("vmscope"));
  QApplication::setWindowIcon(programIcon());
  Desktop desktop(options, std::make_unique<EngineProcess>(EngineProcess::Options{}));
  Unattended unattended(desktop, options);
  AfterStart afterStart(desktop, options);
  if (isAttended) {
    afterStart.start();
  } else {
    unattended.start();
  }
  desktop.show();
  return QApplication::exec();
}
