#pragma once

#include <QFrame>
#include <optional>
#include <vector>

#include "ui/editor/Completion.h"

class QListView;

namespace vmscope::ui {

class CompletionModel;
class Theme;

// The list of completions at the cursor. It never takes the focus: the editor passes it the keys that are for it.
// GUI thread; owned by the editor.
class CompletionPopup : public QFrame {
  Q_OBJECT

 public:
  CompletionPopup(Theme& theme, QWidget* editor);
  ~CompletionPopup() override;

  // Shows the items below (or above) a line of the editor; `anchor` is where the completed word starts, as tall as its
  // line, in the editor's coordinates. Nothing to show closes the list.
  void present(std::vector<CompletionItem> items, const QRect& anchor);
  bool isOpen() const { return !isHidden(); }
  void step(int rows);
  void stepPage(int pages);
  std::optional<CompletionItem> current() const;

 signals:
  void chosen();

 private:
  void place(const QRect& anchor);

  Theme& theme_;
  QWidget& editor_;
  CompletionModel* model_;
  QListView* list_;
};

}  // namespace vmscope::ui
