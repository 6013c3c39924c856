#include "ui/editor/scintilla/SharedBuffer.h"

#include <QScopedValueRollback>
#include <algorithm>

#include "ui/editor/Indentation.h"
#include "ui/editor/scintilla/ScintillaView.h"

namespace vmscope::ui {

SharedBuffer::SharedBuffer(Document& document) : document_(document), scanner_(std::make_shared<JavaScriptScanner>()) {
  connect(&document_, &Document::replaced, this, &SharedBuffer::follow);
  connect(&document_, &Document::pathChanged, this, [this] { lock(); });
}

void SharedBuffer::attach(ScintillaView& view) {
  if (views_.empty()) {
    fill(view);
    lock(&view);
  } else {
    view.shareBufferOf(*views_.front());
  }
  views_.push_back(&view);
}

void SharedBuffer::detach(ScintillaView& view) {
  std::erase(views_, &view);
}

void SharedBuffer::fill(ScintillaView& view) {
  const QScopedValueRollback<bool> silence(following_, true);
  const QByteArray& text = document_.utf8();
  view.callText(QsciScintillaBase::SCI_APPENDTEXT, text.size(), text);
  view.call(QsciScintillaBase::SCI_EMPTYUNDOBUFFER);
  view.call(QsciScintillaBase::SCI_SETEOLMODE,
            text.contains("\r\n") ? QsciScintillaBase::SC_EOL_CRLF : QsciScintillaBase::SC_EOL_LF);
  const Indentation indentation = Indentation::of(text);
  view.call(QsciScintillaBase::SCI_SETUSETABS, indentation.character == Indentation::Character::Tab);
  view.call(QsciScintillaBase::SCI_SETTABWIDTH, indentation.width);
  view.call(QsciScintillaBase::SCI_GOTOPOS, 0);
}

// A script of the engine's can only be read, until it is saved as a document.
void SharedBuffer::lock(ScintillaView* view) {
  if (!view && !views_.empty()) view = views_.front();
  if (view) view->call(QsciScintillaBase::SCI_SETREADONLY, document_.isReadOnly());
}

void SharedBuffer::tell(const ScintillaView& view, const TextEdit& edit) {
  if (!following_ && !views_.empty() && views_.front() == &view) document_.edit(edit);
}

void SharedBuffer::follow(const TextEdit& edit) {
  if (views_.empty()) return;
  const QScopedValueRollback<bool> silence(following_, true);
  views_.front()->replaceBytes(edit);
}

}  // namespace vmscope::ui
