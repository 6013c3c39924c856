#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QTest>

#include "tests/ui/e2e/TaskTest.h"
#include "ui/docks/inspector/ChromeWindow.h"
#include "ui/docks/inspector/InspectorDock.h"

namespace vmscope::ui {
namespace {

constexpr int kMillisecondsForABrowser = 60'000;

// A person switches the inspector on and presses "Open in Chrome".
class OpenInChromeTest : public TaskTest {
 protected:
  ~OpenInChromeTest() override { qputenv("PATH", path_); }

  // The browser of this machine under its own name, first in PATH; it only differs in that it needs no display.
  void installHeadless(const QString& browser) {
    const QString found = QDir(bin()).filePath(QFileInfo(browser).fileName());
    QFile script(found);
    ASSERT_TRUE(script.open(QIODevice::WriteOnly));
    script.write(QStringLiteral("#!/bin/sh\nexec '%1' --headless --disable-gpu --disable-quic "
                                "--disable-background-networking --disable-component-update --disable-sync \"$@\"\n")
                     .arg(browser)
                     .toUtf8());
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("PATH", bin().toUtf8() + ':' + path_);
  }

  InspectorDock& switchedOn() {
    auto& dock = shown<InspectorDock>();
    auto* box = dock.findChild<QCheckBox*>(QStringLiteral("inspectorSwitch"));
    QTest::mouseClick(box, Qt::LeftButton, {},
                      {box->style()->pixelMetric(QStyle::PM_IndicatorWidth) / 2, box->height() / 2});
    auto* address = dock.findChild<QLineEdit*>(QStringLiteral("inspectorAddress"));
    EXPECT_TRUE(eventually([address] { return address->text().startsWith(QStringLiteral("ws://")); }));
    return dock;
  }

  void openInChrome(InspectorDock& dock) {
    for (QPushButton* button : dock.findChildren<QPushButton*>()) {
      if (button->text() == QStringLiteral("Open in Chrome")) return QTest::mouseClick(button, Qt::LeftButton);
    }
    FAIL() << "the dock has no such button";
  }

  QString bin() const { return bin_.path(); }

 private:
  QTemporaryDir bin_;
  QByteArray path_ = qgetenv("PATH");
};

TEST_F(OpenInChromeTest, attaches_the_devtools_of_the_installed_browser) {
  const QString browser = ChromeWindow::findBrowser();
  if (browser.isEmpty()) GTEST_SKIP() << "no Chromium or Chrome is installed";
  installHeadless(browser);
  open();
  InspectorDock& dock = switchedOn();
  ASSERT_TRUE(rows(QStringLiteral("Attached programs")).isEmpty());
  openInChrome(dock);
  const auto isAttached = [this] { return rows(QStringLiteral("Attached programs")).size() == 1; };
  ASSERT_TRUE(QTest::qWaitFor(isAttached, kMillisecondsForABrowser));
  type(QStringLiteral("console.log('still running')"));
  clickTool(ActionId::Run);
  EXPECT_TRUE(eventuallyLogged("still running"));
}

TEST_F(OpenInChromeTest, listens_elsewhere_where_another_program_has_the_usual_port) {
  const int taken = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in usual{};
  usual.sin_family = AF_INET;
  usual.sin_port = htons(9229);
  usual.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  // Where this fails somebody has the port already, which is as well.
  if (::bind(taken, reinterpret_cast<sockaddr*>(&usual), sizeof usual) == 0) ::listen(taken, 1);
  open();
  InspectorDock& dock = switchedOn();
  EXPECT_FALSE(
      dock.findChild<QLineEdit*>(QStringLiteral("inspectorAddress"))->text().contains(QStringLiteral(":9229/")));
  ::close(taken);
}

TEST_F(OpenInChromeTest, says_what_to_do_where_no_browser_is_installed) {
  qputenv("PATH", bin().toUtf8());
  open();
  openInChrome(switchedOn());
  EXPECT_EQ(status("statusSentence"),
            QStringLiteral("No Chromium or Chrome is installed. Copy the address and attach with another client."));
}

}  // namespace
}  // namespace vmscope::ui
