#include "ui/docks/inspector/InspectorDock.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/Workbench.h"
#include "ui/client/EngineSession.h"
#include "ui/client/VmClient.h"
#include "ui/docks/inspector/ChromeWindow.h"
#include "ui/docks/inspector/InspectorClientsModel.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

namespace vm = protocol::vm;

namespace {

constexpr int kUsualPort = 9229;  // where chrome://inspect and editors look by themselves
constexpr int kAnyPort = 0;

}  // namespace

InspectorDock::InspectorDock(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      switch_(new QCheckBox(tr("Let other programs attach"), this)),
      explanation_(new QLabel(this)),
      address_(new QLineEdit(this)),
      copy_(new QPushButton(tr("Copy"), this)),
      chrome_(new QPushButton(tr("Open in Chrome"), this)),
      nobody_(new QLabel(tr("No program is attached yet."), this)),
      clients_(new QTreeView(this)),
      model_(new InspectorClientsModel(this)),
      browser_(new ChromeWindow(this)) {
  build();
  EngineSession& session = workbench_.session();
  connect(switch_, &QCheckBox::clicked, this, &InspectorDock::switchTo);
  connect(copy_, &QPushButton::clicked, this, &InspectorDock::copyAddress);
  connect(chrome_, &QPushButton::clicked, this, &InspectorDock::openInChrome);
  connect(browser_, &ChromeWindow::failed, this, [this](const QString& reason) {
    workbench_.showStatus(tr("Chrome could not be opened: %1").arg(reason), Workbench::StatusKind::Warning);
  });
  connect(&session.vm(), &VmClient::inspectorChanged, this,
          [this](const vm::InspectorChangedEvent& event) { show(event.inspector); });
  connect(&session, &EngineSession::stateChanged, this,
          [this] { show(workbench_.session().isUsable() ? state_ : vm::InspectorState{}); });
  show({});
}

void InspectorDock::build() {
  switch_->setObjectName(QStringLiteral("inspectorSwitch"));
  explanation_->setWordWrap(true);
  explanation_->setProperty("role", "caption");
  address_->setObjectName(QStringLiteral("inspectorAddress"));
  address_->setReadOnly(true);
  const auto follow = [this] { address_->setFont(workbench_.theme().codeFont()); };
  connect(&workbench_.theme(), &Theme::changed, address_, follow);
  follow();
  address_->setAccessibleName(tr("Address of the engine"));
  copy_->setAccessibleName(tr("Copy the address"));
  clients_->setModel(model_);
  clients_->setRootIsDecorated(false);
  clients_->setAccessibleName(tr("Attached programs"));
  clients_->header()->setSectionResizeMode(InspectorClientsModel::Address, QHeaderView::Stretch);
  clients_->header()->setStretchLastSection(false);
  nobody_->setProperty("role", "caption");
  nobody_->setWordWrap(true);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(Theme::space(Space::Small));
  buttons->addWidget(copy_);
  buttons->addWidget(chrome_);
  buttons->addStretch();
  auto* column = new QVBoxLayout(this);
  const int margin = Theme::space(Space::Small);
  column->setContentsMargins(margin, margin, margin, margin);
  column->setSpacing(Theme::space(Space::Small));
  column->addWidget(switch_);
  column->addWidget(explanation_);
  column->addWidget(address_);
  column->addLayout(buttons);
  column->addWidget(nobody_);
  column->addWidget(clients_, 1);
  column->addStretch();
}

void InspectorDock::switchTo(bool on) {
  const auto fail = [this](const ProtocolError& error) { showFailure(error.message); };
  if (on) {
    openAt(kUsualPort, [this, fail](const ProtocolError&) { openAt(kAnyPort, fail); });
  } else {
    workbench_.session().vm().closeInspector().then(this, [this](const auto&) { show({}); }).otherwise(this, fail);
  }
}

void InspectorDock::openAt(int port, std::function<void(const ProtocolError&)> otherwise) {
  vm::OpenInspectorParams params;
  params.port = port;
  workbench_.session()
      .vm()
      .openInspector(params)
      .then(this, [this](const vm::OpenInspectorResult& opened) { show(opened.inspector); })
      .otherwise(this, std::move(otherwise));
}

void InspectorDock::show(const vm::InspectorState& state) {
  state_ = state;
  const QSignalBlocker quiet(switch_);
  switch_->setChecked(state.listening);
  switch_->setEnabled(workbench_.session().isUsable());
  explanation_->setText(state.exposed
                            ? tr("Other machines can reach this address: whoever connects can run any code here.")
                        : state.listening ? tr("Chrome DevTools and other clients on this machine can attach at:")
                                          : tr("Nobody but this window sees the engine. Switch it on to attach Chrome "
                                               "DevTools or any other CDP client."));
  address_->setText(QString::fromStdString(state.url.value_or(std::string())));
  address_->setCursorPosition(0);
  for (QWidget* part : QList<QWidget*>{address_, copy_, chrome_}) part->setVisible(state.listening);
  clients_->setVisible(state.listening && !state.clients.empty());
  nobody_->setVisible(state.listening && state.clients.empty());
  model_->setClients(state.clients);
}

void InspectorDock::showFailure(const QString& reason) {
  show({});
  explanation_->setText(tr("The inspector could not be switched: %1").arg(reason));
}

void InspectorDock::copyAddress() {
  QGuiApplication::clipboard()->setText(address_->text());
  workbench_.showStatus(tr("The address is on the clipboard."));
}

void InspectorDock::openInChrome() {
  const QString browser = ChromeWindow::findBrowser();
  if (browser.isEmpty()) {
    workbench_.showStatus(tr("No Chromium or Chrome is installed. Copy the address and attach with another client."),
                          Workbench::StatusKind::Warning);
    return;
  }
  browser_->open(browser, QString::fromStdString(state_.devtoolsFrontendUrl.value_or(std::string())));
}

}  // namespace vmscope::ui
