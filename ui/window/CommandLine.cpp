#include "ui/window/CommandLine.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QRegularExpression>

#include "ui/window/Layouts.h"
#include "ui/window/Preferences.h"
#include "ui/window/Translation.h"

namespace vmscope::ui {

namespace {

constexpr int kUsageError = 2;
constexpr int kSmallestSide = 200;
constexpr int kLargestSide = 16'000;

struct Options {
  QCommandLineOption workspace{QStringLiteral("workspace"), QStringLiteral("Open the workspace in this folder."),
                               QStringLiteral("DIR")};
  QCommandLineOption screenshot{QStringLiteral("screenshot"),
                                QStringLiteral("Render the window into a PNG without showing it, and exit."),
                                QStringLiteral("FILE.png")};
  QCommandLineOption headless{
      QStringLiteral("headless"),
      QStringLiteral(
          "Run the workspace without a window: print contexts, console lines and results, and write a picture "
          "(vmscope.png here, or what --screenshot names).")};
  QCommandLineOption run{QStringLiteral("run"), QStringLiteral("Run the workspace's documents at the start.")};
  QCommandLineOption size{QStringLiteral("size"), QStringLiteral("Size of the picture."), QStringLiteral("WxH")};
  QCommandLineOption theme{QStringLiteral("theme"), QStringLiteral("light, dark or system."), QStringLiteral("NAME")};
  QCommandLineOption language{QStringLiteral("lang"), QStringLiteral("en or zh_CN."), QStringLiteral("NAME")};
  QCommandLineOption tellStart{
      QStringLiteral("tell-start"),
      QStringLiteral(
          "Print 'visible' with the window's first frame and 'ready' once the workspace is, to measure it.")};
  QCommandLineOption layout{QStringLiteral("layout"), QStringLiteral("editing, debugging or teaching."),
                            QStringLiteral("NAME")};

  QList<QCommandLineOption> all() const {
    return {workspace, screenshot, headless, run, size, theme, language, layout, tellStart};
  }
};

StartAnswer complaint(const QString& reason) {
  return {QStringLiteral("vmscope: %1\nTry 'vmscope --help'.").arg(reason), kUsageError};
}

std::optional<QSize> sizeFrom(const QString& text) {
  static const QRegularExpression shape(QStringLiteral(R"(^(\d{1,5})x(\d{1,5})$)"));
  const auto match = shape.match(text);
  if (!match.hasMatch()) return std::nullopt;
  const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
  const auto isSensible = [](int side) { return side >= kSmallestSide && side <= kLargestSide; };
  return isSensible(size.width()) && isSensible(size.height()) ? std::optional(size) : std::nullopt;
}

// Fills in what was asked; the first thing that is wrong comes back.
std::optional<QString> fill(StartOptions& start, const QCommandLineParser& parser, const Options& options) {
  if (parser.isSet(options.screenshot)) {
    start.mode = StartOptions::Mode::Screenshot;
    start.picture = parser.value(options.screenshot);
    if (!QFileInfo(QFileInfo(start.picture).absolutePath()).isDir())
      return QStringLiteral("--screenshot: there is no folder for %1").arg(start.picture);
  }
  if (parser.isSet(options.headless)) {
    start.mode = StartOptions::Mode::Headless;
    start.runs = StartOptions::Runs::All;
  }
  if (parser.isSet(options.tellStart)) start.telling = StartOptions::Telling::Start;
  if (parser.isSet(options.run)) start.runs = StartOptions::Runs::All;
  if (parser.isSet(options.workspace)) {
    start.workspace = QFileInfo(parser.value(options.workspace)).absoluteFilePath();
    if (!QFileInfo(start.workspace).isDir())
      return QStringLiteral("--workspace: %1 is not a folder").arg(start.workspace);
  }
  if (parser.isSet(options.size)) {
    const auto size = sizeFrom(parser.value(options.size));
    if (!size) return QStringLiteral("--size: write it as 1440x900, not '%1'").arg(parser.value(options.size));
    start.size = *size;
  }
  if (parser.isSet(options.theme)) {
    const QString word = parser.value(options.theme);
    start.brightness = brightnessNamed(word, BrightnessChoice::System);
    if (wordOf(*start.brightness) != word)
      return QStringLiteral("--theme: 'light', 'dark' or 'system', not '%1'").arg(word);
  }
  if (parser.isSet(options.language)) {
    start.language = parser.value(options.language);
    if (!languages().contains(start.language))
      return QStringLiteral("--lang: 'en' or 'zh_CN', not '%1'").arg(start.language);
  }
  if (parser.isSet(options.layout)) {
    start.layout = parser.value(options.layout);
    if (!isLayout(start.layout))
      return QStringLiteral("--layout: 'editing', 'debugging' or 'teaching', not '%1'").arg(start.layout);
  }
  return std::nullopt;
}

}  // namespace

std::variant<StartOptions, StartAnswer> readCommandLine(const QStringList& arguments) {
  QCommandLineParser parser;
  const Options options;
  parser.setApplicationDescription(QStringLiteral("A laboratory for V8 contexts, microtask queues and modules."));
  parser.addOptions(options.all());
  // Not addHelpOption, which offers Qt's options too, of an application that does not exist yet.
  const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                QStringLiteral("Displays help on commandline options."));
  parser.addOption(help);
  const QCommandLineOption version = parser.addVersionOption();
  parser.addPositionalArgument(QStringLiteral("workspace"), QStringLiteral("A folder, as --workspace."),
                               QStringLiteral("[DIR]"));
  if (!parser.parse(arguments)) return complaint(parser.errorText());
  if (parser.isSet(help)) {
    static const QRegularExpression program(QStringLiteral("^Usage: \\S+"));
    return StartAnswer{parser.helpText().trimmed().replace(program, QStringLiteral("Usage: vmscope")), 0};
  }
  if (parser.isSet(version)) return StartAnswer{QStringLiteral("vmscope %1").arg(QStringLiteral(VMSCOPE_VERSION)), 0};
  StartOptions start;
  if (const auto problem = fill(start, parser, options)) return complaint(*problem);
  const QStringList folders = parser.positionalArguments();
  if (folders.size() > 1) return complaint(QStringLiteral("one workspace at a time, not %1").arg(folders.size()));
  if (folders.isEmpty()) return start;
  start.workspace = QFileInfo(folders.first()).absoluteFilePath();
  if (!QFileInfo(start.workspace).isDir()) return complaint(QStringLiteral("%1 is not a folder").arg(start.workspace));
  return start;
}

}  // namespace vmscope::ui
