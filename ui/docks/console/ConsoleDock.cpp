#include "ui/docks/console/ConsoleDock.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/Workbench.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/docks/console/ConsoleDelegate.h"
#include "ui/docks/console/ConsoleFeed.h"
#include "ui/docks/console/ConsoleFormat.h"
#include "ui/docks/console/ConsoleInput.h"
#include "ui/docks/console/ConsoleView.h"
#include "ui/docks/console/Evaluator.h"
#include "ui/docks/debugger/PauseState.h"
#include "ui/docks/parts/DockBar.h"
#include "ui/docks/parts/DockHint.h"
#include "ui/docks/timeline/PastBar.h"
#include "ui/docks/timeline/PastMoment.h"
#include "ui/docks/values/ValueText.h"
#include "ui/theme/ElidedComboBox.h"
#include "ui/theme/ElidedLabel.h"
#include "ui/theme/Mnemonic.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {
constexpr int kPreviewDelay = 120;  // milliseconds after the last key
constexpr int kLongestPreview = 300;
constexpr int kContextLetters = 12;  // of a name that a selector always has room for

void limitWidth(QComboBox& contexts) {
  contexts.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  contexts.setMinimumContentsLength(kContextLetters);
  contexts.setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

}  // namespace

ConsoleDock::ConsoleDock(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      model_(&ConsoleFeed::of(workbench.session()).model()),
      evaluator_(new Evaluator(workbench.session(), this)) {
  view_ = new ConsoleView(*model_, workbench.theme(), this);
  view_->lines().setContextColours([this](int id) { return workbench_.session().contexts().colourOf(id); });
  connect(view_, &ConsoleView::placeActivated, this,
          [this](const SourcePlace& place) { workbench_.navigator().open(place); });

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeFilterBar());
  layout->addWidget(new PastBar(PastMoment::of(workbench.session()), workbench.theme(), this));
  layout->addWidget(view_, 1);
  layout->addWidget(makeInputBar());
  empty_ = new DockHint(tr("What scripts log appears here. Run one, or type an expression below."), view_->viewport());
  connect(empty_->offer(tr("Run the document")), &QPushButton::clicked, &workbench_, &Workbench::runCurrentDocument);
  auto* over = new QVBoxLayout(view_->viewport());
  over->setContentsMargins(0, 0, 0, 0);
  over->addWidget(empty_);
  connectInput();
  connectContexts();
  connect(model_, &ConsoleModel::countsChanged, this, &ConsoleDock::updateCounts);
  model_->setFilter(filter_);  // the model may have been shown by another window before
  updateCounts();
}

void ConsoleDock::addClearButton(DockBar& bar) {
  auto* clear = new QAction(this);
  labelAction(*clear, tr("C&lear console"));
  clear->setObjectName(QStringLiteral("clearConsole"));
  clear->setToolTip(tr("Clear console (Ctrl+L)"));
  clear->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
  const Theme& theme = workbench_.theme();
  const auto draw = [clear, &theme] { clear->setIcon(theme.icon(QStringLiteral("clear"))); };
  connect(&theme, &Theme::changed, clear, draw);
  draw();
  connect(clear, &QAction::triggered, model_, &ConsoleModel::clear);
  bar.addButton(*clear);
  view_->addAction(clear);
}

QToolButton* ConsoleDock::makeLevelButton() {
  auto* levels = new QToolButton(this);
  levels->setText(tr("Levels"));
  levels->setAccessibleName(tr("Levels shown"));
  levels->setPopupMode(QToolButton::InstantPopup);
  levels->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  levels->setLayoutDirection(Qt::RightToLeft);  // the arrow of a choice stands behind its words
  const Theme& theme = workbench_.theme();
  const auto draw = [levels, &theme] { levels->setIcon(theme.icon(QStringLiteral("chevron-down"), Colour::Muted)); };
  connect(&theme, &Theme::changed, levels, draw);
  draw();
  auto* menu = new QMenu(levels);
  const auto addLevel = [&](const QString& label, bool ConsoleFilter::*shown) {
    QAction* action = menu->addAction(label);
    labelAction(*action, label, tr("Console level: %1").arg(withoutMnemonic(label)));
    action->setCheckable(true);
    action->setChecked(filter_.*shown);
    connect(action, &QAction::toggled, this, [this, shown](bool on) {
      filter_.*shown = on;
      updateFilter();
    });
  };
  addLevel(tr("&Verbose"), &ConsoleFilter::verbose);
  addLevel(tr("&Info"), &ConsoleFilter::info);
  addLevel(tr("&Warnings"), &ConsoleFilter::warnings);
  addLevel(tr("&Errors"), &ConsoleFilter::errors);
  levels->setMenu(menu);
  return levels;
}

