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
    case PM_MessageBoxIconSize:
      return 2 * iconExtent_;
    default:
      return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

QIcon ScaledStyle::standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const {
  const auto own = messageIcons_.find(icon);
  return own == messageIcons_.end() ? QProxyStyle::standardIcon(icon, option, widget) : *own;
}

}  // namespace vmscope::ui
