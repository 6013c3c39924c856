#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

QString Workspace::absolutePath(const QString& relative) const {
  return QDir::cleanPath(QDir(folder_).absoluteFilePath(relative));
}

QString Workspace::relativePath(const QString& absolute) const {
  const QString relative = QDir(folder_).relativeFilePath(absolute);
  return relative.startsWith(QLatin1String("../")) ? absolute : relative;
}

QString Workspace::nameOf(const Document& document) const {
  if (document.isReadOnly() && !document.url().isEmpty()) return document.url().toString();
  return document.isUntitled() ? document.title() : relativePath(document.path());
}

QUrl Workspace::urlOf(const QString& name) const {
  for (const auto& document : documents_) {
    if (nameOf(*document) == name) return document->url();
  }
  const QUrl url(name);  // of a script that only the engine had
  if (url.scheme().size() > 1 && !files().contains(name)) return url;
  return QUrl::fromLocalFile(absolutePath(name));
}

std::variant<Document*, FileProblem> Workspace::openDocument(const QString& path) {
  const QString absolute = absolutePath(path);
  if (Document* open = findDocument(absolute)) return open;
  auto read = readTextFile(absolute);
  if (const auto* problem = std::get_if<FileProblem>(&read)) return *problem;
  return adopt(std::make_unique<Document>(absolute, std::get<TextFile>(std::move(read)), journalFolder()));
}

Document* Workspace::newDocument() {
  return adopt(std::make_unique<Document>(tr("untitled-%1.js").arg(++untitledCount_), journalFolder()));
}

Document* Workspace::showSource(const EngineSource& source) {
  for (Document* open : documents()) {
    if (!open->isReadOnly() || open->url() != source.url || open->title() != source.title) continue;
    if (open->utf8() == source.text) return open;
    closeDocument(open);
  }
  return adopt(std::make_unique<Document>(source));
}

Document* Workspace::adopt(std::unique_ptr<Document> document) {
  Document* adopted = documents_.emplace_back(std::move(document)).get();
  if (!adopted->isUntitled()) watch_.addFile(adopted->path());
  connect(adopted, &Document::pathChanged, this,
          [this, adopted](const QString& before) { followRename(adopted, before); });
  connect(adopted, &Document::linesChanged, this, [this, adopted](int line, int removed, int added) {
    breakpoints_.moveLines(nameOf(*adopted), line, removed, added);
  });
  emit documentOpened(adopted);
  return adopted;
}

// A copy under another name runs in the same context and has the breakpoints with it.
void Workspace::followRename(Document* document, const QString& before) {
  const QString oldName = QFileInfo(before).isAbsolute() ? relativePath(before) : before;
  const QString newName = nameOf(*document);
  watch_.removeFile(before);
  watch_.addFile(document->path());
  watch_.rescan();
  breakpoints_.renameDocument(oldName, newName);
  if (contextOf(newName).isEmpty()) assign(newName, contextOf(oldName));
  emit documentRenamed(document, before);
}

Document* Workspace::findDocument(const QString& path) const {
  const QString absolute = absolutePath(path);
  for (const auto& document : documents_) {
    if (!document->isUntitled() && document->path() == absolute) return document.get();
  }
  return nullptr;
}

Document* Workspace::findDocument(const QUrl& url) const {
  if (url.isEmpty()) return nullptr;
  const QString path = url.toLocalFile();
  for (const auto& document : documents_) {
    if (document->url() == url || (!path.isEmpty() && document->path() == path)) return document.get();
  }
  return nullptr;
}

std::vector<Document*> Workspace::documents() const {
  std::vector<Document*> found;
  for (const auto& document : documents_) found.push_back(document.get());
  return found;
}

void Workspace::closeDocument(Document* document) {
  const auto open =
      std::find_if(documents_.begin(), documents_.end(), [&](const auto& each) { return each.get() == document; });
  if (open == documents_.end()) return;
  emit documentClosing(document);
  watch_.removeFile(document->path());
  document->discardJournal();
  documents_.erase(open);
}

// One folder per workspace, so that a window offers only what belongs to what it shows.
QString Workspace::journalFolder() const {
  const QByteArray digest = QCryptographicHash::hash(folder_.toUtf8(), QCryptographicHash::Sha1).toHex().first(16);
  return QDir(stateFolder_).filePath(QStringLiteral("recovery/") + QString::fromLatin1(digest));
}

std::vector<RecoveredDocument> Workspace::recoverable() const {
  return readJournals(journalFolder());
}

Document* Workspace::recover(const RecoveredDocument& recovered) {
  Document* document = nullptr;
  if (!recovered.subject.path.isEmpty()) {
    auto opened = openDocument(recovered.subject.path);
    if (auto* found = std::get_if<Document*>(&opened)) document = *found;
  }
  if (!document) document = adopt(std::make_unique<Document>(recovered.subject.title, journalFolder()));
  document->replaceText(recovered.text);
  dismiss(recovered);
  return document;
}

void Workspace::dismiss(const RecoveredDocument& recovered) {
  discardJournals(recovered);
}

}  // namespace vmscope::ui
