#include "ui/editor/EmptyArea.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/Theme.h"

namespace vmscope::ui {

EmptyArea::EmptyArea(Theme& theme, QWidget* parent) : QWidget(parent) {
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);
  auto* sentence = new QLabel(tr("Double-click a file of the workspace to edit it here."), this);
  sentence->setAlignment(Qt::AlignCenter);
  sentence->setProperty("role", "muted");
  auto* button = new QPushButton(tr("New script"), this);
  connect(button, &QPushButton::clicked, this, &EmptyArea::newWanted);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(Theme::space(Space::Group));
  layout->addStretch(1);
  layout->addWidget(sentence);
  layout->addWidget(button, 0, Qt::AlignHCenter);
  layout->addStretch(2);
  const auto dress = [sentence, &theme] {
    QPalette palette = sentence->palette();
    palette.setColor(QPalette::WindowText, theme.colour(Colour::Muted));
    sentence->setPalette(palette);
  };
  connect(&theme, &Theme::changed, this, dress);
  dress();
}

}  // namespace vmscope::ui
