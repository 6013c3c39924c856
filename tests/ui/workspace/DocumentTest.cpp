#include "ui/workspace/Document.h"

#include <gmock/gmock.h>

#include <QFileInfo>
#include <QSignalSpy>
#include <QThreadPool>

#include "tests/ui/workspace/Folder.h"
#include "tests/ui/workspace/FullDisk.h"
#include "ui/workspace/EditJournal.h"

namespace vmscope::ui::tests {

namespace {

class DocumentTest : public testing::Test {
 protected:
  std::unique_ptr<Document> open(const QByteArray& content) {
    const QString path = folder_.write("app.js", content);
    return std::make_unique<Document>(path, std::get<TextFile>(readTextFile(path)), folder_.journals());
  }
  static void type(Document& document, const QByteArray& text) { document.edit({document.utf8().size(), 0, text}); }
  std::vector<RecoveredDocument> found() { return readJournals(folder_.journals()); }

  Folder folder_;
};

}  // namespace

TEST_F(DocumentTest, is_modified_exactly_while_it_differs_from_the_disk) {
  auto document = open("let a;");
  QSignalSpy changes(document.get(), &Document::modifiedChanged);
  type(*document, "!");
  type(*document, "!");
  document->edit({6, 2, {}});
  EXPECT_FALSE(document->isModified());
  EXPECT_EQ(changes.size(), 2);
  EXPECT_TRUE(QDir(folder_.journals()).isEmpty());
}

TEST_F(DocumentTest, saves_and_then_needs_no_journal) {
  auto document = open("let a;");
  type(*document, "\nlet b = 'ß';");
  ASSERT_FALSE(QDir(folder_.journals()).isEmpty());
  EXPECT_FALSE(document->save());
  EXPECT_EQ(folder_.read("app.js"), "let a;\nlet b = 'ß';");
  EXPECT_FALSE(document->isModified());
  EXPECT_TRUE(QDir(folder_.journals()).isEmpty());
}

TEST_F(DocumentTest, loses_no_key_press_when_the_window_dies) {
  auto document = open("let a;");
  for (const char* key : {"\n", "a", " ", "=", " ", "'", "😀", "'"}) type(*document, key);
  document->edit({0, 3, "var"});
  document.reset();  // no save, no good-bye: what a killed process leaves
  ASSERT_EQ(found().size(), 1u);
  EXPECT_EQ(found()[0].text, "var a;\na = '😀'");
  EXPECT_EQ(found()[0].subject.base, "let a;");
  EXPECT_EQ(found()[0].subject.path, folder_.path("app.js"));
}

TEST_F(DocumentTest, is_not_offered_by_another_window_while_its_own_lives) {
  auto document = open("let a;");
  type(*document, "x");
  EXPECT_TRUE(found().empty());
  document.reset();
  EXPECT_EQ(found().size(), 1u);
}

TEST_F(DocumentTest, recovers_up_to_the_last_whole_record_of_a_torn_journal) {
  auto document = open("");
  for (const char* key : {"a", "b", "c"}) type(*document, key);
  document.reset();
  const QFileInfo journal = QDir(folder_.journals()).entryInfoList(QDir::Files).at(0);
  QFile file(journal.filePath());
  ASSERT_TRUE(file.resize(file.size() - 1));
  EXPECT_EQ(found().at(0).text, "ab");
  ASSERT_TRUE(file.open(QIODevice::ReadWrite));
  file.seek(file.size() - 30);  // past what is left of "c", in the record of "b"
  file.write("\xFF\xFF");       // and a record that a failing disk has garbled
  file.close();
  EXPECT_EQ(found().at(0).text, "a");
}

TEST_F(DocumentTest, keeps_its_journal_small_and_whole_over_much_typing) {
  auto document = open("");
  QByteArray expected;
  for (int edit = 0; edit < 40; ++edit) {
    const QByteArray block(500 * 1000, static_cast<char>('a' + edit % 26));
    document->edit({0, expected.size(), block});
    expected = block;
  }
  type(*document, "end");
  document.reset();
  ASSERT_EQ(found().size(), 1u);
  EXPECT_EQ(found()[0].text, expected + "end");
}

TEST_F(DocumentTest, discards_what_garbage_it_finds_among_the_journals) {
  QDir().mkpath(folder_.journals());
  QFile file(folder_.journals() + "/x.000001.journal");
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write("not a journal");
  file.close();
  EXPECT_TRUE(found().empty());
}

TEST_F(DocumentTest, says_that_typing_cannot_be_kept_safe) {
  folder_.write("blocker", "");
  const QString path = folder_.write("app.js", "");
  Document document(path, TextFile{}, folder_.path("blocker/journals"));
  QSignalSpy failures(&document, &Document::journalFailed);
  type(document, "x");
  type(document, "y");
  EXPECT_EQ(failures.size(), 1);
  EXPECT_EQ(document.utf8(), "xy");
}

TEST_F(DocumentTest, keeps_typing_safe_again_once_the_disk_has_room) {
  auto document = open("let a;");
  QSignalSpy failures(document.get(), &Document::journalFailed);
  QSignalSpy restored(document.get(), &Document::journalRestored);
  type(*document, "1");
  const QByteArray block(6000, 'x');
  {
    const FullDisk disk(4096);
    type(*document, block);
    type(*document, "2");
    EXPECT_EQ(failures.size(), 1);
  }
  type(*document, "3");
  type(*document, "4");
  EXPECT_EQ(restored.size(), 1);
  document.reset();
  ASSERT_EQ(found().size(), 1u);
  EXPECT_EQ(found()[0].text, "let a;1" + block + "234");
}

TEST_F(DocumentTest, leaves_what_was_safe_before_the_disk_was_full) {
  auto document = open("let a;");
  type(*document, "1");
  {
    const FullDisk disk(4096);
    type(*document, QByteArray(6000, 'x'));
    type(*document, "2");
    document.reset();
  }
  EXPECT_EQ(found().at(0).text, "let a;1");
}

TEST_F(DocumentTest, takes_every_generation_of_its_journal_away_when_saved) {
  auto document = open("");
  for (int edit = 0; edit < 40; ++edit) {
    document->edit({0, document->utf8().size(), QByteArray(500 * 1000, static_cast<char>('a' + edit % 26))});
  }
  EXPECT_FALSE(document->save());
  document.reset();
  QThreadPool::globalInstance()->waitForDone();
  EXPECT_TRUE(QDir(folder_.journals()).isEmpty());
}

TEST_F(DocumentTest, follows_another_programs_change_while_nothing_is_unsaved) {
  auto document = open("one\ntwo\nthree");
  QSignalSpy replaced(document.get(), &Document::replaced);
  folder_.write("app.js", "one\n2\nthree");
  document->checkDisk();
  EXPECT_EQ(document->utf8(), "one\n2\nthree");
  EXPECT_FALSE(document->isModified());
  EXPECT_EQ(replaced.size(), 1);
}

TEST_F(DocumentTest, asks_before_either_side_of_a_conflict_is_lost) {
  auto document = open("one");
  type(*document, " mine");
  QSignalSpy asked(document.get(), &Document::changedOnDisk);
  folder_.write("app.js", "theirs");
  document->checkDisk();
  EXPECT_EQ(asked.size(), 1);
  EXPECT_EQ(document->utf8(), "one mine");
  EXPECT_EQ(document->save()->reason, FileProblem::Reason::ChangedOnDisk);
  EXPECT_EQ(folder_.read("app.js"), "theirs");
  document->keepMine();
  EXPECT_FALSE(document->save());
  EXPECT_EQ(folder_.read("app.js"), "one mine");
}

TEST_F(DocumentTest, keeps_the_text_of_a_file_that_was_deleted) {
  auto document = open("precious");
  QFile::remove(folder_.path("app.js"));
  document->checkDisk();
  EXPECT_TRUE(document->isModified());
  document.reset();
  EXPECT_EQ(found().at(0).text, "precious");
}

TEST_F(DocumentTest, tells_scripts_modules_and_data_apart) {
  const auto kindOf = [&](const char* name) { return Document(QString(name), folder_.journals()).kind(); };
  EXPECT_EQ(kindOf("a.js"), Document::Kind::Script);
  EXPECT_EQ(kindOf("a.mjs"), Document::Kind::Module);
  EXPECT_EQ(kindOf("a.json"), Document::Kind::Json);
}

TEST(Difference, is_small_and_cuts_no_character) {
  const auto apply = [](QByteArray before, const TextEdit& edit) {
    return before.replace(edit.offset, edit.removed, edit.inserted);
  };
  const QByteArray texts[] = {"", "a", "ab", "aXb", "aaa", "aaaa", "é", "è", "日本", "日木", "x日y", "x曰y"};
  for (const QByteArray& before : texts) {
    for (const QByteArray& after : texts) {
      const TextEdit edit = difference(before, after);
      EXPECT_EQ(apply(before, edit), after);
      EXPECT_FALSE(firstInvalidUtf8(edit.inserted)) << before.constData() << " to " << after.constData();
    }
  }
  EXPECT_EQ(difference("one two three", "one 2 three").removed, 3);
}

}  // namespace vmscope::ui::tests
