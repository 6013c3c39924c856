#pragma once

#include <QList>
#include <QObject>
#include <string>

class QAction;

namespace vmscope::ui {

class Workbench;
struct ModuleNode;

// The steps of a module's life, taken by hand: parse what is edited, link, instantiate and evaluate the chosen module,
// or remove it. Enabled when they mean something. GUI thread; owned by the modules dock.
class ModuleSteps : public QObject {
  Q_OBJECT

 public:
  explicit ModuleSteps(Workbench& workbench, QObject* parent = nullptr);

  // In the order in which they are taken.
  const QList<QAction*>& all() const { return actions_; }
  // The module they act on, or none.
  void setModule(const ModuleNode* module);

 signals:
  void parsed(const QString& moduleId);

 private:
  enum Step { Parse, Link, Instantiate, Evaluate, Remove };

  QAction* add(const char* icon, const QString& text, const QString& explanation);
  void update();
  void updateIcons();
  void parse();
  void take(Step step);

  Workbench& workbench_;
  QList<QAction*> actions_;
  std::string module_;
  bool canLink_ = false;
  bool canEvaluate_ = false;
};

}  // namespace vmscope::ui
