#include "ui/docks/debugger/DebugActions.h"

#include <QAction>
#include <QCoreApplication>
#include <array>

#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineSession.h"
#include "ui/docks/debugger/PauseState.h"
#include "ui/theme/Mnemonic.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

enum class When { Running, Paused };

struct ActionRow {
  const char* icon;
  const char* label;
  const char* keys;
  When when;
  Reply<Done> (DebuggerClient::*act)();
};

constexpr std::array kRows{
    ActionRow{"resume", QT_TRANSLATE_NOOP("DebugActions", "Resu&me"), "F5", When::Paused, &DebuggerClient::resume},
    ActionRow{"pause", QT_TRANSLATE_NOOP("DebugActions", "Paus&e"), "F6", When::Running, &DebuggerClient::pause},
    ActionRow{"step-over", QT_TRANSLATE_NOOP("DebugActions", "Step &over"), "F10", When::Paused,
              &DebuggerClient::stepOver},
    ActionRow{"step-into", QT_TRANSLATE_NOOP("DebugActions", "Step &into"), "F11", When::Paused,
              &DebuggerClient::stepInto},
    ActionRow{"step-out", QT_TRANSLATE_NOOP("DebugActions", "&Step out"), "Shift+F11", When::Paused,
              &DebuggerClient::stepOut},
    ActionRow{"step-async", QT_TRANSLATE_NOOP("DebugActions", "Step into the &job that is scheduled"), "Ctrl+F11",
              When::Paused, &DebuggerClient::stepIntoAsync},
};

}  // namespace

DebugActions::DebugActions(EngineSession& session, const Theme& theme, QObject* parent)
    : QObject(parent), session_(session), state_(PauseState::of(session)), theme_(theme) {
  for (const ActionRow& row : kRows) {
    auto* action = new QAction(this);
    action->setObjectName(QLatin1String(row.icon));
    action->setShortcut(QKeySequence(QLatin1String(row.keys), QKeySequence::PortableText));
    labelAction(*action, QCoreApplication::translate("DebugActions", row.label));
    connect(action, &QAction::triggered, this, [this, act = row.act] {
      (session_.debugger().*act)().otherwise(this, [this](const ProtocolError& error) { emit failed(error.message); });
    });
    actions_.push_back(action);
  }
  connect(&state_, &PauseState::paused, this, &DebugActions::update);
  connect(&state_, &PauseState::resumed, this, &DebugActions::update);
  connect(&session_, &EngineSession::stateChanged, this, &DebugActions::update);
  connect(&theme_, &Theme::changed, this, &DebugActions::updateIcons);
  updateIcons();
  update();
}

void DebugActions::updateIcons() {
  for (QAction* action : actions_) action->setIcon(theme_.icon(action->objectName()));
}

void DebugActions::update() {
  const bool isPaused = state_.pause().has_value();
  for (size_t i = 0; i < actions_.size(); ++i) {
    actions_[i]->setEnabled(session_.isUsable() && isPaused == (kRows[i].when == When::Paused));
  }
}

}  // namespace vmscope::ui
