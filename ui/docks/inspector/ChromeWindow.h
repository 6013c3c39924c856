#pragma once

#include <QObject>
#include <QProcess>

namespace vmscope::ui {

// A Chromium or Chrome of its own profile, showing DevTools on an engine. A devtools: address on the browser's command
// line would become an empty tab, so the page is asked for over the browser's debugging pipe. The browser leaves when
// this object does. GUI thread; owned by the inspector dock.
class ChromeWindow : public QObject {
  Q_OBJECT

 public:
  explicit ChromeWindow(QObject* parent = nullptr);
  ~ChromeWindow() override;

  // The first installed browser of its kind; empty when there is none.
  static QString findBrowser();

  // Starts the browser, or opens one more page in the one that runs.
  void open(const QString& browser, const QString& devtoolsUrl);

 signals:
  void failed(const QString& reason);

 private:
  struct Pipe {
    int read = -1;
    int write = -1;
  };

  bool start(const QString& browser);
  void discardAnswers();
  void close();

  QProcess process_;
  Pipe toBrowser_;
  Pipe fromBrowser_;
  int lastId_ = 0;
};

}  // namespace vmscope::ui
