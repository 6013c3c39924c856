#include "ui/window/Preferences.h"

#include <QSettings>
#include <array>

namespace vmscope::ui {

namespace {

struct BrightnessWord {
  BrightnessChoice choice;
  const char* word;
};

constexpr std::array kBrightnessWords{BrightnessWord{BrightnessChoice::System, "system"},
                                      BrightnessWord{BrightnessChoice::Light, "light"},
                                      BrightnessWord{BrightnessChoice::Dark, "dark"}};

constexpr auto kBrightness = "appearance/theme";
constexpr auto kLanguage = "appearance/language";
constexpr auto kCodeFamily = "appearance/codeFont";
constexpr auto kScale = "appearance/scale";
constexpr auto kReduceMotion = "appearance/reduceMotion";
constexpr auto kRunTimeout = "running/timeoutMilliseconds";

}  // namespace

BrightnessChoice brightnessNamed(const QString& word, BrightnessChoice fallback) {
  for (const BrightnessWord& row : kBrightnessWords) {
    if (word == QLatin1String(row.word)) return row.choice;
  }
  return fallback;
}

QString wordOf(BrightnessChoice choice) {
  for (const BrightnessWord& row : kBrightnessWords) {
    if (choice == row.choice) return QLatin1String(row.word);
  }
  return {};
}

Preferences readPreferences(const QSettings& settings) {
  Preferences preferences;
  preferences.brightness = brightnessNamed(settings.value(kBrightness).toString(), preferences.brightness);
  preferences.language = settings.value(kLanguage).toString();
  preferences.codeFamily = settings.value(kCodeFamily).toString();
  preferences.scale = settings.value(kScale, preferences.scale).toDouble();
  preferences.motion = settings.value(kReduceMotion).toBool() ? Motion::Reduced : Motion::Full;
  preferences.runTimeoutMilliseconds = settings.value(kRunTimeout, preferences.runTimeoutMilliseconds).toInt();
  return preferences;
}

void writePreferences(QSettings& settings, const Preferences& preferences) {
  settings.setValue(kBrightness, wordOf(preferences.brightness));
  settings.setValue(kLanguage, preferences.language);
  settings.setValue(kCodeFamily, preferences.codeFamily);
  settings.setValue(kScale, preferences.scale);
  settings.setValue(kReduceMotion, preferences.motion == Motion::Reduced);
  settings.setValue(kRunTimeout, preferences.runTimeoutMilliseconds);
}

PreferenceStore::PreferenceStore(QSettings& settings, QObject* parent)
    : QObject(parent), settings_(settings), current_(readPreferences(settings)) {}

void PreferenceStore::set(const Preferences& preferences) {
  if (preferences == current_) return;
  writePreferences(settings_, preferences);
  override(preferences);
}

void PreferenceStore::override(const Preferences& preferences) {
  const Preferences before = std::exchange(current_, preferences);
  emit changed(before);
}

}  // namespace vmscope::ui
