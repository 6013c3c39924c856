#include "ui/docks/modules/ModulesDock.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/Workbench.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/docks/modules/GraphExport.h"
#include "ui/docks/modules/GraphLayouter.h"
#include "ui/docks/modules/GraphView.h"
#include "ui/docks/modules/ModuleDetails.h"
#include "ui/docks/modules/ModuleFeed.h"
#include "ui/docks/modules/ModuleGraph.h"
#include "ui/docks/modules/ModuleSteps.h"
#include "ui/docks/modules/ModuleTableModel.h"
#include "ui/docks/parts/DockBar.h"
#include "ui/docks/parts/DockHint.h"
#include "ui/docks/timeline/PastBar.h"
#include "ui/docks/timeline/PastMoment.h"
#include "ui/docks/values/TableLook.h"
#include "ui/theme/ElidedComboBox.h"
#include "ui/theme/Theme.h"
#include "ui/workspace/WholeFile.h"

namespace vmscope::ui {
namespace {
constexpr int kSearchLetters = 12;  // that the search field always has room for
constexpr int kLegendDelay = 50;    // milliseconds in which changes are counted together
}  // namespace

ModulesDock::ModulesDock(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      graph_(new ModuleGraph(this)),
      feed_(new ModuleFeed(workbench.session(), *graph_, this)),
      layouter_(new GraphLayouter(this)),
      steps_(new ModuleSteps(workbench, this)),
      rows_(new ModuleTableModel(*graph_, workbench.theme(), this)),
      sorted_(new QSortFilterProxyModel(this)) {
  EngineContexts& contexts = workbench.session().contexts();
  rows_->setContextNames([&contexts](int id) { return contexts.nameOf(id); });
  details_ = makeCaption(this);
  details_->setAccessibleName(tr("Chosen module"));
  details_->setTextFormat(Qt::RichText);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeBar());
  layout->addWidget(new PastBar(PastMoment::of(workbench.session()), workbench.theme(), this));
  layout->addWidget(makePages(), 1);
  layout->addWidget(makeSteps());
  layout->addWidget(details_);
  layout->addWidget(makeLegend());
  view_->setContextColours([&contexts](int id) { return contexts.colourOf(id); });
  connectGraph();
  fillContexts();
  layOutAgain();
}

ModulesDock::~ModulesDock() = default;

QToolButton* ModulesDock::makeExportButton(DockBar& bar) {
  QToolButton* button = bar.addButton("export", tr("Export"));
  button->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(button);
  menu->addAction(tr("&SVG picture…"), this, [this] { save(Format::Svg); });
  menu->addAction(tr("&PNG picture…"), this, [this] { save(Format::Png); });
  menu->addAction(tr("&DOT text…"), this, [this] { save(Format::Dot); });
  button->setMenu(menu);
  return button;
}

QWidget* ModulesDock::makeBar() {
  auto* bar = new DockBar(workbench_.theme(), this);
  contexts_ = new ElidedComboBox(bar);
  contexts_->setAccessibleName(tr("Context shown"));
  contexts_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  contexts_->setMinimumContentsLength(8);
  contexts_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  search_ = new QLineEdit(bar);
  search_->setPlaceholderText(tr("Find a module"));
  search_->setAccessibleName(tr("Find a module"));
  search_->setClearButtonEnabled(true);
  const auto keepRoom = [this] {
    search_->setMinimumWidth(QFontMetrics(workbench_.theme().font()).averageCharWidth() * kSearchLetters);
  };
  connect(&workbench_.theme(), &Theme::changed, search_, keepRoom);
  keepRoom();
  bar->add(*contexts_);
  bar->add(*search_, 1);
  collapse_ = bar->addButton("collapse", tr("Draw each folder as one box"));
  collapse_->setCheckable(true);
  connect(bar->addButton("fit", tr("Show all (0)")), &QToolButton::clicked, this, [this] { view_->fit(); });
  const auto addZoom = [this, bar](const char* icon, const QString& name, double factor) {
    QToolButton* button = bar->addButton(icon, name);
    connect(button, &QToolButton::clicked, this, [this, factor] { view_->zoom(factor); });
    bar->spare(*button);
  };
  addZoom("zoom-out", tr("Zoom out (-)"), 0.8);
  addZoom("zoom-in", tr("Zoom in (+)"), 1.25);
  makeExportButton(*bar);
  asTable_ = bar->addButton("table", tr("Show as table"));
  asTable_->setCheckable(true);
  connect(asTable_, &QToolButton::toggled, this, [this](bool table) {
    const int chosen = view_->chosenModule();  // showing the table chooses its first row
    pages_->setCurrentIndex(table ? 1 : 0);
    if (table) chooseRow(chosen);
  });
  return bar;
}

QWidget* ModulesDock::makePages() {
  pages_ = new QStackedWidget(this);
  view_ = new GraphView(*graph_, workbench_.theme(), pages_);
  empty_ = new DockHint(tr("Modules appear here as soon as one is parsed: who imports whom, and how far each has come. "
                           "Run an .mjs document."),
                        view_->viewport());
  connect(empty_->offer(tr("Run the document")), &QPushButton::clicked, &workbench_, &Workbench::runCurrentDocument);
  auto* over = new QVBoxLayout(view_->viewport());
  over->setContentsMargins(0, 0, 0, 0);
  over->addWidget(empty_);
  sorted_->setSourceModel(rows_);
  sorted_->setSortRole(Qt::EditRole);
  table_ = new QTableView(pages_);
  table_->setAccessibleName(tr("Modules"));
  table_->setModel(sorted_);
  applyTableLook(*table_, workbench_.theme());
  table_->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(table_, &QTableView::customContextMenuRequested, this, [this](const QPoint& position) {
    const QModelIndex row = sorted_->mapToSource(table_->indexAt(position));
    if (row.isValid()) showMenu(row.row(), table_->viewport()->mapToGlobal(position));
  });
  table_->setSortingEnabled(true);
  table_->sortByColumn(-1, Qt::AscendingOrder);
  pages_->addWidget(view_);
  pages_->addWidget(table_);
  return pages_;
}

QWidget* ModulesDock::makeSteps() {
  auto* bar = new DockBar(workbench_.theme(), this);
  for (QAction* action : steps_->all()) {
    addAction(action);
    bar->addButton(*action, action == steps_->all().back() ? DockBar::Words::Hidden : DockBar::Words::Beside);
  }
  bar->addStretch();
  connect(steps_, &ModuleSteps::parsed, this, [this](const QString& id) {
    chosen_ = id;
    choose(graph_->indexOf(id));
  });
  return bar;
}

QWidget* ModulesDock::makeLegend() {
  legend_ = new QLabel(this);
  legend_->setProperty("role", "caption");
  legend_->setTextFormat(Qt::RichText);
  legend_->setWordWrap(true);
  legend_->setMinimumWidth(1);
  legend_->setContentsMargins(Theme::space(Space::Small), 0, Theme::space(Space::Small), Theme::space(Space::Tiny));
  connect(&workbench_.theme(), &Theme::changed, legend_, [this] { writeLegend(); });
  legendSoon_.setSingleShot(true);
  legendSoon_.setInterval(kLegendDelay);
  connect(&legendSoon_, &QTimer::timeout, this, &ModulesDock::writeLegend);
  return legend_;
}

void ModulesDock::writeLegend() {
  const QMargins margins = legend_->contentsMargins();
  const QString text = legendText(*graph_, workbench_.theme(), width() - margins.left() - margins.right());
  if (text != legend_->text()) legend_->setText(text);
}

void ModulesDock::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  writeLegend();
}

