#pragma once

#include <QDialog>

#include "ui/window/Preferences.h"

class QCheckBox;
class QComboBox;
class QFontComboBox;
class QFormLayout;
class QSpinBox;

namespace vmscope::ui {

// Appearance, language and running; a change is in force at once, Cancel takes it back.
// GUI thread; deletes itself when closed.
class PreferencesDialog : public QDialog {
  Q_OBJECT

 public:
  PreferencesDialog(PreferenceStore& store, QWidget* parent);

 private:
  void build();
  void add(QFormLayout& form, const QString& label, QWidget* field);
  void fill(const Preferences& preferences);
  Preferences read() const;
  void apply();

  PreferenceStore& store_;
  QComboBox* brightness_;
  QComboBox* language_;
  QCheckBox* ownCodeFont_;
  QFontComboBox* codeFamily_;
  QSpinBox* scale_;
  QCheckBox* reduceMotion_;
  QSpinBox* timeout_;
};

}  // namespace vmscope::ui
