#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QPointer>
#include <QString>
#include <functional>

#include "ui/theme/Tokens.h"

namespace vmscope::ui {

class ScaledStyle;

// A sign beside a word: what it looks like and what it is called.
struct Mark {
  QString glyph;  // one character; empty when iconName draws it
  QString iconName;
  Colour colour = Colour::Muted;
  QString word;  // translated
};

// Every colour, font, distance and icon of the window, in light and dark; no widget names its own.
// GUI thread; one per application, owned by the main window's owner; outlives all widgets.
class Theme : public QObject {
  Q_OBJECT

 public:
  explicit Theme(QObject* parent = nullptr);
  // Leaves the application the font it had, which the next theme would take for the system's.
  ~Theme() override;

  void choose(BrightnessChoice choice);
  BrightnessChoice choice() const { return choice_; }
  Brightness brightness() const { return brightness_; }
  bool isDark() const { return brightness_ == Brightness::Dark; }

  QColor colour(Colour token) const;
  // The colour for a context's index (EngineContext::colour); the main context's -1 is muted.
  QColor contextColour(int index) const;
  // The token over the surface at a strength of 0 to 1: selections, chips, current line.
  QColor tint(Colour token, double strength) const;
  // Behind what is chosen: every text colour can be read on it.
  QColor selection() const;

  static int space(Space token) { return static_cast<int>(token); }
  int rowHeight() const;
  int iconExtent() const;

  QFont font(TextSize size = TextSize::Normal) const;
  QFont codeFont(TextSize size = TextSize::Normal) const;
  void setCodeFamily(const QString& family);  // empty: the first installed of the preferred ones
  QString codeFamily() const;
  // 1.0 is 100 %; projectors want 1.5. Fonts, rows and icons follow.
  void setScale(double scale);
  double scale() const { return scale_; }

  void setMotion(Motion motion);
  bool isMotionReduced() const { return motion_ == Motion::Reduced; }
  int motionMilliseconds(int fullMotion) const { return isMotionReduced() ? 0 : fullMotion; }

  // An icon of resources/icons by its file's base name, drawn in a token's colour as the theme has it when it is drawn.
  QIcon icon(const QString& name, Colour token = Colour::Text) const;
  QIcon icon(const QString& name, const QColor& colour) const;
  // The dot that stands beside a context's name everywhere.
  QIcon contextDot(int index) const;

  Mark mark(ModuleStatus status) const;
  Mark mark(JobKind kind) const;
  Mark mark(JobStanding standing, JobKind kind) const;

  // Makes palette, style and stylesheet of the application follow this theme, now and after every change.
  void applyToApplication();

 signals:
  void changed();  // colours, fonts or scale; repaint and ask again

 private:
  void refresh();
  void applyStyle();
  QIcon iconIn(const QString& name, std::function<QColor(const Theme&)> tone) const;
  QPalette palette() const;
  QString styleSheet() const;

  BrightnessChoice choice_ = BrightnessChoice::System;
  Brightness brightness_ = Brightness::Light;
  Motion motion_ = Motion::Full;
  double scale_ = 1.0;
  QString codeFamily_;
  QFont systemFont_;
  QPointer<ScaledStyle> style_;  // the application owns it
  bool applied_ = false;
};

}  // namespace vmscope::ui
