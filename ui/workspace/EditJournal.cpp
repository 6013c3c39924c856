#include "ui/workspace/EditJournal.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <QDir>
#include <QThreadPool>
#include <QUuid>
#include <utility>

#include "ui/workspace/JournalFormat.h"

namespace vmscope::ui {

namespace {

constexpr int kSyncDelayMs = 200;
constexpr qint64 kCompactAfter = 4 * 1024 * 1024;

void syncAndRemove(int descriptor, const QString& superseded) {
  ::fdatasync(descriptor);
  ::close(descriptor);
  if (!superseded.isEmpty()) QFile::remove(superseded);
}

}  // namespace

EditJournal::EditJournal(const QString& folder, JournalSubject subject)
    : folder_(folder), subject_(std::move(subject)), stem_(QUuid::createUuid().toString(QUuid::Id128)) {
  syncTimer_.setSingleShot(true);
  syncTimer_.setInterval(kSyncDelayMs);
  QObject::connect(&syncTimer_, &QTimer::timeout, &syncTimer_, [this] { sync(); });
  QDir().mkpath(folder_);
  start(subject_.base);
}

// The lock goes at once; the sync may go on with its own descriptor.
EditJournal::~EditJournal() {
  sync();
  if (file_->isOpen()) ::flock(file_->handle(), LOCK_UN);
}

// A later generation begins with the text as it is, so that the journal never grows without bounds; the earlier one is
// removed once the later is on the disk.
void EditJournal::start(QByteArray text) {
  superseded_ = file_ ? file_->fileName() : QString();
  file_ = std::make_unique<QFile>(journal::filePath(folder_, stem_, ++generation_));
  editBytes_ = 0;
  if (!file_->open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)) {
    failure_ = file_->errorString();
    return;
  }
  file_->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
  ::flock(file_->handle(), LOCK_EX | LOCK_NB);  // held for the life of this process: it tells the living from the dead
  file_->write(journal::kMagic);
  write(journal::startPayload(subject_, text));
}

void EditJournal::append(const TextEdit& edit, const QByteArray& textAfter) {
  if (editBytes_ > kCompactAfter) {
    start(textAfter);
    return;
  }
  write(journal::editPayload(edit));
}

void EditJournal::write(const QByteArray& payload) {
  const QByteArray record = journal::frame(payload);
  editBytes_ += record.size();
  if (!file_->isOpen()) return;
  failure_ = file_->write(record) == record.size() ? QString() : file_->errorString();
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
  file_->close();
  file_->remove();
  if (!superseded_.isEmpty()) QFile::remove(superseded_);
  superseded_.clear();
}

}  // namespace vmscope::ui
