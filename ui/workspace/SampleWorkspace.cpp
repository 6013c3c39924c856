#include <QDir>
#include <QDirIterator>
#include <QFile>

#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

namespace {

// Files of the application's resources are read-only; the person's copy is not.
std::optional<FileProblem> copyTree(const QString& from, const QString& to) {
  QDirIterator walk(from, QDir::Files, QDirIterator::Subdirectories);
  while (walk.hasNext()) {
    const QString source = walk.next();
    const QString target = QDir(to).filePath(QDir(from).relativeFilePath(source));
    QDir().mkpath(QFileInfo(target).path());
    if (QFile::exists(target)) continue;
    auto read = readTextFile(source);
    if (const auto* problem = std::get_if<FileProblem>(&read)) return *problem;
    if (auto problem = writeTextFile(target, std::get<TextFile>(read))) return problem;
  }
  return std::nullopt;
}

}  // namespace

std::optional<FileProblem> Workspace::openSample() {
  const QString folder = QDir(stateFolder_).filePath(QStringLiteral("sample"));
  const bool isThere = QFile::exists(QDir(folder).filePath(QString::fromLatin1(kWorkspaceFileName)));
  if (!isThere) {
    if (auto problem = copyTree(QStringLiteral(":/vmscope/sample"), folder)) return problem;
  }
  return open(folder);
}

}  // namespace vmscope::ui
