#include "ui/docks/debugger/WatchList.h"

#include "ui/Workbench.h"
#include "ui/client/EngineSession.h"
#include "ui/docks/console/Evaluator.h"
#include "ui/docks/debugger/FrameScopes.h"
#include "ui/docks/debugger/PauseState.h"
#include "ui/docks/values/ValueTreeModel.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {
namespace {

std::unique_ptr<ValueNode> withoutValue(const QString& expression, const QString& reason) {
  auto node = std::make_unique<ValueNode>();
  node->kind = ValueNode::Kind::Note;
  node->name = expression;
  node->text = StyledText(reason, TextKind::Muted);
  node->loading = ValueNode::Loading::Loaded;
  return node;
}

}  // namespace

WatchList::WatchList(Workbench& workbench, ValueTreeModel& tree, QObject* parent)
    : QObject(parent), workbench_(workbench), tree_(tree), evaluator_(new Evaluator(workbench.session(), this)) {
  connectValues(tree_, workbench.session());
  PauseState& pause = PauseState::of(workbench.session());
  connect(&pause, &PauseState::frameChosen, this, &WatchList::evaluate);
  connect(&pause, &PauseState::resumed, this, &WatchList::evaluate);
  connect(&workbench.session(), &EngineSession::stateChanged, this, [this](EngineSession::State state) {
    if (state == EngineSession::State::Idle || state == EngineSession::State::Crashed) evaluate();
  });
  connect(&workbench, &Workbench::currentContextChanged, this, &WatchList::evaluate);
  connect(&workbench.workspace(), &Workspace::watchExpressionsChanged, this, &WatchList::fill);
  connect(&workbench.workspace(), &Workspace::opened, this, &WatchList::fill);
  connect(&tree_, &ValueTreeModel::rootNamed, this, &WatchList::rename);
  fill();
}

void WatchList::add(const QString& expression) {
  if (expression.trimmed().isEmpty()) return;
  workbench_.workspace().setWatchExpressions(workbench_.workspace().watchExpressions() +
                                             QStringList(expression.trimmed()));
}

void WatchList::remove(int row) {
  QStringList expressions = workbench_.workspace().watchExpressions();
  if (row < 0 || row >= expressions.size()) return;
  expressions.removeAt(row);
  workbench_.workspace().setWatchExpressions(expressions);
}

void WatchList::rename(int row, const QString& expression) {
  QStringList expressions = workbench_.workspace().watchExpressions();
  if (row >= expressions.size()) return;
  expressions[row] = expression;
  workbench_.workspace().setWatchExpressions(expressions);
}

void WatchList::fill() {
  std::vector<std::unique_ptr<ValueNode>> roots;
  for (const QString& expression : workbench_.workspace().watchExpressions())
    roots.push_back(withoutValue(expression, QString()));
  tree_.setRoots(std::move(roots));
  evaluate();
}

void WatchList::evaluate() {
  const quint64 round = ++round_;
  const QStringList& expressions = workbench_.workspace().watchExpressions();
  if (tree_.rowCount() != expressions.size()) return;
  const bool isUsable = workbench_.session().isUsable();
  evaluator_->setContext(workbench_.currentContext());
  if (isUsable && !expressions.isEmpty()) evaluator_->forgetWatched();
  for (int row = 0; row < expressions.size(); ++row) {
    if (!isUsable) {
      tree_.replaceRoot(row, withoutValue(expressions[row], tr("no engine")));
      continue;
    }
    evaluator_->watch(expressions[row])
        .then(this, [this, round, row](const Evaluation& value) { show(round, row, value); })
        .otherwise(this, [this, round, row](const ProtocolError& error) {
          if (round == round_) tree_.replaceRoot(row, withoutValue(tree_.root(row).name, error.message));
        });
  }
}

void WatchList::show(quint64 round, int row, const Evaluation& value) {
  if (round != round_ || row >= tree_.rowCount()) return;
  const QString expression = tree_.root(row).name;
  if (value.exceptionDetails) {
    const QString reason = value.exceptionDetails->message().section(QLatin1Char('\n'), 0, 0);
    tree_.replaceRoot(row, withoutValue(expression, reason));
  } else {
    tree_.replaceRoot(row, makeValueNode(expression, value.result, ValueNode::Kind::Internal));
  }
}

}  // namespace vmscope::ui
