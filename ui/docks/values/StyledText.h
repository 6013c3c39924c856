#pragma once

#include <QString>
#include <vector>

#include "ui/Navigator.h"
#include "ui/docks/values/TextStyle.h"

namespace vmscope::ui {

// What a stretch of text means; the theme decides how that looks.
enum class TextKind : quint8 { Plain, Muted, String, Number, Keyword, Symbol, Name, Function, Error, Link };

struct TextSpan {
  int start = 0;
  int length = 0;
  TextKind kind = TextKind::Plain;
  int link = -1;   // into StyledText::links()
  int style = -1;  // into StyledText::styles()
};

// A URL with the letters that its path has on the disk.
QString readableUrl(const QString& url);
// What a person reads for the URL of a source: the last part of its path.
QString lastNameOf(const QString& url);
// What a person reads for a place: that and the 1-based line.
QString shortText(const SourcePlace& place);
bool isSamePlace(const SourcePlace& a, const SourcePlace& b);

// Text whose stretches have meanings; stretches that nobody named are plain. Colours are in it only where a program
// asked for them. A value, with no widget in it.
class StyledText {
 public:
  StyledText() = default;
  explicit StyledText(const QString& text, TextKind kind = TextKind::Plain) { append(text, kind); }

  void append(QStringView text, TextKind kind = TextKind::Plain);
  void append(const StyledText& other);
  void appendLink(QStringView text, const SourcePlace& place);
  // What was appended from `start` on is to look like this.
  void setStyle(int start, const TextStyle& style);
  void truncate(int length);

  const QString& text() const { return text_; }
  const std::vector<TextSpan>& spans() const { return spans_; }
  const std::vector<SourcePlace>& links() const { return links_; }
  const std::vector<TextStyle>& styles() const { return styles_; }
  bool isEmpty() const { return text_.isEmpty(); }
  bool operator==(const StyledText& other) const { return text_ == other.text_ && styles_ == other.styles_; }

  // The spans that cover [start, end), without gaps, in order.
  std::vector<TextSpan> spansIn(int start, int end) const;

 private:
  QString text_;
  std::vector<TextSpan> spans_;  // in order, without overlaps
  std::vector<SourcePlace> links_;
  std::vector<TextStyle> styles_;
};

// Appends an error's stack or message, with the places in its "at ..." lines as links.
void appendStack(StyledText& out, const QString& stack, TextKind kind);

}  // namespace vmscope::ui
