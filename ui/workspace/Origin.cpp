#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include "ui/workspace/WorkspaceFile.h"

namespace vmscope::ui {

namespace {
struct Text {
  Q_DECLARE_TR_FUNCTIONS(WorkspaceFile)
};
}  // namespace

// The serialization of a tuple origin (HTML, section 7.1.1): scheme, host and port, and nothing after them.
QString originProblem(const QString& origin) {
  if (origin.isEmpty()) return {};
  static const QRegularExpression shape(
      QStringLiteral(R"(^[A-Za-z][A-Za-z0-9+.-]*://(\[[0-9A-Fa-f:.]+\]|[^/?#@:\s\[\]]+)(?::(\d{1,5}))?$)"));
  const auto match = shape.match(origin);
  if (!match.hasMatch()) return Text::tr("\"%1\" is no origin; write scheme://host or scheme://host:port").arg(origin);
  if (match.captured(2).toInt() > 65535) return Text::tr("\"%1\" has a port above 65535").arg(origin);
  if (!QUrl(origin, QUrl::StrictMode).isValid())
    return Text::tr("\"%1\" is no origin: its host is not valid").arg(origin);
  return {};
}

}  // namespace vmscope::ui
