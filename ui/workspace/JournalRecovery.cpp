#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <map>

#include "ui/workspace/JournalFormat.h"

namespace vmscope::ui {

namespace {

bool isWrittenByLivingWindow(const QFile& file) {
  if (::flock(file.handle(), LOCK_EX | LOCK_NB) != 0) return true;
  ::flock(file.handle(), LOCK_UN);
  return false;
}

void readJournal(const QFileInfo& info, std::map<QString, RecoveredDocument>& found) {
  QFile file(info.filePath());
  if (!file.open(QIODevice::ReadOnly) || isWrittenByLivingWindow(file)) return;
  const auto replay = journal::replay(file.readAll());
  RecoveredDocument& document = found[info.baseName()];
  document.journals.push_back(info.filePath());
  if (!replay) return;
  document.subject = replay->subject;
  document.text = replay->text;
  document.typedAt = info.lastModified().toMSecsSinceEpoch();
}

}  // namespace

std::vector<RecoveredDocument> readJournals(const QString& folder) {
  std::map<QString, RecoveredDocument> found;
  // By name: a later generation comes after the earlier one, and counts if it is whole.
  for (const QFileInfo& info : QDir(folder).entryInfoList({"*.journal"}, QDir::Files, QDir::Name)) {
    readJournal(info, found);
  }
  std::vector<RecoveredDocument> documents;
  for (auto& [stem, document] : found) {
    if (document.typedAt != 0 && document.text != document.subject.base) {
      documents.push_back(std::move(document));
    } else {
      discardJournals(document);
    }
  }
  return documents;
}

void discardJournals(const RecoveredDocument& document) {
  for (const QString& path : document.journals) QFile::remove(path);
}

}  // namespace vmscope::ui
