#include <QApplication>
#include <cstdio>

#include "ui/client/EngineProcess.h"
#include "ui/window/CommandLine.h"
#include "ui/window/Desktop.h"
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

QtMessageHandler printMessage = nullptr;

// A picture needs no screen; that the offscreen platform lacks this or that is no news.
void dropPlatformRemarks(QtMsgType type, const QMessageLogContext& context, const QString& message) {
  if (!message.startsWith(QLatin1String("This plugin does not support"))) printMessage(type, context, message);
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
  if (!isAttended) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    printMessage = qInstallMessageHandler(dropPlatformRemarks);
  }
  if (isAttended && !hasDisplay()) {
    std::fprintf(stderr, "vmscope: there is no display; try 'vmscope --headless'\n");
    return kNoDisplay;
  }
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("vmscope"));
  QApplication::setOrganizationName(QStringLiteral("vmscope"));
  Desktop desktop(options, std::make_unique<EngineProcess>(EngineProcess::Options{}));
  Unattended unattended(desktop, options);
  if (!isAttended) unattended.start();
  desktop.show();
  return QApplication::exec();
}
