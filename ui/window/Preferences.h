#pragma once

#include <QObject>
#include <QString>

#include "ui/theme/Tokens.h"

class QSettings;

namespace vmscope::ui {

// What a person chose once and expects to find again. Plain values.
struct Preferences {
  BrightnessChoice brightness = BrightnessChoice::System;
  QString language;    // "en", "zh_CN"; empty follows the system
  QString codeFamily;  // empty takes the first installed of the theme's
  double scale = 1.0;
  Motion motion = Motion::Full;
  int runTimeoutMilliseconds = 0;  // 0: none, Stop ends a run

  bool operator==(const Preferences&) const = default;
};

Preferences readPreferences(const QSettings& settings);
void writePreferences(QSettings& settings, const Preferences& preferences);

// The preferences in force; kept in the settings whenever they change. GUI thread; one per application.
class PreferenceStore : public QObject {
  Q_OBJECT

 public:
  explicit PreferenceStore(QSettings& settings, QObject* parent = nullptr);

  const Preferences& current() const { return current_; }
  void set(const Preferences& preferences);
  // For this run of the program only: what a command line asked for.
  void override(const Preferences& preferences);

 signals:
  void changed(const vmscope::ui::Preferences& before);

 private:
  QSettings& settings_;
  Preferences current_;
};

// The words of the settings file and the command line; an unknown word gives the fallback.
BrightnessChoice brightnessNamed(const QString& word, BrightnessChoice fallback);
QString wordOf(BrightnessChoice choice);

}  // namespace vmscope::ui
