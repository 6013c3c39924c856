#include "ui/editor/CompletionModel.h"

#include <QPainter>
#include <QPixmap>

#include "ui/theme/Theme.h"

namespace vmscope::ui {

namespace {

struct KindLook {
  const char* letter;
  Colour colour;
};

KindLook lookOf(CompletionItem::Kind kind) {
  switch (kind) {
    case CompletionItem::Kind::Function:
      return {"ƒ", Colour::Blue};
    case CompletionItem::Kind::Class:
      return {"C", Colour::Orange};
    case CompletionItem::Kind::Property:
      return {"p", Colour::Green};
    case CompletionItem::Kind::Keyword:
      return {"k", Colour::Purple};
    case CompletionItem::Kind::Module:
      return {"m", Colour::Orange};
    case CompletionItem::Kind::Variable:
      break;
  }
  return {"v", Colour::Text};
}

QPixmap badge(const Theme& theme, CompletionItem::Kind kind) {
  constexpr int kSharpness = 3;
  const KindLook look = lookOf(kind);
  QPixmap pixmap(QSize(theme.iconExtent(), theme.iconExtent()) * kSharpness);
  pixmap.setDevicePixelRatio(kSharpness);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setFont(theme.codeFont(TextSize::Small));
  painter.setPen(theme.colour(look.colour));
  painter.drawText(QRect(0, 0, theme.iconExtent(), theme.iconExtent()), Qt::AlignCenter,
                   QString::fromUtf8(look.letter));
  return pixmap;
}

}  // namespace

void CompletionModel::setItems(std::vector<CompletionItem> items) {
  beginResetModel();
  items_ = std::move(items);
  endResetModel();
}

int CompletionModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(items_.size());
}

QVariant CompletionModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const CompletionItem& item = items_[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return item.text;
    case Qt::DecorationRole:
      return badge(theme_, item.kind);
    case Qt::FontRole:
      return theme_.codeFont();
    case Qt::AccessibleTextRole:
      return item.detail.isEmpty() ? item.text : tr("%1, %2", "name, detail").arg(item.text, item.detail);
    case DetailRole:
      return item.detail;
    default:
      return {};
  }
}

}  // namespace vmscope::ui
