#include <gtest/gtest.h>

#include <QApplication>
#include <QLocale>
#include <QTemporaryDir>

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  // Settings, journals and samples of the tests' own; parallel tests do not meet.
  const QTemporaryDir home;
  for (const char* folder : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}) {
    qputenv(folder, home.path().toUtf8());
  }
  QApplication application(argc, argv);
  QApplication::setOrganizationName(QStringLiteral("vmscope"));
  QApplication::setApplicationName(QStringLiteral("ui_tests"));
  QLocale::setDefault(QLocale(QStringLiteral("en")));  // numbers are written as under the window's first language
  return RUN_ALL_TESTS();
}
