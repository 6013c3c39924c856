#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "ui/workspace/Breakpoints.h"

class QWidget;

namespace vmscope::ui {

class Document;

// What an editor area must ask a person. Tests answer in its place.
class EditorQuestions {
 public:
  enum class Unsaved { Save, Discard, Cancel };
  enum class Conflict { Overwrite, Reload, Cancel };

  virtual ~EditorQuestions() = default;
  virtual Unsaved aboutUnsaved(const std::vector<Document*>& documents) = 0;
  // The document's file was changed by another program since it was opened.
  virtual Conflict aboutConflict(const Document& document) = 0;
  // Which file to open, or nothing.
  virtual std::optional<QString> pathToOpen(const QString& folder) = 0;
  // Where to save a document, or nothing.
  virtual std::optional<QString> pathFor(const Document& document, const QString& folder) = 0;
  virtual std::optional<int> lineToGoTo(int current, int count) = 0;
  virtual std::optional<Breakpoint> editedBreakpoint(const Breakpoint& breakpoint) = 0;
  virtual void tell(const QString& problem) = 0;
};

// Asks with dialogs over a window.
class EditorDialogs : public EditorQuestions {
 public:
  explicit EditorDialogs(QWidget& window) : window_(window) {}

  Unsaved aboutUnsaved(const std::vector<Document*>& documents) override;
  Conflict aboutConflict(const Document& document) override;
  std::optional<QString> pathToOpen(const QString& folder) override;
  std::optional<QString> pathFor(const Document& document, const QString& folder) override;
  std::optional<int> lineToGoTo(int current, int count) override;
  std::optional<Breakpoint> editedBreakpoint(const Breakpoint& breakpoint) override;
  void tell(const QString& problem) override;

 private:
  QWidget& window_;
};

}  // namespace vmscope::ui
