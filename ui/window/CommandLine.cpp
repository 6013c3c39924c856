#include "ui/window/CommandLine.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include "ui/window/Layouts.h"
#include "ui/window/Preferences.h"
#include "ui/window/Translation.h"
#include "ui/workspace/WorkspaceFile.h"

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

// The workspace that a file is in: the nearest folder above it that has a workspace file, or else its own.
QString workspaceAround(const QFileInfo& file) {
  QDir folder = file.absoluteDir();
  do {
    if (folder.exists(QLatin1String(kWorkspaceFileName))) return folder.path();
  } while (folder.cdUp());
  return file.absolutePath();
}

// A folder is the workspace, files are documents in it.
std::optional<QString> fillPaths(StartOptions& start, const QStringList& paths) {
  QStringList folders;
  for (const QString& path : paths) {
    const QFileInfo there(path);
    if (!there.exists()) return QStringLiteral("there is no file or folder %1").arg(there.absoluteFilePath());
    (there.isDir() ? folders : start.documents) << there.absoluteFilePath();
  }
  if (folders.size() > 1) return QStringLiteral("one workspace at a time, not %1").arg(folders.size());
  if (!folders.isEmpty()) start.workspace = folders.first();
  if (start.workspace.isEmpty() && !start.documents.isEmpty())
    start.workspace = workspaceAround(QFileInfo(start.documents.first()));
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
  parser.addPositionalArgument(
      QStringLiteral("workspace"),
      QStringLiteral("A folder, as --workspace, or files to open in the workspace around them."),
      QStringLiteral("[DIR | FILE...]"));
  if (!parser.parse(arguments)) return complaint(parser.errorText());
  if (parser.isSet(help)) {
    static const QRegularExpression program(QStringLiteral("^Usage: \\S+"));
    return StartAnswer{parser.helpText().trimmed().replace(program, QStringLiteral("Usage: vmscope")), 0};
  }
  if (parser.isSet(version)) return StartAnswer{QStringLiteral("vmscope %1").arg(QStringLiteral(VMSCOPE_VERSION)), 0};
  StartOptions start;
  if (const auto problem = fill(start, parser, options)) return complaint(*problem);
  if (const auto problem = fillPaths(start, parser.positionalArguments())) return complaint(*problem);
  return start;
}

}  // namespace vmscope::ui
