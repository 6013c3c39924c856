#pragma once

#include <QWidget>

#include "ui/editor/TextSearch.h"

class QLabel;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace vmscope::ui {

enum class FindPurpose { Find, Replace };

// The fields and buttons of the find bar: knows what a person looks for, not where. GUI thread; owned by the bar.
class FindForm : public QWidget {
  Q_OBJECT

 public:
  explicit FindForm(QWidget* parent);

  SearchPattern pattern() const;
  QString replacement() const;
  QString countText() const;

  void setText(const QString& text);
  void setPurpose(FindPurpose purpose);
  // Keys go to the pattern, and replace it.
  void begin();
  // "3 of 17"
  void setCount(const QString& text);
  // Why the pattern is none; empty when it is one.
  void setProblem(const QString& problem);

 signals:
  void patternChanged();
  void nextWanted();
  void previousWanted();
  void replaceWanted();
  void replaceAllWanted();
  void doneWanted();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void buildFindRow(QVBoxLayout& rows);
  void buildReplaceRow(QVBoxLayout& rows);
  QLineEdit* addField(const QString& name);
  QToolButton* addOption(const QString& glyph, const QString& name);

  QLineEdit* text_ = nullptr;
  QToolButton* letters_ = nullptr;
  QToolButton* words_ = nullptr;
  QToolButton* expression_ = nullptr;
  QLabel* count_ = nullptr;
  QWidget* replaceRow_ = nullptr;
  QLineEdit* replacement_ = nullptr;
};

}  // namespace vmscope::ui
