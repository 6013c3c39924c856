#pragma once

#include <QObject>
#include <memory>
#include <vector>

#include "ui/editor/javascript/JavaScriptScanner.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {

class ScintillaView;

// What the views of one document share: the editing widget's text with its undo history, the scanner, and the bond to
// the Document, which hears of each edit once. GUI thread; shared by the editors of a document and gone with the last.
class SharedBuffer : public QObject {
  Q_OBJECT

 public:
  explicit SharedBuffer(Document& document);

  Document& document() const { return document_; }
  const std::shared_ptr<JavaScriptScanner>& scanner() const { return scanner_; }

  // The first view gets the document's text, the others the first one's buffer.
  void attach(ScintillaView& view);
  void detach(ScintillaView& view);
  // Called by each view for each edit that happened in it or in the buffer it shares.
  void tell(const ScintillaView& view, const TextEdit& edit);

 private:
  void fill(ScintillaView& view);
  void lock(ScintillaView* view = nullptr);
  void follow(const TextEdit& edit);

  Document& document_;
  std::shared_ptr<JavaScriptScanner> scanner_;
  std::vector<ScintillaView*> views_;
  bool following_ = false;
};

}  // namespace vmscope::ui
