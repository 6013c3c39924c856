#pragma once

#include <QWidget>

#include "ui/docks/contexts/ContextDialog.h"

class QAction;
class QLabel;
class QTreeView;

namespace vmscope::ui {

class ContextTreeModel;
class Workbench;

// The workspace as a tree of contexts and documents, and what can be done with each.
// GUI thread; made by the dock registry.
class ContextsDock : public QWidget {
  Q_OBJECT

 public:
  ContextsDock(Workbench& workbench, QWidget* parent);

  void createContext();

 private:
  struct Commands {
    QAction* open;
    QAction* create;
    QAction* edit;
    QAction* clone;
    QAction* dispose;
    QAction* whyAlive;
  };

  void build();
  QAction* addCommand(const QString& icon, const QString& label, void (ContextsDock::*command)());
  void showMenu(const QPoint& position);
  void addAssignments(class QMenu& menu, const QString& document);
  void updateCommands();
  void followRebuild();
  void useCurrent();

  void openCurrent();
  void editContext();
  void cloneContext();
  void disposeContext();
  void explainLife();

  void ask(ContextDialog::Question question);
  QStringList takenNames(const QString& except) const;
  QString freeName(const QString& wanted) const;

  Workbench& workbench_;
  ContextTreeModel* model_;
  QTreeView* tree_;
  QLabel* empty_;
  Commands commands_{};
  QString chosenDocument_;
  QString chosenContext_;
};

}  // namespace vmscope::ui
