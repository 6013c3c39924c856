#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/docks/modules/GraphShape.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace vmscope::ui {

class DockBar;
class DockHint;
class GraphLayouter;
class GraphView;
class ModuleFeed;
class ModuleGraph;
class ModuleSteps;
class ModuleTableModel;
class Workbench;

// The modules as a graph or as a table, with what is known of the chosen one below. GUI thread; owned by the window's
// dock.
class ModulesDock : public QWidget {
  Q_OBJECT

 public:
  enum class Format { Svg, Png, Dot };

  explicit ModulesDock(Workbench& workbench, QWidget* parent = nullptr);
  ~ModulesDock() override;

  ModuleGraph& graph() { return *graph_; }
  GraphView& view() { return *view_; }
  QTableView& table() { return *table_; }
  GraphLayouter& layouter() { return *layouter_; }

  QByteArray exported(Format format) const;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeBar();
  QWidget* makePages();
  QWidget* makeLegend();
  void writeLegend();
  QWidget* makeSteps();
  QToolButton* makeExportButton(DockBar& bar);
  void connectGraph();
  void fillContexts();
  void layOutAgain();
  void showShape(const GraphShape& shape);
  void describe(int module);
  void showPath(int from, int to);
  void showMenu(int module, const QPoint& globalPosition);
  int pathStart() const;
  void openSource(int module);
  void chooseRow(int module);
  void choose(int module);
  void updateWords();
  void save(Format format);

  Workbench& workbench_;
  ModuleGraph* graph_;
  ModuleFeed* feed_;
  GraphLayouter* layouter_;
  ModuleSteps* steps_;
  ModuleTableModel* rows_;
  QSortFilterProxyModel* sorted_;
  GraphView* view_ = nullptr;
  QTableView* table_ = nullptr;
  QStackedWidget* pages_ = nullptr;
  QComboBox* contexts_ = nullptr;
  QLineEdit* search_ = nullptr;
  QToolButton* collapse_ = nullptr;
  QToolButton* asTable_ = nullptr;
  QLabel* details_ = nullptr;
  QLabel* legend_ = nullptr;
  QTimer legendSoon_;
  DockHint* empty_ = nullptr;
  QString pathStart_;  // by id
  QString chosen_;     // by id, which outlives the indexes of one picture
};

}  // namespace vmscope::ui
