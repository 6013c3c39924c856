#pragma once

#include <QObject>
#include <QPointer>

namespace vmscope::ui {

class Document;
class EngineSession;
class Navigator;
class Theme;
class Workspace;

// What a dock is given: the engine, the workspace, the theme, a way to show source, and the context the person is
// looking at. GUI thread; owned by the main window, outlives the docks.
class Workbench : public QObject {
  Q_OBJECT

 public:
  enum class StatusKind { Note, Warning };

  struct Parts {
    EngineSession& session;
    Workspace& workspace;
    Theme& theme;
    Navigator& navigator;
  };

  explicit Workbench(Parts parts, QObject* parent = nullptr) : QObject(parent), parts_(parts) {}

  EngineSession& session() { return parts_.session; }
  Workspace& workspace() { return parts_.workspace; }
  Theme& theme() { return parts_.theme; }
  Navigator& navigator() { return parts_.navigator; }

  // The executionContextId that the toolbar's selector shows; 0 while the engine has none.
  int currentContext() const { return currentContext_; }
  void setCurrentContext(int executionContextId);

  // What the person edits; null while no document is open.
  const Document* currentDocument() const;
  void setCurrentDocument(const Document* document);

  // One sentence in the status bar, for a few seconds.
  void showStatus(const QString& sentence, StatusKind kind = StatusKind::Note) { emit statusShown(sentence, kind); }
  // Runs what the person edits, as the toolbar does.
  void runCurrentDocument() { emit runWanted(); }
  // Brings a dock of the registry to the front.
  void raiseDock(const QString& id) { emit dockRaised(id); }

 signals:
  void currentContextChanged(int executionContextId);
  void currentDocumentChanged();
  void statusShown(const QString& sentence, vmscope::ui::Workbench::StatusKind kind);
  void runWanted();
  void dockRaised(const QString& id);

 private:
  Parts parts_;
  int currentContext_ = 0;
  QPointer<const Document> currentDocument_;
};

}  // namespace vmscope::ui
