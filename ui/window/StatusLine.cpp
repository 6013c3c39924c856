#include "ui/window/StatusLine.h"

#include <QLabel>
#include <QLocale>
#include <QStatusBar>
#include <QToolButton>

#include "ui/client/EngineSession.h"
#include "ui/client/VmClient.h"
#include "ui/theme/ElidedLabel.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

namespace {

constexpr int kSentenceMilliseconds = 8000;

struct EngineWord {
  QString text;
  Colour tone;
};

EngineWord wordFor(EngineSession::State state) {
  switch (state) {
    case EngineSession::State::Starting:
      return {StatusLine::tr("Engine: starting"), Colour::Muted};
    case EngineSession::State::Idle:
      return {StatusLine::tr("Engine: idle"), Colour::Green};
    case EngineSession::State::Running:
      return {StatusLine::tr("Engine: running"), Colour::Accent};
    case EngineSession::State::Paused:
      return {StatusLine::tr("Engine: paused"), Colour::Orange};
    case EngineSession::State::Held:
      return {StatusLine::tr("Engine: jobs wait on a held queue"), Colour::Purple};
    case EngineSession::State::Crashed:
      return {StatusLine::tr("Engine: gone"), Colour::Vermilion};
  }
  return {};
}

template <class Label = QLabel>
QLabel* addLabel(QStatusBar& bar, const char* name, const QString& meaning) {
  auto* label = new Label(&bar);
  label->setObjectName(QLatin1String(name));
  label->setAccessibleName(meaning);
  bar.addWidget(label);
  return label;
}

}  // namespace

QString byteText(qint64 bytes) {
  return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

StatusLine::StatusLine(Workbench& workbench, QStatusBar& bar)
    : QObject(&bar),
      workbench_(workbench),
      bar_(bar),
      engineSign_(addLabel(bar, "engineSign", tr("Engine state"))),
      engine_(addLabel(bar, "engineState", tr("Engine state"))),
      version_(addLabel(bar, "engineVersion", tr("V8 version"))),
      heap_(addLabel(bar, "engineHeap", tr("Heap in use"))),
      sentence_(addLabel<ElidedLabel>(bar, "statusSentence", tr("Message"))),
      inspector_(new QToolButton(&bar)),
      cursor_(new QLabel(&bar)) {
  bar_.setSizeGripEnabled(false);
  bar_.addWidget(sentence_, 1);
  sentenceTimer_.setSingleShot(true);
  sentenceTimer_.setInterval(kSentenceMilliseconds);
  connect(&sentenceTimer_, &QTimer::timeout, sentence_, &QLabel::clear);
  inspector_->setObjectName(QStringLiteral("inspectorState"));
  inspector_->setAccessibleName(tr("Inspector"));
  cursor_->setObjectName(QStringLiteral("cursorPlace"));
  cursor_->setAccessibleName(tr("Cursor position"));
  bar_.addPermanentWidget(inspector_);
  bar_.addPermanentWidget(cursor_);
  showInspector({});
  connect(inspector_, &QToolButton::clicked, this, [this] { workbench_.raiseDock(QStringLiteral("inspector")); });
  connect(&workbench_.session().vm(), &VmClient::inspectorChanged, this,
          [this](const protocol::vm::InspectorChangedEvent& event) { showInspector(event.inspector); });
  connect(&workbench_.session(), &EngineSession::ended, this, [this] { showInspector({}); });
  // What was said of an engine that ended holds no more.
  connect(&workbench_.session(), &EngineSession::ready, sentence_, &QLabel::clear);
  connect(&workbench_, &Workbench::statusShown, this, &StatusLine::showSentence);
  connect(&workbench_.session(), &EngineSession::stateChanged, this, &StatusLine::showEngine);
  connect(&workbench_.session(), &EngineSession::factsChanged, this, &StatusLine::showFacts);
  connect(&workbench_.theme(), &Theme::changed, this, &StatusLine::showEngine);
  showEngine();
  showFacts();
}

void StatusLine::showCursor(const CursorPlace& place) {
  cursor_->setText(tr("%1 · Ln %2, Col %3").arg(place.encoding).arg(place.line + 1).arg(place.column + 1));
}

void StatusLine::hideCursor() {
  cursor_->clear();
}

void StatusLine::showInspector(const protocol::vm::InspectorState& inspector) {
  inspector_->setText(inspector.listening
                          ? tr("Inspector: on, %n client(s)", nullptr, static_cast<int>(inspector.clients.size()))
                          : tr("Inspector: off"));
  const QString address = QString::fromStdString(inspector.url.value_or(std::string()));
  inspector_->setToolTip(address.isEmpty() ? tr("Show the inspector's dock") : address);
}

void StatusLine::showEngine() {
  const EngineWord word = wordFor(workbench_.session().state());
  engine_->setText(word.text);
  const int extent = workbench_.theme().iconExtent();
  engineSign_->setPixmap(workbench_.theme().icon(QStringLiteral("dot"), word.tone).pixmap(extent, extent));
}

void StatusLine::showFacts() {
  const EngineFacts& facts = workbench_.session().facts();
  version_->setVisible(!facts.v8Version.isEmpty());
  version_->setText(tr("V8 %1").arg(facts.v8Version));
  heap_->setVisible(facts.usedHeapBytes > 0);
  heap_->setText(tr("Heap %1").arg(byteText(facts.usedHeapBytes)));
}

void StatusLine::showSentence(const QString& sentence, Workbench::StatusKind) {
  sentence_->setText(sentence);
  sentence_->setToolTip(sentence);
  sentenceTimer_.start();
}

}  // namespace vmscope::ui
