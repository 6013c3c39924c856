#include "ui/workspace/Document.h"

#include <QFileInfo>
#include <algorithm>
#include <utility>

namespace vmscope::ui {

namespace {

bool isContinuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

}  // namespace

QString sourceNameOf(const QUrl& url) {
  if (!url.isLocalFile()) return url.toString();
  // What a path keeps as it is beside letters, digits and -._~: all but the standard's path percent-encode set.
  return QStringLiteral("file://") +
         QString::fromLatin1(QUrl::toPercentEncoding(url.toLocalFile(), "!$&'()*+,/:;=@[]|"));
}

TextEdit difference(const QByteArray& before, const QByteArray& after) {
  const qsizetype shorter = std::min(before.size(), after.size());
  qsizetype prefix = std::mismatch(before.begin(), before.begin() + shorter, after.begin()).first - before.begin();
  while (prefix > 0 && ((prefix < before.size() && isContinuation(before[prefix])) ||
                        (prefix < after.size() && isContinuation(after[prefix])))) {
    --prefix;
  }
  qsizetype suffix = 0;
  while (suffix < shorter - prefix && before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix]) ++suffix;
  while (suffix > 0 && isContinuation(before[before.size() - suffix])) --suffix;
  return {prefix, before.size() - prefix - suffix, after.mid(prefix, after.size() - prefix - suffix)};
}

Document::Document(QString path, TextFile file, QString journalFolder)
    : path_(std::move(path)), text_(file.text), disk_(std::move(file)), journalFolder_(std::move(journalFolder)) {}

Document::Document(QString title, QString journalFolder)
    : untitled_(std::move(title)), journalFolder_(std::move(journalFolder)) {}

Document::Document(EngineSource source)
    : source_(std::move(source)), text_(source_->text), disk_({text_, TextFile::ByteOrderMark::Absent}) {}

Document::~Document() = default;

QString Document::title() const {
  if (source_) return source_->title;
  return path_.isEmpty() ? untitled_ : QFileInfo(path_).fileName();
}

QUrl Document::url() const {
  if (source_) return source_->url;
  return path_.isEmpty() ? QUrl(QStringLiteral("untitled:") + untitled_) : QUrl::fromLocalFile(path_);
}

QString Document::sourceName() const {
  return sourceNameOf(url());
}

Document::Kind Document::kind() const {
  if (source_) return source_->isModule ? Kind::Module : Kind::Script;
  const QString name = title();
  if (name.endsWith(QLatin1String(".mjs"))) return Kind::Module;
  return name.endsWith(QLatin1String(".json")) ? Kind::Json : Kind::Script;
}

void Document::edit(const TextEdit& edit) {
  Q_ASSERT(edit.offset >= 0 && edit.offset + edit.removed <= text_.size());
  if (!journal_) journal_ = std::make_unique<EditJournal>(journalFolder_, JournalSubject{path_, title(), text_});
  tellLines(edit);
  text_.replace(edit.offset, edit.removed, edit.inserted);
  record(edit);
  emit edited(edit);
  updateModified();
}

// Whole lines that come or go at the start of a line change what follows the line before it.
void Document::tellLines(const TextEdit& edit) {
  const QByteArrayView text(text_);
  const auto removed = static_cast<int>(text.sliced(edit.offset, edit.removed).count('\n'));
  const auto added = static_cast<int>(edit.inserted.count('\n'));
  if (removed == added) return;
  const auto line = static_cast<int>(text.first(edit.offset).count('\n'));
  const bool atLineStart = edit.offset == 0 || text[edit.offset - 1] == '\n';
  emit linesChanged(atLineStart && edit.removed == 0 ? line - 1 : line, removed, added);
}

void Document::record(const TextEdit& edit) {
  journal_->append(edit, text_);
  const bool failed = !journal_->failure().isEmpty();
  if (failed == journalFailed_) return;
  journalFailed_ = failed;
  if (failed) {
    emit journalFailed(journal_->failure());
  } else {
    emit journalRestored();
  }
}

void Document::replaceText(const QByteArray& text) {
  if (text == text_) return;
  const TextEdit change = difference(text_, text);
  edit(change);
  emit replaced(change);
}

void Document::updateModified() {
  const bool modified = text_ != disk_.text;
  if (!modified) discardJournal();
  if (modified == modified_) return;
  modified_ = modified;
  emit modifiedChanged(modified);
}

void Document::discardJournal() {
  if (journal_) journal_->discard();
  journal_.reset();
  if (std::exchange(journalFailed_, false)) emit journalRestored();
}

std::optional<FileProblem> Document::save(Overwrite overwrite) {
  if (overwrite == Overwrite::IfUnchanged && isOtherOnDisk()) {
    return FileProblem{FileProblem::Reason::ChangedOnDisk, path_,
                       tr("%1 was changed by another program since it was opened here.").arg(title())};
  }
  return saveAs(path_);
}

bool Document::isOtherOnDisk() const {
  const auto read = readTextFile(path_);
  const auto* now = std::get_if<TextFile>(&read);
  return now && now->text != disk_.text && now->text != text_;
}

std::optional<FileProblem> Document::saveAs(const QString& path) {
  const TextFile file{text_, disk_.byteOrderMark};
  if (auto problem = writeTextFile(path, file)) return problem;
  const QString before = path_.isEmpty() ? title() : path_;
  path_ = path;
  source_.reset();  // from here on it is a file like others
  takeSaved(file);
  if (before != path_) emit pathChanged(before);
  emit saved();
  return std::nullopt;
}

void Document::takeSaved(const TextFile& file) {
  disk_ = file;
  updateModified();
}

std::optional<FileProblem> Document::reload() {
  auto read = readTextFile(path_);
  if (auto* problem = std::get_if<FileProblem>(&read)) return *problem;
  disk_ = std::get<TextFile>(std::move(read));
  replaceText(disk_.text);
  updateModified();
  emit reloaded();
  return std::nullopt;
}

void Document::checkDisk() {
  if (path_.isEmpty()) return;
  auto read = readTextFile(path_);
  if (const auto* problem = std::get_if<FileProblem>(&read)) {
    if (problem->reason == FileProblem::Reason::Missing) loseFile();
    return;
  }
  const TextFile& now = std::get<TextFile>(read);
  if (now.text == disk_.text && now.byteOrderMark == disk_.byteOrderMark) return;
  if (now.text == text_) {
    takeSaved(now);
  } else if (!modified_) {
    reload();
  } else {
    emit changedOnDisk(DiskChange::Modified);
  }
}

// The text is nowhere but here now, so it goes into a journal.
void Document::loseFile() {
  disk_.text.clear();
  if (!journal_ && !text_.isEmpty()) {
    journal_ = std::make_unique<EditJournal>(journalFolder_, JournalSubject{path_, title(), {}});
    record({0, 0, text_});
  }
  updateModified();
  emit changedOnDisk(DiskChange::Deleted);
}

void Document::keepMine() {
  auto read = readTextFile(path_);
  if (auto* now = std::get_if<TextFile>(&read)) takeSaved(*now);
}

}  // namespace vmscope::ui
