#include "ui/docks/console/InputText.h"

#include <gtest/gtest.h>

namespace vmscope::ui {
namespace {

struct Case {
  const char* text;
  bool incomplete;
};

TEST(InputText, knowsWhenMoreMustCome) {
  const Case cases[] = {
      {"1 + 2", false},       {"f(", true},           {"({a: 1", true},    {"`${a", true},    {"`${a}`", false},
      {"`${`${1}`}`", false}, {"'a(' ", false},       {"// (", false},     {"/* (", true},    {"/[(]/.test(x)", false},
      {"a / b / (c)", false}, {"return /(/", false},  {"1 +", true},       {"i++", false},    {"x =>", true},
      {"x.", true},           {"if (a) {\n}", false}, {"'it\\'s'", false}, {"a ? b :", true}, {"await f()", false},
  };
  for (const Case& one : cases) EXPECT_EQ(isIncompleteInput(one.text), one.incomplete) << one.text;
}

std::string target(const char* text) {
  const QString before = QString::fromUtf8(text);
  const auto found = completionTarget(before, static_cast<int>(before.size()));
  return found ? found->object.toStdString() + "|" + found->name.toStdString() : "none";
}

TEST(InputText, findsWhatIsCompleted) {
  EXPECT_EQ(target("con"), "|con");
  EXPECT_EQ(target(""), "|");
  EXPECT_EQ(target("a.b"), "a|b");
  EXPECT_EQ(target("x + a.b[0].c"), "a.b[0]|c");
  EXPECT_EQ(target("a?.b"), "a|b");
  EXPECT_EQ(target("`${a.b"), "none") << "a template is text for most of its length";
}

TEST(InputText, neverCallsAnythingToComplete) {
  EXPECT_EQ(target("f().x"), "none");
  EXPECT_EQ(target("a[f()].x"), "none");
  EXPECT_EQ(target("'text.x"), "none");
  EXPECT_EQ(target("// a.b"), "none");
  EXPECT_EQ(target("1.t"), "none");
  EXPECT_EQ(target("12"), "none");
}

}  // namespace
}  // namespace vmscope::ui
