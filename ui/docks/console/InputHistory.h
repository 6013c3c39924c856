#pragma once

#include <QHash>
#include <QStringList>

namespace vmscope::ui {

// What was typed in one place, for going back to it; what is being typed is kept while one looks. A value.
class InputHistory {
 public:
  void add(const QString& text);
  // The text before or after the one shown now; nothing changes at either end.
  QString older(const QString& current);
  QString newer(const QString& current);

 private:
  static constexpr int kMost = 500;

  QStringList texts_;
  QString draft_;
  int at_ = -1;  // from the newest; -1 is the draft
};

}  // namespace vmscope::ui
