#include "ui/theme/Mnemonic.h"

#include <QRegularExpression>

namespace vmscope::ui {

QString withoutMnemonic(QString label) {
  static const QRegularExpression mark(QStringLiteral(R"(\(&.\)|&)"));
  return label.remove(mark);
}

}  // namespace vmscope::ui