QWidget* ConsoleDock::makeFilterBar() {
  auto* bar = new DockBar(workbench_.theme(), this);
  addClearButton(*bar);
  contextFilter_ = new ElidedComboBox(bar);
  contextFilter_->setAccessibleName(tr("Context shown"));
  limitWidth(*contextFilter_);
  words_ = new QLineEdit(bar);
  words_->setPlaceholderText(tr("Filter: words, -without"));
  words_->setAccessibleName(tr("Filter"));
  words_->setClearButtonEnabled(true);
  words_->setMinimumWidth(80);
  counts_ = new ElidedLabel(bar);
  counts_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  counts_->setMinimumWidth(1);  // what is counted does not make the dock wider
  counts_->setProperty("role", "caption");
  bar->add(*contextFilter_);
  bar->add(*makeLevelButton());
  bar->add(*words_, 1);
  bar->add(*counts_);
  connect(words_, &QLineEdit::textChanged, this, &ConsoleDock::updateFilter);
  connect(contextFilter_, &QComboBox::activated, this, &ConsoleDock::updateFilter);
  return bar;
}

QWidget* ConsoleDock::makeInputBar() {
  auto* bar = new QWidget(this);
  auto* column = new QVBoxLayout(bar);
  column->setContentsMargins(Theme::space(Space::Small), Theme::space(Space::Tiny), Theme::space(Space::Small),
                             Theme::space(Space::Tiny));
  column->setSpacing(0);
  auto* row = new QHBoxLayout;
  row->setSpacing(Theme::space(Space::Small));
  target_ = new ElidedComboBox(bar);
  target_->setAccessibleName(tr("Context to evaluate in"));
  target_->setToolTip(tr("The context that the input speaks to"));
  limitWidth(*target_);
  frame_ = new QLabel(bar);
  frame_->setProperty("role", "caption");
  input_ = new ConsoleInput(workbench_.theme(), bar);
  input_->setProperty("role", "field");
  auto* before = new QHBoxLayout;  // stays at the first line of an input of several
  before->setSpacing(Theme::space(Space::Small));
  before->addWidget(target_);
  before->addWidget(frame_);
  row->addLayout(before);
  row->setAlignment(before, Qt::AlignTop);
  row->addWidget(input_, 1);
  preview_ = new ElidedLabel(bar);
  preview_->setAccessibleName(tr("Value of the expression so far"));
  preview_->setContentsMargins(Theme::space(Space::Tiny), Theme::space(Space::Tiny), 0, 0);
  preview_->hide();
  column->addLayout(row);
  column->addWidget(preview_);
  return bar;
}

void ConsoleDock::connectInput() {
  previewDelay_.setSingleShot(true);
  previewDelay_.setInterval(kPreviewDelay);
  connect(input_, &ConsoleInput::submitted, this, &ConsoleDock::run);
  connect(input_, &ConsoleInput::completionsWanted, evaluator_, &Evaluator::completions);
  connect(evaluator_, &Evaluator::completed, input_, &ConsoleInput::setCompletions);
  connect(input_, &QPlainTextEdit::textChanged, this, [this] {
    preview_->hide();
    previewDelay_.start();
  });
  connect(&previewDelay_, &QTimer::timeout, this, [this] {
    const QString text = input_->toPlainText();
    if (!text.trimmed().isEmpty() && !isIncompleteInput(text) && workbench_.session().isUsable())
      evaluator_->preview(text);
  });
  connect(evaluator_, &Evaluator::previewed, this, &ConsoleDock::showPreview);
  connect(evaluator_, &Evaluator::previewImpossible, preview_, &QLabel::hide);
}

