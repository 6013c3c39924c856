#include "ui/docks/contexts/RetainersDialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/Workbench.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/client/VmClient.h"
#include "ui/docks/values/TableLook.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

namespace {
constexpr QSize kSize(560, 360);
}

RetainersDialog::RetainersDialog(Workbench& workbench, int executionContextId, QWidget* parent)
    : QDialog(parent),
      workbench_(workbench),
      contextId_(executionContextId),
      answer_(new QLabel(this)),
      path_(new QTreeWidget(this)),
      again_(new QPushButton(tr("Ask again"), this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("retainersDialog"));
  setWindowTitle(tr("Why is %1 still alive?").arg(workbench.session().contexts().nameOf(executionContextId)));
  resize(kSize * workbench.theme().scale());
  answer_->setWordWrap(true);
  path_->setHeaderLabels({tr("Held through"), tr("By")});
  path_->setAccessibleName(tr("Path from the roots of the heap"));
  path_->setRootIsDecorated(false);
  path_->setItemDelegate(new RowDelegate(path_));
  path_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  buttons->addButton(again_, QDialogButtonBox::ActionRole);
  auto* column = new QVBoxLayout(this);
  const int margin = Theme::space(Space::Group);
  column->setContentsMargins(margin, margin, margin, margin);
  column->setSpacing(Theme::space(Space::Small));
  column->addWidget(answer_);
  column->addWidget(path_, 1);
  column->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(again_, &QPushButton::clicked, this, &RetainersDialog::ask);
  ask();
}

void RetainersDialog::ask() {
  answer_->setText(tr("Looking through the heap…"));
  again_->setEnabled(false);
  path_->clear();
  workbench_.session()
      .vm()
      .findRetainers({contextId_})
      .then(this,
            [this](const protocol::vm::FindRetainersResult& found) {
              again_->setEnabled(true);
              if (!found.alive) {
                answer_->setText(tr("It has been freed."));
                return;
              }
              answer_->setText(
                  found.path.empty()
                      ? tr("Nothing that a heap snapshot shows holds it; the next garbage collection frees it.")
                      : tr("From the roots of the heap, each step holds the next:"));
              for (const auto& step : found.path) {
                new QTreeWidgetItem(path_, {QString::fromStdString(step.edge), QString::fromStdString(step.object)});
              }
            })
      .otherwise(this, [this](const ProtocolError& error) {
        again_->setEnabled(true);
        answer_->setText(tr("The engine could not tell: %1").arg(error.message));
      });
}

}  // namespace vmscope::ui
