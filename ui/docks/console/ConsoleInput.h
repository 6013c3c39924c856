#pragma once

#include <QHash>
#include <QPlainTextEdit>

#include "ui/docks/console/InputHistory.h"
#include "ui/docks/console/InputText.h"

class QCompleter;
class QStringListModel;

namespace vmscope::ui {

class Theme;

// The console's input: Enter runs what is complete and breaks the line otherwise, as Shift+Enter always does; Up and
// Down walk through the history of the context it speaks to; Tab takes the first name of the list that opens while one
// types, Enter only one that was chosen. GUI thread; owned by the console dock.
class ConsoleInput : public QPlainTextEdit {
  Q_OBJECT

 public:
  explicit ConsoleInput(const Theme& theme, QWidget* parent = nullptr);

  // Whose history and draft are shown.
  void setHistoryKey(const QString& key);
  void setCompletions(const CompletionTarget& target, const QStringList& names);

  QSize sizeHint() const override;

 signals:
  void submitted(const QString& text);
  void completionsWanted(const vmscope::ui::CompletionTarget& target);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  bool completionIsOpen() const;
  bool handleHistory(QKeyEvent* event);
  void submit();
  void breakLine();
  void askForCompletions(bool explicitly);
  void insertCompletion(const QString& name);
  void fit();

  const Theme& theme_;
  QHash<QString, InputHistory> histories_;
  QHash<QString, QString> drafts_;
  QString key_;
  QCompleter* completer_;
  QStringListModel* names_;
  CompletionTarget target_;
  bool isListWanted_ = false;  // by Ctrl+Space rather than by typing on
};

}  // namespace vmscope::ui