void ConsoleDock::connectContexts() {
  EngineContexts& contexts = workbench_.session().contexts();
  connect(&contexts, &EngineContexts::added, this, &ConsoleDock::fillContexts);
  connect(&contexts, &EngineContexts::changed, this, &ConsoleDock::fillContexts);
  connect(&contexts, &EngineContexts::removed, this, &ConsoleDock::fillContexts);
  connect(&contexts, &EngineContexts::cleared, this, &ConsoleDock::fillContexts);
  connect(&workbench_.theme(), &Theme::changed, this, &ConsoleDock::fillContexts);
  connect(&workbench_, &Workbench::currentContextChanged, this, &ConsoleDock::chooseContext);
  connect(target_, &QComboBox::activated, this, [this] { chooseContext(target_->currentData().toInt()); });
  PauseState& pause = PauseState::of(workbench_.session());
  connect(&pause, &PauseState::frameChosen, this, &ConsoleDock::updateFrame);
  connect(&pause, &PauseState::resumed, this, &ConsoleDock::updateFrame);
  fillContexts();
  chooseContext(workbench_.currentContext());
}

void ConsoleDock::fillContexts() {
  const int shown = contextFilter_->currentData().toInt();
  const int chosen = evaluator_->context();
  contextFilter_->clear();
  target_->clear();
  contextFilter_->addItem(tr("All contexts"), 0);
  const Theme& theme = workbench_.theme();
  for (const EngineContext& context : workbench_.session().contexts().all()) {
    const QString name = workbench_.session().contexts().nameOf(context.id);
    contextFilter_->addItem(theme.contextDot(context.colour), name, context.id);
    if (context.life == EngineContext::Life::Live) target_->addItem(theme.contextDot(context.colour), name, context.id);
  }
  contextFilter_->setCurrentIndex(std::max(0, contextFilter_->findData(shown)));
  chooseContext(chosen);
}

void ConsoleDock::chooseContext(int executionContextId) {
  int row = target_->findData(executionContextId);
  if (row < 0) row = target_->count() > 0 ? 0 : -1;
  target_->setCurrentIndex(row);
  evaluator_->setContext(row < 0 ? 0 : target_->itemData(row).toInt());
  input_->setHistoryKey(target_->currentText());
  updateFrame();
}

void ConsoleDock::updateFrame() {
  const QString name = evaluator_->frameName();
  frame_->setText(name.isEmpty() ? QString() : tr("in %1").arg(name));
  frame_->setVisible(!name.isEmpty());
}

void ConsoleDock::run(const QString& expression) {
  const int context = evaluator_->context();
  model_->append(inputEntry(expression, context));
  preview_->hide();
  view_->scrollToBottom();
  evaluator_->evaluate(expression)
      .then(this, [this, context](const Evaluation& got) { model_->append(resultEntry(got, context)); })
      .otherwise(this,
                 [this](const ProtocolError& error) { model_->append(noteEntry(error.message, ConsoleLevel::Error)); });
}

void ConsoleDock::showPreview(const QString& expression, const RemoteObject& value) {
  const QString text = valueText(value, ValuePlacement::Nested).text();
  const bool isNews = expression == input_->toPlainText() && text != expression.trimmed();
  if (!isNews) return;
  QFont font = workbench_.theme().codeFont();
  preview_->setFont(font);
  preview_->setEnabled(false);
  preview_->setText(text.left(kLongestPreview).replace(u'\n', u'⏎'));
  preview_->show();
}

void ConsoleDock::updateFilter() {
  filter_.text = words_->text();
  filter_.executionContextId = contextFilter_->currentData().toInt();
  model_->setFilter(filter_);
}

void ConsoleDock::updateCounts() {
  QStringList parts;
  if (const int errors = model_->count(ConsoleLevel::Error)) parts << tr("errors: %L1").arg(errors);
  if (const int warnings = model_->count(ConsoleLevel::Warning)) parts << tr("warnings: %L1").arg(warnings);
  if (model_->hiddenCount() > 0) parts << tr("hidden: %L1").arg(model_->hiddenCount());
  if (model_->droppedCount() > 0) parts << tr("oldest dropped: %L1").arg(model_->droppedCount());
  counts_->setText(parts.join(QStringLiteral(" · ")));
  empty_->setVisible(model_->entryCount() == 0);
}

}  // namespace vmscope::ui
