#pragma once

#include <QWidget>
#include <functional>

#include "inspector/protocol/Vm.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;
class QCheckBox;

namespace vmscope::ui {

class ChromeWindow;
class InspectorClientsModel;
class Workbench;
struct ProtocolError;

// The switch by which other programs may attach to this engine, its address, and who has come.
// GUI thread; made by the dock registry.
class InspectorDock : public QWidget {
  Q_OBJECT

 public:
  InspectorDock(Workbench& workbench, QWidget* parent);

 private:
  void build();
  void switchTo(bool on);
  void openAt(int port, std::function<void(const ProtocolError&)> otherwise);
  void show(const protocol::vm::InspectorState& state);
  void showFailure(const QString& reason);
  void copyAddress();
  void openInChrome();

  Workbench& workbench_;
  QCheckBox* switch_;
  QLabel* explanation_;
  QLineEdit* address_;
  QPushButton* copy_;
  QPushButton* chrome_;
  QLabel* nobody_;
  QTreeView* clients_;
  InspectorClientsModel* model_;
  ChromeWindow* browser_;
  protocol::vm::InspectorState state_;
};

}  // namespace vmscope::ui
