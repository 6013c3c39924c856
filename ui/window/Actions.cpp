#include "ui/window/Actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QMenu>
#include <array>

#include "ui/theme/Theme.h"

namespace vmscope::ui {

namespace {

struct ActionRow {
  ActionId id;
  const char* name;  // stable; tests and settings use it
  const char* text;
  const char* icon;
  const char* shortcut;
  Colour tone = Colour::Text;
  bool isCheckable = false;
};

using enum ActionId;

// In the order of ActionId.
constexpr std::array kRows{
    ActionRow{OpenWorkspace, "openWorkspace", QT_TRANSLATE_NOOP("Actions", "Open workspace…"), "open", "Ctrl+O"},
    ActionRow{OpenSample, "openSample", QT_TRANSLATE_NOOP("Actions", "Open the sample workspace"), "", ""},
    ActionRow{Quit, "quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "", "Ctrl+Q"},
    ActionRow{Run, "run", QT_TRANSLATE_NOOP("Actions", "Run"), "run", "Ctrl+Return", Colour::Green},
    ActionRow{Debug, "debug", QT_TRANSLATE_NOOP("Actions", "Debug"), "debug", "Ctrl+Shift+Return", Colour::Blue},
    ActionRow{Stop, "stop", QT_TRANSLATE_NOOP("Actions", "Stop"), "stop", "Shift+F5", Colour::Vermilion},
    ActionRow{HoldQueue, "holdQueue", QT_TRANSLATE_NOOP("Actions", "Hold queue"), "hold", "Ctrl+Shift+H", Colour::Text,
              true},
    ActionRow{StepQueue, "stepQueue", QT_TRANSLATE_NOOP("Actions", "Step one job"), "step", "Ctrl+J"},
    ActionRow{DrainQueue, "drainQueue", QT_TRANSLATE_NOOP("Actions", "Drain queue"), "drain", "Ctrl+Shift+J"},
    ActionRow{FreshEngine, "freshEngine", QT_TRANSLATE_NOOP("Actions", "Start a fresh engine"), "refresh",
              "Ctrl+Shift+F5"},
    ActionRow{CollectGarbage, "collectGarbage", QT_TRANSLATE_NOOP("Actions", "Collect garbage"), "", ""},
    ActionRow{ZoomIn, "zoomIn", QT_TRANSLATE_NOOP("Actions", "Enlarge everything"), "zoom-in", "Ctrl+Alt++"},
    ActionRow{ZoomOut, "zoomOut", QT_TRANSLATE_NOOP("Actions", "Shrink everything"), "zoom-out", "Ctrl+Alt+-"},
    ActionRow{ZoomReset, "zoomReset", QT_TRANSLATE_NOOP("Actions", "Usual size of everything"), "", "Ctrl+Alt+0"},
    ActionRow{ThemeSystem, "themeSystem", QT_TRANSLATE_NOOP("Actions", "Theme: like the system"), "", "", Colour::Text,
              true},
    ActionRow{ThemeLight, "themeLight", QT_TRANSLATE_NOOP("Actions", "Theme: light"), "", "", Colour::Text, true},
    ActionRow{ThemeDark, "themeDark", QT_TRANSLATE_NOOP("Actions", "Theme: dark"), "", "", Colour::Text, true},
    ActionRow{ResetLayout, "resetLayout", QT_TRANSLATE_NOOP("Actions", "Reset layout"), "", ""},
    ActionRow{CommandPalette, "commandPalette", QT_TRANSLATE_NOOP("Actions", "Command palette…"), "palette",
              "Ctrl+Shift+P"},
    ActionRow{Preferences, "preferences", QT_TRANSLATE_NOOP("Actions", "Preferences…"), "settings", "Ctrl+,"},
    ActionRow{About, "about", QT_TRANSLATE_NOOP("Actions", "About vmscope"), "", ""},
};

static_assert(kRows.size() == static_cast<size_t>(About) + 1);

}  // namespace

Actions::Actions(Theme& theme, QObject* parent) : QObject(parent), theme_(theme) {
  for (const ActionRow& row : kRows) {
    auto* action = new QAction(QCoreApplication::translate("Actions", row.text), this);
    action->setObjectName(QLatin1String(row.name));
    action->setShortcut(QKeySequence(QLatin1String(row.shortcut), QKeySequence::PortableText));
    action->setCheckable(row.isCheckable);
    action->setToolTip(row.shortcut[0] == '\0'
                           ? action->text()
                           : tr("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
    actions_.push_back(action);
  }
  drawIcons();
  connect(&theme_, &Theme::changed, this, &Actions::drawIcons);
}

QAction& Actions::operator[](ActionId id) const {
  return *actions_[static_cast<size_t>(id)];
}

void Actions::drawIcons() {
  for (const ActionRow& row : kRows) {
    if (row.icon[0] != '\0') (*this)[row.id].setIcon(theme_.icon(QLatin1String(row.icon), row.tone));
  }
}

const std::vector<MenuRow>& menuRows() {
  static const std::vector<MenuRow> rows{
      {QT_TRANSLATE_NOOP("Menus", "&File"), {{OpenWorkspace, OpenSample}, {Quit}}, MenuRow::Place::File},
      {QT_TRANSLATE_NOOP("Menus", "&Edit"), {{Preferences}}, MenuRow::Place::Edit},
      {QT_TRANSLATE_NOOP("Menus", "&Run"),
       {{Run, Debug, Stop}, {HoldQueue, StepQueue, DrainQueue}, {FreshEngine, CollectGarbage}}},
      {QT_TRANSLATE_NOOP("Menus", "&Debug"), {}, MenuRow::Place::Debug},
      {QT_TRANSLATE_NOOP("Menus", "&View"),
       {{CommandPalette}, {ZoomIn, ZoomOut, ZoomReset}, {ThemeSystem, ThemeLight, ThemeDark}},
       MenuRow::Place::View},
      {QT_TRANSLATE_NOOP("Menus", "&Help"), {{About}}},
  };
  return rows;
}

void fillMenu(QMenu& menu, const MenuRow& row, const Actions& actions) {
  for (const auto& group : row.groups) {
    if (!menu.isEmpty()) menu.addSeparator();
    for (const ActionId id : group) menu.addAction(&actions[id]);
  }
}

}  // namespace vmscope::ui
