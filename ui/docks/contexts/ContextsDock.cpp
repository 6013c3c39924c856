#include "ui/docks/contexts/ContextsDock.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QToolBar>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/Navigator.h"
#include "ui/Workbench.h"
#include "ui/client/EngineSession.h"
#include "ui/docks/contexts/ContextDelegate.h"
#include "ui/docks/contexts/ContextTreeModel.h"
#include "ui/docks/contexts/RetainersDialog.h"
#include "ui/theme/Mnemonic.h"
#include "ui/theme/Theme.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

namespace {

using Kind = ContextTreeModel::RowKind;

constexpr int kLettersInView = 20;  // of a name, whatever the size of texts

Kind kindOf(const QModelIndex& index) {
  return static_cast<Kind>(index.data(ContextTreeModel::KindRole).toInt());
}

}  // namespace

ContextsDock::ContextsDock(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      model_(new ContextTreeModel(workbench, this)),
      tree_(new QTreeView(this)),
      empty_(new QLabel(this)) {
  build();
  connect(tree_, &QTreeView::activated, this, &ContextsDock::openCurrent);
  connect(tree_, &QWidget::customContextMenuRequested, this, &ContextsDock::showMenu);
  connect(tree_->selectionModel(), &QItemSelectionModel::currentChanged, this, &ContextsDock::useCurrent);
  connect(model_, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
    const QModelIndex current = tree_->currentIndex();
    chosenDocument_ = current.data(ContextTreeModel::DocumentRole).toString();
    chosenContext_ = current.data(ContextTreeModel::ContextNameRole).toString();
  });
  connect(model_, &ContextTreeModel::rebuilt, this, &ContextsDock::followRebuild);
  followRebuild();
}

void ContextsDock::build() {
  auto* bar = new QToolBar(this);
  commands_ = {addCommand(QString(), tr("&Open document"), &ContextsDock::openCurrent),
               addCommand(QStringLiteral("add"), tr("&New context…"), &ContextsDock::createContext),
               addCommand(QStringLiteral("edit"), tr("&Edit context…"), &ContextsDock::editContext),
               addCommand(QStringLiteral("clone"), tr("C&lone context…"), &ContextsDock::cloneContext),
               addCommand(QStringLiteral("dispose"), tr("&Dispose of context"), &ContextsDock::disposeContext),
               addCommand(QString(), tr("&Why is it still alive?"), &ContextsDock::explainLife)};
  commands_.create->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
  commands_.create->setObjectName(QStringLiteral("newContext"));
  commands_.edit->setObjectName(QStringLiteral("editContext"));
  commands_.dispose->setObjectName(QStringLiteral("disposeContext"));
  commands_.whyAlive->setObjectName(QStringLiteral("whyAlive"));
  bar->addActions({commands_.create, commands_.edit, commands_.clone, commands_.dispose});
  tree_->setObjectName(QStringLiteral("contextTree"));
  tree_->setAccessibleName(tr("Contexts and documents"));
  tree_->setModel(model_);
  tree_->setItemDelegate(new ContextDelegate(workbench_.theme(), tree_));
  tree_->setHeaderHidden(true);
  tree_->setContextMenuPolicy(Qt::CustomContextMenu);
  tree_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  tree_->setExpandsOnDoubleClick(false);
  tree_->setIndentation(Theme::space(Space::Group));
  const auto keepRoom = [this] {
    tree_->setMinimumWidth(QFontMetrics(workbench_.theme().font()).averageCharWidth() * kLettersInView);
  };
  connect(&workbench_.theme(), &Theme::changed, tree_, keepRoom);
  keepRoom();
  empty_->setText(tr("Here stand the contexts of the workspace and their documents. Create one to begin."));
  empty_->setProperty("role", "empty");
  empty_->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(bar);
  column->addWidget(empty_);
  column->addWidget(tree_, 1);
}

QAction* ContextsDock::addCommand(const QString& icon, const QString& label, void (ContextsDock::*command)()) {
  auto* action = new QAction(this);
  labelAction(*action, label);
  if (!icon.isEmpty()) {
    const auto draw = [this, action, icon] { action->setIcon(workbench_.theme().icon(icon)); };
    connect(&workbench_.theme(), &Theme::changed, action, draw);
    draw();
  }
  connect(action, &QAction::triggered, this, command);
  return action;
}

void ContextsDock::showMenu(const QPoint& position) {
  QMenu menu(this);
  const QModelIndex index = tree_->indexAt(position);
  if (index.isValid() && kindOf(index) == Kind::Document) {
    menu.addAction(commands_.open);
    addAssignments(*menu.addMenu(tr("&Run in")), index.data(ContextTreeModel::DocumentRole).toString());
  } else if (index.isValid()) {
    menu.addActions({commands_.edit, commands_.clone, commands_.dispose, commands_.whyAlive});
  }
  menu.addSeparator();
  menu.addAction(commands_.create);
  menu.exec(tree_->viewport()->mapToGlobal(position));
}

