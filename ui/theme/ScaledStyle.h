#pragma once

#include <QHash>
#include <QIcon>
#include <QProxyStyle>

namespace vmscope::ui {

// Fusion, with icons that are as large as the theme's text wants them wherever a widget asks for none of its own, and
// with the theme's signs in message boxes.
// GUI thread; owned by the application, told of each change by the theme.
class ScaledStyle : public QProxyStyle {
  Q_OBJECT

 public:
  ScaledStyle();

  void setIconExtent(int pixels) { iconExtent_ = pixels; }

  void setMessageIcon(StandardPixmap message, const QIcon& icon) { messageIcons_.insert(message, icon); }

  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
  QIcon standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const override;

 private:
  int iconExtent_ = 16;
  QHash<StandardPixmap, QIcon> messageIcons_;
};

}  // namespace vmscope::ui
