#include "ui/docks/inspector/ChromeWindow.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace vmscope::ui {
namespace {

constexpr int kPatienceMilliseconds = 10'000;

// A browser that only writes down what it was told over the pipe.
class ChromeWindowTest : public testing::Test {
 protected:
  QString makeBrowser() {
    const QString path = folder.filePath(QStringLiteral("browser"));
    QFile script(path);
    EXPECT_TRUE(script.open(QIODevice::WriteOnly));
    script.write(
        QStringLiteral("#!/bin/sh\necho \"$@\" > %1/arguments\nexec cat <&3 > %1/heard\n").arg(folder.path()).toUtf8());
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
  }

  QByteArray read(const char* name) {
    QFile file(folder.filePath(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

  QTemporaryDir folder;
  ChromeWindow chrome;
};

TEST_F(ChromeWindowTest, asksForThePageOverThePipe) {
  const QString browser = makeBrowser();
  chrome.open(browser, QStringLiteral("devtools://devtools/bundled/js_app.html?ws=127.0.0.1:9229/a"));
  chrome.open(browser, QStringLiteral("devtools://second"));
  ASSERT_TRUE(QTest::qWaitFor([this] { return read("heard").count('\0') == 2; }, kPatienceMilliseconds));
  const QList<QByteArray> calls = read("heard").split('\0');
  EXPECT_TRUE(calls[0].contains("\"method\":\"Target.createTarget\""));
  EXPECT_TRUE(calls[0].contains("js_app.html?ws=127.0.0.1:9229/a"));
  EXPECT_TRUE(calls[1].contains("devtools://second"));
  EXPECT_TRUE(read("arguments").contains("--remote-debugging-pipe"));
}

TEST_F(ChromeWindowTest, saysWhenTheBrowserDoesNotStart) {
  QSignalSpy failed(&chrome, &ChromeWindow::failed);
  chrome.open(QStringLiteral("/nowhere/chromium"), QStringLiteral("devtools://x"));
  EXPECT_TRUE(failed.count() > 0 || failed.wait());
}

}  // namespace
}  // namespace vmscope::ui