void ModulesDock::connectGraph() {
  connect(graph_, &ModuleGraph::reset, this, &ModulesDock::layOutAgain);
  connect(graph_, &ModuleGraph::changed, this, [this] {
    describe(view_->chosenModule());
    if (!legendSoon_.isActive()) legendSoon_.start();
  });
  connect(layouter_, &GraphLayouter::finished, this, &ModulesDock::showShape);
  connect(&workbench_.theme(), &Theme::changed, this, &ModulesDock::layOutAgain);
  connect(collapse_, &QToolButton::toggled, this, &ModulesDock::layOutAgain);
  connect(contexts_, &QComboBox::activated, this, &ModulesDock::layOutAgain);
  connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
    view_->search(text);
    sorted_->setFilterKeyColumn(ModuleTableModel::Name);
    sorted_->setFilterFixedString(text);
    sorted_->setFilterCaseSensitivity(Qt::CaseInsensitive);
  });
  connect(search_, &QLineEdit::returnPressed, this, [this] { view_->goToFound(1); });
  connect(view_, &GraphView::moduleChosen, this, [this](int module) {
    chosen_ = module >= 0 ? graph_->modules()[static_cast<size_t>(module)].id : QString();
    describe(module);
  });
  connect(view_, &GraphView::moduleActivated, this, &ModulesDock::openSource);
  connect(view_, &GraphView::pathWanted, this, &ModulesDock::showPath);
  connect(view_, &GraphView::menuWanted, this, &ModulesDock::showMenu);
  connect(table_, &QTableView::activated, this,
          [this](const QModelIndex& index) { openSource(sorted_->mapToSource(index).row()); });
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
    if (index.isValid() && pages_->currentWidget() == table_) view_->chooseModule(sorted_->mapToSource(index).row());
  });
  connect(details_, &QLabel::linkActivated, this, [this](const QString& link) {
    const int module = link.section(QLatin1Char(':'), 1).toInt();
    link.startsWith(QLatin1String("open:")) ? openSource(module) : view_->chooseModule(module);
  });
  EngineContexts& contexts = workbench_.session().contexts();
  connect(&contexts, &EngineContexts::added, this, &ModulesDock::fillContexts);
  connect(&contexts, &EngineContexts::changed, this, &ModulesDock::fillContexts);
  connect(&contexts, &EngineContexts::removed, this, &ModulesDock::fillContexts);
  connect(&contexts, &EngineContexts::cleared, this, &ModulesDock::fillContexts);
}

