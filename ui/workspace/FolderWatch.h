#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

namespace vmscope::ui {

// The source files of a folder and the news about them. A burst of changes, as other editors make when they save, is
// told once, when it is over. GUI thread; owned by the Workspace.
class FolderWatch : public QObject {
  Q_OBJECT

 public:
  explicit FolderWatch(QObject* parent = nullptr);

  // Watches another folder; empty for none.
  void setFolder(const QString& folder);
  // Files to tell about beyond their coming and going; absolute paths.
  void addFile(const QString& path);
  void removeFile(const QString& path);

  // `.js`, `.mjs` and `.json` files below the folder, relative to it, sorted; without hidden folders and node_modules.
  const QStringList& files() const { return files_; }
  void rescan();

 signals:
  void filesChanged();
  void fileChanged(const QString& path);

 private:
  void tell();

  QString folder_;
  QFileSystemWatcher watcher_;
  QStringList files_;
  QSet<QString> watched_;
  QSet<QString> changed_;
  bool folderChanged_ = false;
  QTimer settle_;
};

}  // namespace vmscope::ui
