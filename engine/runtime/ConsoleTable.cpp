#include <algorithm>
#include <optional>

#include "engine/runtime/Console.h"
#include "engine/runtime/inspect/Inspect.h"
#include "engine/runtime/inspect/Text.h"

namespace vmscope::runtime {

namespace {

struct Column {
  std::string name;
  std::vector<std::string> cells;
};

bool isNumbered(const Column& column) {
  const std::string& name = column.name;
  return !name.empty() && name.size() < 10 && name.find_first_not_of("0123456789") == std::string::npos &&
         (name == "0" || name[0] != '0');
}

/// One call of console.table; lives on the stack.
class Table {
 public:
  Table(Lock& lock, v8::Local<v8::Context> context) : lock_(lock), context_(context) {}

  std::vector<Column> columnsOf(v8::Local<v8::Object> value, v8::Local<v8::Value> chosen);

 private:
  std::string cell(v8::Local<v8::Value> value);
  std::vector<Column> entries(v8::Local<v8::Array> values, bool isKeyValue);
  std::vector<std::string> keysOf(v8::Local<v8::Object> object);
  std::vector<std::string> listed(v8::Local<v8::Array> names);
  Column& column(const std::string& name);

  Lock& lock_;
  v8::Local<v8::Context> context_;
  std::vector<Column> columns_;
};

std::string Table::cell(v8::Local<v8::Value> value) {
  InspectOptions options;
  const bool isWide =
      value->IsObject() && !value->IsFunction() && !value->IsArray() && keysOf(value.As<v8::Object>()).size() > 2;
  options.depth = isWide ? -1 : 0;
  options.maxArrayLength = 3;
  options.breakLength = InspectOptions::kUnlimited;
  return inspect(lock_, context_, value, options);
}

std::vector<std::string> Table::listed(v8::Local<v8::Array> names) {
  std::vector<std::string> texts;
  for (std::uint32_t at = 0; at < names->Length(); ++at)
    texts.push_back(lock_.text(names->Get(context_, at).ToLocalChecked()));
  return texts;
}

std::vector<std::string> Table::keysOf(v8::Local<v8::Object> object) {
  const auto filter = static_cast<v8::PropertyFilter>(v8::ONLY_ENUMERABLE | v8::SKIP_SYMBOLS);
  v8::Local<v8::Array> names;
  if (!object
           ->GetPropertyNames(context_, v8::KeyCollectionMode::kOwnOnly, filter, v8::IndexFilter::kIncludeIndices,
                              v8::KeyConversionMode::kConvertToString)
           .ToLocal(&names))
    return {};
  return listed(names);
}

Column& Table::column(const std::string& name) {
  const auto it = std::find_if(columns_.begin(), columns_.end(), [&](const Column& each) { return each.name == name; });
  return it != columns_.end() ? *it : columns_.emplace_back(Column{name, {}});
}

std::vector<Column> Table::entries(v8::Local<v8::Array> values, bool isKeyValue) {
  std::vector<Column> columns{{"(iteration index)", {}}};
  if (isKeyValue) columns.push_back({"Key", {}});
  columns.push_back({"Values", {}});
  const std::uint32_t step = isKeyValue ? 2 : 1;
  for (std::uint32_t at = 0; at < values->Length(); at += step) {
    columns[0].cells.push_back(std::to_string(at / step));
    for (std::uint32_t part = 0; part < step; ++part)
      columns[part + 1].cells.push_back(cell(values->Get(context_, at + part).ToLocalChecked()));
  }
  return columns;
}

std::vector<Column> Table::columnsOf(v8::Local<v8::Object> value, v8::Local<v8::Value> chosen) {
  if (value->IsMap()) return entries(value.As<v8::Map>()->AsArray(), true);
  if (value->IsSet()) return entries(value.As<v8::Set>()->AsArray(), false);
  if (value->IsMapIterator() || value->IsSetIterator()) {
    bool isKeyValue = false;
    v8::Local<v8::Array> values;
    if (value->PreviewEntries(&isKeyValue).ToLocal(&values)) return entries(values, isKeyValue);
  }
  const std::vector<std::string> rows = keysOf(value);
  Column index{"(index)", rows};
  Column primitives{"Values", std::vector<std::string>(rows.size())};
  bool hasPrimitives = false;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto item = get(lock_, context_, value, rows[row]);
    if (!item->IsObject() && !chosen->IsArray()) {
      hasPrimitives = true;
      primitives.cells[row] = cell(item);
      continue;
    }
    const auto keys = chosen->IsArray() ? listed(chosen.As<v8::Array>()) : keysOf(item.As<v8::Object>());
    for (const auto& key : keys) {
      auto& cells = column(key).cells;
      cells.resize(rows.size());
      if (item->IsObject() && item.As<v8::Object>()->HasOwnProperty(context_, lock_.name(key)).FromMaybe(false))
        cells[row] = cell(get(lock_, context_, item.As<v8::Object>(), key));
    }
  }
  // In the order of an object's properties: what is an array index comes first.
  const auto middle = std::stable_partition(columns_.begin(), columns_.end(), isNumbered);
  std::sort(columns_.begin(), middle,
            [](const Column& a, const Column& b) { return std::stol(a.name) < std::stol(b.name); });
  std::vector<Column> all{std::move(index)};
  all.insert(all.end(), columns_.begin(), columns_.end());
  if (hasPrimitives) all.push_back(std::move(primitives));
  return all;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (; times > 0; --times) all += text;
  return all;
}

std::string draw(const std::vector<Column>& columns) {
  std::vector<std::size_t> widths;
  std::size_t rows = 0;
  for (const Column& column : columns) {
    std::size_t width = displayWidth(column.name);
    for (const auto& cell : column.cells) width = std::max(width, displayWidth(cell));
    widths.push_back(width);
    rows = std::max(rows, column.cells.size());
  }
  const auto rule = [&](std::string_view left, std::string_view middle, std::string_view right) {
    std::string line(left);
    for (std::size_t at = 0; at < widths.size(); ++at)
      line += (at > 0 ? std::string(middle) : "") + repeated("─", widths[at] + 2);
    return line + std::string(right);
  };
  const auto line = [&](const auto& textOf) {
    std::string text = "│";
    for (std::size_t at = 0; at < columns.size(); ++at) {
      const std::string cell = textOf(columns[at]);
      text += " " + cell + std::string(widths[at] - displayWidth(cell), ' ') + " │";
    }
    return text + "\n";
  };
  std::string text = rule("┌", "┬", "┐") + "\n" + line([](const Column& column) { return column.name; });
  text += rule("├", "┼", "┤") + "\n";
  for (std::size_t row = 0; row < rows; ++row)
    text += line([&](const Column& column) { return row < column.cells.size() ? column.cells[row] : std::string(); });
  return text + rule("└", "┴", "┘");
}

}  // namespace

std::string tableOf(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Value> value,
                    v8::Local<v8::Value> columns) {
  return draw(Table(lock, context).columnsOf(value.As<v8::Object>(), columns));
}

}  // namespace vmscope::runtime
