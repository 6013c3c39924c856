#include "ui/docks/values/ValueText.h"

#include <gtest/gtest.h>

#include <QStringList>

#include "ui/docks/values/TextWidth.h"
#include "ui/docks/values/ValueNode.h"

namespace vmscope::ui {
namespace {

using nlohmann::json;

std::string nested(const json& value) {
  return valueText(value.get<RemoteObject>(), ValuePlacement::Nested).text().toStdString();
}

json object(const json& preview) {
  return {{"type", "object"},
          {"objectId", "1"},
          {"description", preview.value("description", "Object")},
          {"preview", preview}};
}

TEST(ValueText, quotesStringsInsideStructuresOnly) {
  const json value{{"type", "string"}, {"value", "it's\n"}};
  EXPECT_EQ(nested(value), "'it\\'s\\n'");
  EXPECT_EQ(valueText(value.get<RemoteObject>(), ValuePlacement::Message).text(), "it's\n");
}

TEST(ValueText, writesPrimitivesAsJavaScriptDoes) {
  EXPECT_EQ(nested({{"type", "undefined"}}), "undefined");
  EXPECT_EQ(nested({{"type", "object"}, {"subtype", "null"}, {"value", nullptr}}), "null");
  EXPECT_EQ(nested({{"type", "number"}, {"unserializableValue", "-0"}, {"description", "-0"}}), "-0");
  EXPECT_EQ(nested({{"type", "bigint"}, {"unserializableValue", "12n"}, {"description", "12n"}}), "12n");
}

TEST(ValueText, previewsAnObjectWithItsClass) {
  EXPECT_EQ(nested(object({{"type", "object"},
                           {"description", "Point"},
                           {"overflow", true},
                           {"properties",
                            {{{"name", "x"}, {"type", "number"}, {"value", "1"}},
                             {{"name", "tag"}, {"type", "string"}, {"value", "a"}},
                             {{"name", "next"}, {"type", "object"}, {"value", "Object"}},
                             {{"name", "f"}, {"type", "function"}, {"value", ""}},
                             {{"name", "g"}, {"type", "accessor"}, {"value", ""}}}}})),
            "Point {x: 1, tag: 'a', next: {…}, f: ƒ, g: (...), …}");
}

TEST(ValueText, previewsAnArrayWithItsLengthAndHoles) {
  EXPECT_EQ(nested(object({{"type", "object"},
                           {"subtype", "array"},
                           {"description", "Array(4)"},
                           {"properties",
                            {{{"name", "0"}, {"type", "number"}, {"value", "1"}},
                             {{"name", "3"}, {"type", "number"}, {"value", "2"}},
                             {{"name", "extra"}, {"type", "boolean"}, {"value", "true"}}}}})),
            "(4) [1, empty × 2, 2, extra: true]");
}

TEST(ValueText, previewsMapsByTheirEntries) {
  const json one{{"type", "number"}, {"description", "1"}};
  const json key{{"type", "string"}, {"description", "a"}};
  EXPECT_EQ(nested(object({{"type", "object"},
                           {"subtype", "map"},
                           {"description", "Map(1)"},
                           {"properties", json::array()},
                           {"entries", {{{"key", key}, {"value", one}}}}})),
            "Map(1) {'a' => 1}");
}

TEST(ValueText, previewsAPromiseByStateAndResult) {
  const auto promise = [](const char* state, const char* result) {
    return object({{"type", "object"},
                   {"subtype", "promise"},
                   {"description", "Promise"},
                   {"properties",
                    {{{"name", "[[PromiseState]]"}, {"type", "string"}, {"value", state}},
                     {{"name", "[[PromiseResult]]"}, {"type", "number"}, {"value", result}}}}});
  };
  EXPECT_EQ(nested(promise("pending", "undefined")), "Promise {<pending>}");
  EXPECT_EQ(nested(promise("fulfilled", "3")), "Promise {<fulfilled>: 3}");
}

TEST(ValueText, namesAFunctionByItsSignature) {
  EXPECT_EQ(functionSignature("function add(a, b) {\n return a + b; }"), "ƒ add(a, b)");
  EXPECT_EQ(functionSignature("async function* walk() {}"), "async ƒ* walk()");
  EXPECT_EQ(functionSignature("x => x + 1"), "ƒ (x)");
  EXPECT_EQ(functionSignature("async (x) => x"), "async ƒ (x)");
  EXPECT_EQ(functionSignature("class A extends B { }"), "class A extends B");
  EXPECT_EQ(functionSignature("method(a = ')') {}").left(9), "ƒ method(");
}

TEST(ValueText, linksThePlacesOfAStack) {
  StyledText text;
  appendStack(text, "Error: no\n    at f (file:///w/a b.js:3:9)\n    at app.mjs:1:1\n    at new Promise (<anonymous>)",
              TextKind::Plain);
  ASSERT_EQ(text.links().size(), 2u);
  EXPECT_EQ(text.links()[0].url, "file:///w/a b.js");
  EXPECT_EQ(text.links()[0].line, 2);
  EXPECT_EQ(text.links()[1].url, "app.mjs");
  EXPECT_EQ(text.links()[1].column, 0);
}

TEST(ValueText, cutsSpansAtAnyBoundary) {
  StyledText text;
  text.append(u"ab");
  text.append(u"cd", TextKind::String);
  text.append(u"ef");
  const std::vector<TextSpan> spans = text.spansIn(1, 4);
  ASSERT_EQ(spans.size(), 2u);
  EXPECT_EQ(spans[0].length, 1);
  EXPECT_EQ(spans[1].kind, TextKind::String);
  EXPECT_EQ(spans[1].start, 2);
}

TEST(TextWidth, countsWideCharactersTwice) {
  EXPECT_EQ(textColumns(u"abc"), 3);
  EXPECT_EQ(textColumns(u"微任务"), 6);
  EXPECT_EQ(textColumns(u"e\u0301"), 1);
  EXPECT_EQ(lineStarts(u"微任务队列", 4), (std::vector<int>{0, 2, 4}));
  EXPECT_EQ(lineStarts(u"ab\n\ncd", 0), (std::vector<int>{0, 3, 4}));
  EXPECT_EQ(lineStarts(u"one two three", 8), (std::vector<int>{0, 8}));
  EXPECT_EQ(lineStarts(u"one two three", 8, 4), (std::vector<int>{0, 4, 8})) << "the first line is narrower";
  EXPECT_EQ(lineStarts(u"a verylongword", 5), (std::vector<int>{0, 2, 7, 12}));
}

TEST(ValueNode, ordersPropertiesAccessorsAndSlotsLikeDevTools) {
  const PropertyList list =
      json{{"result",
            {{{"name", "a"}, {"value", {{"type", "number"}, {"value", 1}, {"description", "1"}}}, {"enumerable", true}},
             {{"name", "b"},
              {"get", {{"type", "function"}, {"objectId", "2"}, {"description", "get b() {}"}}},
              {"enumerable", true}}}},
           {"internalProperties",
            {{{"name", "[[Prototype]]"},
              {"value", {{"type", "object"}, {"objectId", "3"}, {"description", "Object"}}}}}}}
          .get<PropertyList>();
  QStringList lines;
  for (const auto& node : makeValueNodes(list)) lines << node->line().text();
  EXPECT_EQ(lines, QStringList({"a: 1", "b: (...)", "get b: ƒ b()", "[[Prototype]]: Object"}));
}

TEST(TextStyle, followsWhatAConsoleCanShow) {
  const TextStyle style =
      textStyle("color: #c33; background: rgb(0, 128 0 / 50%) url(x); FONT-WEIGHT: 700; padding: 9px");
  EXPECT_EQ(style.colour, QColor(0xcc, 0x33, 0x33));
  EXPECT_EQ(style.background.green(), 128);
  EXPECT_EQ(style.background.alpha(), 128);
  EXPECT_TRUE(style.isBold);
  EXPECT_EQ(textStyle("color: hsl(120, 100%, 50%)").colour, QColor(0, 255, 0));
  EXPECT_EQ(textStyle("color: #11223380").colour, QColor(0x11, 0x22, 0x33, 0x80));
  EXPECT_EQ(textStyle("color: rebeccapurpel; font-size: 40px"), TextStyle()) << "what is not known changes nothing";
  EXPECT_TRUE(textStyle("text-decoration: underline line-through").isStruckOut);
}

TEST(ValueNode, groupsLongRangesByHundreds) {
  const auto names = [](qint64 count) {
    QStringList out;
    for (const auto& node : makeRangeNodes({0, count})) out << node->name;
    return out;
  };
  EXPECT_EQ(names(250), (QStringList{"[0 … 99]", "[100 … 199]", "[200 … 249]"}));
  EXPECT_EQ(names(10'000).size(), 100);
  EXPECT_EQ(names(1'000'000).size(), 100);
  EXPECT_EQ(names(1'000'001).size(), 2) << "of a million each";
}

}  // namespace
}  // namespace vmscope::ui
