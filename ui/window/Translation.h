#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>
#include <memory>

namespace vmscope::ui {

// The languages that are complete: "en" and "zh_CN".
QStringList languages();
// The one to show for a preference; an empty preference follows the system.
QString languageFor(const QString& preference);

// Puts a language's texts, ours and Qt's, into the application. GUI thread; one per application.
class Translation {
 public:
  ~Translation();

  void install(const QString& language);

 private:
  void remove();

  std::unique_ptr<QTranslator> ours_;
  std::unique_ptr<QTranslator> qts_;
};

}  // namespace vmscope::ui
