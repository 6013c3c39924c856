#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "tests/ui/e2e/WindowTest.h"
#include "tests/ui/window/Dialogs.h"
#include "ui/editor/EditorArea.h"
#include "ui/window/Desktop.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {
namespace {

using tests::Dialogs;

class KeyboardTest : public WindowTest {};

// Everything by keyboard, in both languages.
class KeyboardInLanguageTest : public KeyboardTest, public testing::WithParamInterface<const char*> {
 protected:
  void openInLanguage() {
    language = QLatin1String(GetParam());
    open();
  }
};

INSTANTIATE_TEST_SUITE_P(Languages, KeyboardInLanguageTest, testing::Values("en", "zh_CN"),
                         [](const auto& tested) { return std::string(tested.param); });

bool isAbove(const QWidget& one, const QWidget& other) {
  return &one == &other || one.isAncestorOf(&other);
}

// Whether one press could mean both: the places where they listen overlap.
bool meet(const QAction& one, const QAction& other) {
  if (one.shortcutContext() == Qt::WindowShortcut || other.shortcutContext() == Qt::WindowShortcut) return true;
  for (const QObject* here : one.associatedObjects()) {
    for (const QObject* there : other.associatedObjects()) {
      const auto* first = qobject_cast<const QWidget*>(here);
      const auto* second = qobject_cast<const QWidget*>(there);
      if (!first || !second || qobject_cast<const QMenu*>(first) || qobject_cast<const QMenu*>(second)) continue;
      if (isAbove(*first, *second) || isAbove(*second, *first)) return true;
    }
  }
  return false;
}

TEST_P(KeyboardInLanguageTest, noShortcutMeansTwoThings) {
  openInLanguage();
  QHash<QKeySequence, QList<QAction*>> byKeys;
  for (QAction* action : window().findChildren<QAction*>()) {
    for (const QKeySequence& keys : action->shortcuts()) byKeys[keys] << action;
  }
  EXPECT_GT(byKeys.size(), 40);
  for (auto entry = byKeys.cbegin(); entry != byKeys.cend(); ++entry) {
    for (qsizetype one = 0; one < entry->size(); ++one) {
      for (qsizetype other = one + 1; other < entry->size(); ++other) {
        const QAction& first = *entry->at(one);
        const QAction& second = *entry->at(other);
        EXPECT_FALSE(meet(first, second))
            << entry.key().toString().toStdString() << " means " << first.text().toStdString() << " ("
            << first.objectName().toStdString() << ") and " << second.text().toStdString() << " ("
            << second.objectName().toStdString() << ")";
      }
    }
  }
}

TEST_P(KeyboardInLanguageTest, everyMenuOpensByALetterOfItsOwn) {
  openInLanguage();
  QSet<QKeySequence> letters;
  for (const QAction* menu : window().menuBar()->actions()) {
    const QKeySequence letter = QKeySequence::mnemonic(menu->text());
    EXPECT_FALSE(letter.isEmpty()) << menu->text().toStdString();
    EXPECT_FALSE(letters.contains(letter)) << menu->text().toStdString();
    letters << letter;
  }
}

TEST_P(KeyboardInLanguageTest, everyEntryOfTheMenusIsReachedByArrows) {
  openInLanguage();
  for (const QAction* entry : window().menuBar()->actions()) {
    QMenu* menu = entry->menu();
    QSet<QAction*> reached;
    menu->popup(window().mapToGlobal(QPoint(0, 0)));
    for (qsizetype step = 0; step < menu->actions().size(); ++step) {
      QTest::keyClick(menu, Qt::Key_Down);
      reached << menu->activeAction();
    }
    menu->close();
    for (QAction* action : menu->actions()) {
      if (!action->isEnabled() || action->isSeparator()) continue;
      EXPECT_TRUE(reached.contains(action)) << action->text().toStdString();
    }
  }
}

TEST_F(KeyboardTest, aDocumentIsOpenedByItsDialog) {
  write(QStringLiteral("other.mjs"), "export default 1;\n");
  open();
  const Dialogs person({[](QWidget& dialog) {
    auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    ASSERT_NE(name, nullptr);
    QTest::keyClicks(name, QStringLiteral("other.mjs"));
    QTest::keyClick(name, Qt::Key_Return);
  }});
  press(QStringLiteral("Ctrl+Shift+O"));
  EXPECT_TRUE(person.areDone());
  EXPECT_EQ(editor().document().title(), QStringLiteral("other.mjs"));
  EXPECT_EQ(editor().document().text(), QStringLiteral("export default 1;\n"));
}

TEST_F(KeyboardTest, aNewScriptIsSavedUnderTheNameThatItsDialogIsGiven) {
  open();
  press(QStringLiteral("Ctrl+N"));
  type(QStringLiteral("40 + 2"));
  const Dialogs person({[](QWidget& dialog) {
    auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    ASSERT_NE(name, nullptr);
    name->selectAll();
    name->insert(QString::fromUtf8("微任务.js"));
    QTest::keyClick(name, Qt::Key_Return);
  }});
  press(QStringLiteral("Ctrl+S"));
  EXPECT_TRUE(person.areDone());
  EXPECT_EQ(editor().document().title(), QString::fromUtf8("微任务.js"));
  EXPECT_FALSE(editor().document().isModified());
}

// Words of Latin letters in what a dialog shows, other than names.
QStringList latinWords(const QWidget& dialog) {
  QStringList texts{dialog.windowTitle()};
  for (const QLabel* label : dialog.findChildren<QLabel*>()) texts << label->text();
  for (const QAbstractButton* button : dialog.findChildren<QAbstractButton*>()) {
    texts << button->text() << button->toolTip() << button->accessibleName();
  }
  for (const QGroupBox* group : dialog.findChildren<QGroupBox*>()) texts << group->title();
  for (const QLineEdit* field : dialog.findChildren<QLineEdit*>()) texts << field->placeholderText();
  static const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));
  static const QRegularExpression name(QStringLiteral(
      R"(vmscope|GNU|General Public License|https?://\S*|\w+\.m?js\b|JSON|JavaScript|WebAssembly|console\.\w+|eval|new Function|count|<[^>]*>|/\S*)"));
  QStringList found;
  for (QString text : texts) {
    if (text.remove(name).contains(word)) found << text;
  }
  return found;
}

