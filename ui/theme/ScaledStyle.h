#pragma once

#include <QProxyStyle>

namespace vmscope::ui {

// Fusion, with icons that are as large as the theme's text wants them wherever a widget asks for none of its own.
// GUI thread; owned by the application, told of each change by the theme.
class ScaledStyle : public QProxyStyle {
  Q_OBJECT

 public:
  ScaledStyle();

  void setIconExtent(int pixels) { iconExtent_ = pixels; }

  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;

 private:
  int iconExtent_ = 16;
};

}  // namespace vmscope::ui
