#include "ui/editor/Declarations.h"

#include <gmock/gmock.h>

#include "ui/editor/CompileErrors.h"

namespace vmscope::ui::tests {

namespace {

using testing::ElementsAre;

std::vector<std::string> variablesOf(const QByteArray& source) {
  std::vector<std::string> found;
  for (const Declaration& each : topLevelVariables(source)) {
    found.push_back(each.name.toStdString() + ":" + std::to_string(each.line));
  }
  return found;
}

}  // namespace

TEST(Declarations, are_the_variables_of_the_top_level) {
  EXPECT_THAT(
      variablesOf("const a = 1, b = f(c, d);\nlet e;\nvar g =\n  [h], i\nfunction j() { const k = 1; }\nclass L {}"),
      ElementsAre("a:0", "b:0", "e:1", "g:2", "i:3"));
  EXPECT_THAT(
      variablesOf("export const { a, b: c, d = e } = f;\nconst [g, , ...h] = [i, j];\nconst k = async () => { l };"),
      ElementsAre("a:0", "c:0", "d:0", "g:1", "h:1", "k:2"));
  EXPECT_THAT(variablesOf("// const a = 1\nconst b = `${c}`; 'let d'\nfor (const e of f) {}"), ElementsAre("b:1"));
}

TEST(Declarations, know_what_a_module_exports) {
  const QByteArray module =
      "export const a = 1;\nexport async function b() {}\nexport class C {}\n"
      "export { d, e as f };\nexport default g;\nconst notExported = 2;\n";
  EXPECT_EQ(exportedNames(module), (QStringList{"a", "b", "C", "d", "f", "default"}));
}

TEST(Declarations, find_the_module_behind_a_namespace) {
  const QByteArray source = "import * as odd from './odd.mjs';\nimport { even } from './even.mjs';\n";
  EXPECT_EQ(namespaceImport(source, "odd"), "./odd.mjs");
  EXPECT_EQ(namespaceImport(source, "even"), "");
}

TEST(Declarations, say_where_a_variable_was_last_mentioned) {
  const auto mentions = lastMentions("f(a);\nb = a;\nx.b;\na;\n", {"a", "b", "c"}, 2);
  EXPECT_THAT(mentions, ElementsAre(Declaration{"a", 1}, Declaration{"b", 1}));
}

TEST(Declarations, tell_lines_with_code_from_others) {
  const QByteArray source = "// a\n\n/* b\n c */\n}\nd();\n";
  EXPECT_EQ(firstLineWithCode(source, 0), 5);
  EXPECT_EQ(firstLineWithCode(source, 6), -1);
}

TEST(JsonDiagnostics, point_at_what_breaks_the_grammar) {
  EXPECT_TRUE(jsonDiagnostics("{\"a\": [1, 2]}").empty());
  const auto found = jsonDiagnostics("{\n  \"ä\": 1,\n  \"b\" 2\n}");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].place.line, 2);
}

}  // namespace vmscope::ui::tests
