#include "ui/workspace/TextFile.h"

#include <gmock/gmock.h>

#include "tests/ui/workspace/Folder.h"
#include "tests/ui/workspace/FullDisk.h"

namespace vmscope::ui::tests {

namespace {

using Reason = FileProblem::Reason;

FileProblem refusalOf(const QString& path) {
  auto read = readTextFile(path);
  EXPECT_TRUE(std::holds_alternative<FileProblem>(read)) << qPrintable(path);
  return std::holds_alternative<FileProblem>(read) ? std::get<FileProblem>(read) : FileProblem{};
}

}  // namespace

TEST(TextFile, keeps_every_byte_and_the_byte_order_mark) {
  Folder folder;
  const QByteArray content(
      "\xEF\xBB\xBF"
      "const s = 'ä 你 😀';\r\nlast line without end");
  const QString path = folder.write("app.js", content);
  const auto read = std::get<TextFile>(readTextFile(path));
  EXPECT_EQ(read.text, content.sliced(3));
  EXPECT_FALSE(writeTextFile(path, read));
  EXPECT_EQ(folder.read("app.js"), content);
}

TEST(TextFile, names_the_place_of_a_byte_that_is_not_utf8) {
  Folder folder;
  const FileProblem problem = refusalOf(folder.write("latin1.js", "// ok\nlet ä = 'caf\xE9';\n"));
  EXPECT_EQ(problem.reason, Reason::NotUtf8);
  EXPECT_EQ(problem.line, 2);
  EXPECT_EQ(problem.column, 13);
  EXPECT_TRUE(problem.message.contains("0xe9")) << qPrintable(problem.message);
}

TEST(TextFile, accepts_exactly_well_formed_utf8) {
  for (const char* good :
       {"", "a", "\xC2\x80", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_FALSE(firstInvalidUtf8(good)) << good;
  }
  // Overlong forms, a surrogate, past U+10FFFF, a lone continuation, a cut sequence.
  for (const char* bad : {"a\xC0\xAF", "a\xE0\x9F\xBF", "a\xED\xA0\x80", "a\xF4\x90\x80\x80", "a\x80", "a\xE2\x82"}) {
    EXPECT_EQ(firstInvalidUtf8(bad), 1) << bad;
  }
}

TEST(TextFile, refuses_a_binary_a_folder_a_missing_and_a_huge_file) {
  Folder folder;
  EXPECT_EQ(refusalOf(folder.write("a.js", QByteArray("ELF\0\0", 5))).reason, Reason::Binary);
  EXPECT_EQ(refusalOf(folder.path()).reason, Reason::NotAFile);
  EXPECT_EQ(refusalOf(folder.path("none.js")).reason, Reason::Missing);
  QFile huge(folder.write("huge.js", ""));
  ASSERT_TRUE(huge.resize(50 * 1000 * 1000));
  const FileProblem problem = refusalOf(huge.fileName());
  EXPECT_EQ(problem.reason, Reason::TooLarge);
  EXPECT_TRUE(problem.message.contains("47.68")) << qPrintable(problem.message);
}

TEST(TextFile, says_that_reading_or_writing_is_not_permitted) {
  Folder folder;
  const QString path = folder.write("app.js", "let secret;");
  QFile::setPermissions(path, {});
  folder.letOthersSee();
  {
    WithoutPrivileges person;
    EXPECT_EQ(refusalOf(path).reason, Reason::NoPermission);
    const auto refused = writeTextFile(path, {"let lost;"});
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->reason, Reason::NoPermission);
    EXPECT_TRUE(refused->message.contains("your text is kept")) << qPrintable(refused->message);
  }
  folder.letOwnerWrite();
  QFile::setPermissions(path, QFile::ReadOwner);
  EXPECT_EQ(folder.read("app.js"), "let secret;");
}

TEST(TextFile, leaves_the_old_content_when_the_disk_is_full) {
  Folder folder;
  const QString path = folder.write("app.js", "the old text");
  // What fits into the program's own buffer is refused by the disk only at the end; what does not, in the middle.
  for (const int length : {5000, 100 * 1000}) {
    const FullDisk disk(4096);
    const auto problem = writeTextFile(path, {QByteArray(length, 'x')});
    ASSERT_TRUE(problem) << length;
    EXPECT_EQ(problem->reason, Reason::WriteFailed);
    EXPECT_TRUE(problem->message.contains("File too large")) << qPrintable(problem->message);
    EXPECT_EQ(folder.read("app.js"), "the old text") << length;
  }
  EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"app.js"});
}

}  // namespace vmscope::ui::tests
