#pragma once

#include <QFrame>
#include <QPointer>
#include <QTimer>
#include <functional>
#include <vector>

#include "ui/editor/TextSearch.h"

namespace vmscope::ui {

class Editor;
class FindForm;
enum class FindPurpose;

// The bar below an editor that finds and replaces. GUI thread; owned by its pane.
class FindBar : public QFrame {
  Q_OBJECT

 public:
  explicit FindBar(QWidget* parent);

  // Looks in another editor; null for none.
  void setEditor(Editor* editor);
  // Shows the bar and looks for what is selected.
  void open(FindPurpose purpose);
  void close();
  // Also while the bar is closed: what was looked for last, or what is selected.
  void findNext();
  void findPrevious();
  void replaceOne();
  void replaceAll();

  // "3 of 17", as the bar says it.
  QString countText() const;

 private:
  void find(const std::function<std::optional<std::size_t>()>& match);
  bool hasPattern();
  void takeSelection();
  void searchAsTyped();
  void search();
  void searchSoon();
  void goTo(std::optional<std::size_t> match);
  void showCount();
  std::optional<std::size_t> selectedMatch() const;

  FindForm* form_;
  QPointer<Editor> editor_;
  std::vector<TextRange> matches_;
  qsizetype origin_ = 0;
  QTimer searchTimer_;
};

}  // namespace vmscope::ui
