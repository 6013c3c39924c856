#include "ui/editor/EditorPane.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QMouseEvent>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/editor/Editor.h"
#include "ui/editor/EditorPage.h"
#include "ui/editor/EditorTabBar.h"
#include "ui/editor/FindBar.h"
#include "ui/editor/TabCloseButton.h"
#include "ui/theme/Theme.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {

namespace {

const char* iconOf(Document::Kind kind) {
  switch (kind) {
    case Document::Kind::Script:
      return "file-script";
    case Document::Kind::Module:
      return "file-module";
    case Document::Kind::Json:
      return "file-json";
  }
  return "file-script";
}

}  // namespace

// Tabs with a bar of our own, which only a subclass may set.
class EditorPane::Tabs : public QTabWidget {
 public:
  explicit Tabs(QWidget* parent) : QTabWidget(parent), bar_(new EditorTabBar(this)) { setTabBar(bar_); }

  EditorTabBar& bar() const { return *bar_; }

 private:
  EditorTabBar* bar_;
};

EditorPane::EditorPane(Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), tabs_(new Tabs(this)), findBar_(new FindBar(this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(tabs_, 1);
  layout->addWidget(findBar_);
  tabs_->setDocumentMode(true);
  tabs_->setMovable(true);
  tabs_->setElideMode(Qt::ElideMiddle);
  tabs_->setUsesScrollButtons(true);
  tabs_->tabBar()->setExpanding(false);
  tabs_->tabBar()->setAccessibleName(tr("Open documents"));
  tabs_->tabBar()->setContextMenuPolicy(Qt::CustomContextMenu);
  tabs_->tabBar()->installEventFilter(this);
  findBar_->hide();
  connectTabs();
  connect(&theme_, &Theme::changed, this, &EditorPane::retitle);
}

void EditorPane::connectTabs() {
  connect(&tabs_->bar(), &QWidget::customContextMenuRequested, this, &EditorPane::showTabMenu);
  connect(&tabs_->bar(), &EditorTabBar::carried, this, &EditorPane::tabCarried);
  connect(&tabs_->bar(), &EditorTabBar::dropped, this, [this](const QPoint& place) {
    if (Editor* editor = current()) emit tabDropped(editor, place);
  });
  connect(tabs_, &QTabWidget::currentChanged, this, [this] {
    findBar_->setEditor(current());
    emit currentChanged();
  });
}

void EditorPane::add(Editor* editor) {
  auto* page = new EditorPage(editor, this);
  const int index = tabs_->addTab(page, QString());
  auto* close = new TabCloseButton(theme_, editor->document(), tabs_->tabBar());
  tabs_->tabBar()->setTabButton(index, QTabBar::RightSide, close);
  connect(close, &QAbstractButton::clicked, this, [this, editor] { emit closeWanted(editor); });
  connect(page, &EditorPage::closeWanted, this, [this, editor] { emit closeWanted(editor); });
  connect(&editor->document(), &Document::modifiedChanged, page, [this] { retitle(); });
  connect(&editor->document(), &Document::pathChanged, page, [this] { retitle(); });
  connect(editor, &Editor::focused, this, &EditorPane::focused);
  retitle();
  tabs_->setCurrentIndex(index);
  editor->setFocus();
}

void EditorPane::showEditor(Editor& editor) {
  tabs_->setCurrentIndex(indexOf(editor));
  editor.setFocus();
}

void EditorPane::remove(Editor& editor) {
  const int index = indexOf(editor);
  EditorPage* gone = page(index);
  findBar_->setEditor(nullptr);
  tabs_->removeTab(index);
  delete gone;
  findBar_->setEditor(current());
  retitle();
}

void EditorPane::take(Editor& editor) {
  const int index = indexOf(editor);
  EditorPage* gone = page(index);
  editor.disconnect(this);
  editor.setParent(this);
  findBar_->setEditor(nullptr);
  tabs_->removeTab(index);
  delete gone;
  findBar_->setEditor(current());
  retitle();
}

QRect EditorPane::tabArea() const {
  return {tabs_->bar().mapTo(this, QPoint()), tabs_->bar().size()};
}

EditorPage* EditorPane::page(int index) const {
  return static_cast<EditorPage*>(tabs_->widget(index));
}

int EditorPane::indexOf(const Editor& editor) const {
  for (int index = 0; index < tabs_->count(); ++index) {
    if (&page(index)->editor() == &editor) return index;
  }
  return -1;
}

Editor* EditorPane::current() const {
  return tabs_->currentIndex() < 0 ? nullptr : &page(tabs_->currentIndex())->editor();
}

Editor* EditorPane::find(const Document& document) const {
  for (Editor* editor : editors()) {
    if (&editor->document() == &document) return editor;
  }
  return nullptr;
}

std::vector<Editor*> EditorPane::editors() const {
  std::vector<Editor*> found;
  for (int index = 0; index < tabs_->count(); ++index) found.push_back(&page(index)->editor());
  return found;
}

bool EditorPane::isEmpty() const {
  return tabs_->count() == 0;
}

void EditorPane::step(int tabs) {
  if (isEmpty()) return;
  tabs_->setCurrentIndex((tabs_->currentIndex() + tabs + tabs_->count()) % tabs_->count());
  current()->setFocus();
}

// Two tabs of one name say also in which folder each is.
QString EditorPane::titleOf(const Document& document) const {
  for (const Editor* other : editors()) {
    if (&other->document() == &document || other->document().title() != document.title()) continue;
    return tr("%1 (%2)", "file, folder").arg(document.title(), QFileInfo(document.path()).dir().dirName());
  }
  return document.title();
}

void EditorPane::retitle() {
  for (int index = 0; index < tabs_->count(); ++index) {
    const Document& document = page(index)->editor().document();
    QString title = titleOf(document);
    tabs_->setTabText(index, title.replace(u'&', QStringLiteral("&&")));
    tabs_->setTabIcon(index, theme_.icon(QString::fromLatin1(iconOf(document.kind())), Colour::Muted));
    const QString path = document.isReadOnly()   ? tr("Read-only: %1").arg(document.url().toDisplayString())
                         : document.isUntitled() ? tr("Never saved")
                                                 : QDir::toNativeSeparators(document.path());
    tabs_->setTabToolTip(index, document.isModified() ? tr("%1\nNot saved yet").arg(path) : path);
  }
}

void EditorPane::showTabMenu(const QPoint& place) {
  const int index = tabs_->tabBar()->tabAt(place);
  if (index < 0) return;
  Editor* chosen = &page(index)->editor();
  QMenu menu(this);
  menu.addAction(tr("&Close"), this, [this, chosen] { emit closeWanted(chosen); });
  menu.addAction(tr("Close &others"), this, [this, chosen] {
    for (Editor* editor : editors()) {
      if (editor != chosen) emit closeWanted(editor);
    }
  });
  menu.exec(tabs_->tabBar()->mapToGlobal(place));
}

bool EditorPane::eventFilter(QObject* watched, QEvent* event) {
  if (watched == tabs_->tabBar() && event->type() == QEvent::MouseButtonRelease) {
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const int index = tabs_->tabBar()->tabAt(mouse->position().toPoint());
    if (mouse->button() == Qt::MiddleButton && index >= 0) {
      emit closeWanted(&page(index)->editor());
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace vmscope::ui
