#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <memory>
#include <vector>

namespace vmscope::ui {

// `removed` bytes at `offset` of a UTF-8 text give way to `inserted`.
struct TextEdit {
  qsizetype offset = 0;
  qsizetype removed = 0;
  QByteArray inserted;
};

// What a journal is about: where the text belongs and what it was before the first edit.
struct JournalSubject {
  QString path;   // absolute; empty while the document was never saved
  QString title;  // what its tab says
  QByteArray base;
};

// The append-only record of what was typed into one unsaved document. Each edit is with the operating system when
// `append` returns (it survives a SIGKILL of this process), and on the disk well within a second (it survives a power
// cut). Lives on the GUI thread, syncs on the thread pool; owned by its Document.
class EditJournal {
 public:
  // Starts a journal in `folder`, which is made if need be.
  EditJournal(const QString& folder, JournalSubject subject);
  // Leaves the file for the next start; only `discard` takes it away.
  ~EditJournal();
  EditJournal(const EditJournal&) = delete;
  EditJournal& operator=(const EditJournal&) = delete;

  void append(const TextEdit& edit, const QByteArray& textAfter);
  void discard();

  // Why the journal cannot be written, or nothing.
  const QString& failure() const { return failure_; }
  QString path() const { return file_->fileName(); }

 private:
  void start(const QByteArray& text);
  void write(const QByteArray& payload);
  void syncSoon();
  void sync();

  QString folder_;
  JournalSubject subject_;
  QString stem_;
  int generation_ = 0;
  std::unique_ptr<QFile> file_ = std::make_unique<QFile>();  // not open until a generation could be begun
  QStringList superseded_;
  qint64 editBytes_ = 0;
  QTimer syncTimer_;
  QString failure_;
};

// What a window that ended without saving had in one document.
struct RecoveredDocument {
  JournalSubject subject;
  QByteArray text;
  qint64 typedAt = 0;  // milliseconds since the epoch
  std::vector<QString> journals;
};

// Reads the journals in `folder` that no living window writes to.
std::vector<RecoveredDocument> readJournals(const QString& folder);

// Takes the journals of a document away.
void discardJournals(const RecoveredDocument& document);

}  // namespace vmscope::ui
