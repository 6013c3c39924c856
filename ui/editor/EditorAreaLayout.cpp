#include <QDataStream>
#include <QIODevice>
#include <QSplitter>

#include "ui/editor/EditorArea.h"
#include "ui/editor/EditorPane.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

namespace {

constexpr quint32 kLayoutVersion = 1;

}  // namespace

// The panes with their documents and cursors; splits come back side by side.
QByteArray EditorArea::saveLayout() const {
  QByteArray layout;
  QDataStream stream(&layout, QIODevice::WriteOnly);
  stream.setVersion(QDataStream::Qt_6_0);
  stream << kLayoutVersion << quint32(panes_.size());
  for (const EditorPane* pane : panes_) {
    std::vector<Editor*> saved = pane->editors();
    std::erase_if(saved, [](const Editor* each) { return each->document().isUntitled(); });
    stream << quint32(saved.size());
    for (const Editor* editor : saved) {
      const EditorPosition place = editor->cursor();
      stream << workspace_.nameOf(editor->document()) << place.line << place.column << (editor == pane->current());
    }
  }
  return layout;
}

void EditorArea::restoreLayout(const QByteArray& layout) {
  QDataStream stream(layout);
  stream.setVersion(QDataStream::Qt_6_0);
  quint32 version = 0;
  quint32 panes = 0;
  stream >> version >> panes;
  if (version != kLayoutVersion || stream.status() != QDataStream::Ok) return;
  for (quint32 index = 0; index < panes && stream.status() == QDataStream::Ok; ++index) {
    if (index > 0) activate(addPane(root_, root_->count()));
    restorePane(stream);
  }
}

// Documents that are gone or cannot be read any more are left out.
void EditorArea::restorePane(QDataStream& stream) {
  EditorPane& pane = *active_;
  Editor* front = nullptr;
  quint32 count = 0;
  stream >> count;
  for (quint32 index = 0; index < count && stream.status() == QDataStream::Ok; ++index) {
    QString name;
    EditorPosition place;
    bool isCurrent = false;
    stream >> name >> place.line >> place.column >> isCurrent;
    const auto opened = workspace_.openDocument(name);
    Document* const* document = std::get_if<Document*>(&opened);
    if (!document) continue;
    Editor* editor = placed(**document, pane);
    editor->goTo(place);
    if (isCurrent) front = editor;
  }
  if (front) pane.showEditor(*front);
  if (pane.isEmpty()) removePane(&pane);
}

}  // namespace vmscope::ui
