#include "ui/editor/EditorPage.h"

#include <QVBoxLayout>

#include "ui/editor/Editor.h"
#include "ui/editor/NoticeBar.h"

namespace vmscope::ui {

EditorPage::EditorPage(Editor* editor, QWidget* parent)
    : QWidget(parent), notice_(new NoticeBar(this)), safety_(new NoticeBar(this)), editor_(editor) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(notice_);
  layout->addWidget(safety_);
  layout->addWidget(editor_, 1);
  editor_->show();
  setFocusProxy(editor_);
  Document& document = editor_->document();
  if (document.isReadOnly())
    notice_->tell(
        tr("The engine's copy of a script that has no document here: it can be read and stepped through, not changed."),
        {}, NoticeBar::Tone::Note);
  connect(&document, &Document::changedOnDisk, this, &EditorPage::tellDiskChange);
  connect(&document, &Document::saved, notice_, &QWidget::hide);
  connect(&document, &Document::reloaded, notice_, &QWidget::hide);
  connect(&document, &Document::journalFailed, this, [this](const QString& reason) {
    safety_->tell(tr("What you type here would not survive a crash: %1. Save often.").arg(reason),
                  {{tr("Understood"), [] {}}});
  });
  connect(&document, &Document::journalRestored, safety_, &QWidget::hide);
}

void EditorPage::tellDiskChange(Document::DiskChange change) {
  Document& document = editor_->document();
  if (change == Document::DiskChange::Deleted) {
    notice_->tell(tr("%1 was deleted or moved by another program. Your text is still here; save it to write it again.")
                      .arg(document.title()),
                  {{tr("Keep editing"), [] {}}, {tr("Close"), [this] { emit closeWanted(); }}});
    return;
  }
  notice_->tell(tr("Another program changed %1 while you have unsaved changes.").arg(document.title()),
                {{tr("Take theirs"), [&document] { document.reload(); }},
                 {tr("Keep mine"), [&document] { document.keepMine(); }}});
}

}  // namespace vmscope::ui
