#include "ui/docks/modules/GraphExport.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <QTextStream>
#include <algorithm>

#include "ui/docks/modules/GraphPainter.h"
#include "ui/docks/modules/ModuleGraph.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

constexpr double kMargin = 16;
constexpr double kLargestImage = 16384;

QString dotString(const QString& text) {
  QString escaped = text;
  escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
  return QLatin1Char('"') + escaped + QLatin1Char('"');
}

QSizeF sizeOf(const GraphShape& shape) {
  return {shape.layout.size.width + 2 * kMargin, shape.layout.size.height + 2 * kMargin};
}

void paint(QPainter& painter, const GraphPicture& picture) {
  const QSizeF size = sizeOf(picture.shape);
  painter.fillRect(QRectF(QPointF(), size), picture.theme.colour(Colour::Surface));
  painter.translate(kMargin, kMargin);
  const QRectF all(QPointF(-kMargin, -kMargin), size);
  GraphPainter(picture.graph, picture.theme, picture.colourOf)
      .paint(painter, picture.shape, {}, all, GraphPainter::Detail::Full);
}

const char* wordOf(ModuleStatus status) {
  switch (status) {
    case ModuleStatus::Unlinked:
      return "unlinked";
    case ModuleStatus::Linking:
      return "linking";
    case ModuleStatus::Linked:
      return "linked";
    case ModuleStatus::Evaluating:
      return "evaluating";
    case ModuleStatus::Evaluated:
      return "evaluated";
    case ModuleStatus::Errored:
      return "errored";
    case ModuleStatus::AwaitingTopLevel:
      return "awaiting";
  }
  return "";
}

}  // namespace

QString dotText(const ModuleGraph& graph) {
  QString out;
  QTextStream text(&out);
  text << "digraph modules {\n  rankdir=LR;\n  node [shape=box, fontname=\"monospace\"];\n";
  for (size_t i = 0; i < graph.modules().size(); ++i) {
    const ModuleNode& module = graph.modules()[i];
    text << "  m" << i << " [label=" << dotString(module.identifier)
         << ", class=" << dotString(QLatin1String(wordOf(module.status))) << "];\n";
  }
  for (const ModuleImport& import : graph.imports()) {
    if (import.to < 0) continue;
    text << "  m" << import.from << " -> m" << import.to << " [tooltip=" << dotString(import.specifier) << "];\n";
  }
  text << "}\n";
  return out;
}

QByteArray svgOf(const GraphPicture& picture) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  QSvgGenerator generator;
  const QSizeF size = sizeOf(picture.shape);
  generator.setOutputDevice(&buffer);
  generator.setSize(size.toSize());
  generator.setViewBox(QRectF(QPointF(), size));
  generator.setTitle(QStringLiteral("Module graph"));
  QPainter painter(&generator);
  paint(painter, picture);
  painter.end();
  return buffer.data();
}

QByteArray pngOf(const GraphPicture& picture) {
  const QSizeF size = sizeOf(picture.shape);
  const double scale = std::min({2.0, kLargestImage / size.width(), kLargestImage / size.height()});
  QImage image((size * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
  QPainter painter(&image);
  painter.scale(scale, scale);
  paint(painter, picture);
  painter.end();
  QByteArray png;
  QBuffer buffer(&png);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "PNG");
  return png;
}

}  // namespace vmscope::ui
