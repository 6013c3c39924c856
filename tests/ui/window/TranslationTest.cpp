#include "ui/window/Translation.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace vmscope::ui {
namespace {

struct Texts {
  int total = 0;
  QStringList unfinished;
};

Texts readTexts(const QString& path) {
  QFile file(path);
  EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
  QXmlStreamReader xml(&file);
  Texts texts;
  QString source;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == QLatin1String("source")) source = xml.readElementText();
    if (xml.name() != QLatin1String("translation")) continue;
    ++texts.total;
    if (xml.attributes().value(QLatin1String("type")) == QLatin1String("unfinished")) texts.unfinished << source;
  }
  EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
  return texts;
}

// Collects the texts of the sources of today into a copy of the language's file.
Texts collect(const QString& language, const QStringList& options) {
  const QString source = QStringLiteral(VMSCOPE_SOURCE_DIR);
  const QTemporaryDir folder;
  const QString copy = folder.filePath(QStringLiteral("copy.ts"));
  EXPECT_TRUE(QFile::copy(QStringLiteral("%1/resources/translations/vmscope_%2.ts").arg(source, language), copy));
  QProcess lupdate;
  lupdate.start(QStringLiteral(VMSCOPE_LUPDATE), options + QStringList{"-silent", "-locations", "none", "-no-obsolete",
                                                                       "-I", source, source + "/ui", "-ts", copy});
  EXPECT_TRUE(lupdate.waitForFinished()) << lupdate.errorString().toStdString();
  EXPECT_EQ(lupdate.exitCode(), 0);
  return readTexts(copy);
}

TEST(TranslationTest, chineseIsComplete) {
  const Texts texts = collect(QStringLiteral("zh_CN"), {});
  EXPECT_GT(texts.total, 400);
  EXPECT_TRUE(texts.unfinished.isEmpty()) << texts.unfinished.join(QStringLiteral("\n")).toStdString();
}

TEST(TranslationTest, englishHasItsPlurals) {
  const Texts texts = collect(QStringLiteral("en"), {QStringLiteral("-pluralonly")});
  EXPECT_GT(texts.total, 3);
  EXPECT_TRUE(texts.unfinished.isEmpty()) << texts.unfinished.join(QStringLiteral("\n")).toStdString();
}

TEST(TranslationTest, switchesThereAndBack) {
  const auto fileMenu = [] { return QCoreApplication::translate("Menus", "&File"); };
  Translation translation;
  translation.install(QStringLiteral("zh_CN"));
  EXPECT_EQ(fileMenu(), QString::fromUtf8("文件(&F)"));
  translation.install(QStringLiteral("en"));
  EXPECT_EQ(fileMenu(), QStringLiteral("&File"));
}

}  // namespace
}  // namespace vmscope::ui
