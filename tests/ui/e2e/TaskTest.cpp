#include "tests/ui/e2e/TaskTest.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/docks/microtasks/MicrotasksDock.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/editor/Editor.h"
#include "ui/window/Desktop.h"

namespace vmscope::ui {

QAbstractItemView* TaskTest::view(const QString& accessibleName) {
  for (QAbstractItemView* each : window().findChildren<QAbstractItemView*>()) {
    if (each->accessibleName() == accessibleName) return each;
  }
  return nullptr;
}

QStringList TaskTest::rows(const QString& accessibleName) {
  QStringList found;
  const QAbstractItemView* shown = view(accessibleName);
  if (!shown) return found;
  const QAbstractItemModel* model = shown->model();
  for (int row = 0; row < model->rowCount(); ++row) {
    QStringList cells;
    for (int column = 0; column < model->columnCount(); ++column) cells << model->index(row, column).data().toString();
    found << cells.join(QStringLiteral(" | "));
  }
  return found;
}

bool TaskTest::eventuallyLogged(const char* line) {
  return eventually([&] { return consoleLines().contains(QLatin1String(line)); });
}

QString TaskTest::status(const char* name) {
  return window().findChild<QLabel*>(QLatin1String(name))->text();
}

bool TaskTest::says(QWidget& dock, const QString& text) {
  for (const QLabel* label : dock.findChildren<QLabel*>()) {
    if (label->isVisible() && label->text().contains(text)) return true;
  }
  return false;
}

void TaskTest::holdAndRun(const QString& script) {
  type(script);
  clickTool(ActionId::HoldQueue);
  ASSERT_TRUE(eventually([this] { return action(ActionId::HoldQueue).isChecked(); }));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventuallyLogged("script done")) << consoleLines().join('\n').toStdString();
}

void TaskTest::pressButton(QWidget& dock, const QString& accessibleName) {
  for (QAbstractButton* button : dock.findChildren<QAbstractButton*>()) {
    if (button->accessibleName() == accessibleName && button->isVisible()) {
      EXPECT_TRUE(button->isEnabled()) << accessibleName.toStdString();
      return QTest::mouseClick(button, Qt::LeftButton);
    }
  }
  FAIL() << "no button " << accessibleName.toStdString();
}

void TaskTest::clickMargin(int line) {
  constexpr int kInMargin = 4;  // pixels from the left
  editor().goTo({line, 0});
  const QRect cursor = editor().focusProxy()->inputMethodQuery(Qt::ImCursorRectangle).toRect();
  auto* viewport = editor().findChild<QWidget*>(QStringLiteral("qt_scrollarea_viewport"));
  QTest::mouseClick(viewport, Qt::LeftButton, {}, {kInMargin, cursor.center().y()});
}

void TaskTest::typeInto(QWidget& dock, const QString& fieldName, const QString& text) {
  for (QLineEdit* field : dock.findChildren<QLineEdit*>()) {
    if (field->accessibleName() != fieldName || !field->isVisible()) continue;
    field->setFocus();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
    return;
  }
  FAIL() << "no field " << fieldName.toStdString();
}

MicrotasksDock& TaskTest::microtasks() {
  return *window().findChild<MicrotasksDock*>();
}

const Lane* TaskTest::lane(const char* context) {
  const EngineContext* found = desktop().session().contexts().findByKey(QLatin1String(context));
  return found ? microtasks().board().findLane(found->queueId) : nullptr;
}

}  // namespace vmscope::ui
