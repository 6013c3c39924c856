#pragma once

#include <QFrame>
#include <QString>
#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace vmscope::ui {

// One sentence over an editor with what can be done about it. GUI thread; owned by the page it is in.
class NoticeBar : public QFrame {
  Q_OBJECT

 public:
  enum class Tone { Warning, Note };

  struct Choice {
    QString label;
    std::function<void()> act;
  };

  explicit NoticeBar(QWidget* parent);

  // Shows the sentence until one of the choices is taken or another notice comes.
  void tell(const QString& sentence, const std::vector<Choice>& choices, Tone tone = Tone::Warning);
  QString sentence() const;

 private:
  QLabel* label_;
  QHBoxLayout* layout_;
  std::vector<QWidget*> buttons_;
};

}  // namespace vmscope::ui
