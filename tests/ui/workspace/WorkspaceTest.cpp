#include "ui/workspace/Workspace.h"

#include <gmock/gmock.h>

#include <QSignalSpy>

#include "tests/ui/workspace/Folder.h"

namespace vmscope::ui::tests {

namespace {

using testing::ElementsAre;

constexpr char kFile[] = "workspace.vmscope.json";

class WorkspaceTest : public testing::Test {
 protected:
  void openFolder() { ASSERT_FALSE(workspace_.open(folder_.path())); }
  Document* openDocument(const QString& name) { return std::get<Document*>(workspace_.openDocument(name)); }

  Folder folder_;
  Workspace workspace_{folder_.state()};
};

}  // namespace

TEST_F(WorkspaceTest, opens_the_sample_for_a_person_who_has_none) {
  ASSERT_FALSE(workspace_.openSample());
  EXPECT_TRUE(workspace_.problems().empty());
  ASSERT_EQ(workspace_.contexts().size(), 2u);
  EXPECT_EQ(workspace_.contexts()[0].name, "alpha");
  EXPECT_EQ(workspace_.contexts()[1].queue, WorkspaceContext::Queue::Own);
  EXPECT_EQ(workspace_.contextOf("modules/main.mjs"), "alpha");
  for (const WorkspaceContext& context : workspace_.contexts()) {
    for (const QString& document : context.documents) EXPECT_TRUE(workspace_.files().contains(document));
  }
}

TEST_F(WorkspaceTest, keeps_what_the_person_made_of_the_sample) {
  ASSERT_FALSE(workspace_.openSample());
  Document* script = openDocument("alpha/app.js");
  script->replaceText("mine;");
  ASSERT_FALSE(script->save());
  ASSERT_FALSE(workspace_.openSample());
  EXPECT_EQ(openDocument("alpha/app.js")->utf8(), "mine;");
}

TEST_F(WorkspaceTest, lists_the_source_files_below_its_folder) {
  for (const char* name : {"b.mjs", "a.js", "lib/c.json", "node_modules/x.js", ".git/y.js", "notes.txt"}) {
    folder_.write(name, "");
  }
  openFolder();
  EXPECT_EQ(workspace_.files(), (QStringList{"a.js", "b.mjs", "lib/c.json"}));
}

TEST_F(WorkspaceTest, notices_files_that_come_and_change) {
  folder_.write("a.js", "1");
  openFolder();
  Document* document = openDocument("a.js");
  QSignalSpy files(&workspace_, &Workspace::filesChanged);
  folder_.write("new.js", "");
  ASSERT_TRUE(files.wait());
  EXPECT_TRUE(workspace_.files().contains("new.js"));
  QSignalSpy reloaded(document, &Document::reloaded);
  folder_.write("other", "2");
  ASSERT_TRUE(QFile::remove(folder_.path("a.js")) && QFile::rename(folder_.path("other"), folder_.path("a.js")));
  ASSERT_TRUE(reloaded.wait());
  EXPECT_EQ(document->utf8(), "2");
  folder_.write("a.js", "3");
  ASSERT_TRUE(reloaded.wait());
  EXPECT_EQ(document->utf8(), "3");
}

TEST_F(WorkspaceTest, writes_its_file_when_something_changed_and_not_before) {
  folder_.write("a.js", "");
  openFolder();
  workspace_.flush();
  EXPECT_EQ(folder_.read(kFile), "(missing)");
  workspace_.breakpoints().set({"a.js", 4, "x", {}, Breakpoint::State::Enabled, {}});
  WorkspaceContext alpha;
  alpha.name = "alpha";
  workspace_.putContext("alpha", alpha);
  workspace_.assign("a.js", "alpha");
  workspace_.setWatchExpressions({"this"});
  workspace_.flush();
  Workspace again(folder_.state());
  ASSERT_FALSE(again.open(folder_.path()));
  EXPECT_EQ(again.breakpoints().all(), workspace_.breakpoints().all());
  EXPECT_EQ(again.contexts(), workspace_.contexts());
  EXPECT_EQ(again.contextOf("a.js"), "alpha");
  EXPECT_EQ(again.watchExpressions(), QStringList{"this"});
}

TEST_F(WorkspaceTest, writes_its_file_by_itself_after_a_change) {
  folder_.write("a.js", "");
  openFolder();
  QSignalSpy saved(&workspace_, &Workspace::saved);
  workspace_.breakpoints().set({"a.js", 4, {}, {}, Breakpoint::State::Enabled, {}});
  ASSERT_TRUE(saved.wait());
  EXPECT_TRUE(folder_.read(kFile).contains("\"line\": 5")) << folder_.read(kFile).constData();
}

TEST_F(WorkspaceTest, never_writes_over_a_file_that_it_could_not_read) {
  const QByteArray broken = "{\"version\": 1, \"contexts\": [{\"name\": \"alpha\", \"documents\": []},";
  folder_.write(kFile, broken);
  openFolder();
  EXPECT_EQ(workspace_.problems().size(), 1u);
  EXPECT_EQ(workspace_.contexts().at(0).name, "alpha");
  workspace_.breakpoints().set({"a.js", 1, {}, {}, Breakpoint::State::Enabled, {}});
  workspace_.flush();
  EXPECT_EQ(folder_.read(kFile), broken);
  QSignalSpy mended(&workspace_, &Workspace::problemsChanged);
  folder_.write(kFile, "{\"version\": 1}");
  ASSERT_TRUE(mended.wait());
  EXPECT_TRUE(workspace_.isWritable());
}

TEST_F(WorkspaceTest, takes_the_change_of_another_program_rather_than_writing_over_it) {
  folder_.write(kFile, "{\"version\": 1}");
  openFolder();
  const QByteArray theirs = "{\"version\": 1, \"watch\": [\"theirs\"]}";
  folder_.write(kFile, theirs);
  workspace_.setWatchExpressions({"mine"});
  workspace_.flush();
  EXPECT_EQ(folder_.read(kFile), theirs);
  EXPECT_EQ(workspace_.watchExpressions(), QStringList{"theirs"});
}

TEST_F(WorkspaceTest, refuses_a_folder_that_is_missing_or_closed_to_the_person) {
  EXPECT_EQ(workspace_.open(folder_.path("none"))->reason, FileProblem::Reason::Missing);
  EXPECT_EQ(workspace_.open(folder_.write("a.js", ""))->reason, FileProblem::Reason::NotAFile);
  folder_.letOthersSee();
  ::chmod(qPrintable(folder_.path()), 0700);
  WithoutPrivileges person;
  if (::getuid() == 0) {
    EXPECT_EQ(workspace_.open(folder_.path())->reason, FileProblem::Reason::NoPermission);
  }
}

TEST_F(WorkspaceTest, offers_what_a_killed_window_had_and_gives_back_exactly_that) {
  folder_.write("a.js", "saved");
  {
    Workspace killed(folder_.state());
    ASSERT_FALSE(killed.open(folder_.path()));
    std::get<Document*>(killed.openDocument("a.js"))->replaceText("saved and typed");
    killed.newDocument()->replaceText("never saved");
  }
  openFolder();
  auto offered = workspace_.recoverable();
  ASSERT_EQ(offered.size(), 2u);
  for (const RecoveredDocument& each : offered) workspace_.recover(each);
  EXPECT_TRUE(workspace_.recoverable().empty());
  Document* document = workspace_.findDocument(QString("a.js"));
  EXPECT_EQ(document->utf8(), "saved and typed");
  EXPECT_TRUE(document->isModified());
  EXPECT_EQ(folder_.read("a.js"), "saved");
  const auto untitled = workspace_.documents();
  EXPECT_TRUE(std::any_of(untitled.begin(), untitled.end(), [](auto* each) { return each->utf8() == "never saved"; }));
}

TEST_F(WorkspaceTest, finds_documents_by_path_and_by_the_url_that_the_engine_knows) {
  folder_.write("lib/a b.js", "");
  openFolder();
  Document* document = openDocument("lib/a b.js");
  EXPECT_EQ(workspace_.findDocument(folder_.path("lib/a b.js")), document);
  EXPECT_EQ(workspace_.findDocument(QUrl::fromLocalFile(folder_.path("lib/a b.js"))), document);
  EXPECT_EQ(workspace_.nameOf(*document), "lib/a b.js");
  EXPECT_EQ(openDocument("lib/../lib/a b.js"), document);
}

TEST(Breakpoints, follow_their_lines) {
  Breakpoints breakpoints;
  for (const int line : {2, 5, 9}) breakpoints.set({"a.js", line, {}, {}, Breakpoint::State::Enabled, {}});
  breakpoints.moveLines("a.js", 3, 0, 2);  // two lines more after line 3
  EXPECT_TRUE(breakpoints.at("a.js", 2) && breakpoints.at("a.js", 7) && breakpoints.at("a.js", 11));
  breakpoints.moveLines("a.js", 6, 3, 0);  // lines 7 to 9 are joined to line 6
  EXPECT_TRUE(breakpoints.at("a.js", 2) && breakpoints.at("a.js", 6) && breakpoints.at("a.js", 8));
  breakpoints.moveLines("b.js", 0, 0, 5);
  EXPECT_EQ(breakpoints.in("a.js").size(), 3u);
  breakpoints.moveLines("a.js", 0, 8, 0);
  EXPECT_EQ(breakpoints.all().size(), 1u);
}

}  // namespace vmscope::ui::tests
