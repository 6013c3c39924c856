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
    ActionRow{NewDocument, "newDocument", QT_TRANSLATE_NOOP("Actions", "New Document"), "file-new", "Ctrl+N"},
    ActionRow{OpenWorkspace, "openWorkspace", QT_TRANSLATE_NOOP("Actions", "Open Workspace…"), "open", "Ctrl+O"},
    ActionRow{OpenSample, "openSample", QT_TRANSLATE_NOOP("Actions", "Open the Sample Workspace"), "", ""},
    ActionRow{Save, "save", QT_TRANSLATE_NOOP("Actions", "Save"), "save", "Ctrl+S"},
    ActionRow{SaveAs, "saveAs", QT_TRANSLATE_NOOP("Actions", "Save As…"), "", "Ctrl+Shift+S"},
    ActionRow{SaveAll, "saveAll", QT_TRANSLATE_NOOP("Actions", "Save All"), "", "Ctrl+Alt+S"},
    ActionRow{CloseDocument, "closeDocument", QT_TRANSLATE_NOOP("Actions", "Close Document"), "close", "Ctrl+W"},
    ActionRow{Quit, "quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "", "Ctrl+Q"},
    ActionRow{Run, "run", QT_TRANSLATE_NOOP("Actions", "Run"), "run", "Ctrl+Return", Colour::Green},
    ActionRow{Debug, "debug", QT_TRANSLATE_NOOP("Actions", "Debug"), "debug", "Ctrl+Shift+Return", Colour::Blue},
    ActionRow{Stop, "stop", QT_TRANSLATE_NOOP("Actions", "Stop"), "stop", "Shift+F5", Colour::Vermilion},
    ActionRow{HoldQueue, "holdQueue", QT_TRANSLATE_NOOP("Actions", "Hold Queue"), "hold", "Ctrl+Shift+H", Colour::Text,
              true},
    ActionRow{StepQueue, "stepQueue", QT_TRANSLATE_NOOP("Actions", "Step One Job"), "step", "Ctrl+J"},
    ActionRow{DrainQueue, "drainQueue", QT_TRANSLATE_NOOP("Actions", "Drain Queue"), "drain", "Ctrl+Shift+J"},
    ActionRow{FreshEngine, "freshEngine", QT_TRANSLATE_NOOP("Actions", "Start a Fresh Engine"), "refresh",
              "Ctrl+Shift+F5"},
    ActionRow{CollectGarbage, "collectGarbage", QT_TRANSLATE_NOOP("Actions", "Collect Garbage"), "", ""},
    ActionRow{NewContext, "newContext", QT_TRANSLATE_NOOP("Actions", "New Context…"), "add", "Ctrl+Shift+N"},
    ActionRow{ZoomIn, "zoomIn", QT_TRANSLATE_NOOP("Actions", "Zoom In"), "zoom-in", "Ctrl++"},
    ActionRow{ZoomOut, "zoomOut", QT_TRANSLATE_NOOP("Actions", "Zoom Out"), "zoom-out", "Ctrl+-"},
    ActionRow{ZoomReset, "zoomReset", QT_TRANSLATE_NOOP("Actions", "Reset Zoom"), "", "Ctrl+0"},
    ActionRow{ThemeSystem, "themeSystem", QT_TRANSLATE_NOOP("Actions", "Theme: System"), "", "", Colour::Text, true},
    ActionRow{ThemeLight, "themeLight", QT_TRANSLATE_NOOP("Actions", "Theme: Light"), "", "", Colour::Text, true},
    ActionRow{ThemeDark, "themeDark", QT_TRANSLATE_NOOP("Actions", "Theme: Dark"), "", "", Colour::Text, true},
    ActionRow{ResetLayout, "resetLayout", QT_TRANSLATE_NOOP("Actions", "Reset Layout"), "", ""},
    ActionRow{CommandPalette, "commandPalette", QT_TRANSLATE_NOOP("Actions", "Command Palette…"), "palette",
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
      {QT_TRANSLATE_NOOP("Menus", "&File"),
       {{NewDocument, OpenWorkspace, OpenSample}, {Save, SaveAs, SaveAll}, {CloseDocument, Quit}}},
      {QT_TRANSLATE_NOOP("Menus", "&Edit"), {{Preferences}}, MenuRow::Place::Edit},
      {QT_TRANSLATE_NOOP("Menus", "&Run"),
       {{Run, Debug, Stop}, {HoldQueue, StepQueue, DrainQueue}, {NewContext}, {FreshEngine, CollectGarbage}}},
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
