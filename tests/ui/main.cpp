#include <gtest/gtest.h>

#include <QApplication>
#include <QStandardPaths>

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QStandardPaths::setTestModeEnabled(true);
  QApplication application(argc, argv);
  QApplication::setOrganizationName(QStringLiteral("vmscope-tests"));
  QApplication::setApplicationName(QStringLiteral("ui_tests-%1").arg(QCoreApplication::applicationPid()));
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
