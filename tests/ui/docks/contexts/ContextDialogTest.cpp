#include "ui/docks/contexts/ContextDialog.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

class ContextDialogTest : public testing::Test {
 protected:
  ContextDialogTest() { dialog.show(); }

  static ContextDialog::Question question() {
    ContextDialog::Question asked;
    asked.context.name = QStringLiteral("gamma");
    asked.takenNames = QStringList({"alpha", "beta"});
    return asked;
  }

  void type(const char* field, const QString& text) {
    auto* line = dialog.findChild<QLineEdit*>(QLatin1String(field));
    QTest::mouseClick(line, Qt::LeftButton);
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(line, text);
  }

  QPushButton* acceptButton() const {
    for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
      if (button->isDefault()) return button;
    }
    return nullptr;
  }

  QString problem() const {
    for (const QLabel* label : dialog.findChildren<QLabel*>()) {
      if (label->property("role") == QStringLiteral("problem")) return label->text();
    }
    return {};
  }

  Theme theme;
  ContextDialog dialog{question(), theme, nullptr};
};

TEST_F(ContextDialogTest, judgesTheOriginWhileItIsTyped) {
  type("contextOrigin", QStringLiteral("https//nohost"));
  EXPECT_TRUE(problem().contains(QStringLiteral("https//nohost")));
  EXPECT_FALSE(acceptButton()->isEnabled());
  type("contextOrigin", QStringLiteral("https://gamma.example:8443"));
  EXPECT_TRUE(problem().isEmpty());
  EXPECT_TRUE(acceptButton()->isEnabled());
}

TEST_F(ContextDialogTest, wantsANameThatIsNotTaken) {
  type("contextName", QStringLiteral("beta"));
  EXPECT_TRUE(problem().contains(QStringLiteral("beta")));
  EXPECT_FALSE(acceptButton()->isEnabled());
  type("contextName", QStringLiteral(" "));
  EXPECT_FALSE(acceptButton()->isEnabled());
}

TEST_F(ContextDialogTest, givesBackWhatWasTyped) {
  type("contextName", QStringLiteral("delta"));
  type("contextOrigin", QStringLiteral("http://delta.example"));
  QTest::keyClicks(dialog.findChild<QPlainTextEdit*>(), QStringLiteral("({ answer: 42 })"));
  const WorkspaceContext made = dialog.context();
  EXPECT_EQ(made.name, QStringLiteral("delta"));
  EXPECT_EQ(made.origin, QStringLiteral("http://delta.example"));
  EXPECT_EQ(made.contextObject, QStringLiteral("({ answer: 42 })"));
  EXPECT_EQ(made.queue, WorkspaceContext::Queue::Shared);
}

TEST_F(ContextDialogTest, everyFieldHasAnAccessibleName) {
  for (const QWidget* field : dialog.findChildren<QLineEdit*>()) {
    EXPECT_FALSE(field->accessibleName().isEmpty()) << field->objectName().toStdString();
  }
  for (const QWidget* field : dialog.findChildren<QComboBox*>()) EXPECT_FALSE(field->accessibleName().isEmpty());
}

}  // namespace
}  // namespace vmscope::ui
