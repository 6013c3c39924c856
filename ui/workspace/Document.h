#pragma once

#include <QObject>
#include <QUrl>
#include <memory>
#include <optional>

#include "ui/workspace/EditJournal.h"
#include "ui/workspace/TextFile.h"

namespace vmscope::ui {

// A script as the engine has it; `url` is empty where the program gave it no name.
struct EngineSource {
  QUrl url;
  QString title;
  QByteArray text;
  bool isModule = false;
};

// A source file while it is open: its text as it is being edited, what of it is on the disk, and the journal between
// the two. Lives on the GUI thread; owned by the Workspace.
class Document : public QObject {
  Q_OBJECT

 public:
  enum class Kind { Script, Module, Json };
  enum class DiskChange { Modified, Deleted };
  enum class Overwrite { IfUnchanged, Always };

  // A document with the content of a file.
  Document(QString path, TextFile file, QString journalFolder);
  // A document that was never saved.
  Document(QString title, QString journalFolder);
  // A script that only the engine has.
  explicit Document(EngineSource source);
  ~Document() override;

  QString path() const { return path_; }  // absolute; empty while it was never saved
  QString title() const;
  QUrl url() const;            // empty for a script that the program gave no name
  QString sourceName() const;  // what the engine calls it
  Kind kind() const;
  const QByteArray& utf8() const { return text_; }
  QString text() const { return QString::fromUtf8(text_); }
  bool isModified() const { return modified_; }
  bool isUntitled() const { return path_.isEmpty(); }
  bool isReadOnly() const { return source_.has_value(); }

  // Takes an edit that a view has already shown.
  void edit(const TextEdit& edit);
  // Replaces the text from outside a view, which follows `replaced`.
  void replaceText(const QByteArray& text);

  // Refuses with Reason::ChangedOnDisk where that would undo another program's change.
  std::optional<FileProblem> save(Overwrite overwrite = Overwrite::IfUnchanged);
  std::optional<FileProblem> saveAs(const QString& path);
  // Gives up what is not saved.
  std::optional<FileProblem> reload();
  void discardJournal();

  // Compares with the file: takes a change silently where nothing would be lost, announces it otherwise.
  void checkDisk();
  // The person keeps their text although the file is another by now.
  void keepMine();

 signals:
  void edited(const TextEdit& edit);
  // The text is another; `edit` leads from the old to the new one.
  void replaced(const TextEdit& edit);
  void modifiedChanged(bool modified);
  // `before` is the path, or the title of a document that had none.
  void pathChanged(const QString& before);
  // After `line`, `removed` lines have given way to `added` ones.
  void linesChanged(int line, int removed, int added);
  void saved();
  void reloaded();
  void changedOnDisk(vmscope::ui::Document::DiskChange change);
  // What is typed cannot be kept safe on the disk, and why.
  void journalFailed(const QString& reason);
  // It is kept safe again, or saved.
  void journalRestored();

 private:
  void record(const TextEdit& edit);
  void tellLines(const TextEdit& edit);
  void loseFile();
  bool isOtherOnDisk() const;
  void updateModified();
  void takeSaved(const TextFile& file);

  QString path_;
  QString untitled_;
  std::optional<EngineSource> source_;
  QByteArray text_;
  TextFile disk_;
  QString journalFolder_;
  std::unique_ptr<EditJournal> journal_;
  bool modified_ = false;
  bool journalFailed_ = false;
};

// The name under which the engine has a source: its URL as the URL standard writes it, so that a module that is run is
// the one that others import, whatever characters its path has.
QString sourceNameOf(const QUrl& url);

// The smallest edit that leads from one text to the other, on the borders of characters.
TextEdit difference(const QByteArray& before, const QByteArray& after);

}  // namespace vmscope::ui
