#include "ui/workspace/FolderWatch.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <utility>

namespace vmscope::ui {

namespace {

constexpr int kSettleMs = 80;
constexpr int kMostFolders = 1000;
constexpr int kMostFiles = 10000;

bool isSource(const QString& name) {
  return name.endsWith(QLatin1String(".js")) || name.endsWith(QLatin1String(".mjs")) ||
         name.endsWith(QLatin1String(".json"));
}

struct Scan {
  QStringList folders;
  QStringList files;
};

Scan scan(const QString& root) {
  Scan found{{root}, {}};
  const QDir base(root);
  for (int next = 0; next < found.folders.size() && found.folders.size() < kMostFolders; ++next) {
    const auto entries = QDir(found.folders[next]).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo& entry : entries) {
      if (entry.isDir() && !entry.isSymLink() && entry.fileName() != QLatin1String("node_modules")) {
        found.folders << entry.filePath();
      } else if (entry.isFile() && isSource(entry.fileName()) && found.files.size() < kMostFiles) {
        found.files << base.relativeFilePath(entry.filePath());
      }
    }
  }
  std::sort(found.files.begin(), found.files.end());
  return found;
}

}  // namespace

FolderWatch::FolderWatch(QObject* parent) : QObject(parent) {
  settle_.setSingleShot(true);
  settle_.setInterval(kSettleMs);
  connect(&settle_, &QTimer::timeout, this, &FolderWatch::tell);
  connect(&watcher_, &QFileSystemWatcher::fileChanged, this, [this](const QString& path) {
    changed_ << path;
    settle_.start();
  });
  connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, [this] {
    folderChanged_ = true;
    settle_.start();
  });
}

void FolderWatch::setFolder(const QString& folder) {
  folder_ = folder;
  watched_.clear();
  changed_.clear();
  if (!watcher_.files().isEmpty()) watcher_.removePaths(watcher_.files());
  if (!watcher_.directories().isEmpty()) watcher_.removePaths(watcher_.directories());
  rescan();
}

void FolderWatch::addFile(const QString& path) {
  watched_ << path;
  if (QFileInfo::exists(path)) watcher_.addPath(path);
}

void FolderWatch::removeFile(const QString& path) {
  watched_.remove(path);
  watcher_.removePath(path);
}

void FolderWatch::rescan() {
  const Scan found = folder_.isEmpty() ? Scan{} : scan(folder_);
  for (const QString& folder : found.folders) {
    if (!watcher_.directories().contains(folder)) watcher_.addPath(folder);
  }
  if (std::exchange(files_, found.files) != found.files) emit filesChanged();
}

// A file that was replaced by renaming is no longer watched, and one that was made again is not yet: so both are told.
void FolderWatch::tell() {
  const bool folderChanged = std::exchange(folderChanged_, false);
  QSet<QString> changed = std::exchange(changed_, {});
  const QStringList underWatch = watcher_.files();
  for (const QString& path : std::as_const(watched_)) {
    if (underWatch.contains(path) || !QFileInfo::exists(path)) continue;
    watcher_.addPath(path);
    changed << path;
  }
  if (folderChanged) rescan();
  for (const QString& path : std::as_const(changed)) {
    if (watched_.contains(path)) emit fileChanged(path);
  }
}

}  // namespace vmscope::ui
