#include <QDataStream>
#include <QIODevice>

#include "ui/editor/EditorArea.h"
#include "ui/editor/EditorPane.h"
#include "ui/editor/EditorPanes.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

namespace {

constexpr quint32 kLayoutVersion = 2;

}  // namespace

// The panes with their splits, documents and cursors.
QByteArray EditorArea::saveLayout() const {
  QByteArray layout;
  QDataStream stream(&layout, QIODevice::WriteOnly);
  stream.setVersion(QDataStream::Qt_6_0);
  stream << kLayoutVersion;
  panes_->save(stream, [&](const EditorPane& pane) { savePane(stream, pane); });
  return layout;
}

void EditorArea::savePane(QDataStream& stream, const EditorPane& pane) const {
  std::vector<Editor*> saved = pane.editors();
  std::erase_if(saved, [](const Editor* each) { return each->document().isUntitled(); });
  stream << (&pane == &panes_->active()) << quint32(saved.size());
  for (const Editor* editor : saved) {
    const EditorPosition place = editor->cursor();
    stream << workspace_.nameOf(editor->document()) << place.line << place.column << (editor == pane.current());
  }
}

void EditorArea::restoreLayout(const QByteArray& layout) {
  QDataStream stream(layout);
  stream.setVersion(QDataStream::Qt_6_0);
  quint32 version = 0;
  stream >> version;
  if (version != kLayoutVersion || stream.status() != QDataStream::Ok) return;
  panes_->restore(stream, [&](EditorPane& pane) { restorePane(stream, pane); });
  currentMayHaveChanged();
}

// Documents that are gone or cannot be read any more are left out.
void EditorArea::restorePane(QDataStream& stream, EditorPane& pane) {
  Editor* front = nullptr;
  bool isActive = false;
  quint32 count = 0;
  stream >> isActive >> count;
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
  if (isActive && !pane.isEmpty()) panes_->activate(pane);
}

}  // namespace vmscope::ui
