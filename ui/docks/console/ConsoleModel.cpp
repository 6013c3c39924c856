#include "ui/docks/console/ConsoleModel.h"

#include <QElapsedTimer>
#include <algorithm>

namespace vmscope::ui {
namespace {

void collectObjects(const ValueNode& node, QStringList& out) {
  if (node.value.isObject()) out.append(node.value.objectId);
  for (const std::unique_ptr<ValueNode>& child : node.children) collectObjects(*child, out);
}

}  // namespace

ConsoleModel::ConsoleModel(Options options, QObject* parent) : QAbstractListModel(parent), options_(options) {
  batch_.setSingleShot(true);
  connect(&batch_, &QTimer::timeout, this, &ConsoleModel::flushBatch);
}

ConsoleModel::~ConsoleModel() = default;

void ConsoleModel::append(ConsoleEntry entry) {
  entry.number = ++lastNumber_;
  entry.calls = calls_;
  std::vector<quint64>& groups = openGroups_[entry.executionContextId];
  entry.depth = static_cast<int>(groups.size());
  entry.group = groups.empty() ? 0 : groups.back();
  if (entry.opensGroup) groups.push_back(entry.number);
  arrived_.push_back(std::move(entry));
  if (static_cast<int>(arrived_.size()) > options_.capacity) {
    removeEntry(arrived_.front());
    arrived_.pop_front();
  }
  if (!batch_.isActive()) batch_.start(options_.batchInterval);
}

void ConsoleModel::endGroup(int executionContextId) {
  std::vector<quint64>& groups = openGroups_[executionContextId];
  if (!groups.empty()) groups.pop_back();
}

void ConsoleModel::flushBatch() {
  QElapsedTimer clock;
  clock.start();
  for (int taken = 0; !arrived_.empty(); ++taken) {
    if (taken % 64 == 63 && clock.elapsed() >= options_.batchMilliseconds) break;
    take(std::move(arrived_.front()));
    arrived_.pop_front();
  }
  showArrived();
  if (!arrived_.empty()) batch_.start(1);
}

void ConsoleModel::flush() {
  while (!arrived_.empty()) flushBatch();
  batch_.stop();
}

void ConsoleModel::take(ConsoleEntry entry) {
  if (entry.kind == ConsoleEntry::Kind::Message) ++counts_[static_cast<size_t>(entry.level)];
  if (!entries_.empty() && entry.repeatsWhat(entries_.back())) {
    ConsoleEntry& last = entries_.back();
    ++last.repeats;
    last.timestamp = entry.timestamp;
    const int row = arrivedLines_.empty() ? rowOf(&last, nullptr) : -1;
    if (row >= 0) emit dataChanged(index(row), index(row), {RepeatsRole});
    return;
  }
  entries_.push_back(std::move(entry));
  ConsoleEntry& taken = entries_.back();
  if (taken.showsDetails) arrivedOpen_.push_back(taken.number);
  if (isShown(taken)) {
    appendLines(arrivedLines_, taken, wrapColumns_);
  } else {
    ++hidden_;
  }
}

void ConsoleModel::showArrived() {
  if (!arrivedLines_.empty()) {
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(arrivedLines_.size()) - 1);
    lines_.insert(lines_.end(), arrivedLines_.begin(), arrivedLines_.end());
    arrivedLines_.clear();
    endInsertRows();
  }
  dropOldest();
  for (const quint64 number : std::exchange(arrivedOpen_, {})) loadDetails(number);
  emit countsChanged();
}

void ConsoleModel::dropOldest() {
  const int surplus = entryCount() - options_.capacity;
  if (surplus > 0) {
    const quint64 firstKept = entries_[surplus].number;
    const auto kept = std::find_if(lines_.begin(), lines_.end(),
                                   [&](const ConsoleLine& line) { return line.entry->number >= firstKept; });
    const int rows = static_cast<int>(kept - lines_.begin());
    if (rows > 0) beginRemoveRows({}, 0, rows - 1);
    lines_.erase(lines_.begin(), kept);
    for (int i = 0; i < surplus; ++i) {
      if (!isShown(entries_.front())) --hidden_;
      removeEntry(entries_.front());
      entries_.pop_front();
    }
    if (rows > 0) endRemoveRows();
  }
  if (!droppedObjects_.isEmpty()) emit objectsDropped(std::exchange(droppedObjects_, {}));
}

void ConsoleModel::removeEntry(const ConsoleEntry& entry) {
  dropped_ += entry.repeats;
  if (entry.details) collectObjects(*entry.details, droppedObjects_);
}

bool ConsoleModel::isShown(const ConsoleEntry& entry) const {
  return filter_.accepts(entry) && !isInClosedGroup(entry);
}

bool ConsoleModel::isInClosedGroup(const ConsoleEntry& entry) const {
  for (quint64 group = entry.group; group != 0;) {
    const ConsoleEntry* title = entryNumbered(group);
    if (!title) return false;
    if (!title->groupIsOpen) return true;
    group = title->group;
  }
  return false;
}

const ConsoleEntry* ConsoleModel::entryNumbered(quint64 number) const {
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), number,
                                      [](const ConsoleEntry& entry, quint64 wanted) { return entry.number < wanted; });
  return found != entries_.end() && found->number == number ? &*found : nullptr;
}

ConsoleEntry* ConsoleModel::entryNumbered(quint64 number) {
  return const_cast<ConsoleEntry*>(std::as_const(*this).entryNumbered(number));
}

