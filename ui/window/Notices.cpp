#include "ui/window/Notices.h"

#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineSession.h"
#include "ui/editor/NoticeBar.h"
#include "ui/window/RunControl.h"
#include "ui/window/StatusLine.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

Notices::Notices(const Parts& parts, QWidget* parent) : QWidget(parent), parts_(parts) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  engine_ = addBar("engineNotice");
  memory_ = addBar("memoryNotice");
  recovery_ = addBar("recoveryNotice");
  problems_ = addBar("problemsNotice");
  save_ = addBar("saveNotice");
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  connect(&parts_.session, &EngineSession::stateChanged, this, &Notices::tellEngine);
  DebuggerClient& debugger = parts_.session.debugger();
  connect(&debugger, &DebuggerClient::paused, this, &Notices::tellMemory);
  connect(&debugger, &DebuggerClient::resumed, memory_, &QWidget::hide);
  connect(&parts_.workspace, &Workspace::opened, this, &Notices::tellRecovery);
  connect(&parts_.workspace, &Workspace::opened, this, &Notices::tellProblems);
  connect(&parts_.workspace, &Workspace::problemsChanged, this, &Notices::tellProblems);
  connect(&parts_.workspace, &Workspace::saveFailed, this, [this](const FileProblem& problem) {
    save_->tell(problem.message, {{tr("Try again"), [this] { parts_.workspace.flush(); }}});
  });
  connect(&parts_.workspace, &Workspace::saved, save_, &QWidget::hide);
  connect(&parts_.workspace, &Workspace::opened, save_, &QWidget::hide);
  tellEngine();
  tellProblems();
}

NoticeBar* Notices::addBar(const char* name) {
  auto* bar = new NoticeBar(this);
  bar->setObjectName(QLatin1String(name));
  layout()->addWidget(bar);
  return bar;
}

void Notices::tellEngine() {
  const bool isGone = parts_.session.state() == EngineSession::State::Crashed && parts_.session.end().has_value();
  if (!isGone) return engine_->hide();
  engine_->tell(tr("%1 Your documents are untouched.").arg(parts_.session.end()->explanation),
                {{tr("Start a fresh engine"), [this] { parts_.session.startFresh(); }}});
}

// V8 pauses once, shortly before the heap's limit, while something can still be saved by stopping.
void Notices::tellMemory(const Paused& pause) {
  if (pause.reason != QLatin1String("OOM")) return memory_->hide();
  const EngineFacts& facts = parts_.session.facts();
  memory_->tell(tr("The script was paused because the engine's memory is nearly used up: %1 of %2.")
                    .arg(byteText(facts.usedHeapBytes), byteText(facts.heapLimitBytes)),
                {{tr("Stop it"), [this] { parts_.runs.stop(); }},
                 {tr("Go on and risk the engine"), [this] { parts_.session.debugger().resume(); }}});
}

void Notices::tellRecovery() {
  QStringList titles;
  for (const RecoveredDocument& document : parts_.workspace.recoverable()) titles << document.subject.title;
  if (titles.isEmpty()) return recovery_->hide();
  recovery_->tell(tr("A window ended without saving what was typed into %1.").arg(titles.join(QLatin1String(", "))),
                  {{tr("Recover"), [this] { recoverAll(); }}, {tr("Discard"), [this] { dismissAll(); }}});
}

void Notices::tellProblems() {
  if (parts_.workspace.problems().empty()) return problems_->hide();
  const WorkspaceProblem problem = parts_.workspace.problems().front();
  problems_->tell(tr("%1 Until this is put right, the file is left as it is.").arg(problem.text()),
                  {{tr("Show"), [this, problem] {
                      emit placeWanted(parts_.workspace.absolutePath(QLatin1String(kWorkspaceFileName)),
                                       problem.line - 1, problem.column - 1);
                    }}});
}

void Notices::recoverAll() {
  for (const RecoveredDocument& document : parts_.workspace.recoverable()) {
    emit documentRecovered(parts_.workspace.recover(document));
  }
}

// It cannot be taken back.
bool Notices::mayDismiss() {
  QMessageBox box(QMessageBox::Warning, tr("Discard"), tr("Discard what was typed? It cannot be brought back."),
                  QMessageBox::NoButton, this);
  const auto* discard = box.addButton(tr("&Discard it"), QMessageBox::DestructiveRole);
  box.setDefaultButton(box.addButton(tr("&Keep it"), QMessageBox::RejectRole));
  box.exec();
  return box.clickedButton() == discard;
}

void Notices::dismissAll() {
  if (!mayDismiss()) return recovery_->show();
  for (const RecoveredDocument& document : parts_.workspace.recoverable()) parts_.workspace.dismiss(document);
}

}  // namespace vmscope::ui
