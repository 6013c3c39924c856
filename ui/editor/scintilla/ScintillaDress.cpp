#include <QFontInfo>
#include <array>

#include "ui/editor/scintilla/ScintillaView.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

namespace {

enum class Face { Normal, Bold, Italic };

struct KindLook {
  TokenKind kind;
  Colour colour;
  Face face = Face::Normal;
};

constexpr std::array kLooks = {
    KindLook{TokenKind::Plain, Colour::Text},
    KindLook{TokenKind::Identifier, Colour::Text},
    KindLook{TokenKind::Function, Colour::Blue},
    KindLook{TokenKind::Keyword, Colour::Purple},
    KindLook{TokenKind::Constant, Colour::Orange},
    KindLook{TokenKind::Number, Colour::Orange},
    KindLook{TokenKind::String, Colour::Green},
    KindLook{TokenKind::Template, Colour::Green},
    KindLook{TokenKind::TemplateMark, Colour::Purple},
    KindLook{TokenKind::RegularExpression, Colour::Vermilion},
    KindLook{TokenKind::Comment, Colour::Muted, Face::Italic},
    KindLook{TokenKind::DocComment, Colour::Muted, Face::Italic},
    KindLook{TokenKind::DocTag, Colour::Muted, Face::Bold},
    KindLook{TokenKind::Operator, Colour::Text},
    KindLook{TokenKind::PrivateName, Colour::Blue},
    KindLook{TokenKind::Hashbang, Colour::Muted},
};

constexpr double kSelectionStrength = 0.25;
constexpr double kOtherSelectionStrength = 0.18;
constexpr int kCaretLineAlpha = 15;
constexpr double kBraceStrength = 0.25;
constexpr int kMatchAlpha = 70;
constexpr int kMatchOutlineAlpha = 160;
constexpr int kSmallestPointSize = 5;
constexpr int kCaretWidth = 2;

}  // namespace

void ScintillaView::dress(int zoom) {
  dressText(zoom);
  dressMarks();
  updateNumberMargin();
  marks_.dress(theme_.codeFont(TextSize::Small), zoom);
  viewport()->update();
}

void ScintillaView::dressText(int zoom) {
  const QFont font = theme_.codeFont();
  const double size = std::max<double>(kSmallestPointSize, QFontInfo(font).pointSizeF() + zoom);
  callText(SCI_STYLESETFONT, STYLE_DEFAULT, font.family().toUtf8());
  call(SCI_STYLESETSIZEFRACTIONAL, STYLE_DEFAULT, static_cast<long>(size * static_cast<int>(SC_FONT_SIZE_MULTIPLIER)));
  callColour(SCI_STYLESETFORE, STYLE_DEFAULT, theme_.colour(Colour::Text));
  callColour(SCI_STYLESETBACK, STYLE_DEFAULT, theme_.colour(Colour::Surface));
  call(SCI_STYLECLEARALL);
  for (const KindLook& look : kLooks) {
    const long style = static_cast<long>(look.kind);
    callColour(SCI_STYLESETFORE, style, theme_.colour(look.colour));
    call(SCI_STYLESETBOLD, style, look.face == Face::Bold);
    call(SCI_STYLESETITALIC, style, look.face == Face::Italic);
  }
  callColour(SCI_STYLESETFORE, STYLE_LINENUMBER, theme_.colour(Colour::Muted));
  callColour(SCI_STYLESETBACK, STYLE_LINENUMBER, theme_.colour(Colour::Surface));
  callColour(SCI_STYLESETFORE, STYLE_INDENTGUIDE, theme_.colour(Colour::Line));
  callColour(SCI_STYLESETFORE, STYLE_BRACELIGHT, theme_.colour(Colour::Accent));
  callColour(SCI_STYLESETBACK, STYLE_BRACELIGHT, theme_.tint(Colour::Accent, kBraceStrength));
  callColour(SCI_STYLESETFORE, STYLE_BRACEBAD, theme_.colour(Colour::Vermilion));
  call(SCI_SETEXTRAASCENT, Theme::space(Space::Tiny) / 2);
  call(SCI_SETEXTRADESCENT, Theme::space(Space::Tiny) / 2);
  call(SCI_SETMARGINLEFT, 0, Theme::space(Space::Small));
}

void ScintillaView::dressMarks() {
  SendScintilla(SCI_SETCARETFORE, theme_.colour(Colour::Text));
  SendScintilla(SCI_SETADDITIONALCARETFORE, theme_.colour(Colour::Accent));
  call(SCI_SETCARETWIDTH, kCaretWidth);
  SendScintilla(SCI_SETCARETLINEBACK, theme_.colour(Colour::Accent));
  call(SCI_SETCARETLINEBACKALPHA, kCaretLineAlpha);
  call(SCI_SETCARETLINEVISIBLE, 1);
  callColour(SCI_SETSELBACK, 1, theme_.tint(Colour::Accent, kSelectionStrength));
  SendScintilla(SCI_SETADDITIONALSELBACK, theme_.tint(Colour::Accent, kOtherSelectionStrength));
  callColour(SCI_SETWHITESPACEFORE, 1, theme_.colour(Colour::Disabled));
  callColour(SCI_SETFOLDMARGINCOLOUR, 1, theme_.colour(Colour::Surface));
  callColour(SCI_SETFOLDMARGINHICOLOUR, 1, theme_.colour(Colour::Surface));
  call(SCI_INDICSETSTYLE, MatchIndicator, INDIC_ROUNDBOX);
  callColour(SCI_INDICSETFORE, MatchIndicator, theme_.colour(Colour::Yellow));
  call(SCI_INDICSETALPHA, MatchIndicator, kMatchAlpha);
  call(SCI_INDICSETOUTLINEALPHA, MatchIndicator, kMatchOutlineAlpha);
  call(SCI_INDICSETUNDER, MatchIndicator, 1);
  call(SCI_INDICSETSTYLE, ErrorIndicator, INDIC_SQUIGGLE);
  callColour(SCI_INDICSETFORE, ErrorIndicator, theme_.colour(Colour::Vermilion));
  call(SCI_INDICSETSTYLE, WarningIndicator, INDIC_SQUIGGLE);
  callColour(SCI_INDICSETFORE, WarningIndicator, theme_.colour(Colour::Yellow));
}

void ScintillaView::updateNumberMargin() {
  const int digits =
      std::max(3, static_cast<int>(QByteArray::number(static_cast<qlonglong>(call(SCI_GETLINECOUNT))).size()));
  const long width = callText(SCI_TEXTWIDTH, STYLE_LINENUMBER, QByteArray(digits, '8')) + Theme::space(Space::Small);
  const int icon = theme_.iconExtent() + Theme::space(Space::Tiny);
  if (call(SCI_GETMARGINWIDTHN, NumberMargin) != width) call(SCI_SETMARGINWIDTHN, NumberMargin, width);
  call(SCI_SETMARGINWIDTHN, BreakpointMargin, icon);
  call(SCI_SETMARGINWIDTHN, FoldMargin, theme_.iconExtent());
}

}  // namespace vmscope::ui
