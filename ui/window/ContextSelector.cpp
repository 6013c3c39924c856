#include "ui/window/ContextSelector.h"

#include <QSignalBlocker>

#include "ui/Workbench.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

namespace {
constexpr int kNarrowestCharacters = 16;
}

ContextSelector::ContextSelector(Workbench& workbench, QWidget* parent)
    : ElidedComboBox(parent), workbench_(workbench) {
  setObjectName(QStringLiteral("contextSelector"));
  setAccessibleName(tr("Context"));
  setToolTip(tr("The context that Run uses"));
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setMinimumContentsLength(kNarrowestCharacters);
  connect(this, &QComboBox::activated, this, &ContextSelector::choose);
  connect(&workbench_, &Workbench::currentContextChanged, this, &ContextSelector::follow);
  const EngineContexts& contexts = workbench_.session().contexts();
  connect(&contexts, &EngineContexts::added, this, &ContextSelector::rebuild);
  connect(&contexts, &EngineContexts::changed, this, &ContextSelector::rebuild);
  connect(&contexts, &EngineContexts::removed, this, &ContextSelector::rebuild);
  connect(&contexts, &EngineContexts::cleared, this, &ContextSelector::rebuild);
  connect(&workbench_.theme(), &Theme::changed, this, &ContextSelector::rebuild);
  rebuild();
}

void ContextSelector::rebuild() {
  const QSignalBlocker quiet(this);
  clear();
  int wanted = 0;
  for (const EngineContext& context : workbench_.session().contexts().all()) {
    if (context.life != EngineContext::Life::Live) continue;
    addItem(workbench_.theme().contextDot(context.colour), workbench_.session().contexts().nameOf(context.id),
            context.id);
    setItemData(count() - 1, context.origin, Qt::ToolTipRole);
    if (!wantedKey_.isEmpty() && context.key == wantedKey_) wanted = context.id;
  }
  const bool isStillThere = findData(workbench_.currentContext()) >= 0;
  if (!isStillThere) workbench_.setCurrentContext(wanted);
  setCurrentIndex(findData(workbench_.currentContext()));
  setEnabled(count() > 0);
  setPlaceholderText(tr("no context"));
}

void ContextSelector::choose(int row) {
  workbench_.setCurrentContext(itemData(row).toInt());
}

void ContextSelector::follow(int executionContextId) {
  if (const EngineContext* context = workbench_.session().contexts().find(executionContextId))
    wantedKey_ = context->key;
  setCurrentIndex(findData(executionContextId));
}

}  // namespace vmscope::ui