void ContextsDock::addAssignments(QMenu& menu, const QString& document) {
  Workspace& workspace = workbench_.workspace();
  const QString current = workspace.contextOf(document);
  int number = 0;
  for (const WorkspaceContext& context : workspace.contexts()) {
    QAction* action = menu.addAction(numberedLabel(++number, context.name));
    action->setCheckable(true);
    action->setChecked(context.name == current);
    connect(action, &QAction::triggered, this,
            [&workspace, document, name = context.name] { workspace.assign(document, name); });
  }
}

void ContextsDock::updateCommands() {
  const QModelIndex index = tree_->currentIndex();
  const bool isDocument = index.isValid() && kindOf(index) == Kind::Document;
  const bool isWorkspaceContext = index.isValid() && kindOf(index) == Kind::WorkspaceContext;
  const bool isProgramContext = index.isValid() && kindOf(index) == Kind::ProgramContext;
  commands_.open->setEnabled(isDocument);
  commands_.edit->setEnabled(isWorkspaceContext);
  commands_.clone->setEnabled(isWorkspaceContext);
  commands_.dispose->setEnabled(isWorkspaceContext || isProgramContext);
  commands_.whyAlive->setEnabled(index.data(ContextTreeModel::ContextIdRole).toInt() != 0 && !isDocument);
}

void ContextsDock::followRebuild() {
  tree_->expandAll();
  QModelIndex again = model_->indexOfDocument(chosenDocument_);
  if (!again.isValid()) again = model_->indexOfContext(chosenContext_);
  if (again.isValid()) tree_->setCurrentIndex(again);
  const bool isEmpty = workbench_.workspace().contexts().empty();
  empty_->setVisible(isEmpty);
  updateCommands();
}

void ContextsDock::useCurrent() {
  updateCommands();
  const QModelIndex index = tree_->currentIndex();
  if (!index.isValid() || kindOf(index) == Kind::DisposedContext) return;
  if (const int id = index.data(ContextTreeModel::ContextIdRole).toInt(); id != 0) workbench_.setCurrentContext(id);
}

void ContextsDock::openCurrent() {
  const QString document = tree_->currentIndex().data(ContextTreeModel::DocumentRole).toString();
  if (document.isEmpty()) return;
  SourcePlace place;
  place.url = sourceNameOf(workbench_.workspace().urlOf(document));
  workbench_.navigator().open(place);
}

void ContextsDock::createContext() {
  ContextDialog::Question question;
  question.context.name = freeName(tr("context"));
  ask(std::move(question));
}

void ContextsDock::editContext() {
  const QString name = tree_->currentIndex().data(ContextTreeModel::ContextNameRole).toString();
  if (const WorkspaceContext* context = workbench_.workspace().findContext(name)) {
    ask({ContextDialog::Purpose::Edit, *context, {}});
  }
}

void ContextsDock::cloneContext() {
  const QString name = tree_->currentIndex().data(ContextTreeModel::ContextNameRole).toString();
  const WorkspaceContext* context = workbench_.workspace().findContext(name);
  if (!context) return;
  WorkspaceContext copy = *context;
  copy.name = freeName(context->name);
  copy.documents.clear();  // a document runs in one context
  ask({ContextDialog::Purpose::Clone, std::move(copy), {}});
}

void ContextsDock::disposeContext() {
  const QModelIndex index = tree_->currentIndex();
  if (kindOf(index) == Kind::ProgramContext) {
    workbench_.session().disposeContext(index.data(ContextTreeModel::ContextIdRole).toInt());
    return;
  }
  const QString name = index.data(ContextTreeModel::ContextNameRole).toString();
  QMessageBox box(QMessageBox::Question, nameOf(*commands_.dispose),
                  tr("Dispose of \"%1\" and take it out of the workspace? Its documents stay on the disk.").arg(name),
                  QMessageBox::Cancel, this);
  const QAbstractButton* dispose = box.addButton(tr("&Dispose"), QMessageBox::DestructiveRole);
  box.setDefaultButton(QMessageBox::Cancel);
  box.exec();
  if (box.clickedButton() == dispose) workbench_.workspace().removeContext(name);
}

void ContextsDock::explainLife() {
  const QModelIndex index = tree_->currentIndex();
  auto* dialog = new RetainersDialog(workbench_, index.data(ContextTreeModel::ContextIdRole).toInt(), this);
  dialog->open();
}

void ContextsDock::ask(ContextDialog::Question question) {
  const bool isEdit = question.purpose == ContextDialog::Purpose::Edit;
  const QString before = isEdit ? question.context.name : QString();
  question.takenNames = takenNames(before);
  auto* dialog = new ContextDialog(question, workbench_.theme(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [this, dialog, before] {
    const WorkspaceContext context = dialog->context();
    workbench_.workspace().putContext(before.isEmpty() ? context.name : before, context);
  });
  dialog->open();
}

QStringList ContextsDock::takenNames(const QString& except) const {
  QStringList names;
  for (const WorkspaceContext& context : workbench_.workspace().contexts()) {
    if (context.name != except) names << context.name;
  }
  return names;
}

QString ContextsDock::freeName(const QString& wanted) const {
  const QStringList taken = takenNames({});
  for (int number = 2;; ++number) {
    const QString name = QStringLiteral("%1 %2").arg(wanted).arg(number);
    if (!taken.contains(name)) return name;
  }
}

}  // namespace vmscope::ui
