#include "ui/docks/modules/ModuleDetails.h"

#include <gtest/gtest.h>

#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include "tests/ui/docks/modules/Graphs.h"
#include "ui/docks/modules/ModuleGraph.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

class LegendTest : public testing::TestWithParam<double> {
 protected:
  LegendTest() { theme.setScale(GetParam()); }

  // How many lines it takes as a label shows it.
  int linesIn(const QString& text, int width) const {
    QTextDocument document;
    document.setDefaultFont(theme.font(TextSize::Small));
    document.setDocumentMargin(0);
    document.setHtml(text);
    document.setTextWidth(width);
    (void)document.size();  // lays it out
    return document.begin().layout()->lineCount();
  }

  ModuleGraph graph;
  Theme theme;
};

INSTANTIATE_TEST_SUITE_P(Scales, LegendTest, testing::Values(1.0, 1.5, 2.0));

TEST_P(LegendTest, breaksNothingBetweenASignAndItsWord) {
  for (int width = 400; width < 1200; width += 20) {
    const QString text = legendText(graph, theme, width);
    EXPECT_EQ(linesIn(text, width), text.count(QStringLiteral("<br>")) + 1) << "in " << width << " pixels";
  }
}

TEST_P(LegendTest, takesNoMoreLinesThanItMust) {
  EXPECT_EQ(legendText(graph, theme, 10'000).count(QStringLiteral("<br>")), 0);
  EXPECT_LT(legendText(graph, theme, 600).count(QStringLiteral("<br>")),
            legendText(graph, theme, 300).count(QStringLiteral("<br>")));
}

TEST_P(LegendTest, countsTheModulesOfEachStatus) {
  GraphMessage message;
  for (const char* name : {"a.mjs", "b.mjs"}) message.add(name, protocol::modules::Status::Evaluated);
  message.add("c.mjs", protocol::modules::Status::Linked);
  graph.setGraph(message.graph);
  QTextDocument document;
  document.setHtml(legendText(graph, theme, 10'000));
  const QString shown = document.toPlainText().remove(QChar(0x2060)).replace(QChar::Nbsp, u' ').simplified();
  EXPECT_TRUE(shown.contains("linked 1")) << shown.toStdString();
  EXPECT_TRUE(shown.contains("evaluated 2")) << shown.toStdString();
  EXPECT_FALSE(shown.contains("0"));
  for (int width = 400; width < 1200; width += 20) {
    const QString text = legendText(graph, theme, width);
    EXPECT_EQ(linesIn(text, width), text.count(QStringLiteral("<br>")) + 1) << "in " << width << " pixels";
  }
}

}  // namespace
}  // namespace vmscope::ui
