#include "ui/editor/EditorPanes.h"

#include <QDataStream>
#include <QRubberBand>
#include <algorithm>

namespace vmscope::ui {

namespace {

constexpr double kEdge = 0.25;  // of a pane's width and height: a tab dropped there splits it

Qt::Orientation directionOf(EditorPanes::Side side) {
  return side == EditorPanes::Side::Left || side == EditorPanes::Side::Right ? Qt::Horizontal : Qt::Vertical;
}

bool isBehind(EditorPanes::Side side) {
  return side == EditorPanes::Side::Right || side == EditorPanes::Side::Below;
}

QRect partOf(const QRect& whole, std::optional<EditorPanes::Side> side) {
  if (!side) return whole;
  QRect part = whole;
  if (directionOf(*side) == Qt::Horizontal) {
    part.setWidth(whole.width() / 2);
    if (isBehind(*side)) part.moveRight(whole.right());
  } else {
    part.setHeight(whole.height() / 2);
    if (isBehind(*side)) part.moveBottom(whole.bottom());
  }
  return part;
}

std::optional<EditorPanes::Side> sideAt(const QRect& whole, const QPoint& place) {
  const double x = static_cast<double>(place.x() - whole.left()) / whole.width();
  const double y = static_cast<double>(place.y() - whole.top()) / whole.height();
  const double nearest = std::min({x, 1 - x, y, 1 - y});
  if (nearest > kEdge) return std::nullopt;
  if (nearest == x) return EditorPanes::Side::Left;
  if (nearest == 1 - x) return EditorPanes::Side::Right;
  return nearest == y ? EditorPanes::Side::Above : EditorPanes::Side::Below;
}

}  // namespace

EditorPanes::EditorPanes(Theme& theme, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent), theme_(theme), band_(new QRubberBand(QRubberBand::Rectangle, parent)) {
  setChildrenCollapsible(false);
  active_ = &insertPane(*this, 0);
}

QSplitter* EditorPanes::newSplit(Qt::Orientation orientation) {
  auto* split = new QSplitter(orientation);
  split->setChildrenCollapsible(false);
  return split;
}

EditorPane& EditorPanes::insertPane(QSplitter& parent, int index) {
  auto* pane = new EditorPane(theme_, &parent);
  parent.insertWidget(index, pane);
  panes_.push_back(pane);
  connect(pane, &EditorPane::focused, this, [this, pane] { activate(*pane); });
  connect(pane, &EditorPane::currentChanged, this, &EditorPanes::currentChanged);
  connect(pane, &EditorPane::closeWanted, this, &EditorPanes::closeWanted);
  connect(pane, &EditorPane::tabCarried, this, &EditorPanes::showTarget);
  connect(pane, &EditorPane::tabDropped, this, &EditorPanes::drop);
  return *pane;
}

void EditorPanes::activate(EditorPane& pane) {
  active_ = &pane;
  emit activated();
}

void EditorPanes::activateNext() {
  const auto here = std::find(panes_.begin(), panes_.end(), active_);
  EditorPane& next = here + 1 == panes_.end() ? *panes_.front() : **(here + 1);
  activate(next);
  if (Editor* editor = next.current()) next.showEditor(*editor);
}

EditorPane* EditorPanes::paneOf(const Editor& editor) const {
  const auto found = std::find_if(panes_.begin(), panes_.end(), [&](const EditorPane* pane) {
    const auto inPane = pane->editors();
    return std::find(inPane.begin(), inPane.end(), &editor) != inPane.end();
  });
  return found == panes_.end() ? nullptr : *found;
}

EditorPane& EditorPanes::addBeside(EditorPane& pane, Side side) {
  auto* parent = qobject_cast<QSplitter*>(pane.parentWidget());
  int index = parent->indexOf(&pane);
  const Qt::Orientation direction = directionOf(side);
  if (parent->count() == 1) parent->setOrientation(direction);
  if (parent->orientation() != direction) {
    QSplitter* inner = newSplit(direction);
    parent->insertWidget(index, inner);
    inner->addWidget(&pane);
    parent = inner;
    index = 0;
  }
  EditorPane& added = insertPane(*parent, isBehind(side) ? index + 1 : index);
  parent->setSizes(QList<int>(parent->count(), 1 << 16));
  return added;
}

void EditorPanes::remove(EditorPane& pane) {
  if (panes_.size() == 1) return;
  std::erase(panes_, &pane);
  auto* parent = qobject_cast<QSplitter*>(pane.parentWidget());
  pane.hide();
  pane.setParent(nullptr);
  pane.deleteLater();
  if (parent != this && parent->count() == 1) {
    auto* above = qobject_cast<QSplitter*>(parent->parentWidget());
    above->insertWidget(above->indexOf(parent), parent->widget(0));
    parent->setParent(nullptr);
    parent->deleteLater();
  }
  if (active_ == &pane) activate(*panes_.back());
}

EditorPanes::Target EditorPanes::targetAt(const QPoint& globalPosition) const {
  for (EditorPane* pane : panes_) {
    const QPoint place = pane->mapFromGlobal(globalPosition);
    if (!pane->rect().contains(place)) continue;
    const bool isOnTabs = pane->tabArea().contains(place);
    return {pane, isOnTabs ? std::nullopt : sideAt(pane->rect(), place)};
  }
  return {};
}

void EditorPanes::showTarget(const QPoint& globalPosition) {
  const Target target = targetAt(globalPosition);
  band_->setVisible(target.pane != nullptr);
  if (!target.pane) return;
  const QRect pane(target.pane->mapTo(band_->parentWidget(), QPoint()), target.pane->size());
  band_->setGeometry(partOf(pane, target.side));
  band_->raise();
}

void EditorPanes::drop(Editor* editor, const QPoint& globalPosition) {
  band_->hide();
  if (const Target target = targetAt(globalPosition); target.pane) emit moveWanted(editor, target.pane, target.side);
}

void EditorPanes::save(QDataStream& stream, const std::function<void(const EditorPane&)>& writePane) const {
  saveSplit(stream, *this, writePane);
}

void EditorPanes::saveSplit(QDataStream& stream, const QSplitter& split,
                            const std::function<void(const EditorPane&)>& writePane) const {
  stream << static_cast<qint32>(split.orientation()) << split.sizes() << static_cast<qint32>(split.count());
  for (int index = 0; index < split.count(); ++index) {
    const auto* inner = qobject_cast<const QSplitter*>(split.widget(index));
    stream << (inner != nullptr);
    if (inner) {
      saveSplit(stream, *inner, writePane);
    } else {
      writePane(*qobject_cast<EditorPane*>(split.widget(index)));
    }
  }
}

// Panes that stay empty, as all do when the stream breaks off, go again.
void EditorPanes::restore(QDataStream& stream, const std::function<void(EditorPane&)>& readPane) {
  restoreSplit(stream, *this, readPane);
  for (EditorPane* pane : std::vector<EditorPane*>(panes_)) {
    if (pane->isEmpty()) remove(*pane);
  }
}

void EditorPanes::restoreSplit(QDataStream& stream, QSplitter& split,
                               const std::function<void(EditorPane&)>& readPane) {
  qint32 orientation = Qt::Horizontal;
  qint32 count = 0;
  QList<int> sizes;
  stream >> orientation >> sizes >> count;
  const int before = split.count();
  split.setOrientation(orientation == Qt::Vertical ? Qt::Vertical : Qt::Horizontal);
  for (qint32 index = 0; index < count && stream.status() == QDataStream::Ok; ++index) {
    bool isSplit = false;
    stream >> isSplit;
    if (stream.status() != QDataStream::Ok) return;
    if (isSplit) {
      QSplitter* inner = newSplit(Qt::Horizontal);
      split.addWidget(inner);
      restoreSplit(stream, *inner, readPane);
      if (inner->count() == 0) delete inner;
    } else {
      readPane(insertPane(split, split.count()));
    }
  }
  if (std::any_of(sizes.begin(), sizes.end(), [](int size) { return size > 0; }))
    split.setSizes(QList<int>(before, 0) + sizes);
}

}  // namespace vmscope::ui
