#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <variant>
#include <vector>

#include "ui/workspace/Breakpoints.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/FolderWatch.h"
#include "ui/workspace/WorkspaceFile.h"

namespace vmscope::ui {

// A folder of scripts and modules together with its contexts, breakpoints and watch expressions, which it keeps in
// `workspace.vmscope.json`. GUI thread; one per window, which owns it; outlives editors and docks.
class Workspace : public QObject {
  Q_OBJECT

 public:
  explicit Workspace(QObject* parent = nullptr);
  // Also a workspace whose journals are kept elsewhere than in the person's data folder.
  explicit Workspace(QString stateFolder, QObject* parent = nullptr);
  ~Workspace() override;

  // Shows another folder, as far as its workspace file can be read; what is wrong with it is in problems(). All open
  // documents are closed: whoever calls has asked before.
  std::optional<FileProblem> open(const QString& folder);
  // Opens the person's copy of the sample workspace, which is made if it is not there.
  std::optional<FileProblem> openSample();
  void close();

  QString folder() const { return folder_; }
  QString name() const;
  // What is wrong with the workspace file. While there is any, the file is left as it is.
  const std::vector<WorkspaceProblem>& problems() const { return problems_; }
  bool isWritable() const { return problems_.empty(); }

  const std::vector<WorkspaceContext>& contexts() const { return description_.contexts; }
  const WorkspaceContext* findContext(const QString& name) const;
  // Replaces the context called `name`, or adds one when there is none.
  void putContext(const QString& name, const WorkspaceContext& context);
  void removeContext(const QString& name);
  // Lets a document run in a context; empty for none.
  void assign(const QString& document, const QString& context);
  // The context that a document (relative path) belongs to, or empty.
  QString contextOf(const QString& document) const;

  Breakpoints& breakpoints() { return breakpoints_; }
  const QStringList& watchExpressions() const { return description_.watch; }
  void setWatchExpressions(const QStringList& expressions);

  // The source files of the folder, relative and sorted.
  const QStringList& files() const { return watch_.files(); }
  QString absolutePath(const QString& relative) const;
  // Relative with slashes inside the folder, absolute elsewhere; a document that was never saved has its title.
  QString relativePath(const QString& absolute) const;
  QString nameOf(const Document& document) const;
  // What the engine calls the document of a name.
  QUrl urlOf(const QString& name) const;

  // The open document of a path (relative or absolute), opened if it is not.
  std::variant<Document*, FileProblem> openDocument(const QString& path);
  Document* newDocument();
  // A script that only the engine has, to be read; one that is open under its name and has another text is closed.
  Document* showSource(const EngineSource& source);
  Document* findDocument(const QString& path) const;
  Document* findDocument(const QUrl& url) const;
  std::vector<Document*> documents() const;
  // Closes without asking; what was typed and not saved is given up.
  void closeDocument(Document* document);

  // What windows that ended without saving had typed into documents of this workspace.
  std::vector<RecoveredDocument> recoverable() const;
  // Opens the document with exactly the text that was typed, as unsaved.
  Document* recover(const RecoveredDocument& recovered);
  void dismiss(const RecoveredDocument& recovered);

  // Writes the workspace file now rather than soon; also what could not be written before.
  void flush();

 signals:
  void opened();
  void contextsChanged();
  void watchExpressionsChanged();
  void filesChanged();
  void problemsChanged();
  void documentOpened(vmscope::ui::Document* document);
  void documentClosing(vmscope::ui::Document* document);
  void documentRenamed(vmscope::ui::Document* document, const QString& before);
  // The workspace file, which is tried again with the next change.
  void saveFailed(const vmscope::ui::FileProblem& problem);
  void saved();

 private:
  QString journalFolder() const;
  QString filePath() const;
  void connectParts();
  void readDescription();
  void fileChanged(const QString& path);
  void changed();
  Document* adopt(std::unique_ptr<Document> document);
  void followRename(Document* document, const QString& before);

  QString stateFolder_;
  QString folder_;
  WorkspaceDescription description_;
  std::vector<WorkspaceProblem> problems_;
  Breakpoints breakpoints_;
  FolderWatch watch_;
  std::vector<std::unique_ptr<Document>> documents_;
  QByteArray writtenText_;
  QTimer saveTimer_;
  bool hasUnsaved_ = false;
  int untitledCount_ = 0;
};

}  // namespace vmscope::ui
