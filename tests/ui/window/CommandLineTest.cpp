#include "ui/window/CommandLine.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace vmscope::ui {
namespace {

std::variant<StartOptions, StartAnswer> read(const QStringList& arguments) {
  return readCommandLine(QStringList(QStringLiteral("vmscope")) + arguments);
}

StartAnswer answerTo(const QStringList& arguments) {
  const auto answer = read(arguments);
  return std::holds_alternative<StartAnswer>(answer) ? std::get<StartAnswer>(answer)
                                                     : StartAnswer{QStringLiteral("started"), -1};
}

TEST(CommandLineTest, opensAWindowWhenNothingIsAsked) {
  const auto start = read({});
  ASSERT_TRUE(std::holds_alternative<StartOptions>(start));
  EXPECT_EQ(std::get<StartOptions>(start).mode, StartOptions::Mode::Window);
}

TEST(CommandLineTest, takesEverythingAPictureNeeds) {
  const QString folder = QDir::tempPath();
  const auto start = read({"--screenshot", folder + "/a.png", "--workspace", folder, "--run", "--size", "1000x700",
                           "--theme", "dark", "--lang", "zh_CN", "--layout", "teaching"});
  ASSERT_TRUE(std::holds_alternative<StartOptions>(start));
  const auto& options = std::get<StartOptions>(start);
  EXPECT_EQ(options.mode, StartOptions::Mode::Screenshot);
  EXPECT_EQ(options.runs, StartOptions::Runs::All);
  EXPECT_EQ(options.size, QSize(1000, 700));
  EXPECT_EQ(options.brightness, BrightnessChoice::Dark);
  EXPECT_EQ(options.language, QStringLiteral("zh_CN"));
  EXPECT_EQ(options.layout, QStringLiteral("teaching"));
}

TEST(CommandLineTest, putsThePictureOfAHeadlessRunWhereItIsAsked) {
  const QString picture = QDir::tempPath() + "/a.png";
  const auto start = read({"--headless", "--screenshot", picture});
  ASSERT_TRUE(std::holds_alternative<StartOptions>(start));
  EXPECT_EQ(std::get<StartOptions>(start).mode, StartOptions::Mode::Headless);
  EXPECT_EQ(std::get<StartOptions>(start).picture, picture);
}

TEST(CommandLineTest, opensFilesInTheWorkspaceAroundThem) {
  const QTemporaryDir folder;
  const QDir dir(folder.path());
  ASSERT_TRUE(dir.mkpath("deep/down"));
  for (const char* name : {"workspace.vmscope.json", "deep/down/a.js", "b.js"})
    ASSERT_TRUE(QFile(dir.filePath(QLatin1String(name))).open(QIODevice::WriteOnly));
  const auto start = read({dir.filePath("deep/down/a.js"), dir.filePath("b.js")});
  ASSERT_TRUE(std::holds_alternative<StartOptions>(start));
  const auto& options = std::get<StartOptions>(start);
  EXPECT_EQ(options.workspace, folder.path());
  EXPECT_EQ(options.documents, QStringList({dir.filePath("deep/down/a.js"), dir.filePath("b.js")}));
}

TEST(CommandLineTest, opensAFileOutsideOfAnyWorkspaceInItsFolder) {
  const QTemporaryDir folder;
  const QString file = QDir(folder.path()).filePath("lonely.js");
  ASSERT_TRUE(QFile(file).open(QIODevice::WriteOnly));
  const auto start = read({file});
  ASSERT_TRUE(std::holds_alternative<StartOptions>(start));
  EXPECT_EQ(std::get<StartOptions>(start).workspace, folder.path());
}

struct Mistake {
  QStringList arguments;
  const char* named;
};

void PrintTo(const Mistake& mistake, std::ostream* out) {
  *out << mistake.arguments.join(QLatin1Char(' ')).toStdString();
}

class CommandLineMistakeTest : public testing::TestWithParam<Mistake> {};

TEST_P(CommandLineMistakeTest, isOneClearLineAndStatusTwo) {
  const StartAnswer answer = answerTo(GetParam().arguments);
  EXPECT_EQ(answer.status, 2);
  EXPECT_TRUE(answer.text.startsWith(QStringLiteral("vmscope: ")));
  EXPECT_TRUE(answer.text.contains(QLatin1String(GetParam().named))) << answer.text.toStdString();
}

INSTANTIATE_TEST_SUITE_P(Mistakes, CommandLineMistakeTest,
                         testing::Values(Mistake{{"--nonsense"}, "nonsense"}, Mistake{{"--size", "wide"}, "wide"},
                                         Mistake{{"--size", "10x10"}, "10x10"}, Mistake{{"--theme", "pink"}, "pink"},
                                         Mistake{{"--lang", "fr"}, "fr"}, Mistake{{"--layout", "cinema"}, "cinema"},
                                         Mistake{{"--workspace", "/nowhere"}, "/nowhere"},
                                         Mistake{{"/nowhere"}, "/nowhere"},
                                         Mistake{{"--screenshot", "/nowhere/a.png"}, "/nowhere"}));

TEST(CommandLineTest, tellsItsVersionAndItsOptions) {
  EXPECT_EQ(answerTo({"--version"}).status, 0);
  EXPECT_TRUE(answerTo({"--version"}).text.startsWith(QStringLiteral("vmscope ")));
  EXPECT_TRUE(answerTo({"--help"}).text.contains(QStringLiteral("--screenshot")));
  EXPECT_TRUE(answerTo({"--help"}).text.startsWith(QStringLiteral("Usage: vmscope ")));
}

}  // namespace
}  // namespace vmscope::ui
