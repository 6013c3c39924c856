#include "ui/window/PreferencesDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <cmath>

#include "ui/theme/Mnemonic.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

namespace {

constexpr int kSmallestPercent = 60;
constexpr int kLargestPercent = 300;
constexpr int kPercentStep = 10;
constexpr int kLongestTimeout = 3'600'000;
constexpr int kTimeoutStep = 500;

}  // namespace

PreferencesDialog::PreferencesDialog(PreferenceStore& store, QWidget* parent)
    : QDialog(parent),
      store_(store),
      brightness_(new QComboBox(this)),
      language_(new QComboBox(this)),
      ownCodeFont_(new QCheckBox(tr("&Use this font for code"), this)),
      codeFamily_(new QFontComboBox(this)),
      scale_(new QSpinBox(this)),
      reduceMotion_(new QCheckBox(tr("&Reduce motion"), this)),
      timeout_(new QSpinBox(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("preferencesDialog"));
  setWindowTitle(tr("Preferences"));
  build();
  fill(store.current());
  connect(ownCodeFont_, &QCheckBox::toggled, codeFamily_, &QWidget::setEnabled);
}

void PreferencesDialog::build() {
  brightness_->addItem(tr("like the system"), static_cast<int>(BrightnessChoice::System));
  brightness_->addItem(tr("light"), static_cast<int>(BrightnessChoice::Light));
  brightness_->addItem(tr("dark"), static_cast<int>(BrightnessChoice::Dark));
  language_->addItem(tr("like the system"), QString());
  language_->addItem(QStringLiteral("English"), QStringLiteral("en"));
  language_->addItem(QString::fromUtf8("简体中文"), QStringLiteral("zh_CN"));
  codeFamily_->setFontFilters(QFontComboBox::MonospacedFonts);
  scale_->setRange(kSmallestPercent, kLargestPercent);
  scale_->setSingleStep(kPercentStep);
  scale_->setSuffix(tr(" %"));
  timeout_->setRange(0, kLongestTimeout);
  timeout_->setSingleStep(kTimeoutStep);
  timeout_->setSuffix(tr(" ms"));
  timeout_->setSpecialValueText(tr("none; Stop ends a run"));

  auto* form = new QFormLayout;
  form->setHorizontalSpacing(Theme::space(Space::Group));
  form->setVerticalSpacing(Theme::space(Space::Small));
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  add(*form, tr("&Theme"), brightness_);
  add(*form, tr("&Language"), language_);
  add(*form, tr("&Size of texts"), scale_);
  form->addRow(tr("Code"), ownCodeFont_);
  form->addRow(QString(), codeFamily_);
  codeFamily_->setAccessibleName(tr("Font for code"));
  form->addRow(tr("Motion"), reduceMotion_);
  add(*form, tr("T&imeout of a run"), timeout_);

  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::Apply, this);
  connect(buttons, &QDialogButtonBox::accepted, this, [this] {
    apply();
    accept();
  });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(buttons->button(QDialogButtonBox::Apply), &QAbstractButton::clicked, this, &PreferencesDialog::apply);

  auto* column = new QVBoxLayout(this);
  const int margin = Theme::space(Space::Group);
  column->setContentsMargins(margin, margin, margin, margin);
  column->setSpacing(margin);
  column->addLayout(form);
  column->addStretch();
  column->addWidget(buttons);
}

void PreferencesDialog::add(QFormLayout& form, const QString& label, QWidget* field) {
  form.addRow(label, field);
  field->setAccessibleName(withoutMnemonic(label));
}

void PreferencesDialog::fill(const Preferences& preferences) {
  brightness_->setCurrentIndex(brightness_->findData(static_cast<int>(preferences.brightness)));
  language_->setCurrentIndex(language_->findData(preferences.language));
  ownCodeFont_->setChecked(!preferences.codeFamily.isEmpty());
  codeFamily_->setEnabled(ownCodeFont_->isChecked());
  if (ownCodeFont_->isChecked()) codeFamily_->setCurrentFont(QFont(preferences.codeFamily));
  scale_->setValue(static_cast<int>(std::lround(preferences.scale * 100)));
  reduceMotion_->setChecked(preferences.motion == Motion::Reduced);
  timeout_->setValue(preferences.runTimeoutMilliseconds);
}

Preferences PreferencesDialog::read() const {
  Preferences preferences = store_.current();
  preferences.brightness = static_cast<BrightnessChoice>(brightness_->currentData().toInt());
  preferences.language = language_->currentData().toString();
  preferences.codeFamily = ownCodeFont_->isChecked() ? codeFamily_->currentFont().family() : QString();
  preferences.scale = scale_->value() / 100.0;
  preferences.motion = reduceMotion_->isChecked() ? Motion::Reduced : Motion::Full;
  preferences.runTimeoutMilliseconds = timeout_->value();
  return preferences;
}

void PreferencesDialog::apply() {
  store_.set(read());
}

}  // namespace vmscope::ui