void ModulesDock::fillContexts() {
  const int shown = contexts_->currentData().toInt();
  contexts_->clear();
  contexts_->addItem(tr("All contexts"), 0);
  for (const EngineContext& context : workbench_.session().contexts().all()) {
    contexts_->addItem(workbench_.theme().contextDot(context.colour),
                       workbench_.session().contexts().nameOf(context.id), context.id);
  }
  contexts_->setCurrentIndex(std::max(0, contexts_->findData(shown)));
}

void ModulesDock::layOutAgain() {
  const Theme& theme = workbench_.theme();
  GraphFilter filter;
  filter.executionContextId = contexts_->currentData().toInt();
  filter.collapseFolders = collapse_->isChecked();
  GraphShape shape = shapeOf(*graph_, filter);
  std::vector<LayoutSize> sizes = boxSizes(shape, GraphPainter::boxHeight(theme), [&theme](const QString& label) {
    return GraphPainter::boxWidth(theme, label);
  });
  // The old picture's indexes mean nothing in the new graph.
  view_->setShape({});
  layouter_->request(std::move(shape), std::move(sizes));
  updateWords();
}

void ModulesDock::choose(int module) {
  const bool isShown = module >= 0 && module < static_cast<int>(view_->shape().boxOfModule.size());
  if (isShown && view_->chosenModule() != module) view_->chooseModule(module);
}

void ModulesDock::showShape(const GraphShape& shape) {
  view_->setShape(shape);
  choose(graph_->indexOf(chosen_));
  describe(view_->chosenModule());
  updateWords();
}

void ModulesDock::updateWords() {
  const bool isEmpty = graph_->modules().empty();
  empty_->setVisible(isEmpty);
  legend_->setVisible(!isEmpty);
  writeLegend();
}

void ModulesDock::describe(int module) {
  const bool isKnown = module >= 0 && module < static_cast<int>(graph_->modules().size());
  details_->setVisible(isKnown);
  steps_->setModule(isKnown ? &graph_->modules()[static_cast<size_t>(module)] : nullptr);
  if (isKnown) details_->setText(detailsText(*graph_, *rows_, workbench_.theme(), module));
}

void ModulesDock::showPath(int from, int to) {
  const std::vector<int> path = graph_->pathBetween(from, to);
  view_->showPath(path);
  details_->setVisible(true);
  details_->setText(pathText(*graph_, workbench_.theme(), from, to, path));
}

void ModulesDock::openSource(int module) {
  if (module >= 0) workbench_.navigator().open(graph_->modules()[module].place());
}

void ModulesDock::chooseRow(int module) {
  if (module >= 0) table_->selectRow(sorted_->mapFromSource(rows_->index(module, 0)).row());
}

// Begins where a person has said, or at the module that is chosen when the mouse asks about another one.
int ModulesDock::pathStart() const {
  const int said = graph_->indexOf(pathStart_);
  return said >= 0 ? said : view_->chosenModule();
}

void ModulesDock::showMenu(int module, const QPoint& globalPosition) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const int start = pathStart();
  menu->addAction(tr("&Open source"), this, [this, module] { openSource(module); });
  menu->addAction(tr("&Begin a path here"), this,
                  [this, id = graph_->modules()[static_cast<size_t>(module)].id] { pathStart_ = id; });
  const bool leadsHere = start >= 0 && start != module;
  QAction* path = menu->addAction(
      leadsHere ? tr("&Path from %1 to this one").arg(graph_->modules()[static_cast<size_t>(start)].shortName())
                : tr("&Path to this one"),
      this, [this, start, module] { showPath(start, module); });
  path->setEnabled(leadsHere);
  menu->addSeparator();
  view_->chooseModule(module);
  menu->addActions(steps_->all());
  menu->popup(globalPosition);
}

QByteArray ModulesDock::exported(Format format) const {
  EngineContexts& contexts = workbench_.session().contexts();
  const GraphPicture picture{*graph_, view_->shape(), workbench_.theme(),
                             [&contexts](int id) { return contexts.colourOf(id); }};
  if (format == Format::Dot) return dotText(*graph_).toUtf8();
  if (format == Format::Svg) return svgOf(picture);
  return pngOf(picture);
}

void ModulesDock::save(Format format) {
  static constexpr const char* kSuffixes[] = {"svg", "png", "dot"};
  const QString suffix = QLatin1String(kSuffixes[static_cast<int>(format)]);
  const QString path =
      QFileDialog::getSaveFileName(this, tr("Export module graph"), QStringLiteral("modules.") + suffix);
  if (path.isEmpty()) return;
  const auto reason = writeWhole(path, exported(format));
  if (!reason) return workbench_.showStatus(tr("Module graph written to %1").arg(path));
  workbench_.showStatus(tr("%1 could not be written: %2").arg(path, *reason), Workbench::StatusKind::Warning);
}

}  // namespace vmscope::ui
