#include "ui/window/RunStrip.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include "ui/theme/ElidedLabel.h"
#include "ui/theme/Theme.h"
#include "ui/window/RunControl.h"

namespace vmscope::ui {

namespace {

constexpr int kLongestResult = 200;

QString firstLine(const QString& text) {
  const QString line = text.section(QLatin1Char('\n'), 0, 0);
  return line.size() > kLongestResult ? line.left(kLongestResult) + QChar(0x2026) : line;
}

struct Sign {
  const char* icon;
  Colour tone;
};

Sign signOf(const RunReport& report) {
  switch (report.outcome) {
    case RunReport::Outcome::Completed:
      return report.isPending ? Sign{"await", Colour::Purple} : Sign{"check", Colour::Green};
    case RunReport::Outcome::Stopped:
      return {"stop", Colour::Muted};
    case RunReport::Outcome::TimedOut:
      return {"await", Colour::Vermilion};
    case RunReport::Outcome::Threw:
    case RunReport::Outcome::Refused:
    case RunReport::Outcome::EngineLost:
      return {"error", Colour::Vermilion};
  }
  return {"error", Colour::Vermilion};
}

}  // namespace

QString durationText(double micros) {
  const QLocale locale;
  if (micros < 1'000) return RunStrip::tr("%1 µs").arg(locale.toString(micros, 'f', 0));
  if (micros < 1'000'000) return RunStrip::tr("%1 ms").arg(locale.toString(micros / 1'000, 'f', 1));
  return RunStrip::tr("%1 s").arg(locale.toString(micros / 1'000'000, 'f', 2));
}

QString sentenceOf(const RunReport& report) {
  switch (report.outcome) {
    case RunReport::Outcome::Completed:
      if (report.isPending)
        return RunStrip::tr("%1 in %2 waits at a top-level await").arg(report.name, report.contextName);
      if (!report.result) return RunStrip::tr("%1 in %2 is evaluated").arg(report.name, report.contextName);
      return RunStrip::tr("%1 in %2 gave %3").arg(report.name, report.contextName, firstLine(report.result->text()));
    case RunReport::Outcome::Stopped:
      return RunStrip::tr("%1 in %2 was stopped").arg(report.name, report.contextName);
    case RunReport::Outcome::TimedOut:
      return RunStrip::tr("%1 in %2 ran into its timeout").arg(report.name, report.contextName);
    case RunReport::Outcome::Threw:
      return RunStrip::tr("%1 in %2 threw %3").arg(report.name, report.contextName, firstLine(report.problem));
    case RunReport::Outcome::Refused:
      return RunStrip::tr("%1 could not run: %2").arg(report.name, firstLine(report.problem));
    case RunReport::Outcome::EngineLost:
      return RunStrip::tr("The engine ended while %1 ran").arg(report.name);
  }
  return {};
}

QString figuresOf(const RunReport& report) {
  if (report.outcome == RunReport::Outcome::Refused || report.outcome == RunReport::Outcome::EngineLost) return {};
  const QString duration = durationText(report.durationMicros);
  return report.jobsRun ? RunStrip::tr("%1 · %n job(s)", nullptr, *report.jobsRun).arg(duration) : duration;
}

RunStrip::RunStrip(RunControl& runs, Theme& theme, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      sign_(new QLabel(this)),
      text_(new ElidedLabel(this)),
      figures_(new QLabel(this)),
      place_(new QToolButton(this)) {
  setObjectName(QStringLiteral("runStrip"));
  setProperty("role", "strip");
  setAccessibleName(tr("Result of the last run"));
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  figures_->setProperty("role", "caption");
  place_->setObjectName(QStringLiteral("showProblem"));
  place_->setText(QStringLiteral(" "));  // as high as with one
  QSizePolicy always = place_->sizePolicy();
  always.setRetainSizeWhenHidden(true);  // the strip is as high with it as without
  place_->setSizePolicy(always);
  place_->hide();
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(Theme::space(Space::Small), Theme::space(Space::Tiny), Theme::space(Space::Small),
                          Theme::space(Space::Tiny));
  row->setSpacing(Theme::space(Space::Small));
  row->addWidget(sign_);
  row->addWidget(text_, 1);
  row->addWidget(place_);
  row->addWidget(figures_);
  connect(place_, &QToolButton::clicked, this, [this] { emit placeWanted(url_, line_); });
  connect(&theme_, &Theme::changed, this, [this] {
    if (drawSign_) drawSign_();
  });
  connect(&runs, &RunControl::started, this, &RunStrip::showStart);
  connect(&runs, &RunControl::finished, this, &RunStrip::showReport);
  connect(&runs, &RunControl::settled, this, &RunStrip::showReport);
  hide();
}

QString RunStrip::text() const {
  return text_->text();
}

void RunStrip::showStart() {
  isRunning_ = true;
  showProgress(RunProgress::Running);
  figures_->clear();
  place_->hide();
  show();
}

void RunStrip::showProgress(RunProgress progress) {
  if (!isRunning_) return;
  const bool isPaused = progress == RunProgress::Paused;
  showSign(isPaused ? QStringLiteral("pause") : QStringLiteral("run"), isPaused ? Colour::Orange : Colour::Accent);
  text_->setText(isPaused ? tr("Paused; the debugger shows where") : tr("Running…"));
}

void RunStrip::forget() {
  if (!isRunning_) hide();
}

void RunStrip::showReport(const RunReport& report) {
  isRunning_ = false;
  const Sign sign = signOf(report);
  showSign(QLatin1String(sign.icon), sign.tone);
  text_->setText(sentenceOf(report));
  text_->setToolTip(report.problem);
  figures_->setText(figuresOf(report));
  place_->setVisible(report.problemLine.has_value());
  if (!report.problemLine) return;
  url_ = report.url;
  line_ = *report.problemLine;
  place_->setText(tr("Line %1").arg(line_ + 1));
  place_->setAccessibleName(tr("Show the line that threw"));
}

void RunStrip::showSign(const QString& icon, Colour tone) {
  drawSign_ = [this, icon, tone] {
    sign_->setPixmap(theme_.icon(icon, tone).pixmap(theme_.iconExtent(), theme_.iconExtent()));
  };
  drawSign_();
}

}  // namespace vmscope::ui