TEST_F(KeyboardTest, everyDialogIsChineseThroughout) {
  language = QStringLiteral("zh_CN");
  open();
  type(QStringLiteral("let changed = 1;"));
  const char* shortcuts[] = {"Ctrl+,", "Ctrl+G", "Shift+F9", "Ctrl+Shift+N", "Ctrl+Shift+O", "Ctrl+Shift+S", "Ctrl+W"};
  for (const char* shortcut : shortcuts) {
    QStringList english;
    const Dialogs person({[&english](QWidget& dialog) {
      english = latinWords(dialog);
      QTest::keyClick(&dialog, Qt::Key_Escape);
    }});
    editor().setFocus();
    press(QLatin1String(shortcut));
    EXPECT_TRUE(eventually([&] { return person.areDone(); })) << shortcut << " opens no dialog";
    EXPECT_TRUE(english.isEmpty()) << shortcut << ": " << english.join(QStringLiteral(" | ")).toStdString();
    window().activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
  }
}

TEST_F(KeyboardTest, theWindowIsChineseThroughout) {
  language = QStringLiteral("zh_CN");
  open();
  QStringList texts;
  for (const QAction* action : window().findChildren<QAction*>()) {
    if (!action->isSeparator() && action->isVisible()) texts << action->text() << action->toolTip();
  }
  static const QRegularExpression english(QStringLiteral("[a-z]{3,}"));
  static const QRegularExpression name(QString::fromUtf8(R"(vmscope|[(（][^)）]*[)）]|V8|DevTools|Chrome|Perfetto)"));
  EXPECT_GT(texts.size(), 100);
  for (QString text : texts) EXPECT_FALSE(text.remove(name).contains(english)) << text.toStdString();
}

}  // namespace
}  // namespace vmscope::ui
