#include "ui/editor/Completion.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QListView>

#include "tests/ui/editor/Stage.h"
#include "ui/editor/CompletionModel.h"
#include "ui/editor/CompletionPopup.h"

namespace vmscope::ui::tests {

namespace {

using testing::ElementsAre;
using Place = CompletionQuery::Place;
using Kind = CompletionItem::Kind;

CompletionQuery query(const QString& line) {
  const qsizetype cursor = line.indexOf(u'|');
  return completionQuery(line.first(cursor), line.sliced(cursor + 1));
}

std::vector<std::string> textsOf(const std::vector<CompletionItem>& items) {
  std::vector<std::string> texts;
  for (const CompletionItem& item : items) texts.push_back(item.text.toStdString());
  return texts;
}

// Answers when the test says so.
class ScriptedSource : public CompletionSource {
 public:
  void complete(const Document&, const CompletionQuery& asked, QObject*, Answer answer) override {
    queries.push_back({asked.place, asked.object, asked.prefix});
    answers.push_back(std::move(answer));
    if (atOnce)
      answers.back()(
          {{"alpha", Kind::Variable, {}}, {"alphabet", Kind::Function, "string"}, {"beta", Kind::Class, {}}});
  }

  std::vector<CompletionQuery> queries;
  std::vector<Answer> answers;
  bool atOnce = true;
};

struct Completion : Stage {
  explicit Completion(const QByteArray& content = {}) : Stage(content) {
    editor->setCompletionSource(&source);
    popup = keyboard()->window()->findChild<CompletionPopup*>();
  }
  std::vector<std::string> offered() const {
    CompletionPopup* list = area.window()->findChild<CompletionPopup*>();
    if (!list->isOpen()) return {};
    return textsOf(list->findChild<CompletionModel*>()->items());
  }

