#pragma once

#include <QObject>
#include <QPointer>
#include <vector>

#include "ui/editor/Completion.h"

class QKeyEvent;

namespace vmscope::ui {

class CompletionPopup;
class Document;
class ScintillaView;
class Theme;

// Leads the completion of what is typed: asks the source, filters while typing goes on, puts what is chosen into the
// text. GUI thread; owned by the editor.
class Completing : public QObject {
  Q_OBJECT

 public:
  Completing(ScintillaView& view, const Document& document, Theme& theme, QObject* parent);

  void setSource(CompletionSource* source) { source_ = source; }
  // Offers what could stand at the cursor, whatever was typed.
  void start();
  void followCharacter(int character);
  void close();

 private:
  void keyPressed(QKeyEvent* event);
  void ask(const CompletionQuery& query);
  void refilter();
  void accept();
  bool isAllTyped() const;
  CompletionQuery queryAtCursor() const;
  bool isInCode() const;

  ScintillaView& view_;
  const Document& document_;
  CompletionPopup* popup_;
  CompletionSource* source_ = nullptr;
  CompletionQuery asked_;
  std::vector<CompletionItem> items_;
};

}  // namespace vmscope::ui
