#include "ui/workspace/Workspace.h"

#include <unistd.h>

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>
#include <utility>

namespace vmscope::ui {

namespace {

constexpr int kSaveDelayMs = 300;

QString personsFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
}

}  // namespace

Workspace::Workspace(QObject* parent) : Workspace(personsFolder(), parent) {}

Workspace::Workspace(QString stateFolder, QObject* parent) : QObject(parent), stateFolder_(std::move(stateFolder)) {
  saveTimer_.setSingleShot(true);
  saveTimer_.setInterval(kSaveDelayMs);
  connectParts();
}

Workspace::~Workspace() {
  flush();
}

void Workspace::connectParts() {
  connect(&saveTimer_, &QTimer::timeout, this, &Workspace::flush);
  connect(&watch_, &FolderWatch::filesChanged, this, &Workspace::filesChanged);
  connect(&watch_, &FolderWatch::fileChanged, this, &Workspace::fileChanged);
  connect(&breakpoints_, &Breakpoints::changed, this, [this] {
    description_.breakpoints = breakpoints_.all();
    changed();
  });
}

std::optional<FileProblem> Workspace::open(const QString& folder) {
  const QFileInfo place(folder);
  const QString shown = QDir::toNativeSeparators(folder);
  if (!place.exists()) return FileProblem{FileProblem::Reason::Missing, folder, tr("%1 does not exist.").arg(shown)};
  if (!place.isDir()) return FileProblem{FileProblem::Reason::NotAFile, folder, tr("%1 is no folder.").arg(shown)};
  if (isDenied(folder, R_OK | X_OK)) {
    return FileProblem{FileProblem::Reason::NoPermission, folder,
                       tr("You may not read the folder %1. Ask for permission or choose another.").arg(shown)};
  }
  close();
  folder_ = place.canonicalFilePath();
  readDescription();
  watch_.setFolder(folder_);
  watch_.addFile(filePath());
  emit opened();
  return std::nullopt;
}

void Workspace::close() {
  flush();
  for (Document* document : documents()) closeDocument(document);
  watch_.setFolder({});
  folder_.clear();
  description_ = {};
  problems_.clear();
  breakpoints_.reset({});
  saveTimer_.stop();
  hasUnsaved_ = false;
}

QString Workspace::name() const {
  return QFileInfo(folder_).fileName();
}

QString Workspace::filePath() const {
  return absolutePath(QString::fromLatin1(kWorkspaceFileName));
}

void Workspace::readDescription() {
  description_ = {};
  problems_.clear();
  writtenText_.clear();
  auto read = readTextFile(filePath());
  if (const auto* problem = std::get_if<FileProblem>(&read)) {
    if (problem->reason != FileProblem::Reason::Missing) {
      problems_ = {{filePath(), std::max(problem->line, 1), std::max(problem->column, 1), problem->message}};
    }
  } else {
    writtenText_ = std::get<TextFile>(read).text;
    WorkspaceReading reading = readWorkspace(writtenText_, filePath());
    description_ = std::move(reading.description);
    problems_ = std::move(reading.problems);
  }
  const WorkspaceDescription whole = description_;
  breakpoints_.reset(whole.breakpoints);
  saveTimer_.stop();
  hasUnsaved_ = false;
}

void Workspace::changed() {
  if (folder_.isEmpty()) return;
  hasUnsaved_ = true;
  saveTimer_.start();
}

// Whoever changed the file since it was read knew more than this window: theirs is taken rather than written over.
void Workspace::flush() {
  if (!hasUnsaved_) return;
  saveTimer_.stop();
  if (!isWritable()) return;
  const QByteArray text = writeWorkspace(description_);
  hasUnsaved_ = text != writtenText_;
  if (!hasUnsaved_) return;
  const auto onDisk = readTextFile(filePath());
  const auto* file = std::get_if<TextFile>(&onDisk);
  if (file && file->text != writtenText_) {
    fileChanged(filePath());
  } else if (auto problem = writeTextFile(filePath(), {text})) {
    emit saveFailed(*problem);
  } else {
    writtenText_ = text;
    hasUnsaved_ = false;
    watch_.addFile(filePath());
    emit saved();
  }
}

void Workspace::fileChanged(const QString& path) {
  if (path != filePath()) {
    if (Document* document = findDocument(path)) document->checkDisk();
    return;
  }
  const auto read = readTextFile(path);
  const auto* file = std::get_if<TextFile>(&read);
  if (file && file->text == writtenText_) return;
  readDescription();
  emit contextsChanged();
  emit watchExpressionsChanged();
  emit problemsChanged();
}

const WorkspaceContext* Workspace::findContext(const QString& name) const {
  for (const WorkspaceContext& context : description_.contexts) {
    if (context.name == name) return &context;
  }
  return nullptr;
}

void Workspace::putContext(const QString& name, const WorkspaceContext& context) {
  auto& contexts = description_.contexts;
  const auto existing = std::find_if(contexts.begin(), contexts.end(), [&](auto& each) { return each.name == name; });
  if (existing == contexts.end()) {
    contexts.push_back(context);
  } else {
    *existing = context;
  }
  changed();
  emit contextsChanged();
}

void Workspace::removeContext(const QString& name) {
  if (std::erase_if(description_.contexts, [&](const auto& each) { return each.name == name; }) == 0) return;
  changed();
  emit contextsChanged();
}

void Workspace::assign(const QString& document, const QString& context) {
  if (contextOf(document) == context) return;
  for (WorkspaceContext& each : description_.contexts) {
    each.documents.removeAll(document);
    if (each.name == context) each.documents << document;
  }
  changed();
  emit contextsChanged();
}

QString Workspace::contextOf(const QString& document) const {
  for (const WorkspaceContext& context : description_.contexts) {
    if (context.documents.contains(document)) return context.name;
  }
  return {};
}

void Workspace::setWatchExpressions(const QStringList& expressions) {
  if (description_.watch == expressions) return;
  description_.watch = expressions;
  changed();
  emit watchExpressionsChanged();
}

}  // namespace vmscope::ui