  ScriptedSource source;
  CompletionPopup* popup;
};

}  // namespace

TEST(CompletionQuery, reads_names_and_member_chains) {
  EXPECT_EQ(query("  foo(ba|"), (CompletionQuery{Place::Name, "", "ba"}));
  EXPECT_EQ(query("...ba|"), (CompletionQuery{Place::Name, "", "ba"}));
  EXPECT_EQ(query("x = a.b?.c.d|"), (CompletionQuery{Place::Member, "a.b?.c", "d"}));
  EXPECT_EQ(query("this.|"), (CompletionQuery{Place::Member, "this", ""}));
  EXPECT_EQ(query("list[0]['k'].na|"), (CompletionQuery{Place::Member, "list[0]['k']", "na"}));
  EXPECT_EQ(query("größe.变|"), (CompletionQuery{Place::Member, "größe", "变"}));
}

TEST(CompletionQuery, never_asks_for_what_would_call_something) {
  for (const char* line : {"f().|", "a[i].|", "a[f()].|", "(a).|", "`x`.|", "1.|", "12|", "f()[0].|"}) {
    EXPECT_EQ(query(line).place, Place::Nowhere) << line;
  }
}

TEST(CompletionQuery, reads_imports) {
  EXPECT_EQ(query("import { isEven } from './e|'"), (CompletionQuery{Place::ModuleSpecifier, "", "./e"}));
  EXPECT_EQ(query("await import('|"), (CompletionQuery{Place::ModuleSpecifier, "", ""}));
  EXPECT_EQ(query("import { isEven, isO| } from './odd.mjs';"),
            (CompletionQuery{Place::ImportedName, "./odd.mjs", "isO"}));
  EXPECT_EQ(query("export { | } from \"m\""), (CompletionQuery{Place::ImportedName, "m", ""}));
}

TEST(CompletionItems, come_best_first_and_once) {
  const std::vector<CompletionItem> items = {{"unmap"},  {"_map"}, {"Map"},      {"map"},
                                             {"mapper"}, {"map"},  {"remapped"}, {"x"}};
  EXPECT_THAT(textsOf(matchingItems(items, "map", 100)),
              ElementsAre("map", "mapper", "Map", "remapped", "unmap", "_map"));
  EXPECT_THAT(textsOf(matchingItems(items, "mp", 3)), ElementsAre("Map", "map", "mapper"));
}

TEST(CompletionItems, come_with_what_an_object_has_itself_first) {
  const std::vector<CompletionItem> items = {{"apply", Kind::Function, {}, 1},
                                             {"all", Kind::Function, {}},
                                             {"toString", Kind::Function, {}, 2},
                                             {"race", Kind::Function, {}},
                                             {"bind", Kind::Function, {}, 1}};
  EXPECT_THAT(textsOf(matchingItems(items, "", 100)), ElementsAre("all", "race", "apply", "bind", "toString"));
}

TEST(CompletionItems, include_the_names_of_the_text_but_not_of_its_comments_and_strings) {
  const auto names = textsOf(namesIn("let a1 = `b ${c2} d`; // e\n'f'; g3(h4.i5, /j/)\n"));
  EXPECT_THAT(names, testing::IsSupersetOf({"a1", "c2", "g3", "h4", "i5", "await"}));
  for (const char* other : {"b", "d", "e", "f", "j"}) EXPECT_THAT(names, testing::Not(testing::Contains(other)));
}

TEST(CompletionItems, come_of_a_long_text_from_around_the_cursor) {
  const QByteArray line = "filler(`long line`);\n";
  const QByteArray half = line.repeated(100'000);
  const QByteArray text = "first();\n" + half + "middle();\n" + half + "last();\n";
  const auto there = textsOf(namesIn(text, half.size() + 15));
  EXPECT_THAT(there, testing::IsSupersetOf({"middle", "filler"}));
  for (const char* far : {"first", "last"}) EXPECT_THAT(there, testing::Not(testing::Contains(far)));
  EXPECT_THAT(textsOf(namesIn(text, 0)), testing::Contains("first"));
  EXPECT_THAT(textsOf(namesIn(text, text.size())), testing::Contains("last"));
}

TEST(CompletionModel, is_a_proper_model) {
  Theme theme;
  CompletionModel model(theme, nullptr);
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  model.setItems({{"a", Kind::Class, "detail"}, {"b"}});
  model.setItems({});
}

TEST(Completion, offers_while_typing_and_takes_what_is_chosen) {
  Completion completion;
  completion.type("al");
  EXPECT_THAT(completion.offered(), ElementsAre("alpha", "alphabet"));
  completion.press(Qt::Key_Down);
  completion.press(Qt::Key_Return);
  EXPECT_EQ(completion.text(), "alphabet");
  EXPECT_THAT(completion.offered(), ElementsAre());
  completion.press(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(completion.text(), "al");
}

TEST(Completion, leaves_Return_to_the_line_once_the_word_is_complete) {
  Completion completion;
  completion.type("alpha");
  EXPECT_THAT(completion.offered(), ElementsAre("alpha", "alphabet"));
  completion.press(Qt::Key_Return);
  EXPECT_EQ(completion.text(), "alpha\n");
  EXPECT_THAT(completion.offered(), ElementsAre());
}

TEST(Completion, narrows_as_typing_goes_on_and_asks_once) {
  Completion completion;
  completion.type("alphab");
  EXPECT_THAT(completion.offered(), ElementsAre("alphabet"));
  EXPECT_EQ(completion.source.queries.size(), 1u);
  completion.type("x");
  EXPECT_THAT(completion.offered(), ElementsAre());
}

TEST(Completion, asks_at_a_dot_and_at_a_key_but_not_in_comments_and_strings) {
  Completion completion;
  completion.type("// abc.def\n'abc.def';\n");
  EXPECT_TRUE(completion.source.queries.empty());
  completion.type("o.");
  ASSERT_EQ(completion.source.queries.size(), 1u);
  EXPECT_EQ(completion.source.queries[0], (CompletionQuery{Place::Member, "o", ""}));
  completion.press(Qt::Key_Escape);
  EXPECT_THAT(completion.offered(), ElementsAre());
  completion.press(Qt::Key_Space, Qt::ControlModifier);
  EXPECT_EQ(completion.offered().size(), 3u);
}

TEST(Completion, drops_an_answer_that_comes_too_late) {
  Completion completion;
  completion.source.atOnce = false;
  completion.type("al;");
  completion.source.answers.at(0)({{"alpha"}});
  EXPECT_THAT(completion.offered(), ElementsAre());
  completion.type("\no.");
  completion.source.answers.at(1)({{"late"}});
  EXPECT_THAT(completion.offered(), ElementsAre("late"));
}

}  // namespace vmscope::ui::tests
