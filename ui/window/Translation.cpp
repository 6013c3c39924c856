#include "ui/window/Translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace vmscope::ui {

namespace {

// Words of Qt's own dialogs that the catalogs of some of its versions lack; where Qt has them, its own are shown.
[[maybe_unused]] constexpr const char* kWordsOfQt[] = {
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
};

}  // namespace

QStringList languages() {
  return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}

QString languageFor(const QString& preference) {
  if (languages().contains(preference)) return preference;
  return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

Translation::~Translation() {
  remove();
}

void Translation::install(const QString& language) {
  remove();
  QLocale::setDefault(QLocale(language));
  ours_ = std::make_unique<QTranslator>();
  // English has a file too: it holds the plural forms.
  if (ours_->load(QStringLiteral(":/vmscope/translations/vmscope_%1.qm").arg(language))) {
    QCoreApplication::installTranslator(ours_.get());
  }
  qts_ = std::make_unique<QTranslator>();
  if (qts_->load(QStringLiteral("qtbase_%1").arg(language), QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
    QCoreApplication::installTranslator(qts_.get());
  }
}

void Translation::remove() {
  if (ours_) QCoreApplication::removeTranslator(ours_.get());
  if (qts_) QCoreApplication::removeTranslator(qts_.get());
}

}  // namespace vmscope::ui
