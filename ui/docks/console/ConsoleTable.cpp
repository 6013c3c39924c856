#include "ui/docks/console/ConsoleTable.h"

#include <QStringList>
#include <algorithm>

#include "ui/docks/console/ConsoleFormat.h"
#include "ui/docks/values/TextWidth.h"
#include "ui/docks/values/ValueText.h"

namespace vmscope::ui {
namespace {

constexpr int kWidestCell = 60;

struct Row {
  QString index;
  std::vector<std::pair<QString, QString>> cells;
  QString value;
};

QString cellText(const PropertyPreview& property) {
  if (property.type == u"string") return quoted(property.value);
  return property.type == u"function" ? QStringLiteral("ƒ") : property.value;
}

Row rowOf(const QString& index, const ObjectPreview* object, const QString& value) {
  Row row{index, {}, {}};
  if (!object) {
    row.value = value;
    return row;
  }
  for (const PropertyPreview& property : object->properties) row.cells.emplace_back(property.name, cellText(property));
  return row;
}

std::vector<Row> rowsOf(const ObjectPreview& table) {
  std::vector<Row> rows;
  for (const PropertyPreview& property : table.properties) {
    rows.push_back(rowOf(property.name, property.valuePreview.get(), cellText(property)));
  }
  int index = 0;
  for (const ObjectPreview::Entry& entry : table.entries) {
    rows.push_back(rowOf(QString::number(index++), nullptr, previewText(entry.value).text()));
  }
  return rows;
}

QStringList columnsOf(const std::vector<Row>& rows) {
  QStringList columns;
  for (const Row& row : rows) {
    for (const auto& [name, text] : row.cells) {
      if (!columns.contains(name)) columns.append(name);
    }
  }
  return columns;
}

QStringList cellsOf(const Row& row, const QStringList& columns, bool hasValues) {
  QStringList cells{row.index};
  for (const QString& column : columns) {
    const auto cell =
        std::find_if(row.cells.begin(), row.cells.end(), [&](const auto& c) { return c.first == column; });
    cells.append(cell == row.cells.end() ? QString() : cell->second);
  }
  if (hasValues) cells.append(row.value);
  for (QString& cell : cells)
    cell = cell.size() > kWidestCell ? cell.left(kWidestCell - 1) + QStringLiteral("…") : cell;
  return cells;
}

void appendRule(StyledText& out, const std::vector<int>& widths, QStringView left, QStringView middle,
                QStringView right) {
  QString line = left.toString();
  for (size_t i = 0; i < widths.size(); ++i) {
    if (i > 0) line += middle;
    line += QString(widths[i] + 2, QChar(u'─'));
  }
  line += right;
  out.append(line, TextKind::Muted);
}

void appendCells(StyledText& out, const QStringList& cells, const std::vector<int>& widths, TextKind kind) {
  out.append(u"│", TextKind::Muted);
  for (size_t i = 0; i < widths.size(); ++i) {
    const QString& cell = cells[static_cast<int>(i)];
    const QString padding(widths[i] - textColumns(cell) + 1, QLatin1Char(' '));
    out.append(QLatin1Char(' ') + cell + padding, i == 0 ? TextKind::Muted : kind);
    out.append(u"│", TextKind::Muted);
  }
}

}  // namespace

StyledText consoleTable(const std::vector<RemoteObject>& arguments) {
  if (arguments.empty() || !arguments.front().preview) return formattedArguments(arguments);
  const std::vector<Row> rows = rowsOf(*arguments.front().preview);
  const QStringList columns = columnsOf(rows);
  const bool hasValues = std::any_of(rows.begin(), rows.end(), [](const Row& row) { return !row.value.isEmpty(); });
  QStringList header = QStringList{QStringLiteral("(index)")} + columns;
  if (hasValues) header.append(QStringLiteral("Value"));

  std::vector<QStringList> lines{header};
  for (const Row& row : rows) lines.push_back(cellsOf(row, columns, hasValues));
  std::vector<int> widths(header.size(), 0);
  for (const QStringList& line : lines) {
    for (size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], textColumns(line[static_cast<int>(i)]));
  }

  StyledText out;
  appendRule(out, widths, u"┌", u"┬", u"┐");
  for (size_t i = 0; i < lines.size(); ++i) {
    out.append(u"\n");
    appendCells(out, lines[i], widths, i == 0 ? TextKind::Name : TextKind::Plain);
    if (i > 0) continue;
    out.append(u"\n");
    appendRule(out, widths, u"├", u"┼", u"┤");
  }
  out.append(u"\n");
  appendRule(out, widths, u"└", u"┴", u"┘");
  return out;
}

}  // namespace vmscope::ui
