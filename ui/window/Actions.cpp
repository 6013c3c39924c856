#include "ui/window/Actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <array>

#include "ui/theme/Mnemonic.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

namespace {

struct ActionRow {
  ActionId id;
  const char* name;  // stable; menus, tests and settings use it
  const char* label;
  const char* icon;
  const char* shortcut;
  Colour tone = Colour::Text;
  bool isCheckable = false;
  const char* spoken = "";  // its name, where that is more than its label
};

using enum ActionId;

// In the order of ActionId.
constexpr std::array kRows{
    ActionRow{OpenWorkspace, "openWorkspace", QT_TRANSLATE_NOOP("Actions", "Open &workspace…"), "open", "Ctrl+O"},
    ActionRow{OpenSample, "openSample", QT_TRANSLATE_NOOP("Actions", "Open the sa&mple workspace"), "", ""},
    ActionRow{Quit, "quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "", "Ctrl+Q"},
    ActionRow{Run, "run", QT_TRANSLATE_NOOP("Actions", "&Run"), "run", "Ctrl+Return", Colour::Green},
    ActionRow{Debug, "debug", QT_TRANSLATE_NOOP("Actions", "&Debug"), "debug", "Ctrl+Shift+Return", Colour::Blue},
    ActionRow{Stop, "stop", QT_TRANSLATE_NOOP("Actions", "&Stop"), "stop", "Shift+F5", Colour::Vermilion},
    ActionRow{HoldQueue, "holdQueue", QT_TRANSLATE_NOOP("Actions", "&Hold queue"), "hold", "Ctrl+Shift+H", Colour::Text,
              true},
    ActionRow{StepQueue, "stepQueue", QT_TRANSLATE_NOOP("Actions", "Step one &job"), "step", "Ctrl+J"},
    ActionRow{DrainQueue, "drainQueue", QT_TRANSLATE_NOOP("Actions", "Drain &queue"), "drain", "Ctrl+Shift+J"},
    ActionRow{FreshEngine, "freshEngine", QT_TRANSLATE_NOOP("Actions", "Start a &fresh engine"), "refresh",
              "Ctrl+Shift+F5"},
    ActionRow{CollectGarbage, "collectGarbage", QT_TRANSLATE_NOOP("Actions", "&Collect garbage"), "", ""},
    ActionRow{ZoomIn, "zoomIn", QT_TRANSLATE_NOOP("Actions", "&Enlarge everything"), "zoom-in", "Ctrl+Alt++"},
    ActionRow{ZoomOut, "zoomOut", QT_TRANSLATE_NOOP("Actions", "Shrin&k everything"), "zoom-out", "Ctrl+Alt+-"},
    ActionRow{ZoomReset, "zoomReset", QT_TRANSLATE_NOOP("Actions", "&Usual size of everything"), "", "Ctrl+Alt+0"},
    ActionRow{ThemeSystem, "themeSystem", QT_TRANSLATE_NOOP("Actions", "Like the &system"), "", "", Colour::Text, true,
              QT_TRANSLATE_NOOP("Actions", "Theme: like the system")},
    ActionRow{ThemeLight, "themeLight", QT_TRANSLATE_NOOP("Actions", "&Light"), "", "", Colour::Text, true,
              QT_TRANSLATE_NOOP("Actions", "Theme: light")},
    ActionRow{ThemeDark, "themeDark", QT_TRANSLATE_NOOP("Actions", "&Dark"), "", "", Colour::Text, true,
              QT_TRANSLATE_NOOP("Actions", "Theme: dark")},
    ActionRow{ResetLayout, "resetLayout", QT_TRANSLATE_NOOP("Actions", "&Reset layout"), "", ""},
    ActionRow{CommandPalette, "commandPalette", QT_TRANSLATE_NOOP("Actions", "&Command palette…"), "palette",
              "Ctrl+Shift+P"},
    ActionRow{Preferences, "preferences", QT_TRANSLATE_NOOP("Actions", "Prefere&nces…"), "settings", "Ctrl+,"},
    ActionRow{About, "about", QT_TRANSLATE_NOOP("Actions", "&About vmscope"), "", ""},
};

static_assert(kRows.size() == static_cast<size_t>(About) + 1);

QString translated(const char* text) {
  return text[0] == '\0' ? QString() : QCoreApplication::translate("Actions", text);
}

}  // namespace

Actions::Actions(Theme& theme, QObject* parent) : QObject(parent), theme_(theme) {
  for (const ActionRow& row : kRows) {
    auto* action = new QAction(this);
    action->setObjectName(QLatin1String(row.name));
    action->setShortcut(QKeySequence(QLatin1String(row.shortcut), QKeySequence::PortableText));
    action->setCheckable(row.isCheckable);
    labelAction(*action, translated(row.label), translated(row.spoken));
    actions_.push_back(action);
  }
  drawIcons();
  connect(&theme_, &Theme::changed, this, &Actions::drawIcons);
}

QAction& Actions::operator[](ActionId id) const {
  return *actions_[static_cast<qsizetype>(id)];
}

void Actions::drawIcons() {
  for (const ActionRow& row : kRows) {
    if (row.icon[0] != '\0') (*this)[row.id].setIcon(theme_.icon(QLatin1String(row.icon), row.tone));
  }
}

}  // namespace vmscope::ui
