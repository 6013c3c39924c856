#include "ui/editor/EditorQuestions.h"

#include <gtest/gtest.h>

#include <QMessageBox>

#include "tests/ui/editor/Stage.h"
#include "tests/ui/window/Dialogs.h"

namespace vmscope::ui::tests {

TEST(EditorQuestions, lose_neither_version_to_a_person_who_presses_return_without_reading) {
  const Stage stage("mine;\n");
  const Dialogs person({[](QWidget& dialog) { QTest::keyClick(&dialog, Qt::Key_Return); }});
  QWidget window;
  EXPECT_EQ(EditorDialogs(window).aboutConflict(stage.editor->document()), EditorQuestions::Conflict::Cancel);
  EXPECT_TRUE(person.areDone());
}

TEST(EditorQuestions, are_answered_by_a_letter) {
  const Stage stage("mine;\n");
  const auto answer = [](Qt::Key letter) {
    return [letter](QWidget& dialog) {
      ASSERT_TRUE(QTest::qWaitForWindowActive(&dialog));  // letters are heard in the active window only
      QTest::keyClick(&dialog, letter, Qt::AltModifier);
    };
  };
  const Dialogs person({answer(Qt::Key_T), answer(Qt::Key_D)});
  QWidget window;
  EditorDialogs questions(window);
  EXPECT_EQ(questions.aboutConflict(stage.editor->document()), EditorQuestions::Conflict::Reload);
  EXPECT_EQ(questions.aboutUnsaved({&stage.editor->document()}), EditorQuestions::Unsaved::Discard);
}

TEST(EditorQuestions, show_a_sign_of_the_theme_that_grows_with_the_text) {
  Theme theme;
  theme.setScale(2);
  theme.applyToApplication();
  QSize shown;
  const Dialogs person({[&shown](QWidget& dialog) {
    shown = static_cast<QMessageBox&>(dialog).iconPixmap().deviceIndependentSize().toSize();
    QTest::keyClick(&dialog, Qt::Key_Escape);
  }});
  QWidget window;
  EditorDialogs(window).tell(QStringLiteral("The disk is full."));
  EXPECT_EQ(shown, QSize(64, 64));
}

}  // namespace vmscope::ui::tests
