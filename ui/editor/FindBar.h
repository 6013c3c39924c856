#pragma once

#include <QFrame>
#include <QPointer>
#include <QTimer>
#include <vector>

#include "ui/editor/TextSearch.h"

class QLabel;
class QLineEdit;
class QToolButton;

namespace vmscope::ui {

class Editor;
class Theme;

// The bar below an editor that finds and replaces. GUI thread; owned by its pane.
class FindBar : public QFrame {
  Q_OBJECT

 public:
  enum class Purpose { Find, Replace };

  FindBar(Theme& theme, QWidget* parent);

  // Looks in another editor; null for none.
  void setEditor(Editor* editor);
  // Shows the bar and looks for what is selected.
  void open(Purpose purpose);
  void close();
  void findNext();
  void findPrevious();
  void replaceOne();
  void replaceAll();

  // "3 of 17", as the bar says it.
  QString countText() const;

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void build();
  QToolButton* addOption(const QString& glyph, const QString& name);
  SearchPattern pattern() const;
  void search();
  void searchSoon();
  void goTo(std::optional<std::size_t> match);
  void showCount();
  std::optional<std::size_t> selectedMatch() const;

  Theme& theme_;
  QPointer<Editor> editor_;
  QLineEdit* text_;
  QLineEdit* replacement_;
  QWidget* replaceRow_;
  QLabel* count_;
  QToolButton* letters_;
  QToolButton* words_;
  QToolButton* expression_;
  std::vector<TextRange> matches_;
  qsizetype origin_ = 0;
  QTimer searchTimer_;
};

}  // namespace vmscope::ui
