#include "ui/docks/modules/ModuleDetails.h"

#include <gtest/gtest.h>

#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

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

  Theme theme;
};

INSTANTIATE_TEST_SUITE_P(Scales, LegendTest, testing::Values(1.0, 1.5, 2.0));

TEST_P(LegendTest, breaksNothingBetweenASignAndItsWord) {
  for (int width = 400; width < 1200; width += 20) {
    const QString text = legendText(theme, width);
    EXPECT_EQ(linesIn(text, width), text.count(QStringLiteral("<br>")) + 1) << "in " << width << " pixels";
  }
}

TEST_P(LegendTest, takesNoMoreLinesThanItMust) {
  EXPECT_EQ(legendText(theme, 10'000).count(QStringLiteral("<br>")), 0);
  EXPECT_LT(legendText(theme, 600).count(QStringLiteral("<br>")), legendText(theme, 300).count(QStringLiteral("<br>")));
}

}  // namespace
}  // namespace vmscope::ui
