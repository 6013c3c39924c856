#pragma once

#include <QDialog>

#include "ui/workspace/WorkspaceFile.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace vmscope::ui {

class Theme;

// Asks for everything `Vm.createContext` takes; name and origin are judged while they are typed.
// GUI thread; owned by whoever opens it.
class ContextDialog : public QDialog {
  Q_OBJECT

 public:
  enum class Purpose { Create, Edit, Clone };

  struct Question {
    Purpose purpose = Purpose::Create;
    WorkspaceContext context;
    QStringList takenNames;
  };

  ContextDialog(const Question& question, const Theme& theme, QWidget* parent);

  WorkspaceContext context() const;

 private:
  void build(const Theme& theme);
  void fill(const WorkspaceContext& context);
  void judge();
  QString nameProblem() const;

  Question question_;
  QLineEdit* name_;
  QLineEdit* origin_;
  QLabel* problem_;
  QComboBox* queue_;
  QComboBox* globalObject_;
  QCheckBox* strings_;
  QCheckBox* wasm_;
  QPlainTextEdit* contextObject_;
  QPushButton* accept_ = nullptr;
};

}  // namespace vmscope::ui
