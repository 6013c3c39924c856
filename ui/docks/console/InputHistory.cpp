#include "ui/docks/console/InputHistory.h"

namespace vmscope::ui {

void InputHistory::add(const QString& text) {
  at_ = -1;
  draft_.clear();
  texts_.removeAll(text);
  texts_.append(text);
  if (texts_.size() > kMost) texts_.removeFirst();
}

QString InputHistory::older(const QString& current) {
  if (at_ + 1 >= texts_.size()) return current;
  if (at_ < 0) draft_ = current;
  ++at_;
  return texts_[texts_.size() - 1 - at_];
}

QString InputHistory::newer(const QString& current) {
  if (at_ < 0) return current;
  --at_;
  return at_ < 0 ? draft_ : texts_[texts_.size() - 1 - at_];
}

}  // namespace vmscope::ui
