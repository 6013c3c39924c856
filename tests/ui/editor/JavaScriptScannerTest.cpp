#include "ui/editor/javascript/JavaScriptScanner.h"

#include <gmock/gmock.h>

#include <map>
#include <string>
#include <vector>

namespace vmscope::ui::tests {

namespace {

// One letter per kind, so that a test shows the source and its colours one above the other.
char letter(TokenKind kind) {
  static const std::map<TokenKind, char> letters = {{TokenKind::Plain, ' '},        {TokenKind::Identifier, 'i'},
                                                    {TokenKind::Function, 'f'},     {TokenKind::Keyword, 'k'},
                                                    {TokenKind::Constant, 'c'},     {TokenKind::Number, 'n'},
                                                    {TokenKind::String, 's'},       {TokenKind::Template, 't'},
                                                    {TokenKind::TemplateMark, 'm'}, {TokenKind::RegularExpression, 'r'},
                                                    {TokenKind::Comment, '/'},      {TokenKind::DocComment, '*'},
                                                    {TokenKind::DocTag, '@'},       {TokenKind::Operator, '.'},
                                                    {TokenKind::PrivateName, 'p'},  {TokenKind::Hashbang, '#'}};
  return letters.at(kind);
}

struct Scanned {
  std::vector<std::string> lines;
  std::vector<int> depths;
  JavaScriptScanner::State end = JavaScriptScanner::kStartOfFile;
};

Scanned scanLines(JavaScriptScanner& scanner, const std::vector<std::string>& lines) {
  Scanned scanned;
  for (const std::string& text : lines) {
    const std::string line = text + "\n";
    std::vector<TokenKind> kinds(line.size());
    const auto result = scanner.scan(line, scanned.end, kinds.data());
    std::string letters;
    for (const TokenKind kind : kinds) letters += letter(kind);
    letters.pop_back();
    scanned.lines.push_back(letters);
    scanned.depths.push_back(result.endDepth);
    scanned.end = result.end;
  }
  return scanned;
}

std::string scan(const std::string& line) {
  JavaScriptScanner scanner;
  return scanLines(scanner, {line}).lines[0];
}

}  // namespace

TEST(JavaScriptScanner, knows_todays_words_where_they_are_words) {
  EXPECT_EQ(scan("const x = await f(null);"), "kkkkk i . kkkkk f.cccc..");
  EXPECT_EQ(scan("import a, { of as b } from './m.mjs' with { type: 'json' };"),
            "kkkkkk i. . ii kk i . kkkk sssssssss kkkk . iiii. ssssss ..");
  EXPECT_EQ(scan("for await (const of of of) of.get = async;"), "kkk kkkkk .kkkkk ii kk ii. ii.iii . iiiii.");
  EXPECT_EQ(scan("class A { static #n = 1n; static async *of() {} get x() {} }"),
            "kkkkk i . kkkkkk pp . nn. kkkkkk kkkkk .ff.. .. kkk f.. .. .");
  EXPECT_EQ(scan("x.if.class.await; ({ default: 1, if: 2 })"), "i.ii.iiiii.iiiii. .. iiiiiii. n. ii. n ..");
}

TEST(JavaScriptScanner, tells_a_regular_expression_from_a_division) {
  EXPECT_EQ(scan("a / b / c"), "i . i . i");
  EXPECT_EQ(scan("a = /b/gu.test(c) / 2"), "i . rrrrr.ffff.i. . n");
  EXPECT_EQ(scan("return /[/\\]]/v"), "kkkkkk rrrrrrrr");
  EXPECT_EQ(scan("(a) / b / (c)"), ".i. . i . .i.");
  EXPECT_EQ(scan("if (a) /b/.exec(c)"), "kk .i. rrr.ffff.i.");
  EXPECT_EQ(scan("a++ / 2; [1] / 2"), "i.. . n. .n. . n");
  EXPECT_EQ(scan("x = { } / 2; { } /b/"), "i . . . . n. . . rrr");
  EXPECT_EQ(scan("a => /b/; `${/c}/}` / 2"),
            "i .. rrr. mmmrrrr"
            "mm . n");
}

TEST(JavaScriptScanner, reads_numbers_of_every_form) {
  EXPECT_EQ(scan("1_000n 0xFFn 0b1_0 .5e-3 1.5.toFixed() 08 1e+9-x"),
            "nnnnnn nnnnn nnnnn nnnnn nnn.fffffff.. nn nnnn.i");
}

TEST(JavaScriptScanner, nests_templates) {
  EXPECT_EQ(scan("`a ${b + `c ${ {d: '}'} } e`} \\` f` + g"),
            "mttmmi . mttmm .i. sss. mttmm"
            "tttttm . i");
  JavaScriptScanner scanner;
  const Scanned scanned = scanLines(scanner, {"f(`one", "// two ${ {", "a: 1 } } `", ")"});
  EXPECT_THAT(scanned.lines, testing::ElementsAre("f.mttt", "tttttttmm .", "i. n . mtm", "."));
  EXPECT_THAT(scanned.depths, testing::ElementsAre(2, 4, 1, 0));
}

TEST(JavaScriptScanner, carries_comments_and_continued_strings_over_lines) {
  JavaScriptScanner scanner;
  EXPECT_THAT(scanLines(scanner, {"/** @param {x} y", " * `z` */ a", "'b\\", "c' d /* e", "*/ f", "'open", "g"}).lines,
              testing::ElementsAre("****@@@@@@******", "********* i", "sss", "ss i ////", "// i", "sssss", "i"));
}

TEST(JavaScriptScanner, sees_a_hashbang_only_at_the_start_of_the_file) {
  JavaScriptScanner scanner;
  EXPECT_THAT(scanLines(scanner, {"#!/usr/bin/env node", "#!x"}).lines,
              testing::ElementsAre("###################", "..i"));
}

TEST(JavaScriptScanner, takes_letters_of_all_scripts_into_names) {
  EXPECT_EQ(scan("größe=变量"), "iiiiiii.iiiiii");
}

TEST(JavaScriptScanner, survives_any_bytes_and_any_nesting) {
  JavaScriptScanner scanner;
  std::string all;
  for (int round = 0; round < 4000; ++round) all += static_cast<char>((round * 7919 + round / 13) % 256);
  scanLines(scanner, {all, "`${" + all, std::string(100000, '['), std::string(100000, '{'), std::string(200001, ']')});
  EXPECT_EQ(scanLines(scanner, {std::string(50000, '('), std::string(50000, ')')}).depths.back(), 0);
}

}  // namespace vmscope::ui::tests
