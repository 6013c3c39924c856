#include "ui/theme/ScaledStyle.h"

#include <QStyleFactory>

namespace vmscope::ui {

ScaledStyle::ScaledStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

int ScaledStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_LineEditIconSize:
      return iconExtent_;
    default:
      return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

}  // namespace vmscope::ui
