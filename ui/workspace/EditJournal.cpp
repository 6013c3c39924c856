#include "ui/workspace/EditJournal.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <QDir>
#include <QThreadPool>
#include <QUuid>
#include <optional>
#include <utility>

#include "ui/workspace/JournalFormat.h"
#include "ui/workspace/WholeFile.h"

namespace vmscope::ui {

namespace {

constexpr int kSyncDelayMs = 200;
constexpr qint64 kCompactAfter = 4 * 1024 * 1024;

void syncAndRemove(int descriptor, const QStringList& superseded) {
  ::fdatasync(descriptor);
  ::close(descriptor);
  for (const QString& path : superseded) QFile::remove(path);
}

// Opens a generation's file and writes its first record; gives why that failed.
std::optional<QString> begin(QFile& file, const QByteArray& record) {
  if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)) return file.errorString();
  file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
  ::flock(file.handle(), LOCK_EX | LOCK_NB);  // held for the life of this process: it tells the living from the dead
  return writeAll(file, journal::kMagic + record);
}

}  // namespace

EditJournal::EditJournal(const QString& folder, JournalSubject subject)
    : folder_(folder), subject_(std::move(subject)), stem_(QUuid::createUuid().toString(QUuid::Id128)) {
  syncTimer_.setSingleShot(true);
  syncTimer_.setInterval(kSyncDelayMs);
  QObject::connect(&syncTimer_, &QTimer::timeout, &syncTimer_, [this] { sync(); });
  start(subject_.base);
}

// The lock goes at once; the sync may go on with its own descriptor.
EditJournal::~EditJournal() {
  sync();
  if (file_->isOpen()) ::flock(file_->handle(), LOCK_UN);
}

// A later generation begins with the text as it is, so that the journal never grows without bounds; the earlier one is
// removed once the later is on the disk. What could not be begun leaves the earlier one in force.
void EditJournal::start(const QByteArray& text) {
  QDir().mkpath(folder_);
  auto next = std::make_unique<QFile>(journal::filePath(folder_, stem_, ++generation_));
  if (const auto reason = begin(*next, journal::frame(journal::startPayload(subject_, text)))) {
    failure_ = *reason;
    if (next->isOpen()) next->remove();
    return;
  }
  if (file_->isOpen()) superseded_ << file_->fileName();
  file_ = std::move(next);
  editBytes_ = 0;
  failure_.clear();
  syncSoon();
}

// A record that was cut short ends what can be read of its file, so what follows a failure begins anew.
void EditJournal::append(const TextEdit& edit, const QByteArray& textAfter) {
  if (!failure_.isEmpty() || editBytes_ > kCompactAfter) return start(textAfter);
  write(journal::editPayload(edit));
}

void EditJournal::write(const QByteArray& payload) {
  const QByteArray record = journal::frame(payload);
  editBytes_ += record.size();
  failure_ = writeAll(*file_, record).value_or(QString());
  syncSoon();
}

void EditJournal::syncSoon() {
  if (!syncTimer_.isActive()) syncTimer_.start();
}

void EditJournal::sync() {
  syncTimer_.stop();
  if (!file_->isOpen()) return;
  const int descriptor = ::fcntl(file_->handle(), F_DUPFD_CLOEXEC, 0);
  if (descriptor < 0) return;
  QThreadPool::globalInstance()->start(
      [descriptor, superseded = std::exchange(superseded_, {})] { syncAndRemove(descriptor, superseded); });
}

void EditJournal::discard() {
  syncTimer_.stop();
  if (file_->isOpen()) file_->remove();
  for (const QString& path : std::exchange(superseded_, {})) QFile::remove(path);
}

}  // namespace vmscope::ui
