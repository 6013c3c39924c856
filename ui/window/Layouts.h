#pragma once

#include <QHash>
#include <QObject>
#include <QSize>
#include <QString>
#include <span>

class QAction;
class QActionGroup;
class QDockWidget;
class QMainWindow;
class QSettings;

namespace vmscope::ui {

// Where one dock stands in a built-in layout. Docks of one area follow each other in the table's order.
struct DockPlace {
  enum class Join { Beside, Tabbed };  // with the previous dock of the same area

  const char* dock;
  Qt::DockWidgetArea area;
  Join join = Join::Beside;
  int share = 1;  // of the area's length
};

struct LayoutRow {
  const char* id;
  const char* label;  // translated in the context "Layouts"
  double scale;       // of fonts, times the person's own
  int leftWidth;      // per mille of the window
  int rightWidth;
  int bottomHeight;
  std::span<const DockPlace> places;                          // docks that are not here are closed
  Qt::DockWidgetArea bottomRight = Qt::BottomDockWidgetArea;  // which area has the corner
};

std::span<const LayoutRow> layoutRows();
bool isLayout(const QString& id);

// Arranges the docks by a built-in layout and remembers what the person made of each. GUI thread; owned by the main
// window.
class Layouts : public QObject {
  Q_OBJECT

 public:
  Layouts(QMainWindow& window, QHash<QString, QDockWidget*> docks);

  // The layout that was used last, as it was left; the first built-in one at the first start.
  void restore(const QSettings& settings);
  void save(QSettings& settings) const;

  void apply(const QString& id);
  // Undoes what the person changed about the current layout.
  void reset();

  const QString& current() const { return current_; }
  // One checkable action per layout, for menus and the palette.
  QList<QAction*> actions() const;

 signals:
  void scaleWanted(double scale);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  const LayoutRow& row(const QString& id) const;
  void arrange(const LayoutRow& layout);
  void place(const LayoutRow& layout, Qt::DockWidgetArea area);
  void resize(const LayoutRow& layout);
  void take(const QString& id);

  QMainWindow& window_;
  QHash<QString, QDockWidget*> docks_;
  QHash<QString, QByteArray> states_;  // by layout, as the person left them
  QActionGroup* group_;
  QString current_;
  QSize savedSize_;  // of the window that the current state was saved in, until it has that size again
};

}  // namespace vmscope::ui