void ConsoleModel::rebuild() {
  beginResetModel();
  std::vector<ConsoleLine> lines;
  hidden_ = 0;
  for (ConsoleEntry& entry : entries_) {
    if (isShown(entry)) {
      appendLines(lines, entry, wrapColumns_);
    } else {
      ++hidden_;
    }
  }
  lines_.assign(lines.begin(), lines.end());
  endResetModel();
  emit countsChanged();
}

void ConsoleModel::setFilter(const ConsoleFilter& filter) {
  if (filter_ == filter) return;
  filter_ = filter;
  rebuild();
}

void ConsoleModel::setWrapColumns(int columns) {
  if (wrapColumns_ == columns) return;
  wrapColumns_ = columns;
  rebuild();
}

void ConsoleModel::clear() {
  beginResetModel();
  for (const ConsoleEntry& entry : entries_) removeEntry(entry);
  for (const ConsoleEntry& entry : arrived_) removeEntry(entry);
  entries_.clear();
  arrived_.clear();
  lines_.clear();
  requests_.clear();
  openGroups_.clear();
  counts_ = {};
  dropped_ = 0;
  hidden_ = 0;
  endResetModel();
  dropOldest();
  emit countsChanged();
}

void ConsoleModel::clearContext(int executionContextId) {
  flush();
  beginResetModel();
  std::deque<ConsoleEntry> kept;
  for (ConsoleEntry& entry : entries_) {
    if (entry.executionContextId != executionContextId) {
      kept.push_back(std::move(entry));
      continue;
    }
    if (entry.kind == ConsoleEntry::Kind::Message) counts_[static_cast<size_t>(entry.level)] -= entry.repeats;
    if (entry.details) collectObjects(*entry.details, droppedObjects_);
  }
  entries_ = std::move(kept);
  lines_.clear();
  openGroups_.remove(executionContextId);
  endResetModel();
  rebuild();
  dropOldest();
}

void ConsoleModel::revoke(int exceptionId) {
  flush();
  for (ConsoleEntry& entry : entries_) {
    if (entry.exceptionId != exceptionId || exceptionId == 0) continue;
    --counts_[static_cast<size_t>(entry.level)];
    entry.level = ConsoleLevel::Verbose;
    entry.text.append(u" ");
    entry.text.append(tr("(handled later)"), TextKind::Muted);
    ++counts_[static_cast<size_t>(entry.level)];
  }
  rebuild();
}

void ConsoleModel::forgetObjects() {
  flush();
  requests_.clear();
  for (ConsoleEntry& entry : entries_) {
    if (!entry.details || entry.details->children.empty()) continue;
    std::erase_if(entry.details->children, [](const auto& child) { return child->value.isObject(); });
    entry.showsDetails = entry.showsDetails && entry.isExpandable();
  }
  rebuild();
}

void ConsoleModel::setPresent(std::optional<quint64> calls) {
  if (present_ == calls) return;
  present_ = calls;
  if (!lines_.empty()) emit dataChanged(index(0), index(rowCount() - 1));
  emit presentChanged();
}

int ConsoleModel::lastPresentRow() const {
  const auto later =
      std::find_if(lines_.begin(), lines_.end(), [this](const ConsoleLine& l) { return isLater(*l.entry); });
  return static_cast<int>(later - lines_.begin()) - 1;
}

int ConsoleModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

QVariant ConsoleModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const ConsoleLine& line = lines_[index.row()];
  switch (role) {
    case Qt::DisplayRole:
      return vmscope::ui::textOf(line).text;
    case Qt::AccessibleTextRole:
      return accessibleText(line);
    case LevelRole:
      return static_cast<int>(line.entry->level);
    case ContextRole:
      return line.entry->executionContextId;
    case FirstLineRole:
      return line.isFirst();
    case RepeatsRole:
      return line.entry->repeats;
    case PlaceRole:
      return line.isFirst() && !line.entry->place.url.isEmpty() ? QVariant(shortText(line.entry->place)) : QVariant();
    default:
      return {};
  }
}

QString ConsoleModel::accessibleText(const ConsoleLine& line) const {
  const QString text = vmscope::ui::textOf(line).text;
  if (!line.isFirst()) return text;
  static constexpr const char* kLevels[] = {QT_TR_NOOP("verbose"), QT_TR_NOOP("message"), QT_TR_NOOP("warning"),
                                            QT_TR_NOOP("error")};
  const QString name = nameOf_ ? nameOf_(line.entry->executionContextId) : QString();
  const QString told = tr("%1, %2: %3").arg(tr(kLevels[static_cast<size_t>(line.entry->level)]), name, text);
  return isLater(*line.entry) ? tr("not yet: %1").arg(told) : told;
}

QString ConsoleModel::textOf(const QModelIndexList& rows) const {
  QStringList out;
  std::vector<int> sorted;
  for (const QModelIndex& index : rows) sorted.push_back(index.row());
  std::sort(sorted.begin(), sorted.end());
  const ConsoleEntry* last = nullptr;
  for (int row : sorted) {
    const ConsoleLine& line = lines_[row];
    if (line.node) {
      out.append(QString(line.depth * 2, QLatin1Char(' ')) + line.node->line().text());
    } else if (line.entry != last) {
      out.append(line.entry->text.text());
      last = line.entry;
    }
  }
  return out.join(QLatin1Char('\n'));
}

}  // namespace vmscope::ui
