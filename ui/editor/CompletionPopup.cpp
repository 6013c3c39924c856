#include "ui/editor/CompletionPopup.h"

#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/editor/CompletionModel.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

namespace {

constexpr int kMostRows = 10;
constexpr int kNarrowest = 240;
constexpr int kWidest = 560;

// The name as the style paints it, and its detail at the right.
class CompletionDelegate : public QStyledItemDelegate {
 public:
  CompletionDelegate(Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    QStyledItemDelegate::paint(painter, option, index);
    const QString detail = index.data(CompletionModel::DetailRole).toString();
    if (detail.isEmpty()) return;
    const int nameWidth = QFontMetrics(theme_.codeFont()).horizontalAdvance(index.data().toString());
    const QRect place = option.rect.adjusted(theme_.iconExtent() + nameWidth + 2 * Theme::space(Space::Group), 0,
                                             -Theme::space(Space::Small), 0);
    painter->save();
    painter->setFont(theme_.font(TextSize::Small));
    painter->setPen(theme_.colour(Colour::Muted));
    painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(detail, Qt::ElideRight, place.width()));
    painter->restore();
  }

 private:
  Theme& theme_;
};

}  // namespace

CompletionPopup::CompletionPopup(Theme& theme, QWidget* editor)
    : QFrame(editor),
      theme_(theme),
      editor_(*editor),
      model_(new CompletionModel(theme, this)),
      list_(new QListView(this)) {
  setFocusPolicy(Qt::NoFocus);
  setAutoFillBackground(true);
  setFrameShape(QFrame::StyledPanel);
  list_->setFocusPolicy(Qt::NoFocus);
  list_->setModel(model_);
  list_->setItemDelegate(new CompletionDelegate(theme, list_));
  list_->setUniformItemSizes(true);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setAccessibleName(tr("Completions"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 1, 1, 1);
  layout->addWidget(list_);
  connect(list_, &QListView::clicked, this, &CompletionPopup::chosen);
  connect(&theme_, &Theme::changed, this, &QWidget::hide);
  hide();
}

CompletionPopup::~CompletionPopup() = default;

void CompletionPopup::present(std::vector<CompletionItem> items, const QRect& anchor) {
  if (items.empty()) return hide();
  const auto before = current();
  model_->setItems(std::move(items));
  const auto& now = model_->items();
  const auto same =
      before ? std::find_if(now.begin(), now.end(), [&](auto& each) { return each.text == before->text; }) : now.end();
  list_->setCurrentIndex(model_->index(same == now.end() || isHidden() ? 0 : static_cast<int>(same - now.begin())));
  place(anchor);
  show();
  raise();
}

// Inside the window the editor is in, so that it needs no window of its own.
void CompletionPopup::place(const QRect& anchor) {
  QWidget* window = editor_.window();
  if (parentWidget() != window) setParent(window);
  const QFontMetrics metrics(theme_.codeFont());
  int width = kNarrowest;
  for (const CompletionItem& item : model_->items()) {
    const int details =
        item.detail.isEmpty() ? 0 : QFontMetrics(theme_.font(TextSize::Small)).horizontalAdvance(item.detail);
    width = std::max(width, metrics.horizontalAdvance(item.text) + details + 4 * Theme::space(Space::Group));
  }
  const int rows = std::min<int>(kMostRows, model_->rowCount());
  resize(std::min(width, kWidest), rows * std::max(list_->sizeHintForRow(0), 1) + 2);
  const QPoint below = editor_.mapTo(window, anchor.bottomLeft());
  const QPoint above = editor_.mapTo(window, anchor.topLeft()) - QPoint(0, height());
  const bool fitsBelow = below.y() + height() <= window->height() || above.y() < 0;
  QPoint corner = fitsBelow ? below : above;
  corner.setX(std::clamp(corner.x(), 0, std::max(0, window->width() - this->width())));
  move(corner);
}

void CompletionPopup::step(int rows) {
  const int count = model_->rowCount();
  if (count == 0) return;
  const int row = (list_->currentIndex().row() + rows % count + count) % count;
  list_->setCurrentIndex(model_->index(row));
}

void CompletionPopup::stepPage(int pages) {
  const int row = std::clamp(list_->currentIndex().row() + pages * kMostRows, 0, model_->rowCount() - 1);
  list_->setCurrentIndex(model_->index(row));
}

std::optional<CompletionItem> CompletionPopup::current() const {
  const int row = list_->currentIndex().row();
  if (row < 0 || row >= model_->rowCount()) return std::nullopt;
  return model_->items()[static_cast<std::size_t>(row)];
}

}  // namespace vmscope::ui
